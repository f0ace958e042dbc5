import { empty, join, raw, type Sql, sql } from '../../kernel/database.ts';
import type { Dataset } from '../../kernel/dataset.ts';
import { hasAttributeValues, inTags } from '../directory/index.ts';
import { isSame } from './check.ts';
import {
  type Aggregate,
  columnOf,
  type Definition,
  type FieldFilter,
  isGrouped,
  type Sort,
} from './definition.ts';

/** Whose rows, and how many of them a token limited to tags may see. */
export interface RunScope {
  orgId: string;
  tokenTagIds: string[] | null;
}

/** The one query of a report: its columns in order, its rows in order. */
export function reportQuery(dataset: Dataset, definition: Definition, scope: RunScope): Sql {
  const rows = sql`${dataset.source(scope.orgId, definition.primaryTimeRange)} ${conditions(dataset, definition, scope)}`;
  if (isGrouped(definition)) return groupedQuery(dataset, definition, rows);
  const columns = definition.columns.map(({ fieldName }) => columnOf(dataset, fieldName).value);
  const order = (definition.sort ?? []).map((sort) => {
    const { value, dataType } = columnOf(dataset, sort.fieldName);
    return ordered(value, dataType, sort);
  });
  return sql`select ${join(columns)} ${rows} order by ${join([...order, dataset.order])}`;
}

/** Text compares by code point, the same on every machine; empty cells come last. */
const ordered = (value: Sql, dataType: string, { direction }: Pick<Sort, 'direction'>): Sql =>
  sql`${comparable(value, dataType)} ${raw(direction)} nulls last`;

const comparable = (value: Sql, dataType: string): Sql =>
  dataType === 'string' ? sql`(${value}) collate "C"` : sql`(${value})`;

function groupedQuery(dataset: Dataset, definition: Definition, rows: Sql): Sql {
  const { columns, groupBy = [], sort = [] } = definition;
  // Values are named once below, so that a group's key is one expression wherever it stands.
  const names = [...new Set([...groupBy, ...columns.map(({ fieldName }) => fieldName)])];
  const at = (fieldName: string): Sql => raw(`c${names.indexOf(fieldName)}`);
  const values = names.map((name) => sql`${columnOf(dataset, name).value} as ${at(name)}`);
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

function conditions(dataset: Dataset, definition: Definition, { orgId, tokenTagIds }: RunScope): Sql {
  const { primaryTimeRange: range, fields = [], tagIds, attributeValueIds } = definition;
  const { entity, time } = dataset;
  const found: Sql[] = fields.map((filter) => condition(dataset, filter));
  if (range && time?.value)
    found.push(
      sql`${time.value} >= ${range.startTime}::timestamptz and ${time.value} < ${range.endTime}::timestamptz`,
    );
  if (tokenTagIds && entity === 'hidden') found.push(sql`false`);
  if (entity && entity !== 'hidden') {
    if (tokenTagIds) found.push(inTags(orgId, tokenTagIds, entity, true));
    if (tagIds) found.push(inTags(orgId, tagIds, entity, false));
    if (attributeValueIds) found.push(hasAttributeValues(orgId, attributeValueIds, entity));
  }
  return found.reduce((all, next) => sql`${all} and (${next})`, empty);
}

const TYPES = {
  string: raw('text'),
  integer: raw('numeric'),
  float: raw('float8'),
  timestamp: raw('timestamptz'),
};
const SIGNS = { lessThan: raw('<'), atMost: raw('<='), greaterThan: raw('>'), atLeast: raw('>=') };

function condition(dataset: Dataset, { fieldName, operator, values = [] }: FieldFilter): Sql {
  const { value, dataType } = columnOf(dataset, fieldName);
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
