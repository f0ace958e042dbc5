import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Logger,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type Task,
  type WorkerEvents,
} from 'graphile-worker';
import pg from 'pg';
import { type Database, sql } from '../database/database.ts';
import { isPassing } from '../database/passing.ts';
import type { Job, Services } from '../feature.ts';
import { noteTransitions } from '../ledger/transitions.ts';
import { leavingQueue } from './queue.ts';
import { InHand, keepAlive } from './takeover.ts';
import { workerPool } from './worker-pool.ts';

export { enqueue } from './queue.ts';

const silent = new Logger(() => () => {});

/** Creates the job tables; graphile-worker keeps their version itself. */
export async function migrateJobs(database: Database): Promise<void> {
  const pgPool = new pg.Pool({ ...database.connection, max: 1 });
  pgPool.on('error', () => {});
  pgPool.on('connect', (client) => client.on('error', () => {}));
  await runMigrations({ pgPool, logger: silent }).finally(() => pgPool.end());
}

/** Answers past their 24 hours are never read again; without this they would stay for ever. */
export const forgetReplies: Job = {
  name: 'forget-replies',
  cron: '17 * * * *',
  run:
    ({ database }) =>
    async () => {
      // Deletes the old answers of all organizations.
      await database.rows(sql`delete from idempotency_key where created_at < now() - interval '24 hours'`);
    },
};

/** What time does to objects, each once and in the ledger. */
const transitions: Job = {
  name: 'ledger.transitions',
  cron: '* * * * *',
  run: (services) => () => noteTransitions(services),
};

/**
 * Jobs at once. An organization has a queue for each kind of long work (reports, PDFs, files), and so one place stays
 * free for the others and for what comes by the clock.
 */
const PLACES = 4;

/** How long until a worker that has ended is started anew. */
const RESTART_MS = 1000;

/** A worker that runs jobs. */
export interface Working {
  /** Waits for the jobs under way. */
  stop(): Promise<void>;
}

/** Runs the features' jobs, and the kernel's own, in this process until `stop()`. */
export async function startWorker(
  ofFeatures: Job[],
  services: Services,
  onError: (error: unknown) => void,
  { beatMs }: { beatMs?: number } = {},
): Promise<Working> {
  const jobs = [...ofFeatures, forgetReplies, transitions];
  let stopping = false;
  // A connection's error carries the whole client, which says nothing; one cut by a stop is no news.
  const pgPool = workerPool(services.database, (error) => {
    if (!stopping) onError(new Error(`A connection of the worker was lost: ${error.message}`));
  });
  const events = new EventEmitter() as WorkerEvents;
  const inHand = new InHand();
  events.on('job:start', ({ job }) => inHand.begin(job.id));
  events.on('job:complete', ({ job }) => inHand.end(job.id));
  let silence = async (): Promise<void> => {};
  events.on('pool:create', ({ workerPool: { id } }) => {
    const before = silence();
    const stop = keepAlive(services.database, id, inHand, onError, beatMs);
    silence = () => before.then(stop);
  });
  const start = (): Promise<Runner> =>
    run({
      pgPool,
      events,
      logger: new Logger(() => (level, message) => {
        if (level === 'error') onError(new Error(message));
      }),
      concurrency: PLACES,
      noHandleSignals: true,
      taskList: Object.fromEntries(
        jobs.map((job) => [job.name, leavingQueue(services.database, job.run(services) as Task)]),
      ),
      parsedCronItems: cronItems(jobs),
    });
  const later = (error: unknown): Pick<Runner, 'promise' | 'stop'> => {
    onError(error);
    return { promise: Promise.resolve(), stop: async () => {} };
  };
  // A database that dies right now is back in a while.
  let runner = await start().catch((error: unknown) => {
    if (isPassing(error)) return later(error);
    throw error;
  });
  const ended = (async () => {
    for (;;) {
      await runner.promise.catch(onError);
      if (stopping) return;
      onError(new Error('The worker has ended and is started anew.'));
      await sleep(RESTART_MS);
      if (stopping) return;
      runner = await start().catch(later);
      // A stop that came meanwhile was told to the one before.
      if (stopping) await runner.stop().catch(onError);
    }
  })();
  return {
    async stop() {
      stopping = true;
      await runner.stop().catch(onError);
      await ended;
      await silence();
      await pgPool.end();
    },
  };
}

const cronItems = (jobs: readonly Job[]) =>
  parseCronItems(
    jobs.flatMap((job) =>
      job.cron ? [{ task: job.name, match: job.cron, options: { backfillPeriod: 0, jobKey: job.name } }] : [],
    ),
  );
