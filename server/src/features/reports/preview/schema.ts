import {
  After,
  List,
  OneOf,
  Page,
  Shape,
  type Static,
  Time,
  TimeInput,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { rows } from '../runs/schema.ts';
import { ReportLimit } from '../schema.ts';

const PreviewColumn = Shape('PreviewReportColumn', {
  displayName: Type.String({ description: 'What people read.' }),
  type: OneOf(['string', 'numeric'], { description: 'What its cells hold; times are strings.' }),
  unit: Type.Optional(
    OneOf(['kilograms', 'milliseconds'], {
      description: 'Unit of its numbers, where this surface has a word for it.',
    }),
  ),
  baseUnit: Type.Optional(
    OneOf(['kilogram', 'milliseconds'], { description: 'The same unit in the words of an older client.' }),
  ),
});
export type PreviewColumn = Static<typeof PreviewColumn>;
const columns = Type.Array(PreviewColumn, { description: 'What the report shows, in this order.' });

export const PreviewConfigsPage = Page(
  Shape('PreviewReportConfig', {
    id: UuidId('Id of the report.'),
    reportName: Type.String({ description: 'What people call it.' }),
    columns,
  }),
  'Reports, oldest first.',
);
export const PreviewConfigsQuery = Type.Object({ after: After, limit: ReportLimit });

const ids = (what: string) =>
  Type.Optional(List(Type.String(), { maxItems: 2000, description: `Only ${what}.` }));
export const PreviewRunsQuery = Type.Object({
  customReportIds: ids('runs of these reports; not together with ids'),
  ids: ids('these runs; not together with customReportIds'),
  after: After,
});
const PreviewRun = Shape('PreviewReportRun', {
  id: UuidId('Id of the run.'),
  customReportId: UuidId('The report that it is of.'),
  status: OneOf(['completed', 'pending', 'failed', 'cancelled'], {
    description: 'pending until it has ended as one of the others.',
  }),
  percentComplete: Type.Integer({ description: 'How far it is, 0 to 100; 100 only when completed.' }),
  startTime: Time('Where its time range begins.'),
  endTime: Time('Where its time range ends.'),
  createdAtTime: Time('When it was asked for.'),
  updatedAtTime: Time('When its status last changed.'),
  attributeValueIds: Type.Optional(
    Type.Array(Type.String(), { description: 'Attribute values that it is narrowed to.' }),
  ),
  tagIds: Type.Optional(Type.Array(Type.String(), { description: 'Tags that it is narrowed to.' })),
});
export type PreviewRun = Static<typeof PreviewRun>;
export const PreviewRunsPage = Page(PreviewRun, 'Runs of reports, newest first.');

export const PreviewCreateRun = Type.Object(
  {
    customReportId: Type.String({ description: 'Report to run.' }),
    startTime: TimeInput('Where its time range begins.'),
    endTime: TimeInput('Where its time range ends, not in the future.'),
    attributeValueIds: Type.Optional(
      Type.Array(Type.String(), {
        maxItems: 100,
        description: 'Only rows about a person or vehicle that has one of these attribute values.',
      }),
    ),
    tagIds: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1 }), {
        maxItems: 100,
        description: 'Only rows about a person or vehicle that is in one of these tags.',
      }),
    ),
  },
  { title: 'PreviewCreateReportRun' },
);
export type PreviewCreateRun = Static<typeof PreviewCreateRun>;
export const PreviewRunCreated = Type.Object({
  data: Shape('PreviewReportRunCreated', {
    id: UuidId('Id of the run.'),
    customReportId: UuidId('The report that it is of.'),
    createdAtTime: Time('When it was asked for.'),
  }),
});

export const PreviewRunDataQuery = Type.Object({ id: Type.String({ description: 'Run.' }), after: After });
export const PreviewRunDataPage = Type.Object({
  data: Shape('PreviewReportRunData', { columns, rows }),
  pagination: PreviewRunsPage.properties.pagination,
});
