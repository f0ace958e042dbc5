import { type Queryable, sql, table } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { visibleTag } from '../tags/scope.ts';

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
  if (roleIds.length === 0) return [];
  const rows = await database.rows(sql`
    select id from user_role where org_id = ${orgId} and id = any(${roleIds}::text[])`);
  const known = new Set(rows.map(([id]) => id));
  return roleIds.filter((id) => !known.has(id));
}

/** Makes `roles` all the roles of each user that whoever writes sees; others stay. Whoever calls it tells the ledger of the users. */
export async function replaceRoles(
  tx: Tx,
  users: readonly { userId: string; roles: readonly { roleId: string; tagId?: string }[] }[],
): Promise<void> {
  if (users.length === 0) return;
  await tx.rows(sql`
    delete from user_role_assignment
    where org_id = ${tx.orgId} and user_id = any(${users.map(({ userId }) => userId)}::bigint[])
      ${visibleTag(tx, sql`tag_id`)}`);
  const held = users.flatMap(({ userId, roles }) =>
    roles.map(({ roleId, tagId }, position) => ({ userId, position, roleId, tagId: tagId || null })),
  );
  if (held.length === 0) return;
  await tx.rows(sql`
    insert into user_role_assignment (org_id, user_id, position, role_id, tag_id)
    select ${tx.orgId}::bigint, held.user_id, held.position + coalesce((
        select max(kept.position) + 1 from user_role_assignment kept
        where kept.org_id = ${tx.orgId} and kept.user_id = held.user_id), 0), held.role_id, held.tag_id
    from ${table('held', held, {
      user_id: ['bigint', ({ userId }) => userId],
      position: ['smallint', ({ position }) => position],
      role_id: ['text', ({ roleId }) => roleId],
      tag_id: ['bigint', ({ tagId }) => tagId],
    })}`);
}

/** Takes away every role that is held within a tag; answers the users who had one. */
export async function dropRolesIn(tx: Tx, tagId: string): Promise<string[]> {
  const rows = await tx.rows(sql`
    delete from user_role_assignment where org_id = ${tx.orgId} and tag_id = ${tagId} returning user_id`);
  return rows.map(([id]) => id);
}
