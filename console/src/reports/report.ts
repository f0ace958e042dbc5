import type { crew } from '../api.ts';
import type { Config, Dataset } from './data.ts';

export type Aggregate = 'sum' | 'count' | 'avg' | 'min' | 'max';
export type Operator = NonNullable<NonNullable<Config['filters']>['fields']>[number]['operator'];

const aggregateOf = (said: string | undefined): Aggregate | '' => (said ?? '') as Aggregate | '';

export interface ContentColumn {
  fieldName: string;
  /** Empty for the field itself. */
  aggregate: Aggregate | '';
}

/** All that is written of a report, as the form has it. */
export interface Content {
  name: string;
  datasetId: string;
  columns: ContentColumn[];
  isGrouped: boolean;
  /** Fields that make groups and are not shown. */
  alsoGroupedBy: string[];
  filters: { fieldName: string; operator: Operator; values: string[] }[];
  /** Times as a field of a form has them, in the viewer's zone; nothing for the longest range up to now. */
  range?: { startTime: string; endTime: string } | undefined;
  sort: { fieldName: string; aggregate: Aggregate | ''; direction: 'asc' | 'desc' }[];
}

/** What the server takes: the form may hold what it has yet to check. */
export type Body = Parameters<typeof crew.reportConfigs.create>[0];

export const fresh = (): Content => ({
  name: '',
  datasetId: '',
  columns: [],
  isGrouped: false,
  alsoGroupedBy: [],
  filters: [],
  sort: [],
});

/** A moment as a field of a form has it: `2026-11-21T09:00`. */
export const typedTime = (time: string | number): string =>
  new Date(time).toLocaleString('sv').replace(' ', 'T').slice(0, 16);

/** A moment as the server takes it; what is none stays, and is refused at its field. */
const sentTime = (typed: string): string => {
  const at = new Date(typed);
  return Number.isNaN(at.getTime()) ? typed : at.toISOString();
};

export const typeOf = (dataset: Dataset | undefined, fieldName: string): string =>
  dataset?.fields.find(({ name }) => name === fieldName)?.dataType ?? 'string';

export function contentOf(config: Config, dataset: Dataset | undefined): Content {
  const { filters, groupBy, sort = [] } = config;
  const columns = config.columns.map(({ fieldName, aggregate }) => ({
    fieldName,
    aggregate: aggregateOf(aggregate),
  }));
  const shown = new Set(columns.filter(({ aggregate }) => !aggregate).map(({ fieldName }) => fieldName));
  const range = filters?.primaryTimeRange;
  return {
    name: config.name,
    datasetId: config.datasetId,
    columns,
    isGrouped: groupBy !== undefined || columns.some(({ aggregate }) => aggregate),
    alsoGroupedBy: (groupBy ?? []).filter((name) => !shown.has(name)),
    filters: (filters?.fields ?? []).map(({ fieldName, operator, values = [] }) => ({
      fieldName,
      operator,
      values: values.map((value) =>
        typeOf(dataset, fieldName) === 'timestamp' ? typedTime(String(value)) : String(value),
      ),
    })),
    ...(range && { range: { startTime: typedTime(range.startTime), endTime: typedTime(range.endTime) } }),
    sort: sort.map(({ fieldName, aggregate, direction }) => ({
      fieldName,
      aggregate: aggregateOf(aggregate),
      direction,
    })),
  };
}

export const takesValues = (operator: Operator): boolean =>
  operator !== 'isEmpty' && operator !== 'isNotEmpty';
export const takesMany = (operator: Operator): boolean => operator === 'equals' || operator === 'notEquals';

export function bodyOf(content: Content, dataset: Dataset | undefined): Body {
  const { name, datasetId, isGrouped, range } = content;
  const of = ({ fieldName, aggregate }: ContentColumn) => ({
    fieldName,
    ...(isGrouped && aggregate && { aggregate }),
  });
  const groups = content.columns.filter(({ aggregate }) => !aggregate).map(({ fieldName }) => fieldName);
  return {
    name,
    datasetId,
    columns: content.columns.map(of),
    // Empty says that there are no groups: what is left out of a change stays.
    groupBy: isGrouped ? [...new Set([...groups, ...content.alsoGroupedBy])] : [],
    filters: {
      fields: content.filters.map(({ fieldName, operator, values }) => ({
        fieldName,
        operator,
        ...(takesValues(operator) && {
          values: (takesMany(operator) ? values : values.slice(0, 1))
            .filter((value) => value !== '')
            .map((value) => (typeOf(dataset, fieldName) === 'timestamp' ? sentTime(value) : value)),
        }),
      })),
      ...(range && {
        primaryTimeRange: { startTime: sentTime(range.startTime), endTime: sentTime(range.endTime) },
      }),
    },
    sort: content.sort.map(({ direction, ...column }) => ({ ...of(column), direction })),
  };
}

const PLACES = ['columns', 'groupBy', 'sort', 'filters', 'primaryTimeRange', 'startTime', 'endTime'] as const;

/** What is refused, by the part of the form that it stands at. */
export function placed(refusals: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(refusals).map(([path, why]) => {
      const parts = path.split(/[.[\]]+/);
      return [PLACES.findLast((place) => parts.includes(place)) ?? path, why];
    }),
  );
}
