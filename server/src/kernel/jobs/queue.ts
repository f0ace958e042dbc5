import type { JobHelpers, Task } from 'graphile-worker';
import { type Queryable, type Sql, sql } from '../database/database.ts';
import type { Queueable, QueueOptions } from '../ledger/resource.ts';

/**
 * Queues a job inside the transaction that needs it: no job without its row, no row without its job. A job with
 * a `key` replaces the waiting one of the same key, and keeps its place unless it says when to run.
 */
export async function enqueue<P>(
  tx: Queryable,
  job: Queueable<P>,
  payload: P,
  { key = null, queue = null, runAt = null }: Nullable<QueueOptions> = {},
): Promise<void> {
  await tx.rows(sql`
    select graphile_worker.add_job(${job.name}, ${JSON.stringify(payload)}::json,
      run_at => coalesce(${runAt}::timestamptz, now()), job_key => ${key}::text, queue_name => ${queue}::text,
      priority => ${queue === null ? null : placeIn(queue, key)}::int,
      job_key_mode => ${runAt === null ? 'preserve_run_at' : 'replace'})`);
}

type Nullable<T> = { [K in keyof T]?: T[K] | null };

/**
 * Queues take turns: the n-th job of one is done before the n+1-th of any, however many were there first. A queue that
 * was empty joins where the others are, so that it neither waits for them nor catches up on what it never asked for.
 */
const placeIn = (queue: string, key: string | null): Sql => sql`(
  with present as (
    select job.key, job.priority, job.job_queue_id, job.locked_at, job.run_at
    from graphile_worker._private_jobs job
    where job.job_queue_id is not null and (job.is_available or job.locked_at is not null)
  )
  select coalesce(
    (select priority from present where present.key = ${key}::text and locked_at is null),
    least(greatest(
      0,
      (select min(priority) from present where locked_at is not null or run_at <= now()),
      (select max(priority) + 1 from present where job_queue_id = (
        select id from graphile_worker._private_job_queues where queue_name = ${queue}))
    ), 32767)))`;

/**
 * A task that ends its own job when that is one of a queue. The worker looks for the next job without waiting for the
 * end of the last to be stored: it would find the queue taken, and look again only after a while.
 */
export const leavingQueue =
  (database: Queryable, task: Task): Task =>
  async (payload, helpers) => {
    const result = await task(payload, helpers);
    // Whatever goes wrong here, the worker stores the end once more.
    if (helpers.job.job_queue_id !== null) await leave(database, helpers.job).catch(() => {});
    return result;
  };

const leave = (database: Queryable, { id, locked_by: worker }: JobHelpers['job']): Promise<unknown> =>
  database.rows(sql`
    with ended as (
      delete from graphile_worker._private_jobs where id = ${id} and locked_by = ${worker} returning job_queue_id
    )
    update graphile_worker._private_job_queues queue set locked_by = null, locked_at = null
    from ended where queue.id = ended.job_queue_id and queue.locked_by = ${worker}`);
