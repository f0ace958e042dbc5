import { After, Body, OneOf, Page, Shape, type Static, Time, Type, UuidId } from '../../../kernel/schema.ts';
import { columnsInput, KeptDefinition, shapingInput } from '../definition/schema.ts';
import { idList, ReportColumn, ReportLimit } from '../schema.ts';

/** What a run reports: a config, or a dataset and columns. */
export const CreateRun = Type.Object(
  {
    reportConfig: Shape(
      'ReportRunConfigInput',
      {
        id: Type.Optional(Type.String({ description: 'A report config; instead of datasetId and columns.' })),
        datasetId: Type.Optional(Type.String({ description: 'A dataset; with columns, instead of id.' })),
        columns: Type.Optional(columnsInput),
        ...shapingInput,
      },
      'What to report: a config by id, or a dataset and its columns. With an id each filter that is sent replaces the config’s own.',
    ),
  },
  { title: 'CreateReportRun' },
);
export type CreateRun = Static<typeof CreateRun>;

const status = OneOf(['complete', 'pending', 'failed', 'canceled'], {
  description: 'pending until it has ended as one of the others.',
});
export type RunStatus = Static<typeof status>;

const facts = {
  id: UuidId('Id of the run.'),
  status,
  createdAtTime: Time('When it was asked for.'),
  updatedAtTime: Time('When its status last changed.'),
};
const optionalFacts = {
  rowCount: Type.Optional(Type.Integer({ description: 'Ours: rows of a complete run.' })),
  reportConfigId: Type.Optional(UuidId('Ours: the config that it was made from.')),
  failureReason: Type.Optional(Type.String({ description: 'Ours: why it failed.' })),
};

/** A run in the ledger. */
export const RunDocument = Shape('ReportRunDocument', {
  ...facts,
  ...optionalFacts,
  definition: KeptDefinition,
  percentComplete: Type.Optional(
    Type.Integer({ description: 'How far it was when it failed or was canceled, by the planner’s guess.' }),
  ),
  tokenTagIds: Type.Optional(
    Type.Array(Type.String(), { description: 'The tags that it is limited to, as its token was.' }),
  ),
  reportScheduleId: Type.Optional(UuidId('The schedule that it was made by.')),
  dueAtTime: Type.Optional(Time('The time of its schedule.')),
  createdById: Type.String({ description: 'Who asked for it.' }),
});
export type RunDocument = Static<typeof RunDocument>;

const Run = Shape('ReportRun', {
  ...facts,
  percentComplete: Type.Integer({
    description: 'Ours: how far it is by the planner’s guess, 0 to 100; 100 only when complete.',
  }),
  ...optionalFacts,
});
export type Run = Static<typeof Run>;
export const RunReply = Type.Object({ data: Run });
export const RunsPage = Page(Run, 'Runs, newest first.');
export const RunsQuery = Type.Object({
  ids: idList('runs'),
  reportConfigIds: idList('configs’ runs'),
  after: After,
  limit: ReportLimit,
});
export const RunId = Body('ReportRunId', { id: UuidId('Report run.') });

/** Rows of any width: what a cell holds is said by its column. */
export const rows = Type.Unsafe<(string | number | null)[][]>({
  type: 'array',
  items: { type: 'array', items: { type: ['string', 'number', 'null'] } },
  description:
    'One array a row, one cell a column: text, a number, a time in UTC, or null for an empty cell.',
});
export const RunDataQuery = Type.Object({
  id: Type.String({ description: 'Report run.' }),
  after: After,
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1024, default: 1024, description: 'Rows a page, 1 to 1,024.' }),
  ),
});
export const RunDataPage = Type.Object({
  data: Shape('ReportRunData', {
    columns: Type.Array(ReportColumn, { description: 'What the cells of a row are, in order.' }),
    rows,
    status,
  }),
  pagination: Page(Run, '').properties.pagination,
});
