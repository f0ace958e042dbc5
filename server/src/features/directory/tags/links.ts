import type { Caller } from '../../../kernel/auth.ts';
import { empty, type Queryable, type Sql, sql } from '../../../kernel/database.ts';
import { badRequest, notFound } from '../../../kernel/errors.ts';
import { isNumericId } from '../../../kernel/ids.ts';
import type { Problems } from '../../../kernel/problems.ts';
import { tagTree } from './scope.ts';

/** Whose data, and how much of it: a token's view, or the whole organization. */
export type Scope = Pick<Caller, 'orgId' | 'tagIds'>;

/** ` and …` that a tag is one the token may see. */
export const visibleTag = (scope: Scope, id: Sql): Sql =>
  scope.tagIds ? sql`and ${id} in ${tagTree(scope.orgId, scope.tagIds)}` : empty;

/** Tags that a row of a batch names in a field. */
export interface NamedTags {
  index: number;
  field: string;
  ids: readonly string[];
}

/** Reports every tag that is not in the organization, or out of the token's sight, as 404 naming it. */
export async function requireTags(
  tx: Queryable,
  scope: Scope,
  named: NamedTags[],
  problems: Problems,
): Promise<void> {
  const ids = [...new Set(named.flatMap((item) => item.ids))].filter(isNumericId);
  const rows =
    ids.length === 0
      ? []
      : await tx.rows(sql`
          select id from tag where org_id = ${scope.orgId} and id = any(${ids}::bigint[])
          ${visibleTag(scope, sql`tag.id`)}`);
  const known = new Set(rows.map(([id]) => id as string));
  for (const { index, field, ids: wanted } of named) {
    const missing = wanted.filter((id) => !known.has(id));
    if (missing.length > 0)
      problems.add(index, notFound(`${field}: no tag ${missing.slice(0, 5).join(', ').slice(0, 200)}.`));
  }
}

/** Reports what a token limited to tags would put out of its own sight. */
export function requireOwnTag(
  scope: Scope,
  index: number,
  tagIds: readonly string[],
  problems: Problems,
): void {
  if (scope.tagIds && tagIds.length === 0)
    problems.add(
      index,
      badRequest('tagIds is missing: this token is limited to tags and must name one of them.'),
    );
}

/** Makes `tagIds` the tags of each entity; tags that the token does not see stay. */
export async function replaceTags(
  tx: Queryable,
  scope: Scope,
  type: 'driver' | 'user' | 'vehicle',
  links: { entityId: string; tagIds: readonly string[] }[],
): Promise<void> {
  if (links.length === 0) return;
  await tx.rows(sql`
    delete from tag_member where org_id = ${scope.orgId}
      and entity_id = any(${links.map((link) => link.entityId)}::bigint[]) ${visibleTag(scope, sql`tag_id`)}`);
  const pairs = links.flatMap(({ entityId, tagIds }) => tagIds.map((tagId) => ({ entityId, tagId })));
  if (pairs.length === 0) return;
  await tx.rows(sql`
    insert into tag_member (org_id, tag_id, entity_id, entity_type)
    select ${scope.orgId}, tag_id, entity_id, ${type}
    from unnest(${pairs.map((pair) => pair.tagId)}::bigint[], ${pairs.map((pair) => pair.entityId)}::bigint[])
      as pair (tag_id, entity_id)
    on conflict do nothing`);
}
