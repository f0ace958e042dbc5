import type { ColumnType, ColumnUnit, Dataset, DatasetColumn, Datasets } from '../../../kernel/dataset.ts';
import { shortTime } from '../../../kernel/time.ts';

export const AGGREGATES = ['sum', 'count', 'avg', 'min', 'max'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

export const OPERATORS = [
  'equals',
  'notEquals',
  'contains',
  'lessThan',
  'atMost',
  'greaterThan',
  'atLeast',
  'isEmpty',
  'isNotEmpty',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A field of the dataset, or an aggregate of it. */
export interface Column {
  fieldName: string;
  aggregate?: Aggregate;
}

/** Keeps rows whose field compares with `values`: with any of them for `equals`, with none for `notEquals`. */
export interface FieldFilter {
  fieldName: string;
  operator: Operator;
  values?: (string | number)[];
}

export interface Sort extends Column {
  direction: 'asc' | 'desc';
}

/** startTime ≤ time < endTime, both RFC 3339. */
export interface TimeRange {
  startTime: string;
  endTime: string;
}

/** What a report is. Without `groupBy` and aggregates it has one row a row of the dataset. */
export interface Definition {
  datasetId: string;
  columns: Column[];
  groupBy?: string[];
  fields?: FieldFilter[];
  sort?: Sort[];
  primaryTimeRange?: TimeRange;
  /** Only rows about a person or vehicle that is in one of these tags, or has one of these attribute values. */
  tagIds?: string[];
  attributeValueIds?: string[];
}

/** A column of a report as it is answered. */
export interface Head {
  name: string;
  dataType: ColumnType;
  unit?: ColumnUnit;
}

/** The dataset's own column; one that is not there is a defect, because definitions are checked. */
export function columnOf(dataset: Dataset, fieldName: string): DatasetColumn {
  const column = dataset.columns.find(({ name }) => name === fieldName);
  if (!column) throw new Error(`${dataset.id} has no field ${fieldName}`);
  return column;
}

const WORDS: Record<Aggregate, string> = {
  sum: 'Sum of',
  count: 'Count of',
  avg: 'Average of',
  min: 'Lowest of',
  max: 'Highest of',
};

/** What the report's columns are called and hold; none when its dataset is gone. */
export function headsOf(
  datasets: Datasets,
  { datasetId, columns }: Pick<Definition, 'datasetId' | 'columns'>,
): Head[] {
  const dataset = datasets.get(datasetId);
  return dataset ? columns.map((column) => headOf(dataset, column)) : [];
}

function headOf(dataset: Dataset, { fieldName, aggregate }: Column): Head {
  const { label, dataType, unit } = columnOf(dataset, fieldName);
  const withUnit = unit && aggregate !== 'count' ? { unit } : {};
  if (!aggregate) return { name: label, dataType, ...withUnit };
  const type = aggregate === 'count' ? 'integer' : aggregate === 'avg' ? 'float' : dataType;
  return { name: `${WORDS[aggregate]} ${label}`, dataType: type, ...withUnit };
}

/** True when the report has one row a group of rows. */
export const isGrouped = ({ groupBy, columns }: Definition): boolean =>
  groupBy !== undefined || columns.some(({ aggregate }) => aggregate);

/** A range as it is served: milliseconds only where they are not zero. */
export const wireRange = ({ startTime, endTime }: TimeRange): TimeRange => ({
  startTime: shortTime(startTime),
  endTime: shortTime(endTime),
});

/** A definition as documents have it. */
export const wireDefinition = ({ primaryTimeRange, ...definition }: Definition): Definition => ({
  ...definition,
  ...(primaryTimeRange ? { primaryTimeRange: wireRange(primaryTimeRange) } : {}),
});
