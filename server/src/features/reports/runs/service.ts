import type { Caller } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database.ts';
import type { Dataset } from '../../../kernel/dataset.ts';
import { ApiError, badRequest, invalid, notFound } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { enqueue } from '../../../kernel/jobs.ts';
import { type Writer, write } from '../../../kernel/ledger/write.ts';
import { checkDefinition, latestRange, requireDataset } from '../check.ts';
import { definitionOf, requireConfig } from '../configs/service.ts';
import type { Definition } from '../definition.ts';
import type { CreateRun } from '../schema.ts';
import { jobKey, RUN_JOB } from './execute.ts';
import type { Run } from './schema.ts';
import { endRun, findRun, insertRun, type RunRow } from './store.ts';
import { runChange, runWire } from './wire.ts';

export type Means = Pick<Services, 'database' | 'datasets' | 'clock'>;

/** Who asks for a report, and which tags their token is limited to. */
export type Asker = Writer & Pick<Caller, 'tagIds'>;

/** What a run is asked for, from a config or ad hoc. */
export interface Order {
  configId?: string;
  definition: Definition;
}

/** Reads what to report. @throws 400 for both or neither of an id and a dataset, and for a wrong definition. */
export async function orderOf(means: Means, caller: Asker, { reportConfig }: CreateRun): Promise<Order> {
  const { id, datasetId, columns, filters, groupBy, sort } = reportConfig;
  const { datasets, clock } = means;
  if (id !== undefined && (datasetId !== undefined || columns || groupBy || sort))
    throw invalid('reportConfig', 'send id, or datasetId and columns, not both.');
  if (id === undefined) {
    if (datasetId === undefined || !columns)
      throw invalid('reportConfig', 'send id, or datasetId and columns.');
    return {
      definition: checkDefinition(
        datasets,
        definitionOf({ datasetId, columns, filters, groupBy, sort }),
        clock.now(),
      ),
    };
  }
  const config = await requireConfig(means.database, caller.orgId, 'id', id);
  const kept = config.definition;
  const changed = filters ? definitionOf({ datasetId: kept.datasetId, columns: [], filters }) : {};
  const definition = checkDefinition(datasets, { ...kept, ...changed, columns: kept.columns }, clock.now());
  return { configId: config.id, definition };
}

/**
 * Makes a pending run with its job. Without a time range of its own it takes the longest one up to now.
 * What it answers is the reply, as an Idempotency-Key keeps it.
 * @throws 403 when the dataset is not for tokens that are limited to tags.
 */
export async function createRun<T>(
  means: Means,
  caller: Asker,
  { configId, definition }: Order,
  toReply: (run: RunRow) => T,
): Promise<T> {
  const { database, datasets, clock } = means;
  const dataset = requireDataset(datasets, definition.datasetId);
  refuseHidden(dataset, caller);
  const range = definition.primaryTimeRange ?? latestRange(dataset, clock.now());
  return write(database, caller, async (tx, stamp) => {
    const run = await insertRun(
      tx,
      caller.orgId,
      {
        id: newId(),
        configId,
        definition: { ...definition, ...(range ? { primaryTimeRange: range } : {}) },
        tokenTagIds: caller.tagIds,
        createdBy: caller.actor,
      },
      stamp.at,
    );
    if (!run) throw new Error('a run without a schedule cannot be there already');
    await enqueue(tx, RUN_JOB, { orgId: caller.orgId, id: run.id }, { key: jobKey(run.id) });
    stamp.record(runChange('create', run));
    return toReply(run);
  });
}

/** Makes the run that a request describes. */
export const startRun = async (means: Means, caller: Asker, request: CreateRun): Promise<Run> =>
  createRun(means, caller, await orderOf(means, caller, request), runWire);

/** @throws 403 when the dataset is not for tokens that are limited to tags. */
export function refuseHidden(dataset: Dataset, { tagIds }: Asker): void {
  if (tagIds && dataset.entity === 'hidden')
    throw new ApiError(403, `Permission denied. ${dataset.label} are for tokens of the whole organization.`);
}

/** A run that the caller may read. @throws 404 */
export async function requireRun(database: Queryable, caller: Caller, id: string): Promise<RunRow> {
  if (!isUuid(id)) throw invalid('id', `"${id.slice(0, 60)}" is not a UUID.`);
  const run = await findRun(database, caller, id);
  if (!run) throw notFound(`id: no report run ${id}.`);
  return run;
}

/** Cancels a pending run; one that is canceled already is answered as it is. */
export async function cancelRun(means: Means, caller: Caller, id: string): Promise<Run> {
  return write(means.database, caller, async (tx, stamp) => {
    const before = await requireRun(tx, caller, id);
    if (before.status === 'canceled') return runWire(before);
    const run = await endRun(tx, { orgId: caller.orgId, id }, { status: 'canceled' }, stamp.at);
    if (!run) throw badRequest(`The run ${id} is ${before.status}. Only a pending run can be canceled.`);
    stamp.record(runChange('update', run));
    return runWire(run);
  });
}
