import { empty, join, type Sql, sql } from '../../../kernel/database/database.ts';
import { numericIds, uuids } from '../../../kernel/ids.ts';
import type { Binding } from '../../../kernel/pages/cursor.ts';
import { After, List, PageLimit, TimeInput, Type } from '../../../kernel/schema.ts';
import { parseTime } from '../../../kernel/time.ts';
import { attributeFilters } from '../attributes/filter.ts';
import { inTags } from '../tags/scope.ts';

/** The parameters of a plain list. */
export const pageQuery = { limit: PageLimit, after: After };

/** The filters that lists of drivers and of vehicles share. */
export const entityQuery = {
  ...pageQuery,
  tagIds: Type.Optional(List(Type.String(), { description: 'Only what is in one of these tags, by id.' })),
  parentTagIds: Type.Optional(
    List(Type.String(), { description: 'Only what is in one of these tags or in a tag below one of them.' }),
  ),
  attributeValueIds: Type.Optional(
    List(Type.String(), { description: 'Only what has every one of these attribute values, by id.' }),
  ),
  attributes: Type.Optional(
    List(Type.String(), {
      description:
        'Only what meets every condition: Name:value, or Name:range(10,20) for numbers, or Name:range(2026-01-01,2026-01-31) for dates; both ends belong to the range. At most 20 conditions.',
    }),
  ),
  updatedAfterTime: Type.Optional(TimeInput('Only what was changed at this time or later.')),
  createdAfterTime: Type.Optional(TimeInput('Only what was added at this time or later.')),
};

export interface EntityQuery {
  limit?: number;
  after?: string;
  tagIds?: string[];
  parentTagIds?: string[];
  attributeValueIds?: string[];
  attributes?: string[];
  updatedAfterTime?: string;
  createdAfterTime?: string;
}

export const PAGE = 512;

/** The conditions of the shared filters on `table`, and the parameters that bind a cursor. */
export function entityFilters(
  orgId: string,
  entityType: 'driver' | 'asset',
  table: Sql,
  query: EntityQuery,
): { where: Sql; binding: Binding } {
  const { limit: _limit, after: _after, ...filters } = query;
  const id = sql`${table}.id`;
  const tagIds = query.tagIds && numericIds('tagIds', query.tagIds);
  const parentTagIds = query.parentTagIds && numericIds('parentTagIds', query.parentTagIds);
  const valueIds = query.attributeValueIds && uuids('attributeValueIds', query.attributeValueIds);
  const tags = [
    ...(tagIds ? [inTags(orgId, tagIds, id, false)] : []),
    ...(parentTagIds ? [inTags(orgId, parentTagIds, id, true)] : []),
  ];
  const conditions = [
    ...(tags.length > 0 ? [sql`(${join(tags, ' or ')})`] : []),
    ...(valueIds
      ? [
          sql`(select count(*) from attribute_entity link where link.org_id = ${orgId} and link.entity_id = ${id}
          and link.attribute_value_id = any(${valueIds}::uuid[])) = ${valueIds.length}`,
        ]
      : []),
    ...attributeFilters(orgId, entityType, id, query.attributes ?? []),
    ...since('updatedAfterTime', query.updatedAfterTime, sql`${table}.updated_at`),
    ...since('createdAfterTime', query.createdAfterTime, sql`${table}.created_at`),
  ];
  const where = conditions.length > 0 ? sql`and ${join(conditions, ' and ')}` : empty;
  return { where, binding: filters as Binding };
}

const since = (field: string, time: string | undefined, column: Sql): Sql[] =>
  time ? [sql`${column} >= ${parseTime(field, time)}::timestamptz`] : [];
