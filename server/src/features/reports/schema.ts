import type { ColumnUnit } from '../../kernel/dataset.ts';
import {
  After,
  Body,
  List,
  OneOf,
  Page,
  Shape,
  type Static,
  Time,
  TimeInput,
  Type,
  UuidId,
} from '../../kernel/schema.ts';
import { AGGREGATES, OPERATORS } from './definition.ts';

const DATA_TYPES = ['string', 'integer', 'float', 'timestamp'] as const;
const UNITS: [ColumnUnit, ...ColumnUnit[]] = ['days', 'kilograms', 'milliseconds', 'minutes', 'percents'];

export const dataType = OneOf(DATA_TYPES, {
  description: 'What its cells hold: text, whole numbers, numbers, or times.',
});
export const unit = Type.Optional(OneOf(UNITS, { description: 'Unit of its numbers, where they have one.' }));

/** The page size parameter of lists of reports. */
export const ReportLimit = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 100, default: 100, description: 'Objects a page, 1 to 100.' }),
);
export const idList = (what: string) =>
  Type.Optional(List(Type.String(), { maxItems: 10, description: `Only these ${what}, at most 10.` }));

// Datasets

const Field = Shape('ReportDatasetField', {
  name: Type.String({ description: 'What a request calls it.' }),
  displayName: Type.String({ description: 'What people read.' }),
  dataType,
  unit,
});
const ReportDataset = Shape('ReportDataset', {
  id: Type.String({ description: 'What a request calls it, such as TrainingAssignments.' }),
  displayName: Type.String({ description: 'What people read.' }),
  hasTimeRangeFilter: Type.Boolean({ description: 'Whether a run of it takes a primaryTimeRange.' }),
  timeRangeLimitDays: Type.Optional(Type.Integer({ description: 'The longest such range, in days.' })),
  fields: Type.Array(Field, { description: 'What a report can show of it.' }),
});
export type ReportDataset = Static<typeof ReportDataset>;
export const DatasetsPage = Page(ReportDataset, 'Datasets by display name.');
export const DatasetsQuery = Type.Object({ ids: idList('datasets'), after: After, limit: ReportLimit });

// What a report is, as sent

const TimeRangeInput = Shape(
  'ReportTimeRangeInput',
  {
    startTime: TimeInput('Where the range begins; a row at this very time is in it.'),
    endTime: TimeInput('Where the range ends, not in the future; a row at this very time is not in it.'),
  },
  'Keeps rows whose own time is in the range; at most the dataset’s timeRangeLimitDays long.',
);
const ColumnInput = Body('ReportColumnInput', {
  fieldName: Type.String({ description: 'A field of the dataset.' }),
  aggregate: Type.Optional(
    OneOf(AGGREGATES, {
      description: 'Ours: what to make of the field’s values in a group. Sum and avg take numbers only.',
    }),
  ),
});
const FieldFilterInput = Body('ReportFieldFilterInput', {
  fieldName: Type.String({ description: 'A field of the dataset.' }),
  operator: OneOf(OPERATORS, {
    description:
      'How it compares. equals: with one of the values; notEquals: with none of them, or empty; contains: has the text, in any case.',
  }),
  values: Type.Optional(
    Type.Array(Type.Union([Type.String({ maxLength: 1024 }), Type.Number()]), {
      maxItems: 100,
      description:
        'What it is compared with; none for isEmpty and isNotEmpty, one unless equals or notEquals.',
    }),
  ),
});
const FiltersInput = Shape(
  'ReportFiltersInput',
  {
    primaryTimeRange: Type.Optional(TimeRangeInput),
    fields: Type.Optional(
      Type.Array(FieldFilterInput, { maxItems: 20, description: 'Ours: conditions, all of which hold.' }),
    ),
  },
  'Which rows of the dataset.',
);
const SortInput = Body('ReportSortInput', {
  fieldName: Type.String({ description: 'A field of the dataset; of a grouped report, one that it shows.' }),
  aggregate: Type.Optional(OneOf(AGGREGATES, { description: 'The aggregate of it that the report shows.' })),
  direction: Type.Optional(
    OneOf(['asc', 'desc'], {
      default: 'asc',
      description: 'Smallest or largest first; empty cells come last.',
    }),
  ),
});
const columns = Type.Array(ColumnInput, {
  maxItems: 100,
  description: 'What the report shows, in this order.',
});
const groupBy = Type.Optional(
  Type.Array(Type.String(), {
    maxItems: 20,
    description:
      'Ours: one row for each combination of these fields’ values; every other column is an aggregate.',
  }),
);
const sort = Type.Optional(
  Type.Array(SortInput, {
    maxItems: 10,
    description: 'Ours: the order of the rows, else the dataset’s own.',
  }),
);
const filters = Type.Optional(FiltersInput);
const name = Type.String({
  minLength: 1,
  maxLength: 255,
  pattern: '\\S',
  description: 'What people call it.',
});

export const CreateConfig = Body('CreateReportConfig', {
  name,
  datasetId: Type.String({ description: 'The dataset that it reports on.' }),
  columns,
  filters,
  groupBy,
  sort,
});
export type CreateConfig = Static<typeof CreateConfig>;
export const UpdateConfig = Body('UpdateReportConfig', {
  id: UuidId('Report config to change.'),
  name: Type.Optional(name),
  datasetId: Type.Optional(Type.String({ description: 'Another dataset; send columns with it.' })),
  columns: Type.Optional(columns),
  filters,
  groupBy,
  sort,
});
export type UpdateConfig = Static<typeof UpdateConfig>;

/** What a run reports: a config, or a dataset and columns. */
export const CreateRun = Type.Object(
  {
    reportConfig: Shape(
      'ReportRunConfigInput',
      {
        id: Type.Optional(Type.String({ description: 'A report config; instead of datasetId and columns.' })),
        datasetId: Type.Optional(Type.String({ description: 'A dataset; with columns, instead of id.' })),
        columns: Type.Optional(columns),
        filters,
        groupBy,
        sort,
      },
      'What to report: a config by id, or a dataset and its columns. With an id each filter that is sent replaces the config’s own.',
    ),
  },
  { title: 'CreateReportRun' },
);
export type CreateRun = Static<typeof CreateRun>;

// What a report is, as answered

export const ReportColumn = Shape('ReportColumn', {
  name: Type.String({ description: 'What people read.' }),
  dataType,
  unit,
});
const ConfigColumn = Shape('ReportConfigColumn', {
  ...ReportColumn.properties,
  fieldName: Type.String({ description: 'Ours: the field of the dataset.' }),
  aggregate: Type.Optional(
    OneOf(AGGREGATES, { description: 'Ours: what is made of its values in a group.' }),
  ),
});
const ConfigFilters = Shape(
  'ReportConfigFilters',
  {
    primaryTimeRange: Type.Optional(
      Shape(
        'ReportTimeRange',
        { startTime: Time('Where the range begins.'), endTime: Time('Where the range ends.') },
        'Keeps rows whose own time is in the range.',
      ),
    ),
    fields: Type.Optional(
      Type.Array(
        Shape('ReportFieldFilter', {
          fieldName: Type.String({ description: 'A field of the dataset.' }),
          operator: OneOf(OPERATORS, { description: 'How it compares.' }),
          values: Type.Optional(
            Type.Array(Type.Union([Type.String(), Type.Number()]), {
              description: 'What it is compared with.',
            }),
          ),
        }),
        { description: 'Ours: conditions, all of which hold.' },
      ),
    ),
  },
  'Which rows of the dataset.',
);
const ReportConfig = Shape('ReportConfig', {
  id: UuidId('Id of the config.'),
  name: Type.String({ description: 'What people call it.' }),
  datasetId: Type.String({ description: 'The dataset that it reports on.' }),
  columns: Type.Array(ConfigColumn, { description: 'What the report shows, in this order.' }),
  filters: Type.Optional(ConfigFilters),
  groupBy: Type.Optional(
    Type.Array(Type.String(), { description: 'Ours: fields whose values make a group.' }),
  ),
  sort: Type.Optional(
    Type.Array(
      Shape('ReportSort', {
        fieldName: Type.String({ description: 'A field of the dataset.' }),
        aggregate: Type.Optional(OneOf(AGGREGATES, { description: 'The aggregate of it.' })),
        direction: OneOf(['asc', 'desc'], { description: 'Smallest or largest first.' }),
      }),
      { description: 'Ours: the order of the rows.' },
    ),
  ),
  createdAtTime: Time('Ours: when it was made.'),
  updatedAtTime: Time('Ours: when it was last changed.'),
});
export type ReportConfig = Static<typeof ReportConfig>;
export const ConfigReply = Type.Object({ data: ReportConfig });
export const ConfigsPage = Page(ReportConfig, 'Report configs, oldest first.');
export const ConfigsQuery = Type.Object({ ids: idList('report configs'), after: After, limit: ReportLimit });
