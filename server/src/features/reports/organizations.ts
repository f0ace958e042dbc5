import { type Database, sql } from '../../kernel/database/database.ts';

/** Runs recurring work for each organization by itself: one that fails does not keep the others. */
export async function eachOrganization(
  database: Database,
  work: (orgId: string) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const [orgId] of await database.rows(sql`select org_id from org order by org_id`))
    await work(orgId).catch((error) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
