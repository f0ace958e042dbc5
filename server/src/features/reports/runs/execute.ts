import pg from 'pg';
import { systemWriter } from '../../../kernel/auth.ts';
import { copyOut } from '../../../kernel/copy.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Job, Services } from '../../../kernel/feature.ts';
import { enqueue } from '../../../kernel/jobs.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { headsOf } from '../definition.ts';
import { reportQuery } from '../statement.ts';
import { pagesOf, type ResultPage } from './rows.ts';
import { addPages, type Claim, claimRun, endRun, keepRun, lostRuns, releaseRun } from './store.ts';
import { runChange } from './wire.ts';

/** Pages written in one statement. */
const BATCH = 16;
const HEARTBEAT_MS = 3000;
const MOST_ATTEMPTS = 3;

export const RUN_JOB = 'reports.run';
export const jobKey = (runId: string): string => `report-run ${runId}`;

/** The run was canceled or taken over by another worker. */
class NoLongerOurs extends Error {}

type Means = Pick<Services, 'database' | 'datasets'>;

/**
 * Computes a pending run: one snapshot, read as fast as its pages are stored. Does nothing for a run that has
 * ended or that another worker has. One that cannot be computed ends as failed.
 *
 * @throws what broke off an attempt that another may bring to its end.
 */
export async function executeRun(means: Means, orgId: string, id: string, stop?: AbortSignal): Promise<void> {
  const { database } = means;
  const claim = await claimRun(database, orgId, id);
  if (!claim) return;
  try {
    await fill(means, claim, stop);
    await finish(database, claim, { status: 'complete' });
  } catch (error) {
    if (error instanceof NoLongerOurs) return;
    const reason = failureReason(error, claim.attempt);
    if (reason) return finish(database, claim, { status: 'failed', failure: reason });
    await releaseRun(database, claim);
    throw error;
  }
}

async function fill({ database, datasets }: Means, claim: Claim, stop?: AbortSignal): Promise<void> {
  const dataset = datasets.find(({ id }) => id === claim.definition.datasetId);
  if (!dataset) throw new Impossible(`There is no dataset ${claim.definition.datasetId} any more.`);
  const heads = columnsOf(() => headsOf(dataset, claim.definition));
  const copy = await copyOut(database, reportQuery(dataset, claim.definition, claim));
  let lost: Error | undefined;
  const giveUp = (error: Error): void => {
    lost ??= error;
    void copy.close();
  };
  const onStop = (): void => giveUp(new Error('The worker is stopping.'));
  stop?.addEventListener('abort', onStop);
  const beat = (): Promise<void> =>
    keepRun(database, claim, Math.round(copy.expected)).then(
      (ours) => (ours ? undefined : giveUp(new NoLongerOurs())),
      // The lease outlasts a heartbeat or two; the next page tells.
      () => undefined,
    );
  const heart = setInterval(beat, HEARTBEAT_MS);
  try {
    await beat();
    await store(database, claim, pagesOf(copy.chunks, heads));
  } catch (error) {
    throw lost ?? error;
  } finally {
    clearInterval(heart);
    stop?.removeEventListener('abort', onStop);
    await copy.close();
  }
}

async function store(database: Database, claim: Claim, pages: AsyncIterable<ResultPage>): Promise<void> {
  let batch: ResultPage[] = [];
  let first = 0;
  let done = 0;
  const send = async (): Promise<void> => {
    if (!(await addPages(database, claim, first, batch, done))) throw new NoLongerOurs();
    first += batch.length;
    batch = [];
  };
  for await (const page of pages) {
    batch.push(page);
    done += page.rows;
    if (batch.length === BATCH) await send();
  }
  if (batch.length > 0) await send();
}

/** The report cannot be computed, however often it is tried. */
class Impossible extends Error {}

function columnsOf<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Impossible(`The report's definition no longer fits its dataset: ${(error as Error).message}.`);
  }
}

/** Why a run has failed; undefined when it deserves another attempt. */
function failureReason(error: unknown, attempt: number): string | undefined {
  if (error instanceof Impossible) return error.message;
  // Wrong data or a wrong statement stays so; a connection that was cut may be there next time.
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  if (/^(2|42|54)/.test(code)) return `The report could not be computed: ${(error as Error).message}.`;
  return attempt >= MOST_ATTEMPTS ? gaveUp(attempt) : undefined;
}

const gaveUp = (attempts: number): string => `The report was broken off ${attempts} times. Ask for it again.`;

/** Ends the run, with its entry in the ledger. */
const finish = (
  database: Database,
  which: { orgId: string; id: string; attempt?: number },
  end: { status: 'complete' | 'failed'; failure?: string },
): Promise<void> =>
  write(database, systemWriter(which.orgId, 'report-run'), async (tx, stamp) => {
    const run = await endRun(tx, which, end, stamp.at);
    if (run) stamp.record(runChange('update', run));
  });

/** Queues the runs whose worker is gone; fails one that has been tried often enough. */
export async function recoverRuns(database: Database): Promise<void> {
  for (const { orgId, id, attempts } of await lostRuns(database)) {
    if (attempts >= MOST_ATTEMPTS)
      await finish(database, { orgId, id }, { status: 'failed', failure: gaveUp(attempts) });
    else await enqueue(database, RUN_JOB, { orgId, id }, { key: jobKey(id) });
  }
}

export const runJob: Job = {
  name: RUN_JOB,
  run: (services) => (payload, helpers) => {
    const { orgId, id } = payload as { orgId: string; id: string };
    return executeRun(services, orgId, id, helpers.abortSignal);
  },
};

export const recoverJob: Job = {
  name: 'reports.recover',
  cron: '* * * * *',
  run:
    ({ database }) =>
    () =>
      recoverRuns(database),
};
