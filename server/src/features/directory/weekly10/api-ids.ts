import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import { isNumericId, type PersonType, parseExternalId } from '../../../kernel/ids.ts';
import type { Person } from '../people/find.ts';
import { visibleTo } from '../tags/scope.ts';
import { API_ID_KEY } from './api-id-key.ts';

/**
 * The `api_id` of a person as an expression: the one that was chosen, or `driver-281474`. `org` is the
 * organization's value.
 */
export const personApiId = (org: string | Sql, type: Sql, id: Sql): Sql => sql`coalesce((
  select named.value from external_id named where named.org_id = ${org} and named.entity_type = ${type}
    and named.entity_id = ${id}::text and named.key = ${API_ID_KEY}), ${type} || '-' || ${id})`;

/** People whom clients know: not those that tokens act as. */
export const notServiceAccount = sql`and coalesce(person.details ->> 'serviceAccount', '') <> 'true'`;

/** Reads `driver-281474` or `user-4392`. */
export function directoryId(text: string): Person | undefined {
  const [, type, id] = /^(driver|user)-(\d+)$/.exec(text) ?? [];
  return type && id && isNumericId(id) ? { type: type as PersonType, id } : undefined;
}

/** Finds a living person by `api_id`, by directory id or by an external id `key:value`, in this order. */
export async function findPersonByApiId(
  database: Queryable,
  sight: Sight,
  text: string,
): Promise<Person | undefined> {
  const direct = directoryId(text);
  const external = parseExternalId(text);
  const [row] = await database.rows(sql`
    with named as (
      select 1 as place, entity_type as type, entity_id::bigint as id from external_id
      where org_id = ${sight.orgId} and key = ${API_ID_KEY} and value = ${text} and entity_type in ('driver', 'user')
      union all select 2, ${direct?.type ?? null}, ${direct?.id ?? null}::bigint
      union all select 3, entity_type, entity_id::bigint from external_id
      where org_id = ${sight.orgId} and key = ${external?.key ?? null} and value = ${external?.value ?? null}
        and entity_type in ('driver', 'user')
    )
    select person.id, person.type from named
    join person on person.org_id = ${sight.orgId} and person.id = named.id and person.type = named.type
    where person.deleted_at is null ${notServiceAccount} ${visibleTo(sight, sql`person.id`)}
    order by named.place limit 1`);
  return row && { id: row[0], type: row[1] };
}

/** The ids of the people, deleted ones too, whose name has `pattern`, a pattern of `ilike`. */
export async function findPeopleNamed(
  database: Queryable,
  orgId: string,
  pattern: string,
): Promise<string[]> {
  const rows = await database.rows(sql`
    select id from person where org_id = ${orgId} and name ilike ${pattern}`);
  return rows.map(([id]) => id);
}
