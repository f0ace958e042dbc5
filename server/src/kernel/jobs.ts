import { Logger, parseCronItems, run, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { type Database, type Queryable, sql } from './database.ts';
import type { Job, Services } from './feature.ts';
import { forgetReplies } from './idempotency.ts';

const silent = new Logger(() => () => {});

/** Creates the job tables; graphile-worker keeps their version itself. */
export async function migrateJobs(database: Database): Promise<void> {
  const pgPool = new pg.Pool({ ...database.connection, max: 1 });
  pgPool.on('error', () => {});
  pgPool.on('connect', (client) => client.on('error', () => {}));
  await runMigrations({ pgPool, logger: silent }).finally(() => pgPool.end());
}

/**
 * Queues a job inside the transaction that needs it: no job without its row, no row without its job. A job with
 * a `key` replaces the waiting one of the same key.
 */
export async function enqueue(
  tx: Queryable,
  job: string,
  payload: Record<string, unknown>,
  options: { key?: string; runAt?: string } = {},
): Promise<void> {
  await tx.rows(sql`
    select graphile_worker.add_job(${job}, ${JSON.stringify(payload)}::json,
      run_at => coalesce(${options.runAt ?? null}::timestamptz, now()), job_key => ${options.key ?? null}::text)`);
}

/** Runs the features' jobs, and the kernel's own, in this process until `stop()`, which waits for those under way. */
export async function startWorker(
  ofFeatures: Job[],
  services: Services,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  const jobs = [...ofFeatures, forgetReplies];
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
    taskList: Object.fromEntries(jobs.map((job) => [job.name, job.run(services)])),
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
