import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { badRequest, notFound } from '../../../kernel/errors.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import { isNumericId } from '../../../kernel/ids.ts';
import { visibleTag } from './scope.ts';

/** Tags that a row of a batch names in a field. */
export interface NamedTags {
  index: number;
  field: string;
  ids: readonly string[];
}

/** Reports every tag that is not in the organization, or out of sight, as 404 naming it. */
export async function requireTags(
  database: Queryable,
  sight: Sight,
  named: readonly NamedTags[],
  problems: Problems,
): Promise<void> {
  const ids = [...new Set(named.flatMap((item) => item.ids))].filter(isNumericId);
  const rows =
    ids.length === 0
      ? []
      : await database.rows(sql`
          select id from tag where org_id = ${sight.orgId} and id = any(${ids}::bigint[])
          ${visibleTag(sight, sql`tag.id`)}`);
  const known = new Set(rows.map(([id]) => id as string));
  for (const { index, field, ids: wanted } of named) {
    const missing = wanted.filter((id) => !known.has(id));
    if (missing.length > 0)
      problems.add(index, notFound(`${field}: no tag ${missing.slice(0, 5).join(', ').slice(0, 200)}.`));
  }
}

/** Reports what a token limited to tags would put out of its own sight. */
export function requireOwnTag(
  sight: Sight,
  index: number,
  tagIds: readonly string[],
  problems: Problems,
): void {
  if (sight.tagIds && tagIds.length === 0)
    problems.add(
      index,
      badRequest('tagIds is missing: this token is limited to tags and must name one of them.'),
    );
}

/** @throws 404 naming the first tag or attribute value that the organization does not have, or the token not see. */
export async function requireKnown(
  database: Queryable,
  sight: Sight,
  { tagIds = [], attributeValueIds = [] }: { tagIds?: string[]; attributeValueIds?: string[] },
): Promise<void> {
  const rows = await database.rows(sql`
    select id::text from tag where org_id = ${sight.orgId} and id = any(${tagIds}::bigint[])
      ${visibleTag(sight, sql`tag.id`)}
    union all select id::text from attribute_value
    where org_id = ${sight.orgId} and id = any(${attributeValueIds}::uuid[])`);
  const known = new Set(rows.map(([id]) => id));
  const tag = tagIds.find((id) => !known.has(id));
  if (tag) throw notFound(`tagIds: no tag ${tag}.`);
  const value = attributeValueIds.find((id) => !known.has(id));
  if (value) throw notFound(`attributeValueIds: no attribute value ${value}.`);
}
