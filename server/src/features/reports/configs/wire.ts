import type { Dataset } from '../../../kernel/dataset.ts';
import type { Change } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import { headsOf, wireRange } from '../definition.ts';
import type { ReportConfig } from '../schema.ts';
import type { ConfigRow } from './store.ts';

/** A config as it is served. */
export function configWire(datasets: readonly Dataset[], config: ConfigRow): ReportConfig {
  const { definition } = config;
  const dataset = datasets.find(({ id }) => id === definition.datasetId);
  const heads = dataset ? headsOf(dataset, definition) : [];
  const { primaryTimeRange, fields, groupBy, sort } = definition;
  const filters = {
    ...(primaryTimeRange ? { primaryTimeRange: wireRange(primaryTimeRange) } : {}),
    ...(fields ? { fields } : {}),
  };
  return {
    id: config.id,
    name: config.name,
    datasetId: definition.datasetId,
    columns: heads.map((head, index) => ({
      ...head,
      ...(definition.columns[index] as { fieldName: string }),
    })),
    ...(primaryTimeRange || fields ? { filters } : {}),
    ...(groupBy ? { groupBy } : {}),
    ...(sort ? { sort } : {}),
    createdAtTime: wireTime(config.createdAt),
    updatedAtTime: wireTime(config.updatedAt),
  };
}

export const configChange = (operation: Change['operation'], config: ReportConfig): Change => ({
  resource: 'report-config',
  id: config.id,
  operation,
  document: JSON.stringify(config),
});
