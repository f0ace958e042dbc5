import type { Sight } from '../../../kernel/auth.ts';
import { empty, type Sql, sql } from '../../../kernel/database/database.ts';

/** The ids of `tagIds` and of every tag below them. */
export const tagTree = (orgId: string, tagIds: readonly string[]): Sql => sql`(
  with recursive tree as (
    select id from tag where org_id = ${orgId} and id = any(${tagIds}::bigint[])
    union select child.id from tag child join tree on child.parent_id = tree.id where child.org_id = ${orgId}
  ) select id from tree)`;

/** ` and …` that a tag is one that whoever asks may see. */
export const visibleTag = (sight: Sight, id: Sql): Sql =>
  sight.tagIds ? sql`and ${id} in ${tagTree(sight.orgId, sight.tagIds)}` : empty;

/**
 * The condition that an entity is in one of `tagIds`; with `descend`, also in a tag below one of them.
 * `entity` is the column that holds its id.
 */
export function inTags(orgId: string, tagIds: readonly string[], entity: Sql, descend: boolean): Sql {
  const tags = descend ? tagTree(orgId, tagIds) : sql`(select unnest(${tagIds}::bigint[]))`;
  return sql`exists (select 1 from tag_member where tag_member.org_id = ${orgId}
    and tag_member.entity_id = ${entity} and tag_member.tag_id in ${tags})`;
}

/** ` and …` for whoever is limited to tags, nothing for one who sees the whole organization. */
export function visibleTo({ orgId, tagIds, ownId }: Sight, entity: Sql): Sql {
  if (!tagIds) return empty;
  const tagged = inTags(orgId, tagIds, entity, true);
  return ownId ? sql`and (${entity} = ${ownId}::bigint or ${tagged})` : sql`and ${tagged}`;
}

/** Who is in which tag themselves, as a table of a statement with `tag_id` and `entity_id`; of tags that may be seen. */
export const tagMembers = (sight: Sight): Sql => sql`(
  select tag_id, entity_id from tag_member
  where tag_member.org_id = ${sight.orgId} ${visibleTag(sight, sql`tag_member.tag_id`)})`;
