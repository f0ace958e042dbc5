import { type Sql, sql } from '../../../kernel/database.ts';
import { invalid } from '../../../kernel/errors.ts';

/**
 * The conditions of `attributes` filters. The list arrives split at commas; a part without a colon continues
 * the value before it, so that ranges and values with commas come out whole.
 */
export function attributeFilters(
  orgId: string,
  entityType: 'driver' | 'asset',
  entity: Sql,
  parts: readonly string[],
): Sql[] {
  return whole(parts).map((text) => {
    const colon = text.indexOf(':');
    const name = text.slice(0, colon);
    const value = text.slice(colon + 1);
    return sql`exists (
      select 1 from attribute_entity link
      join attribute_value held on held.org_id = ${orgId} and held.id = link.attribute_value_id
      join attribute on attribute.org_id = ${orgId} and attribute.id = held.attribute_id
      where link.org_id = ${orgId} and link.entity_id = ${entity} and attribute.entity_type = ${entityType}
        and attribute.name = ${name} and ${matches(text, value)})`;
  });
}

function whole(parts: readonly string[]): string[] {
  const found: string[] = [];
  for (const part of parts) {
    for (const [at, piece] of part.split(';').entries()) {
      const last = found.at(-1);
      if (piece.indexOf(':') > 0) found.push(piece);
      else if (last === undefined)
        throw invalid('attributes', `"${piece.slice(0, 60)}" is not a condition such as Name:value.`);
      else found[found.length - 1] = `${last}${at > 0 ? ';' : ','}${piece}`;
    }
  }
  return found;
}

function matches(text: string, value: string): Sql {
  const range = /^range\(([^,()]*),([^,()]*)\)$/.exec(value);
  if (!range) return sql`(held.value = ${value} or held.number_value = ${toNumber(value)}::float8)`;
  const [, from = '', to = ''] = range.map((end) => end.trim());
  if (isDay(from) && isDay(to))
    return sql`attribute.attribute_type = 'date' and held.value between ${from} and ${to}`;
  const low = toNumber(from);
  const high = toNumber(to);
  if (low === null || high === null)
    throw invalid('attributes', `the range in "${text.slice(0, 60)}" needs two numbers or two days.`);
  return sql`held.number_value between ${low}::float8 and ${high}::float8`;
}

const toNumber = (text: string): number | null =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : null;

/** True for a day of the calendar as YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** The condition that an entity has one of these attribute values. `entity` is the column that holds its id. */
export const hasAttributeValues = (orgId: string, valueIds: readonly string[], entity: Sql): Sql =>
  sql`exists (select 1 from attribute_entity where attribute_entity.org_id = ${orgId}
    and attribute_entity.entity_id = ${entity} and attribute_entity.attribute_value_id = any(${valueIds}::uuid[]))`;
