import type { Caller } from '../../../kernel/auth.ts';
import { empty, type Sql, sql } from '../../../kernel/database.ts';

/** The ids of `tagIds` and of every tag below them. */
export const tagTree = (orgId: string, tagIds: readonly string[]): Sql => sql`(
  with recursive tree as (
    select id from tag where org_id = ${orgId} and id = any(${tagIds}::bigint[])
    union select child.id from tag child join tree on child.parent_id = tree.id where child.org_id = ${orgId}
  ) select id from tree)`;

/**
 * The condition that an entity is in one of `tagIds`; with `descend`, also in a tag below one of them.
 * `entity` is the column that holds its id.
 */
export function inTags(orgId: string, tagIds: readonly string[], entity: Sql, descend: boolean): Sql {
  const tags = descend ? tagTree(orgId, tagIds) : sql`(select unnest(${tagIds}::bigint[]))`;
  return sql`exists (select 1 from tag_member where tag_member.org_id = ${orgId}
    and tag_member.entity_id = ${entity} and tag_member.tag_id in ${tags})`;
}

/** ` and …` for a token that is limited to tags, nothing for one that sees the whole organization. */
export const visibleTo = (caller: Pick<Caller, 'orgId' | 'tagIds'>, entity: Sql): Sql =>
  caller.tagIds ? sql`and ${inTags(caller.orgId, caller.tagIds, entity, true)}` : empty;

/** The condition that an entity has one of these attribute values. `entity` is the column that holds its id. */
export const hasAttributeValues = (orgId: string, valueIds: readonly string[], entity: Sql): Sql =>
  sql`exists (select 1 from attribute_entity where attribute_entity.org_id = ${orgId}
    and attribute_entity.entity_id = ${entity} and attribute_entity.attribute_value_id = any(${valueIds}::uuid[]))`;
