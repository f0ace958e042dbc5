import { type Caller, requireScope, type Sight, type Writer } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database/database.ts';
import type { Dataset, Datasets } from '../../../kernel/dataset.ts';
import { badRequest, denied, invalid, notFound } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import type { Moves } from '../../../kernel/moves.ts';
import { definitionOf, requireConfig } from '../configs/service.ts';
import { checkDefinition, latestRange, requireDataset } from '../definition/check.ts';
import type { Definition } from '../definition/definition.ts';
import { presentOf } from '../present.ts';
import { queueRun } from './queue.ts';
import { reportRun, runChanged, runWire } from './resource.ts';
import type { CreateRun, Run, RunStatus } from './schema.ts';
import { endRun, findRun, insertRun, type NewRun, type RunRow } from './store.ts';

export type Means = Pick<Services, 'database' | 'datasets'>;

export const RUN_MOVES = {
  cancel: { from: ['pending'], to: 'canceled' },
} as const satisfies Moves<RunStatus>;

/** What a run is asked for, from a config or ad hoc. */
export interface Order {
  configId?: string;
  definition: Definition;
}

/** Reads what to report. @throws 400 for both or neither of an id and a dataset, and for a wrong definition. */
async function orderOf(tx: Tx, datasets: Datasets, { reportConfig }: CreateRun): Promise<Order> {
  const { id, datasetId, columns, filters, groupBy, sort } = reportConfig;
  if (id !== undefined && (datasetId !== undefined || columns || groupBy || sort))
    throw invalid('reportConfig', 'send id, or datasetId and columns, not both.');
  if (id === undefined) {
    if (datasetId === undefined || !columns)
      throw invalid('reportConfig', 'send id, or datasetId and columns.');
    const sent = definitionOf({ datasetId, columns, filters, groupBy, sort });
    return { definition: checkDefinition(datasets, sent, presentOf(tx)) };
  }
  const { id: configId, definition: kept } = await requireConfig(tx, tx.orgId, 'id', id);
  const changed = filters ? definitionOf({ datasetId: kept.datasetId, columns: [], filters }) : {};
  const whole = { ...kept, ...changed, columns: kept.columns };
  return { configId, definition: checkDefinition(datasets, whole, presentOf(tx)) };
}

/**
 * Makes a pending run with its job. Without a time range of its own it takes the longest one up to now.
 * @throws 403 for what whoever asks may not read.
 */
export async function createRun(
  tx: Tx,
  datasets: Datasets,
  { configId, definition }: Order,
): Promise<RunRow> {
  const dataset = requireDataset(datasets, definition.datasetId);
  refuseHidden(dataset, tx);
  const range = definition.primaryTimeRange ?? latestRange(dataset, presentOf(tx));
  const run = await addRun(tx, {
    id: newId(),
    configId,
    definition: { ...definition, ...(range ? { primaryTimeRange: range } : {}) },
    tagIds: tx.tagIds,
    createdBy: tx.actor,
  });
  if (!run) throw new Error('a run without a schedule cannot be there already');
  return run;
}

/** Adds a run with its job; undefined when its schedule's time has one already. */
export async function addRun(tx: Tx, order: NewRun): Promise<RunRow | undefined> {
  const run = await insertRun(tx, order);
  if (!run) return undefined;
  await queueRun(tx, tx.orgId, run.id);
  tx.changed(reportRun, 'create', [runChanged(run)]);
  return run;
}

/** Makes the run that a request describes. */
export const startRun = ({ database, datasets }: Means, writer: Writer, request: CreateRun): Promise<Run> =>
  write(database, writer, async (tx) =>
    runWire(await createRun(tx, datasets, await orderOf(tx, datasets, request))),
  );

/** @throws 403 without the scopes of what the dataset shows, and when it is not for tokens that are limited to tags. */
export function refuseHidden(dataset: Dataset, { tagIds, scopes }: Sight): void {
  if (scopes) for (const scope of dataset.scopes) requireScope(scopes, scope);
  if (tagIds && dataset.entity === 'hidden')
    throw denied(`${dataset.label} are for tokens of the whole organization.`);
}

/** A run whose rows the caller may read. @throws 404; 403 without the scopes of what it shows. */
export async function requireReadableRun(
  { database, datasets }: Means,
  caller: Caller,
  id: string,
): Promise<RunRow> {
  const run = await requireRun(database, caller, id);
  const dataset = datasets.get(run.definition.datasetId);
  if (dataset) refuseHidden(dataset, caller);
  return run;
}

/** A run that the caller may see. @throws 404 */
async function requireRun(
  database: Queryable,
  viewer: Pick<Caller, 'orgId' | 'actor' | 'tagIds'>,
  id: string,
): Promise<RunRow> {
  if (!isUuid(id)) throw invalid('id', `"${id.slice(0, 60)}" is not a UUID.`);
  const run = await findRun(database, viewer, id);
  if (!run) throw notFound(`id: no report run ${id}.`);
  return run;
}

/** Cancels a pending run; one that is canceled already is answered as it is. */
export const cancelRun = ({ database }: Means, caller: Caller, id: string): Promise<Run> =>
  write(database, caller, async (tx) => {
    const { from, to } = RUN_MOVES.cancel;
    const before = await requireRun(tx, tx, id);
    if (before.status === to) return runWire(before);
    const run = await endRun(tx, { id }, { status: to });
    if (!run) throw badRequest(`The run ${id} is ${before.status}. Only a ${from} run can be canceled.`);
    tx.changed(reportRun, 'update', [runChanged(run)]);
    return runWire(run);
  });
