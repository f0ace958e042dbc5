import { After, Body, Page, Shape, type Static, Time, Type, UuidId } from '../../../kernel/schema.ts';
import {
  columnProperties,
  columnsInput,
  fields,
  groupBy,
  KeptDefinition,
  primaryTimeRange,
  shapingInput,
  sort,
} from '../definition/schema.ts';
import { idList, ReportColumn, ReportLimit } from '../schema.ts';

const name = Type.String({
  minLength: 1,
  maxLength: 255,
  pattern: '\\S',
  description: 'What people call it.',
});

export const CreateConfig = Body('CreateReportConfig', {
  name,
  datasetId: Type.String({ description: 'The dataset that it reports on.' }),
  columns: columnsInput,
  ...shapingInput,
});
export type CreateConfig = Static<typeof CreateConfig>;
export const UpdateConfig = Body('UpdateReportConfig', {
  id: UuidId('Report config to change.'),
  name: Type.Optional(name),
  datasetId: Type.Optional(Type.String({ description: 'Another dataset; send columns with it.' })),
  columns: Type.Optional(columnsInput),
  ...shapingInput,
});
export type UpdateConfig = Static<typeof UpdateConfig>;

const facts = {
  id: UuidId('Id of the config.'),
  name: Type.String({ description: 'What people call it.' }),
};
const times = {
  createdAtTime: Time('Ours: when it was made.'),
  updatedAtTime: Time('Ours: when it was last changed.'),
};

/** A config in the ledger. */
export const ConfigDocument = Shape('ReportConfigDocument', {
  ...facts,
  definition: KeptDefinition,
  ...times,
  createdById: Type.String({ description: 'Who made it.' }),
});
export type ConfigDocument = Static<typeof ConfigDocument>;

const ReportConfig = Shape('ReportConfig', {
  ...facts,
  datasetId: Type.String({ description: 'The dataset that it reports on.' }),
  columns: Type.Array(Shape('ReportConfigColumn', { ...ReportColumn.properties, ...columnProperties }), {
    description: 'What the report shows, in this order.',
  }),
  filters: Type.Optional(
    Shape('ReportConfigFilters', { primaryTimeRange, fields }, 'Which rows of the dataset.'),
  ),
  groupBy,
  sort,
  ...times,
});
export type ReportConfig = Static<typeof ReportConfig>;
export const ConfigReply = Type.Object({ data: ReportConfig });
export const ConfigsPage = Page(ReportConfig, 'Report configs, oldest first.');
export const ConfigsQuery = Type.Object({ ids: idList('report configs'), after: After, limit: ReportLimit });
