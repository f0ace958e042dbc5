import { addOrganization, tokenExists } from '../features/tokens/index.ts';
import { type Database, type Queryable, sql } from '../kernel/database/database.ts';

/** Several servers may start on one empty database; one of them makes the organization. */
const FIRST_LOCK = 0x66697273;

/** The text of the first token: `token` when one was asked for, else `made`. */
export interface FirstToken {
  token: string | undefined;
  made: string;
}

/**
 * Makes the organization of an empty database; false when there is one. The same asked again with the same `made` is
 * told the same: a database that goes away may have made it without saying so.
 */
export async function ensureFirstOrganization(
  database: Database,
  { token, made }: FirstToken,
): Promise<boolean> {
  if (await anyExists(database)) return tokenExists(database, made);
  return database.transaction(async (connection) => {
    await connection.rows(sql`select pg_advisory_xact_lock(${FIRST_LOCK}::bigint)`);
    if (await anyExists(connection)) return tokenExists(connection, made);
    await addOrganization(connection, { name: 'My Fleet', token: token ?? made });
    return true;
  });
}

const anyExists = async (database: Queryable): Promise<boolean> =>
  (await database.rows(sql`select 1 from org limit 1`)).length > 0;
