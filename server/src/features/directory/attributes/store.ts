import type { Sight } from '../../../kernel/auth.ts';
import { empty, type Queryable, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { externalIdsOf } from '../external-ids/find.ts';
import { visibleTo } from '../tags/scope.ts';
import type { AttributeDocument } from './document.ts';
import type { Holder } from './served.ts';

/** The drivers or vehicles in sight that have a value of an attribute, in the order of their ids. */
export async function selectHolders(
  database: Queryable,
  sight: Sight,
  { id, entityType }: Pick<AttributeDocument, 'id' | 'entityType'>,
): Promise<Holder[]> {
  const isDriver = entityType === 'driver';
  const table = isDriver ? sql`person` : sql`vehicle`;
  const living = isDriver ? sql`and person.deleted_at is null` : empty;
  const { orgId } = sight;
  const rows = await database.rows(sql`
    select holder.id, holder.name, ${externalIdsOf(orgId, isDriver ? 'driver' : 'vehicle', sql`holder.id`)}, holder.held
    from (
      select ${table}.id, ${table}.name,
        json_agg(json_build_object('id', value.id, 'value', value.value) order by value.id) as held
      from attribute_value value
      join attribute_entity link on link.org_id = ${orgId} and link.attribute_value_id = value.id
      join ${table} on ${table}.org_id = ${orgId} and ${table}.id = link.entity_id
      where value.org_id = ${orgId} and value.attribute_id = ${id} ${living}
        ${visibleTo(sight, sql`${table}.id`)}
      group by ${table}.org_id, ${table}.id) holder
    order by holder.id`);
  return rows.map(([holderId, name, externalIds, values]) => ({
    id: holderId,
    name,
    externalIds: JSON.parse(externalIds ?? '{}'),
    values: JSON.parse(values),
  }));
}

/** An attribute's own columns, as they are written. */
export interface AttributeRow {
  id: string;
  name: string;
  entityType: AttributeDocument['entityType'];
  type: AttributeDocument['attributeType'];
  unit: string | null;
}

/** Inserts a new attribute or overwrites a known one. */
export async function upsertAttribute(tx: Tx, row: AttributeRow): Promise<void> {
  await tx.rows(sql`
    insert into attribute (org_id, id, name, entity_type, attribute_type, unit, created_at, updated_at)
    values (${tx.orgId}, ${row.id}, ${row.name}, ${row.entityType}, ${row.type}, ${row.unit}, ${tx.at}, ${tx.at})
    on conflict (org_id, id) do update set name = excluded.name, attribute_type = excluded.attribute_type,
      unit = excluded.unit, updated_at = excluded.updated_at`);
}

/** True when another attribute of these entities has the name. */
export async function nameTaken(tx: Tx, row: AttributeRow): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from attribute
    where org_id = ${tx.orgId} and entity_type = ${row.entityType} and name = ${row.name} and id <> ${row.id}`);
  return rows.length > 0;
}

/**
 * Takes away the offered values that are not in `kept`, and the free ones nobody has; answers the drivers or
 * vehicles that have lost a value.
 */
export async function dropValues(tx: Tx, attributeId: string, kept: readonly string[]): Promise<string[]> {
  const rows = await tx.rows(sql`
    with dropped as (
      delete from attribute_value where org_id = ${tx.orgId} and attribute_id = ${attributeId}
        and value <> all(${kept}::text[]) and (is_option or not exists (
          select 1 from attribute_entity link
          where link.org_id = ${tx.orgId} and link.attribute_value_id = attribute_value.id))
      returning id),
    taken as (
      delete from attribute_entity
      where org_id = ${tx.orgId} and attribute_value_id in (select id from dropped) returning entity_id)
    select distinct entity_id from taken`);
  return rows.map(([id]) => id);
}

/** Deletes an attribute with its values; answers the drivers or vehicles that had one. */
export async function deleteAttribute(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.rows(sql`
    with dropped as (
      delete from attribute_value where org_id = ${tx.orgId} and attribute_id = ${id} returning id),
    taken as (
      delete from attribute_entity
      where org_id = ${tx.orgId} and attribute_value_id in (select id from dropped) returning entity_id),
    gone as (delete from attribute where org_id = ${tx.orgId} and id = ${id})
    select distinct entity_id from taken`);
  return rows.map(([entityId]) => entityId);
}
