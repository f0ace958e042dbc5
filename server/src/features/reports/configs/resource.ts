import { sql } from '../../../kernel/database/database.ts';
import { Datasets } from '../../../kernel/dataset.ts';
import type { Changed, Resource } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { headsOf, wireDefinition } from '../definition/definition.ts';
import { ConfigDocument, type ReportConfig } from './schema.ts';
import { type ConfigRow, readConfigs } from './store.ts';

export const configChanged = (config: ConfigRow): Changed<ConfigDocument> => ({
  id: config.id,
  document: {
    id: config.id,
    name: config.name,
    definition: wireDefinition(config.definition),
    createdAtTime: wireTime(config.createdAt),
    createdById: config.createdBy,
    updatedAtTime: wireTime(config.updatedAt),
  },
});

/** What reports are made of, by name. */
export const reportConfig: Resource<ConfigDocument> = {
  name: 'reportConfig',
  scope: 'Read Custom Reports',
  id: 'uuid',
  document: ConfigDocument,
  shared: true,
  about: () => [],
  read: async (database, orgId, ids) => (await readConfigs(database, orgId, ids)).map(configChanged),
  present: (orgId) => sql`select id::text from report_config where org_id = ${orgId}`,
  served: (document, { datasets = new Datasets() }) => servedConfig(datasets, document),
};

/** A config as it is served: with the names that people read, which are the program's. */
function servedConfig(datasets: Datasets, config: ConfigDocument): ReportConfig {
  const { definition, createdById: _, ...facts } = config;
  const { datasetId, columns, primaryTimeRange, fields, groupBy, sort } = definition;
  const filters = {
    ...(primaryTimeRange ? { primaryTimeRange } : {}),
    ...(fields ? { fields } : {}),
  };
  return {
    ...facts,
    datasetId,
    columns: headsOf(datasets, definition).map((head, index) => ({
      ...head,
      ...(columns[index] as (typeof columns)[number]),
    })),
    ...(primaryTimeRange || fields ? { filters } : {}),
    ...(groupBy ? { groupBy } : {}),
    ...(sort ? { sort } : {}),
  };
}

export const configWire = (datasets: Datasets, config: ConfigRow): ReportConfig =>
  servedConfig(datasets, configChanged(config).document as ConfigDocument);
