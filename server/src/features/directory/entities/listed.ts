import type { Sight } from '../../../kernel/auth.ts';
import { and, type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import { folded, partPattern } from '../../../kernel/text.ts';
import { inTags, visibleTag, visibleTo } from '../tags/scope.ts';
import { notServiceAccount } from '../weekly10/api-ids.ts';
import type { SubjectEntity } from './subjects.ts';

/** What a list of people and vehicles is narrowed to. */
export interface ListedFilter {
  ids?: readonly string[] | undefined;
  types: readonly SubjectEntity['type'][];
  search?: string | undefined;
  tagIds?: readonly string[] | undefined;
  status?: 'active' | 'deactivated' | undefined;
}

/**
 * People and vehicles as a table of a statement with `id`, `type`, `name` and `status`: those whom whoever asks may see
 * and the filter leaves. `search` is a part of the name, the login name, the email address or an external id, in any case,
 * or a whole external id `key:value`.
 */
export function listedSubjects(
  sight: Sight,
  { ids, types, search = '', tagIds, status = undefined }: ListedFilter,
): Sql {
  const { orgId } = sight;
  const pattern = search && partPattern(search);
  const wanted = (id: Sql, type: Sql, texts: Sql): Sql =>
    sql`${and(
      ids && sql`${id} = any(${ids}::bigint[])`,
      pattern !== '' &&
        sql`(${texts} like ${pattern} or exists (
          select 1 from external_id named where named.org_id = ${orgId} and named.entity_type = ${type}
            and named.entity_id = ${id}::text
            and (lower(named.value) like ${pattern} or lower(named.key || ':' || named.value) = ${folded(search)})))`,
      tagIds && inTags(orgId, tagIds, id, true),
    )} ${visibleTo(sight, id)}`;
  return sql`(
    select id, type, name, status from person
    where org_id = ${orgId} and type = any(${types}::text[]) and deleted_at is null ${notServiceAccount}
      and (${status ?? null}::text is null or status = ${status ?? null})
      ${wanted(sql`person.id`, sql`person.type`, sql`lower(concat_ws(chr(31), person.name, person.username, person.email))`)}
    union all
    select id, 'vehicle', name, 'active' from vehicle
    where org_id = ${orgId} and ${types.includes('vehicle') && status !== 'deactivated'}
      ${wanted(sql`vehicle.id`, sql`'vehicle'`, sql`lower(vehicle.name)`)})`;
}

/** The tags that people and vehicles are in themselves, by their ids; of tags that whoever asks may see. */
export async function tagsOfSubjects(
  database: Queryable,
  sight: Sight,
  ids: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  const rows =
    ids.length === 0
      ? []
      : await database.rows(sql`
    select member.entity_id, tag.id, tag.name from tag_member member
    join tag on tag.org_id = ${sight.orgId} and tag.id = member.tag_id
    where member.org_id = ${sight.orgId} and member.entity_id = any(${ids}::bigint[])
      ${visibleTag(sight, sql`tag.id`)}
    order by lower(tag.name), tag.id`);
  const tags = new Map<string, { id: string; name: string }[]>();
  for (const [entityId, id, name] of rows) tags.set(entityId, [...(tags.get(entityId) ?? []), { id, name }]);
  return tags;
}
