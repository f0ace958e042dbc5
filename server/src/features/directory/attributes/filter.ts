import { type Sql, sql, table } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';

/** The most conditions of one list. */
const MOST_CONDITIONS = 20;

/** What an attribute of this name must be: this text, this number, or between two numbers or two days. */
interface Condition {
  name: string;
  text?: string;
  low?: number;
  high?: number;
  firstDay?: string;
  lastDay?: string;
}

/**
 * The condition of `attributes` filters. The list arrives split at commas; a part without a colon continues
 * the value before it, so that ranges and values with commas come out whole. The statement has one text, however
 * many conditions of whatever kind there are.
 */
export function attributeFilters(
  orgId: string,
  entityType: 'driver' | 'asset',
  entity: Sql,
  parts: readonly string[],
): Sql[] {
  const conditions = whole(parts).map(parse);
  if (conditions.length === 0) return [];
  if (conditions.length > MOST_CONDITIONS)
    throw invalid('attributes', `it has ${conditions.length} conditions; ${MOST_CONDITIONS} are the most.`);
  const wanted = table('wanted', conditions, {
    n: ['int', (_condition, index) => index],
    name: ['text', ({ name }) => name],
    value: ['text', ({ text }) => text],
    low: ['float8', ({ low }) => low],
    high: ['float8', ({ high }) => high],
    first_day: ['text', ({ firstDay }) => firstDay],
    last_day: ['text', ({ lastDay }) => lastDay],
  });
  return [
    sql`${entity} in (
      select link.entity_id from ${wanted}
      join attribute on attribute.org_id = ${orgId} and attribute.entity_type = ${entityType}
        and attribute.name = wanted.name
      join attribute_value held on held.org_id = ${orgId} and held.attribute_id = attribute.id
        and (held.value = wanted.value or held.number_value between wanted.low and wanted.high
          or attribute.attribute_type = 'date' and held.value between wanted.first_day and wanted.last_day)
      join attribute_entity link on link.org_id = ${orgId} and link.attribute_value_id = held.id
      group by link.entity_id having count(distinct wanted.n) = ${conditions.length}::int)`,
  ];
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

function parse(condition: string): Condition {
  const colon = condition.indexOf(':');
  const name = condition.slice(0, colon);
  const text = condition.slice(colon + 1);
  const range = /^range\(([^,()]*),([^,()]*)\)$/.exec(text);
  if (!range) {
    const number = toNumber(text);
    return { name, text, low: number, high: number };
  }
  const [, from = '', to = ''] = range.map((end) => end.trim());
  if (isDay(from) && isDay(to)) return { name, firstDay: from, lastDay: to };
  const low = toNumber(from);
  const high = toNumber(to);
  if (low === undefined || high === undefined)
    throw invalid('attributes', `the range in "${condition.slice(0, 60)}" needs two numbers or two days.`);
  return { name, low, high };
}

const toNumber = (text: string): number | undefined =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : undefined;

/** True for a day of the calendar as YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** The condition that an entity has one of these attribute values. `entity` is the column that holds its id. */
export const hasAttributeValues = (orgId: string, valueIds: readonly string[], entity: Sql): Sql =>
  sql`exists (select 1 from attribute_entity where attribute_entity.org_id = ${orgId}
    and attribute_entity.entity_id = ${entity} and attribute_entity.attribute_value_id = any(${valueIds}::uuid[]))`;
