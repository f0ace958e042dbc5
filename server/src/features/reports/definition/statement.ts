import type { Sight } from '../../../kernel/auth.ts';
import { and, empty, join, raw, type Sql, sql } from '../../../kernel/database/database.ts';
import { type Dataset, type ReportView, valueIn } from '../../../kernel/dataset.ts';
import { hasAttributeValues, inTags } from '../../directory/index.ts';
import { isSame } from './check.ts';
import {
  type Aggregate,
  columnOf,
  type Definition,
  type FieldFilter,
  isGrouped,
  type Sort,
} from './definition.ts';

/**
 * The one query of a report: its columns in order, its rows in order. `sight` is that of whoever asked for it, `at`
 * its present, RFC 3339.
 */
export function reportQuery(dataset: Dataset, definition: Definition, sight: Sight, at: string): Sql {
  const view = { ...sight, at: sql`${at}::timestamptz` };
  const source = dataset.source(view, definition.primaryTimeRange);
  const rows = sql`${source} ${conditions(dataset, definition, sight, view)}`;
  if (isGrouped(definition)) return groupedQuery(dataset, definition, rows, view);
  const valueAt = (fieldName: string): Sql => valueIn(columnOf(dataset, fieldName), view);
  const columns = definition.columns.map(({ fieldName }) => valueAt(fieldName));
  const order = (definition.sort ?? []).map((sort) =>
    ordered(valueAt(sort.fieldName), columnOf(dataset, sort.fieldName).dataType, sort),
  );
  return sql`select ${join(columns)} ${rows} order by ${join([...order, dataset.order])}`;
}

/** Text compares by code point, the same on every machine; empty cells come last. */
const ordered = (value: Sql, dataType: string, { direction }: Pick<Sort, 'direction'>): Sql =>
  sql`${comparable(value, dataType)} ${raw(direction)} nulls last`;

const comparable = (value: Sql, dataType: string): Sql =>
  dataType === 'string' ? sql`(${value}) collate "C"` : sql`(${value})`;

function groupedQuery(dataset: Dataset, definition: Definition, rows: Sql, view: ReportView): Sql {
  const { columns, groupBy = [], sort = [] } = definition;
  // Values are named once below, so that a group's key is one expression wherever it stands.
  const names = [...new Set([...groupBy, ...columns.map(({ fieldName }) => fieldName)])];
  const at = (fieldName: string): Sql => raw(`c${names.indexOf(fieldName)}`);
  const values = names.map((name) => sql`${valueIn(columnOf(dataset, name), view)} as ${at(name)}`);
  const cell = (fieldName: string, aggregate: Aggregate | undefined): Sql => {
    const value = at(fieldName);
    if (!aggregate) return value;
    if (aggregate === 'count') return sql`count(${value})`;
    if (aggregate === 'avg') return sql`avg(${value})::double precision`;
    return sql`${raw(aggregate)}(${comparable(value, columnOf(dataset, fieldName).dataType)})`;
  };
  const keys = groupBy.map(at);
  const order = [
    ...sort.map((one) => {
      const shown = columns.find((column) => isSame(column, one));
      const { dataType } = columnOf(dataset, one.fieldName);
      const text = dataType === 'string' && one.aggregate !== 'count';
      return ordered(cell(one.fieldName, shown?.aggregate), text ? 'string' : 'integer', one);
    }),
    ...groupBy.map((name) => ordered(at(name), columnOf(dataset, name).dataType, { direction: 'asc' })),
  ];
  return sql`
    select ${join(columns.map(({ fieldName, aggregate }) => cell(fieldName, aggregate)))}
    from (select ${join(values)} ${rows}) as found
    ${keys.length > 0 ? sql`group by ${join(keys)}` : empty} ${order.length > 0 ? sql`order by ${join(order)}` : empty}`;
}

function conditions(
  dataset: Dataset,
  definition: Definition,
  { orgId, tagIds: seen }: Sight,
  view: ReportView,
): Sql {
  const { primaryTimeRange: range, fields = [], tagIds, attributeValueIds } = definition;
  const { entity, time } = dataset;
  const about = entity === 'hidden' ? undefined : entity;
  return and(
    ...fields.map((filter) => sql`(${condition(dataset, filter, view)})`),
    range &&
      time?.value &&
      sql`${time.value} >= ${range.startTime}::timestamptz and ${time.value} < ${range.endTime}::timestamptz`,
    seen !== null && entity === 'hidden' && sql`false`,
    about && seen !== null && inTags(orgId, seen, about, true),
    about && tagIds && inTags(orgId, tagIds, about, false),
    about && attributeValueIds && hasAttributeValues(orgId, attributeValueIds, about),
  );
}

const TYPES = {
  string: raw('text'),
  integer: raw('numeric'),
  float: raw('float8'),
  timestamp: raw('timestamptz'),
};
const SIGNS = { lessThan: raw('<'), atMost: raw('<='), greaterThan: raw('>'), atLeast: raw('>=') };

function condition(
  dataset: Dataset,
  { fieldName, operator, values = [] }: FieldFilter,
  view: ReportView,
): Sql {
  const column = columnOf(dataset, fieldName);
  const { dataType } = column;
  const value = valueIn(column, view);
  const type = TYPES[dataType];
  const texts = values.map(String);
  switch (operator) {
    case 'isEmpty':
      return sql`(${value}) is null`;
    case 'isNotEmpty':
      return sql`(${value}) is not null`;
    case 'equals':
      return sql`(${value}) = any(${texts}::${type}[])`;
    case 'notEquals':
      return sql`((${value}) = any(${texts}::${type}[])) is not true`;
    case 'contains':
      return sql`strpos(lower(${value}), lower(${texts[0]})) > 0`;
    default:
      return sql`${comparable(value, dataType)} ${SIGNS[operator]} ${texts[0]}::${type}`;
  }
}
