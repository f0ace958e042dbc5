import { executeRun } from '../src/features/reports/runs/execute.ts';
import { sql } from '../src/kernel/database.ts';
import type { TestApp } from './start-app.ts';

/** The smallest report. */
export const PEOPLE = { datasetId: 'People', columns: [{ fieldName: 'personName' }] };

/** Computes every pending run, as a worker would. */
export async function work({ database, services }: TestApp): Promise<void> {
  const pending = await database.rows(
    sql`select org_id, id from report_run where status = 'pending' order by id`,
  );
  for (const [orgId, id] of pending) await executeRun(services, orgId, id);
}
