import { addOrganization, type NewOrganization } from '../features/tokens/index.ts';
import { type Database, type Queryable, sql } from '../kernel/database/database.ts';

/** Several servers may start on one empty database; one of them makes the organization. */
const FIRST_LOCK = 0x66697273;

/** Makes the organization of an empty database; undefined when there is one. */
export async function ensureFirstOrganization(
  database: Database,
  token: string | undefined,
): Promise<NewOrganization | undefined> {
  if (await anyExists(database)) return undefined;
  return database.transaction(async (connection) => {
    await connection.rows(sql`select pg_advisory_xact_lock(${FIRST_LOCK}::bigint)`);
    if (await anyExists(connection)) return undefined;
    return addOrganization(connection, { name: 'My Fleet', token });
  });
}

const anyExists = async (database: Queryable): Promise<boolean> =>
  (await database.rows(sql`select 1 from org limit 1`)).length > 0;
