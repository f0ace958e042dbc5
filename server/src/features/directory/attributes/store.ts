import { empty, type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { externalIdsOf } from '../entities/links.ts';
import type { Scope } from '../tags/links.ts';
import { visibleTo } from '../tags/scope.ts';
import type { Attribute, AttributeExpanded } from './schema.ts';

const columns = sql`attribute.id, attribute.name, attribute.entity_type, attribute_type, unit, (
  select json_agg(json_build_object('id', held.id, 'stringValue', held.value) order by held.id)
  from attribute_value held
  where held.org_id = attribute.org_id and held.attribute_id = attribute.id and held.is_option)`;

/** Attributes without what they are applied to, in the order of their ids. */
export async function selectAttributes(
  database: Queryable,
  orgId: string,
  where: Sql,
  limit: number,
): Promise<Attribute[]> {
  const rows = await database.rows(sql`
    select ${columns} from attribute where attribute.org_id = ${orgId} ${where}
    order by attribute.id limit ${limit}`);
  return rows.map(toAttribute);
}

/** One attribute with the values of every driver or vehicle that the caller sees. */
export async function selectExpanded(
  database: Queryable,
  scope: Scope,
  entityType: 'driver' | 'asset',
  id: string,
): Promise<AttributeExpanded | undefined> {
  const isDriver = entityType === 'driver';
  const table = isDriver ? sql`person` : sql`vehicle`;
  const living = isDriver ? sql`and person.deleted_at is null` : empty;
  const org = sql`${table}.org_id`;
  const [row] = await database.rows(sql`
    select ${columns}, (
      select json_agg(json_build_object('entityId', entity_id, 'name', name, 'externalIds', external, 'values', "values") order by entity_id)
      from (
        select ${table}.id as entity_id, ${table}.name,
          ${externalIdsOf(org, isDriver ? 'driver' : 'vehicle', sql`${table}.id`)} as external,
          json_agg(json_build_object('id', held.id, 'stringValue', held.value) order by held.id) as "values"
        from attribute_value held
        join attribute_entity link on link.org_id = held.org_id and link.attribute_value_id = held.id
        join ${table} on ${org} = link.org_id and ${table}.id = link.entity_id
        where held.org_id = attribute.org_id and held.attribute_id = attribute.id ${living}
          ${visibleTo(scope, sql`${table}.id`)}
        group by ${org}, ${table}.id) entity)
    from attribute
    where attribute.org_id = ${scope.orgId} and attribute.id = ${id} and attribute.entity_type = ${entityType}`);
  if (!row) return undefined;
  const attribute = toAttribute(row);
  const entities = JSON.parse(row[6] ?? '[]') as Entity[];
  return { ...attribute, entities: entities.map((entity) => toEntity(attribute.attributeType, entity)) };
}

interface Entity {
  entityId: number;
  name: string;
  externalIds: Record<string, string> | null;
  values: { id: string; stringValue: string }[];
}

function toAttribute(row: Row): Attribute {
  const values = row[5] === null ? undefined : (JSON.parse(row[5]) as Entity['values']);
  const type = row[3] as Attribute['attributeType'];
  const texts = values?.map(({ stringValue }) => stringValue);
  return {
    id: row[0],
    name: row[1],
    entityType: row[2],
    attributeType: type,
    unit: type === 'number' ? (row[4] ?? 'NO_UNIT') : undefined,
    stringValues: type === 'number' ? undefined : texts,
    numberValues: type === 'number' ? texts?.map(Number) : undefined,
    values,
  };
}

function toEntity(type: Attribute['attributeType'], entity: Entity): AttributeExpanded['entities'][number] {
  const texts = entity.values.map(({ stringValue }) => stringValue);
  return {
    entityId: entity.entityId,
    name: entity.name,
    externalIds: entity.externalIds ?? undefined,
    stringValues: type === 'number' || type === 'date' ? undefined : texts,
    numberValues: type === 'number' ? texts.map(Number) : undefined,
    dateValues: type === 'date' ? texts : undefined,
    values: entity.values,
  };
}

/** An attribute's own columns, as they are written. */
export interface AttributeRow {
  id: string;
  name: string;
  entityType: 'driver' | 'asset';
  type: Attribute['attributeType'];
  unit: string | null;
}

/** Inserts a new attribute or overwrites a known one. */
export async function upsertAttribute(
  tx: Queryable,
  orgId: string,
  at: string,
  row: AttributeRow,
): Promise<void> {
  await tx.rows(sql`
    insert into attribute (org_id, id, name, entity_type, attribute_type, unit, created_at, updated_at)
    values (${orgId}, ${row.id}, ${row.name}, ${row.entityType}, ${row.type}, ${row.unit}, ${at}, ${at})
    on conflict (org_id, id) do update set name = excluded.name, attribute_type = excluded.attribute_type,
      unit = excluded.unit, updated_at = excluded.updated_at`);
}

/** True when another attribute of these entities has the name. */
export async function nameTaken(tx: Queryable, orgId: string, row: AttributeRow): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from attribute
    where org_id = ${orgId} and entity_type = ${row.entityType} and name = ${row.name} and id <> ${row.id}`);
  return rows.length > 0;
}

/** Takes away the offered values that are not in `kept`, from whatever has them too, and the free ones nobody has. */
export async function dropValues(
  tx: Queryable,
  orgId: string,
  attributeId: string,
  kept: readonly string[],
): Promise<void> {
  await tx.rows(sql`
    with dropped as (
      delete from attribute_value where org_id = ${orgId} and attribute_id = ${attributeId}
        and value <> all(${kept}::text[]) and (is_option or not exists (
          select 1 from attribute_entity link
          where link.org_id = ${orgId} and link.attribute_value_id = attribute_value.id))
      returning id)
    delete from attribute_entity where org_id = ${orgId} and attribute_value_id in (select id from dropped)`);
}

/** Deletes an attribute with its values, wherever they are. */
export async function deleteAttribute(tx: Queryable, orgId: string, id: string): Promise<void> {
  await tx.rows(sql`
    with dropped as (
      delete from attribute_value where org_id = ${orgId} and attribute_id = ${id} returning id),
    links as (
      delete from attribute_entity where org_id = ${orgId} and attribute_value_id in (select id from dropped))
    delete from attribute where org_id = ${orgId} and id = ${id}`);
}
