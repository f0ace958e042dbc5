import { Body, OneOf, Shape, type Static, Time, TimeInput, Type } from '../../../kernel/schema.ts';
import { AGGREGATES, OPERATORS } from './definition.ts';

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

/** The parts of a definition as bodies have them. */
export const columnsInput = Type.Array(ColumnInput, {
  maxItems: 100,
  description: 'What the report shows, in this order.',
});
export const shapingInput = {
  filters: Type.Optional(FiltersInput),
  groupBy: Type.Optional(
    Type.Array(Type.String(), {
      maxItems: 20,
      description:
        'Ours: one row for each combination of these fields’ values; every other column is an aggregate. Empty: no groups.',
    }),
  ),
  sort: Type.Optional(
    Type.Array(SortInput, {
      maxItems: 10,
      description: 'Ours: the order of the rows, else the dataset’s own.',
    }),
  ),
};

const Sent = Type.Object({ datasetId: Type.String(), columns: columnsInput, ...shapingInput });
/** What a body says a report is. */
export type SentDefinition = Static<typeof Sent>;

// What a report is, as answered and kept

const aggregate = Type.Optional(
  OneOf(AGGREGATES, { description: 'Ours: what is made of its values in a group.' }),
);
export const columnProperties = {
  fieldName: Type.String({ description: 'Ours: the field of the dataset.' }),
  aggregate,
};
export const primaryTimeRange = Type.Optional(
  Shape(
    'ReportTimeRange',
    { startTime: Time('Where the range begins.'), endTime: Time('Where the range ends.') },
    'Keeps rows whose own time is in the range.',
  ),
);
export const fields = Type.Optional(
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
);
export const groupBy = Type.Optional(
  Type.Array(Type.String(), { description: 'Ours: fields whose values make a group.' }),
);
export const sort = Type.Optional(
  Type.Array(
    Shape('ReportSort', {
      fieldName: Type.String({ description: 'A field of the dataset.' }),
      aggregate: Type.Optional(OneOf(AGGREGATES, { description: 'The aggregate of it.' })),
      direction: OneOf(['asc', 'desc'], { description: 'Smallest or largest first.' }),
    }),
    { description: 'Ours: the order of the rows.' },
  ),
);

/** A definition in the ledger's documents. */
export const KeptDefinition = Shape('ReportDefinition', {
  datasetId: Type.String({ description: 'The dataset that it reports on.' }),
  columns: Type.Array(Shape('ReportDefinitionColumn', columnProperties), {
    description: 'What the report shows, in this order.',
  }),
  groupBy,
  fields,
  sort,
  primaryTimeRange,
  tagIds: Type.Optional(
    Type.Array(Type.String(), { description: 'Only rows about who is in one of these tags.' }),
  ),
  attributeValueIds: Type.Optional(
    Type.Array(Type.String(), {
      description: 'Only rows about who has one of these attribute values.',
    }),
  ),
});
