import pg from 'pg';
import { systemWriter } from '../../../kernel/auth.ts';
import { copyOut } from '../../../kernel/database/copy.ts';
import type { Database } from '../../../kernel/database/database.ts';
import type { Services } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { headsOf } from '../definition/definition.ts';
import { reportQuery } from '../definition/statement.ts';
import { type Claim, claimRun, keepRun, releaseRun } from './lease.ts';
import { addPages } from './pages.ts';
import { reportRun, runChanged } from './resource.ts';
import { pagesOf, type ResultPage } from './rows.ts';
import { endRun, type RunEnd } from './store.ts';

/** Pages written in one statement. */
const BATCH = 16;
const HEARTBEAT_MS = 3000;
export const MOST_ATTEMPTS = 3;

/** The run was canceled or taken over by another worker. */
class NoLongerOurs extends Error {}

type Means = Pick<Services, 'database' | 'datasets' | 'clock'>;

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
    await finishRun(database, claim, { status: 'complete' });
  } catch (error) {
    if (error instanceof NoLongerOurs) return;
    const reason = failureReason(error, claim.attempt);
    if (reason) return finishRun(database, claim, { status: 'failed', failure: reason });
    await releaseRun(database, claim);
    throw error;
  }
}

async function fill({ database, datasets, clock }: Means, claim: Claim, stop?: AbortSignal): Promise<void> {
  const { definition } = claim;
  const dataset = datasets.require(
    definition.datasetId,
    (id) => new Impossible(`There is no dataset ${id} any more.`),
  );
  const heads = columnsOf(() => headsOf(datasets, definition));
  const query = reportQuery(dataset, definition, claim, clock.now().toISOString());
  const copy = await copyOut(database, query);
  let lost: Error | undefined;
  const giveUp = (error: Error): void => {
    lost ??= error;
    // Whether it could be closed is told at the end.
    copy.close().catch(() => {});
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

export const gaveUp = (attempts: number): string =>
  `The report was broken off ${attempts} times. Ask for it again.`;

/** Ends the run, with its entry in the ledger. */
export const finishRun = (
  database: Database,
  { orgId, id, attempt }: { orgId: string; id: string; attempt?: number },
  end: RunEnd,
): Promise<void> =>
  write(database, systemWriter(orgId, 'report-run'), async (tx) => {
    const run = await endRun(tx, { id, attempt }, end);
    if (run) tx.changed(reportRun, 'update', [runChanged(run)]);
  });
