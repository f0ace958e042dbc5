import { executeRun } from '../src/features/reports/runs/execute.ts';
import { sql } from '../src/kernel/database/database.ts';
import type { TestApp, TestOrg } from './start-app.ts';

/** The smallest report. */
export const PEOPLE = { datasetId: 'People', columns: [{ fieldName: 'personName' }] };

/** Computes every pending run, as a worker would. */
export async function work({ database, services }: TestApp): Promise<void> {
  const pending = await database.rows(
    sql`select org_id, id from report_run where status = 'pending' order by id`,
  );
  for (const [orgId, id] of pending) await executeRun(services, orgId, id);
}

/** What the ledger has of one object, the last change first. */
export async function toldOf({ database }: TestApp, { orgId }: TestOrg, resource: string, id: string) {
  const rows = await database.rows(sql`
    select change.operation, entry.actor, change.document::text from ledger_change change
    join ledger_write entry on entry.org_id = ${orgId} and entry.seq = change.seq
    where change.org_id = ${orgId} and change.resource = ${resource} and change.id = ${id} order by change.seq desc`);
  return rows.map(([operation, actor, document]) => ({ operation, actor, document: JSON.parse(document) }));
}
