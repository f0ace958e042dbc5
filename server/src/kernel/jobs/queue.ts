import { type Queryable, sql } from '../database/database.ts';
import type { Queueable, QueueOptions } from '../ledger/resource.ts';

/**
 * Queues a job inside the transaction that needs it: no job without its row, no row without its job. A job with
 * a `key` replaces the waiting one of the same key.
 */
export async function enqueue<P>(
  tx: Queryable,
  job: Queueable<P>,
  payload: P,
  options: QueueOptions = {},
): Promise<void> {
  await tx.rows(sql`
    select graphile_worker.add_job(${job.name}, ${JSON.stringify(payload)}::json,
      run_at => coalesce(${options.runAt ?? null}::timestamptz, now()), job_key => ${options.key ?? null}::text,
      queue_name => ${options.queue ?? null}::text)`);
}
