import { type Queryable, sql } from '../../../kernel/database/database.ts';
import type { Changed } from '../../../kernel/ledger/resource.ts';
import type { UserRole } from './schema.ts';

/** Roles among `ids`, for the ledger. */
export async function readRoles(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Changed<UserRole>[]> {
  const rows = await database.rows(sql`
    select id, name from user_role where org_id = ${orgId} and id = any(${ids}::text[])`);
  return rows.map(([id, name]) => ({ id, document: { id, name } }));
}
