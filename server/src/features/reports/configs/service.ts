import type { Writer } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { checkDefinition } from '../definition/check.ts';
import type { Definition } from '../definition/definition.ts';
import type { SentDefinition } from '../definition/schema.ts';
import { presentOf } from '../present.ts';
import { configChanged, configWire, reportConfig } from './resource.ts';
import type { CreateConfig, ReportConfig, UpdateConfig } from './schema.ts';
import { type ConfigRow, deleteConfigRow, readConfigs, saveConfig } from './store.ts';

type Means = Pick<Services, 'database' | 'datasets'>;

/** What a body says a report is; an empty `groupBy` says that there are no groups. */
export const definitionOf = ({ datasetId, columns, filters, groupBy, sort }: SentDefinition): Definition => ({
  datasetId,
  columns: columns.map(({ fieldName, aggregate }) => ({ fieldName, ...(aggregate ? { aggregate } : {}) })),
  ...(groupBy?.length ? { groupBy } : {}),
  ...(filters?.fields ? { fields: filters.fields } : {}),
  ...(sort ? { sort: sort.map((one) => ({ ...one, direction: one.direction ?? 'asc' })) } : {}),
  ...(filters?.primaryTimeRange ? { primaryTimeRange: filters.primaryTimeRange } : {}),
});

/** Makes a config. */
export const createConfig = (
  { database, datasets }: Means,
  writer: Writer,
  input: CreateConfig,
): Promise<ReportConfig> =>
  write(database, writer, async (tx) => {
    const definition = checkDefinition(datasets, definitionOf(input), presentOf(tx));
    const config = await saveConfig(tx, { id: newId(), name: input.name, definition });
    tx.changed(reportConfig, 'create', [configChanged(config)]);
    return configWire(datasets, config);
  });

/** Changes what is named; columns, filters, groups and order are each replaced as a whole. */
export const updateConfig = (
  { database, datasets }: Means,
  writer: Writer,
  input: UpdateConfig,
): Promise<ReportConfig> =>
  write(database, writer, async (tx) => {
    const before = await requireConfig(tx, tx.orgId, 'id', input.id);
    const { fields, primaryTimeRange, ...rest } = before.definition;
    if (input.datasetId && input.datasetId !== rest.datasetId && !input.columns)
      throw invalid('columns', 'another dataset needs columns of its own.');
    const filters = { ...(fields ? { fields } : {}), ...(primaryTimeRange ? { primaryTimeRange } : {}) };
    const { id: _, name = before.name, ...changes } = input;
    const sent = definitionOf({ ...rest, filters, ...changes });
    const definition = checkDefinition(datasets, sent, presentOf(tx));
    const config = await saveConfig(tx, { id: before.id, name, definition });
    tx.changed(reportConfig, 'update', [configChanged(config)]);
    return configWire(datasets, config);
  });

/** Takes away what hangs on a config that is about to be deleted. */
export type Release = (tx: Tx, configId: string) => Promise<void>;

/** Deletes a config with what hangs on it; its runs stay. */
export const deleteConfig = (
  { database }: Means,
  writer: Writer,
  id: string,
  release: Release,
): Promise<void> =>
  write(database, writer, async (tx) => {
    const config = await requireConfig(tx, tx.orgId, 'id', id);
    await release(tx, config.id);
    await tx.removing(reportConfig, [config.id]);
    await deleteConfigRow(tx, config.id);
  });

/** A config of the organization; undefined when there is none. */
export const findConfig = async (
  database: Queryable,
  orgId: string,
  id: string,
): Promise<ConfigRow | undefined> => (await readConfigs(database, orgId, [id]))[0];

/** A config of the organization. @throws 404 */
export async function requireConfig(
  database: Queryable,
  orgId: string,
  field: string,
  id: string,
): Promise<ConfigRow> {
  if (!isUuid(id)) throw invalid(field, `"${id.slice(0, 60)}" is not a UUID.`);
  const config = await findConfig(database, orgId, id);
  if (!config) throw notFound(`${field}: no report config ${id}.`);
  return config;
}
