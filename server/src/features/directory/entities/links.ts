import { type Sql, sql } from '../../../kernel/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isNumericId, parseExternalId } from '../../../kernel/ids.ts';

/** What may have external ids. */
export type EntityType = 'driver' | 'user' | 'vehicle' | 'tag' | 'qualificationRecord' | 'formSubmission';

/** The tags of an entity as a JSON list, or null. `org` and `entity` are columns. */
export const tagsOf = (org: Sql, entity: Sql): Sql => sql`(
  select json_strip_nulls(json_agg(json_build_object(
    'id', tag.id::text, 'name', tag.name, 'parentTagId', tag.parent_id::text) order by tag.id))
  from tag_member member join tag on tag.org_id = member.org_id and tag.id = member.tag_id
  where member.org_id = ${org} and member.entity_id = ${entity})`;

/** The external ids of an entity as a JSON object, or null. `type` is a kind or the column that holds it. */
export const externalIdsOf = (org: Sql, type: EntityType | Sql, entity: Sql): Sql => sql`(
  select json_object_agg(named.key, named.value order by named.key) from external_id named
  where named.org_id = ${org} and named.entity_type = ${type} and named.entity_id = ${entity}::text)`;

/** The attribute values of an entity as a JSON list with one item an attribute, or null. */
export const attributesOf = (org: Sql, entity: Sql): Sql => sql`(
  select json_strip_nulls(json_agg(json_build_object('id', id, 'name', name,
    'stringValues', case when attribute_type not in ('number', 'date') then "values" end,
    'numberValues', case when attribute_type = 'number' then numbers end,
    'dateValues', case when attribute_type = 'date' then "values" end) order by id))
  from (
    select attribute.id, attribute.name, attribute.attribute_type,
      json_agg(held.value order by held.id) as "values", json_agg(held.number_value order by held.id) as numbers
    from attribute_entity link
    join attribute_value held on held.org_id = link.org_id and held.id = link.attribute_value_id
    join attribute on attribute.org_id = held.org_id and attribute.id = held.attribute_id
    where link.org_id = ${org} and link.entity_id = ${entity}
    group by attribute.org_id, attribute.id) of_entity)`;

/** A tag that a column refers to, as JSON, or null. */
export const tagReference = (org: Sql, id: Sql): Sql => sql`(
  select json_strip_nulls(json_build_object('id', tag.id::text, 'name', tag.name, 'parentTagId', tag.parent_id::text))
  from tag where tag.org_id = ${org} and tag.id = ${id})`;

/**
 * The id that a path parameter means, as an expression: a number, or what holds the external id `key:value`.
 * @throws 404 for text that can be neither.
 */
export function idFromPath(orgId: string, type: EntityType, text: string): Sql {
  if (isNumericId(text)) return sql`${text}::bigint`;
  const external = parseExternalId(text);
  if (!external) throw notFound(`No ${type} ${text.slice(0, 100)}.`);
  return sql`(select named.entity_id::bigint from external_id named where named.org_id = ${orgId}
    and named.entity_type = ${type} and named.key = ${external.key} and named.value = ${external.value})`;
}
