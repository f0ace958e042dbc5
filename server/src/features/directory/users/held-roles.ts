import { type Queryable, sql } from '../../../kernel/database.ts';

/** The ids of the roles that users hold, wherever they hold them, by user. */
export async function rolesOfUsers(
  database: Queryable,
  orgId: string,
  userIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await database.rows(sql`
    select user_id, array_agg(distinct role_id) from user_role_assignment
    where org_id = ${orgId} and user_id = any(${userIds}::bigint[]) group by user_id`);
  return new Map(rows as [string, string[]][]);
}

/** Those of the given role ids that the organization does not have. */
export async function unknownRoles(
  database: Queryable,
  orgId: string,
  roleIds: readonly string[],
): Promise<string[]> {
  const rows = await database.rows(sql`
    select id from unnest(${roleIds}::text[]) as given (id)
    where not exists (select 1 from user_role where user_role.org_id = ${orgId} and user_role.id = given.id)`);
  return rows.map(([id]) => id);
}
