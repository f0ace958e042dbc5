import { sql } from '../../src/kernel/database/database.ts';
import type { Json } from '../operations.ts';
import type { TestApp, TestOrg } from '../start-app.ts';
import { differencesFromTables, replicaOf } from './replica.ts';

/** What the ledger has of one object, oldest first; a deleted one ends with its tombstone. */
export async function told(
  { database }: TestApp,
  { orgId }: TestOrg,
  resource: string,
  id: string,
): Promise<{ operation: string; document: Json }[]> {
  const rows = await database.rows(sql`
    select operation, document::text from ledger_change
    where org_id = ${orgId} and resource = ${resource} and id = ${id} order by seq`);
  return rows.map(([operation, document]) => ({ operation, document: JSON.parse(document) }));
}

/** The objects whose rows are not what the ledger says of them, in words. */
export async function untold(server: TestApp, { orgId }: TestOrg): Promise<string[]> {
  const replica = await replicaOf(server.database, orgId);
  const odd: string[] = [];
  for (const resource of server.services.resources)
    odd.push(...(await differencesFromTables(server.database, orgId, resource, replica)));
  return odd;
}
