import { type Queryable, sql } from '../../../kernel/database/database.ts';
import type { SubjectEntity } from '../entities/subjects.ts';
import { notServiceAccount } from '../weekly10/api-ids.ts';

/** How a person can be told something. */
export interface Contact {
  id: string;
  type: 'driver' | 'user';
  name: string;
  isActive: boolean;
  /** A user's; drivers have none. */
  email?: string;
  timeZone?: string;
  /** Country whose conventions a driver's app follows. */
  country?: string;
}

/** The living among some people, by id. */
export async function contactsOf(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, Contact>> {
  const rows = await database.rows(sql`
    select id, type, name, status = 'active' and (expire_at is null or expire_at > now()),
      email,
      details ->> 'timezone', details ->> 'locale'
    from person where org_id = ${orgId} and deleted_at is null and id = any(${ids}::bigint[]) ${notServiceAccount}`);
  return new Map(
    rows.map(([id, type, name, isActive, email, timeZone, country]) => [
      id,
      {
        id,
        type,
        name,
        isActive,
        ...(email ? { email } : {}),
        ...(timeZone ? { timeZone } : {}),
        ...(country ? { country } : {}),
      },
    ]),
  );
}

/** The users who hold a role on a tag of some people and vehicles, or on a tag above it, by person or vehicle. */
export async function holdersOnTags(
  database: Queryable,
  orgId: string,
  roleId: string,
  ids: readonly SubjectEntity['id'][],
): Promise<Map<string, string[]>> {
  const rows = await database.rows(sql`
    with recursive above as (
      select entity_id, tag_id from tag_member where org_id = ${orgId} and entity_id = any(${ids}::bigint[])
      union
      select above.entity_id, tag.parent_id from above join tag on tag.id = above.tag_id
      where tag.org_id = ${orgId} and tag.parent_id is not null
    )
    select above.entity_id, array_agg(distinct held.user_id::text) from above
    join user_role_assignment held on held.org_id = ${orgId} and held.tag_id = above.tag_id
      and held.role_id = ${roleId} and held.user_id <> above.entity_id
    join person on person.org_id = ${orgId} and person.id = held.user_id and person.deleted_at is null
    group by above.entity_id`);
  return new Map(rows as [string, string[]][]);
}
