import type { Caller } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import { visibleTag } from './links.ts';

/** @throws 404 naming the first tag or attribute value that the organization does not have, or the token not see. */
export async function requireKnown(
  database: Queryable,
  caller: Pick<Caller, 'orgId' | 'tagIds'>,
  { tagIds = [], attributeValueIds = [] }: { tagIds?: string[]; attributeValueIds?: string[] },
): Promise<void> {
  const rows = await database.rows(sql`
    select id::text from tag where org_id = ${caller.orgId} and id = any(${tagIds}::bigint[])
      ${visibleTag(caller, sql`tag.id`)}
    union all select id::text from attribute_value
    where org_id = ${caller.orgId} and id = any(${attributeValueIds}::uuid[])`);
  const known = new Set(rows.map(([id]) => id));
  const tag = tagIds.find((id) => !known.has(id));
  if (tag) throw notFound(`tagIds: no tag ${tag}.`);
  const value = attributeValueIds.find((id) => !known.has(id));
  if (value) throw notFound(`attributeValueIds: no attribute value ${value}.`);
}
