import { type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { wireTime } from '../../../kernel/time.ts';
import { tagReference } from '../entities/links.ts';
import type { User } from './schema.ts';

/** Users as the API serves them, in the order of their ids. `where` is about the table person. */
export async function selectUsers(
  database: Queryable,
  orgId: string,
  where: Sql,
  limit: number,
): Promise<User[]> {
  const rows = await database.rows(sql`
    select person.id, person.name, email, details, expire_at,
      (select json_strip_nulls(json_agg(json_build_object('role', json_build_object('id', role.id, 'name', role.name),
          'tag', ${tagReference(sql`held.org_id`, sql`held.tag_id`)}) order by held.position))
        from user_role_assignment held
        join user_role role on role.org_id = held.org_id and role.id = held.role_id
        where held.org_id = person.org_id and held.user_id = person.id)
    from person
    where person.org_id = ${orgId} and person.type = 'user' and person.deleted_at is null ${where}
    order by person.id limit ${limit}`);
  return rows.map(toUser);
}

function toUser(row: Row): User {
  const roles = JSON.parse(row[5] ?? '[]') as User['roles'];
  return {
    id: row[0],
    name: row[1],
    email: row[2] ?? '',
    authType: JSON.parse(row[3]).authType ?? 'default',
    roles: row[4] === null ? roles : roles.map((role) => ({ ...role, expireAt: wireTime(row[4]) })),
  };
}

/** Which of `ids` are roles of the organization. */
export async function knownRoles(tx: Queryable, orgId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.rows(sql`
    select id from user_role where org_id = ${orgId} and id = any(${ids}::text[])`);
  return new Set(rows.map(([id]) => id));
}

/** Who has each email now, by its lower case: `users` themselves left out. */
export async function takenEmails(
  tx: Queryable,
  orgId: string,
  users: readonly { id: string; email: string | null }[],
): Promise<Set<string>> {
  const rows = await tx.rows(sql`
    select lower(email) from person where org_id = ${orgId} and type = 'user' and deleted_at is null
      and lower(email) = any(${users.map(({ email }) => email?.toLowerCase() ?? null)}::text[])
      and id <> all(${users.map(({ id }) => id)}::bigint[])`);
  return new Set(rows.map(([email]) => email));
}

/** Makes `roles` all the roles of each user. */
export async function replaceRoles(
  tx: Queryable,
  orgId: string,
  users: readonly { userId: string; roles: readonly { roleId: string; tagId?: string }[] }[],
): Promise<void> {
  if (users.length === 0) return;
  await tx.rows(sql`
    delete from user_role_assignment
    where org_id = ${orgId} and user_id = any(${users.map(({ userId }) => userId)}::bigint[])`);
  const held = users.flatMap(({ userId, roles }) =>
    roles.map(({ roleId, tagId }, position) => ({ userId, position, roleId, tagId: tagId || null })),
  );
  await tx.rows(sql`
    insert into user_role_assignment (org_id, user_id, position, role_id, tag_id)
    select ${orgId}, user_id, position, role_id, tag_id
    from unnest(${held.map((h) => h.userId)}::bigint[], ${held.map((h) => h.position)}::smallint[],
      ${held.map((h) => h.roleId)}::text[], ${held.map((h) => h.tagId)}::bigint[]) as held (user_id, position, role_id, tag_id)`);
}
