import { columns, type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import type { Changed } from '../../../kernel/ledger/resource.ts';
import { Shape, type Static, Time, Type } from '../../../kernel/schema.ts';
import { wireTime } from '../../../kernel/time.ts';
import { filled } from '../entities/fields.ts';
import { attributeFacts } from './schema.ts';

/** An attribute's own facts: what it offers, and not who has a value of it. */
export const AttributeDocument = Shape('AttributeDocument', {
  ...attributeFacts,
  options: Type.Array(
    Shape('AttributeOption', {
      id: Type.String({ description: 'Id of the value.' }),
      value: Type.String({ description: 'The value as text.' }),
    }),
    { description: 'The offered values, in the order of their ids.' },
  ),
  createdAtTime: Time('When the attribute was added.'),
  updatedAtTime: Time('When the attribute was last changed.'),
});
export type AttributeDocument = Static<typeof AttributeDocument>;

interface Row {
  id: string;
  name: string;
  entityType: AttributeDocument['entityType'];
  attributeType: AttributeDocument['attributeType'];
  unit: AttributeDocument['unit'] | null;
  options: string | null;
  createdAt: string;
  updatedAt: string;
}

const attributeColumns = (orgId: string) =>
  columns<Row>({
    id: sql`attribute.id`,
    name: sql`attribute.name`,
    entityType: sql`attribute.entity_type`,
    attributeType: sql`attribute.attribute_type`,
    unit: sql`attribute.unit`,
    options: sql`(
      select json_agg(json_build_object('id', held.id, 'value', held.value) order by held.id)
      from attribute_value held
      where held.org_id = ${orgId} and held.attribute_id = attribute.id and held.is_option)`,
    createdAt: sql`attribute.created_at`,
    updatedAt: sql`attribute.updated_at`,
  });

/** Attributes as their documents. `rest` is about the table attribute: conditions, order, limit. */
export async function selectAttributes(
  database: Queryable,
  orgId: string,
  rest: Sql,
): Promise<AttributeDocument[]> {
  const attribute = attributeColumns(orgId);
  const rows = await database.rows(sql`
    select ${attribute.list} from attribute where attribute.org_id = ${orgId} ${rest}`);
  return rows.map((row) => toDocument(attribute.read(row)));
}

export async function readAttributes(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Changed<AttributeDocument>[]> {
  const attributes = await selectAttributes(database, orgId, sql`and attribute.id = any(${ids}::uuid[])`);
  return attributes.map((document) => ({ id: document.id, document }));
}

const toDocument = ({ options, createdAt, updatedAt, ...own }: Row): AttributeDocument => ({
  ...(filled(own) as Pick<AttributeDocument, 'id' | 'name' | 'entityType' | 'attributeType' | 'unit'>),
  options: JSON.parse(options ?? '[]'),
  createdAtTime: wireTime(createdAt),
  updatedAtTime: wireTime(updatedAt),
});
