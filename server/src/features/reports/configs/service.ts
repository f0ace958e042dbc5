import type { Caller } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { type Writer, write } from '../../../kernel/ledger/write.ts';
import { checkDefinition } from '../check.ts';
import type { Definition } from '../definition.ts';
import { deleteSchedules } from '../schedules/store.ts';
import { scheduleChange } from '../schedules/wire.ts';
import type { CreateConfig, ReportConfig, UpdateConfig } from '../schema.ts';
import { type ConfigRow, deleteConfigRow, findConfig, saveConfig } from './store.ts';
import { configChange, configWire } from './wire.ts';

type Means = Pick<Services, 'database' | 'datasets' | 'clock'>;

/** The parts of a definition as they are sent. */
type Sent = Pick<CreateConfig, 'datasetId' | 'columns' | 'filters' | 'groupBy' | 'sort'>;

/** What a body says a report is. */
export const definitionOf = ({ datasetId, columns, filters, groupBy, sort }: Sent): Definition => ({
  datasetId,
  columns: columns.map(({ fieldName, aggregate }) => ({ fieldName, ...(aggregate ? { aggregate } : {}) })),
  ...(groupBy ? { groupBy } : {}),
  ...(filters?.fields ? { fields: filters.fields } : {}),
  ...(sort ? { sort: sort.map((one) => ({ ...one, direction: one.direction ?? 'asc' })) } : {}),
  ...(filters?.primaryTimeRange ? { primaryTimeRange: filters.primaryTimeRange } : {}),
});

/** Makes a config. */
export async function createConfig(means: Means, caller: Writer, input: CreateConfig): Promise<ReportConfig> {
  const definition = checkDefinition(means.datasets, definitionOf(input), means.clock.now());
  return write(means.database, caller, async (tx, stamp) => {
    const row = { id: newId(), name: input.name, definition };
    const config = await saveConfig(tx, caller.orgId, row, { at: stamp.at, actor: caller.actor });
    const made = configWire(means.datasets, config);
    stamp.record(configChange('create', made));
    return made;
  });
}

/** Changes what is named; columns, filters, groups and order are each replaced as a whole. */
export async function updateConfig(means: Means, caller: Caller, input: UpdateConfig): Promise<ReportConfig> {
  const { datasets, database, clock } = means;
  return write(database, caller, async (tx, stamp) => {
    const before = await requireConfig(tx, caller.orgId, 'id', input.id);
    const { fields, primaryTimeRange, ...rest } = before.definition;
    if (input.datasetId && input.datasetId !== rest.datasetId && !input.columns)
      throw invalid('columns', 'another dataset needs columns of its own.');
    const kept = {
      ...rest,
      filters: { ...(fields ? { fields } : {}), ...(primaryTimeRange ? { primaryTimeRange } : {}) },
    };
    const { id, name = before.name, ...changes } = input;
    const definition = checkDefinition(datasets, definitionOf({ ...kept, ...changes } as Sent), clock.now());
    const config = await saveConfig(
      tx,
      caller.orgId,
      { id: before.id, name, definition },
      { at: stamp.at, actor: caller.actor },
    );
    const changed = configWire(datasets, config);
    stamp.record(configChange('update', changed));
    return changed;
  });
}

/** Deletes a config with its schedules; its runs stay. */
export const deleteConfig = (means: Means, caller: Caller, id: string): Promise<void> =>
  write(means.database, caller, async (tx, stamp) => {
    const config = await requireConfig(tx, caller.orgId, 'id', id);
    await deleteConfigRow(tx, caller.orgId, config.id);
    const schedules = await deleteSchedules(tx, caller.orgId, { configId: config.id });
    stamp.record(
      configChange('delete', configWire(means.datasets, config)),
      ...schedules.map((row) => scheduleChange('delete', row)),
    );
  });

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
