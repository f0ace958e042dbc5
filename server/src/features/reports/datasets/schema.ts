import { After, Page, Shape, type Static, Type } from '../../../kernel/schema.ts';
import { dataType, idList, ReportLimit, unit } from '../schema.ts';

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
