import { sql, table } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { isDay } from './filter.ts';
import type { AttributeOnEntity } from './on-entity.ts';

/** The attributes to set on one driver or vehicle; `index` is its place in the batch. */
export interface AttributesOf {
  index: number;
  entityId: string;
  attributes: AttributeOnEntity[];
}

interface Definition {
  id: string;
  name: string;
  type: string;
}

interface Wanted {
  index: number;
  entityId: string;
  attribute: Definition;
  values: string[];
}

const isSelect = (type: string): boolean => type === 'single-select' || type === 'multi-select';

/**
 * Replaces the values of the named attributes on each entity; attributes that are not named stay. Whoever calls it
 * tells the ledger of the entities.
 */
export async function setAttributes(
  tx: Tx,
  entityType: 'driver' | 'asset',
  items: readonly AttributesOf[],
  problems: Problems,
): Promise<void> {
  const named = items.flatMap((item) => item.attributes.map((attribute) => ({ ...item, attribute })));
  if (named.length === 0) return;
  const find = await definitions(
    tx,
    entityType,
    named.map(({ attribute }) => attribute),
  );
  const wanted = named.flatMap(({ index, entityId, attribute: given }): Wanted[] => {
    const attribute = find(given);
    if (attribute)
      return [{ index, entityId, attribute, values: valuesOf(attribute, given, index, problems) }];
    const name = given.id ?? given.name ?? '';
    problems.add(index, notFound(`attributes: no ${entityType} attribute "${name.slice(0, 100)}".`));
    return [];
  });
  const ids = await valueIds(tx, wanted, problems);
  problems.check();
  const links = wanted.flatMap(({ entityId, attribute, values }) =>
    values.map((value) => ({ entityId, valueId: ids.get(`${attribute.id} ${value}`) as string })),
  );
  await replaceLinks(tx, wanted, links);
}

async function replaceLinks(
  tx: Tx,
  wanted: readonly Wanted[],
  links: readonly { entityId: string; valueId: string }[],
): Promise<void> {
  await tx.rows(sql`
    delete from attribute_entity link
    using ${table('given', wanted, {
      entity_id: ['bigint', ({ entityId }) => entityId],
      attribute_id: ['uuid', ({ attribute }) => attribute.id],
    })}, attribute_value held
    where link.org_id = ${tx.orgId} and held.org_id = ${tx.orgId} and held.id = link.attribute_value_id
      and link.entity_id = given.entity_id and held.attribute_id = given.attribute_id`);
  await tx.rows(sql`
    insert into attribute_entity (org_id, attribute_value_id, entity_id)
    select ${tx.orgId}::bigint, value_id, entity_id
    from ${table('link', links, {
      value_id: ['uuid', ({ valueId }) => valueId],
      entity_id: ['bigint', ({ entityId }) => entityId],
    })}
    on conflict do nothing`);
}

/** Looks attributes up by id, or else by name. */
async function definitions(
  tx: Tx,
  entityType: string,
  named: AttributeOnEntity[],
): Promise<(given: AttributeOnEntity) => Definition | undefined> {
  const ids = [...new Set(named.flatMap(({ id }) => (id && isUuid(id) ? [id.toLowerCase()] : [])))];
  const names = [...new Set(named.flatMap(({ id, name }) => (id || !name ? [] : [name])))];
  const rows = await tx.rows(sql`
    select id, name, attribute_type from attribute
    where org_id = ${tx.orgId} and entity_type = ${entityType}
      and (id = any(${ids}::uuid[]) or name = any(${names}::text[]))`);
  const found = rows.map(([id, name, type]): Definition => ({ id, name, type }));
  const byId = new Map(found.map((definition) => [definition.id, definition]));
  const byName = new Map(found.map((definition) => [definition.name, definition]));
  return ({ id, name }) => (id ? byId.get(id.toLowerCase()) : byName.get(name ?? ''));
}

/** The values as stored text; reports those that do not fit the attribute's type. */
export function valuesOf(
  { name, type }: { name: string; type: string },
  given: AttributeOnEntity,
  index: number,
  problems: Problems,
): string[] {
  const field = type === 'number' ? 'numberValues' : type === 'date' ? 'dateValues' : 'stringValues';
  for (const other of ['numberValues', 'dateValues', 'stringValues'] as const)
    if (other !== field && given[other]?.length)
      problems.add(
        index,
        invalid('attributes', `${name} is of the type ${type}: send ${field}, not ${other}.`),
      );
  const values = [
    ...new Set(
      (given[field] ?? []).map((value) => (typeof value === 'number' ? JSON.stringify(value) : value)),
    ),
  ];
  if (type === 'date')
    for (const day of values.filter((value) => !isDay(value)))
      problems.add(
        index,
        invalid('attributes', `${name}: "${day.slice(0, 40)}" is not a day such as 2026-11-21.`),
      );
  if (values.length > 1 && (type === 'single-select' || type === 'text'))
    problems.add(index, invalid('attributes', `${name} holds one value.`));
  for (const value of values)
    if (value === '' || value.length > 1024 || (type === 'number' && !Number.isFinite(Number(value))))
      problems.add(index, invalid('attributes', `${name}: a value is empty, too long or not finite.`));
  return values;
}

/** The ids of the values, by `attribute value`; adds free values that are new. */
async function valueIds(tx: Tx, wanted: readonly Wanted[], problems: Problems): Promise<Map<string, string>> {
  const all = wanted.flatMap(({ index, attribute, values }) =>
    values.map((value) => ({ index, attribute, value })),
  );
  const selects = all.filter((value) => isSelect(value.attribute.type)).map((value) => value.attribute.id);
  const rows = await tx.rows(sql`
    select attribute_id || ' ' || value, id from attribute_value where org_id = ${tx.orgId}
      and (attribute_id, value) in (select attribute_id, value from ${table('given', all, {
        attribute_id: ['uuid', ({ attribute }) => attribute.id],
        value: ['text', ({ value }) => value],
      })})
      and (is_option or attribute_id <> all(${selects}::uuid[]))`);
  const ids = new Map<string, string>(rows.map(([key, id]) => [key, id]));
  const added: { id: string; attribute: Definition; value: string }[] = [];
  for (const { index, attribute, value } of all) {
    const key = `${attribute.id} ${value}`;
    if (ids.has(key)) continue;
    if (isSelect(attribute.type)) {
      problems.add(
        index,
        invalid('attributes', `${attribute.name} offers no value "${value.slice(0, 60)}".`),
      );
      continue;
    }
    const id = newId();
    ids.set(key, id);
    added.push({ id, attribute, value });
  }
  await insertValues(tx, added, false);
  return ids;
}

/** Adds values to attributes, to offer them or because somebody has them. */
export async function insertValues(
  tx: Tx,
  values: readonly { id: string; attribute: { id: string; type: string }; value: string }[],
  isOption: boolean,
): Promise<void> {
  if (values.length === 0) return;
  await tx.rows(sql`
    insert into attribute_value (org_id, id, attribute_id, value, number_value, is_option)
    select ${tx.orgId}::bigint, added.*, ${isOption}::boolean
    from ${table('added', values, {
      id: ['uuid', ({ id }) => id],
      attribute_id: ['uuid', ({ attribute }) => attribute.id],
      value: ['text', ({ value }) => value],
      number_value: [
        'float8',
        ({ attribute, value }) => (attribute.type === 'number' ? Number(value) : null),
      ],
    })}
    on conflict (org_id, attribute_id, value) do update set is_option = excluded.is_option or attribute_value.is_option`);
}
