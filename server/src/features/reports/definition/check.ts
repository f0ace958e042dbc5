import type { Dataset, Datasets } from '../../../kernel/dataset.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { CLIENT_CLOCK_SKEW_MS, DAY_MS, parseTime } from '../../../kernel/time.ts';
import { type Column, type Definition, type FieldFilter, isGrouped, type TimeRange } from './definition.ts';

/** The dataset that a request names. @throws 404 */
export const requireDataset = (datasets: Datasets, id: string): Dataset =>
  datasets.require(id, () =>
    notFound(`datasetId: no dataset ${id.slice(0, 100)}. GET /reports/datasets lists them.`),
  );

/**
 * Checks a report's definition against its dataset; answers it with times in UTC.
 * @throws 400 naming the field and the fix, 404 for an unknown dataset.
 */
export function checkDefinition(datasets: Datasets, definition: Definition, now: Date): Definition {
  const dataset = requireDataset(datasets, definition.datasetId);
  const require = (field: string, name: string) => {
    const column = dataset.columns.find((one) => one.name === name);
    if (!column) throw invalid(field, `the dataset ${dataset.id} has no field "${name.slice(0, 60)}".`);
    return column;
  };
  const { columns, groupBy, fields, sort, primaryTimeRange } = definition;
  if (columns.length === 0) throw invalid('columns', 'name at least one.');
  for (const column of columns) requireAggregate('columns', column, require('columns', column.fieldName));
  for (const name of groupBy ?? []) require('groupBy', name);
  if (isGrouped(definition)) {
    for (const { fieldName, aggregate } of columns)
      if (!aggregate && !groupBy?.includes(fieldName))
        throw invalid('columns', `"${fieldName}" needs an aggregate, or a place in groupBy.`);
  }
  for (const one of sort ?? []) {
    requireAggregate('sort', one, require('sort', one.fieldName));
    if (isGrouped(definition) && !columns.some((shown) => isSame(shown, one)))
      throw invalid(
        'sort',
        `a grouped report is sorted by its columns, and "${one.fieldName}" is none as named.`,
      );
    if (!isGrouped(definition) && one.aggregate)
      throw invalid('sort', 'nothing is aggregated in this report.');
  }
  if (primaryTimeRange && !dataset.time)
    throw invalid('primaryTimeRange', `the dataset ${dataset.id} has no time range filter.`);
  return {
    ...definition,
    ...(fields
      ? { fields: fields.map((one) => checkFilter(one, require('filters', one.fieldName).dataType)) }
      : {}),
    ...(primaryTimeRange ? { primaryTimeRange: checkRange(dataset, primaryTimeRange, now) } : {}),
  };
}

/** True for the same field and aggregate. */
export const isSame = (one: Column, other: Column): boolean =>
  one.fieldName === other.fieldName && one.aggregate === other.aggregate;

function requireAggregate(
  field: string,
  { fieldName, aggregate }: Column,
  column: { dataType: string },
): void {
  const summed = aggregate === 'sum' || aggregate === 'avg';
  if (summed && column.dataType !== 'integer' && column.dataType !== 'float')
    throw invalid(field, `"${fieldName}" is a ${column.dataType}; use count, min or max.`);
}

/** A filter with values of the field's type. */
function checkFilter(filter: FieldFilter, dataType: string): FieldFilter {
  const { fieldName, operator, values = [] } = filter;
  const unary = operator === 'isEmpty' || operator === 'isNotEmpty';
  if (unary && values.length > 0) throw invalid('filters', `${operator} of "${fieldName}" takes no values.`);
  if (unary) return { fieldName, operator };
  if (values.length === 0) throw invalid('filters', `${operator} of "${fieldName}" needs values.`);
  if (values.length > 1 && operator !== 'equals' && operator !== 'notEquals')
    throw invalid('filters', `${operator} of "${fieldName}" takes one value.`);
  if (operator === 'contains' && dataType !== 'string')
    throw invalid('filters', `contains is for text, and "${fieldName}" is a ${dataType}.`);
  return { fieldName, operator, values: values.map((value) => filterValue(fieldName, dataType, value)) };
}

function filterValue(fieldName: string, dataType: string, value: string | number): string | number {
  if (dataType === 'string') return String(value);
  if (dataType === 'timestamp') return parseTime('filters', String(value));
  const number = typeof value === 'number' ? value : Number(value.trim() || Number.NaN);
  const fits = dataType === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number);
  if (!fits) throw invalid('filters', `"${fieldName}" is compared with ${dataType} values.`);
  return number;
}

/**
 * A time range in UTC; `whole` is what the caller's dialect calls the range.
 * @throws 400 when it is empty, ends in the future or is longer than the dataset takes.
 */
export function checkRange(
  dataset: Dataset,
  range: TimeRange,
  now: Date,
  whole = 'primaryTimeRange',
): TimeRange {
  const startTime = parseTime('startTime', range.startTime);
  const endTime = parseTime('endTime', range.endTime);
  if (startTime >= endTime) throw invalid('endTime', 'it must be after startTime.');
  const { aheadDays = 0 } = dataset.time ?? {};
  if (Date.parse(endTime) > now.getTime() + CLIENT_CLOCK_SKEW_MS + aheadDays * DAY_MS)
    throw invalid('endTime', `it is ${aheadDays ? `more than ${aheadDays} days ahead` : 'in the future'}.`);
  const limit = dataset.time?.limitDays ?? Number.POSITIVE_INFINITY;
  if (Date.parse(endTime) - Date.parse(startTime) > limit * DAY_MS)
    throw invalid(whole, `the range is longer than the ${limit} days of ${dataset.id}.`);
  return { startTime, endTime };
}

/** The range of a run that names none: as long and as far ahead as the dataset allows. */
export function latestRange({ time }: Dataset, now: Date): TimeRange | undefined {
  if (!time) return undefined;
  const end = now.getTime() + (time.aheadDays ?? 0) * DAY_MS;
  return {
    startTime: new Date(end - time.limitDays * DAY_MS).toISOString(),
    endTime: new Date(end).toISOString(),
  };
}
