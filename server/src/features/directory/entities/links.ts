import { type Sql, sql } from '../../../kernel/database/database.ts';
import { Shape, type Static, Type } from '../../../kernel/schema.ts';
import { externalIdsOf } from '../external-ids/find.ts';
import { ExternalIds } from '../external-ids/schema.ts';

/** What the document of a person or vehicle says of others: by id, whatever they are called. */
export const linkFacts = {
  tagIds: Type.Array(Type.String(), { description: 'The tags that it is in itself, by id.' }),
  externalIds: ExternalIds,
  attributes: Type.Array(
    Shape('HeldAttribute', {
      id: Type.String({ description: 'Id of the attribute.' }),
      values: Type.Array(
        Shape('HeldValue', {
          id: Type.String({ description: 'Id of the value.' }),
          value: Type.String({ description: 'The value as text.' }),
        }),
        { description: 'Its values here.' },
      ),
    }),
    { description: 'Attributes with a value, in the order of their ids.' },
  ),
};
export type LinkFacts = {
  tagIds: string[];
  externalIds: Record<string, string>;
  attributes: Static<(typeof linkFacts)['attributes']>;
};

/** The columns that `readLinks` reads; `type` is a resource's name or the column that holds it. */
export const linkColumns = (orgId: string, type: string | Sql, entity: Sql) => ({
  tagIds: sql`(
    select array_agg(member.tag_id::text order by member.tag_id) from tag_member member
    where member.org_id = ${orgId} and member.entity_id = ${entity})`,
  externalIds: externalIdsOf(orgId, type, entity),
  attributes: sql`(
    select json_agg(json_build_object('id', attribute_id, 'values', held) order by attribute_id)
    from (
      select value.attribute_id, json_agg(json_build_object('id', value.id, 'value', value.value) order by value.id) as held
      from attribute_entity link
      join attribute_value value on value.org_id = ${orgId} and value.id = link.attribute_value_id
      where link.org_id = ${orgId} and link.entity_id = ${entity}
      group by value.attribute_id) of_entity)`,
});

export interface LinkRow {
  tagIds: string[] | null;
  externalIds: string | null;
  attributes: string | null;
}

export const readLinks = ({ tagIds, externalIds, attributes }: LinkRow): LinkFacts => ({
  tagIds: tagIds ?? [],
  externalIds: JSON.parse(externalIds ?? '{}'),
  attributes: JSON.parse(attributes ?? '[]'),
});
