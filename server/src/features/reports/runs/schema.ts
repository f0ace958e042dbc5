import { After, Body, OneOf, Page, Shape, type Static, Time, Type, UuidId } from '../../../kernel/schema.ts';
import { idList, ReportColumn, ReportLimit } from '../schema.ts';

const status = OneOf(['complete', 'pending', 'failed', 'canceled'], {
  description: 'pending until it has ended as one of the others.',
});

const Run = Shape('ReportRun', {
  id: UuidId('Id of the run.'),
  status,
  createdAtTime: Time('When it was asked for.'),
  updatedAtTime: Time('When its status last changed.'),
  percentComplete: Type.Integer({
    description: 'Ours: how far it is by the planner’s guess, 0 to 100; 100 only when complete.',
  }),
  rowCount: Type.Optional(Type.Integer({ description: 'Ours: rows of a complete run.' })),
  reportConfigId: Type.Optional(UuidId('Ours: the config that it was made from.')),
  failureReason: Type.Optional(Type.String({ description: 'Ours: why it failed.' })),
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
export const rows = Type.Unsafe<unknown[][]>({
  type: 'array',
  items: { type: 'array', items: {} },
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
