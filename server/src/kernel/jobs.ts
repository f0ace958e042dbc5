import { Logger, parseCronItems, run, runMigrations, type Task } from 'graphile-worker';
import pg from 'pg';
import { type Database, sql } from './database.ts';
import type { Job, Services } from './feature.ts';
import { noteTransitions } from './ledger/transitions.ts';

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

/** Runs the features' jobs, and the kernel's own, in this process until `stop()`, which waits for those under way. */
export async function startWorker(
  ofFeatures: Job[],
  services: Services,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  const jobs = [...ofFeatures, forgetReplies, transitions];
  const pgPool = new pg.Pool({ ...services.database.connection, max: 4 });
  let stopping = false;
  // A connection's error carries the whole client, which says nothing; one cut by a stop is no news.
  const onLost = (error: Error): void => {
    if (!stopping) onError(new Error(`A connection of the worker was lost: ${error.message}`));
  };
  pgPool.on('error', onLost);
  pgPool.on('connect', (client) => client.on('error', onLost));
  const runner = await run({
    pgPool,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') onError(new Error(message));
    }),
    concurrency: 2,
    noHandleSignals: true,
    taskList: Object.fromEntries(jobs.map((job) => [job.name, job.run(services) as Task])),
    parsedCronItems: parseCronItems(
      jobs.flatMap((job) =>
        job.cron
          ? [{ task: job.name, match: job.cron, options: { backfillPeriod: 0, jobKey: job.name } }]
          : [],
      ),
    ),
  });
  const ended = runner.promise.catch(onError);
  return {
    async stop() {
      stopping = true;
      await runner.stop();
      await ended;
      await pgPool.end();
    },
  };
}
