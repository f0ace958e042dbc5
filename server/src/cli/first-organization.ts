import { createOrganization, type NewToken } from '../features/tokens/index.ts';
import { type Database, sql } from '../kernel/database.ts';

/** Several servers may start on one empty database; one of them makes the organization. */
const FIRST_LOCK = 0x66697273;

/** Makes the organization of an empty database; undefined when there is one. */
export async function ensureFirstOrganization(
  database: Database,
  token: string | undefined,
): Promise<(NewToken & { orgId: string }) | undefined> {
  const exists = async (): Promise<boolean> =>
    (await database.rows(sql`select 1 from org limit 1`)).length > 0;
  if (await exists()) return undefined;
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [FIRST_LOCK]);
    if (await exists()) return undefined;
    return await createOrganization(database, { name: 'My Fleet', token });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [FIRST_LOCK]).catch(() => {});
    client.release();
  }
}
