import { type Queryable, sql } from '../database/database.ts';

/** How often a worker says that it is there. */
const BEAT_MS = 10_000;
/** A worker that was not heard of for so many beats is gone. */
const MISSED = 3;

/** Jobs that one worker has in hand. */
export class InHand {
  readonly #jobs = new Map<string, number | undefined>();

  begin(id: string): void {
    this.#jobs.set(id, undefined);
  }

  end(id: string): void {
    this.#jobs.set(id, Date.now());
  }

  /** Their ids; of those that have ended too, for as long as their end takes to be stored. */
  ids(storedWithinMs: number): string[] {
    for (const [id, endedAt] of this.#jobs)
      if (endedAt !== undefined && endedAt < Date.now() - storedWithinMs) this.#jobs.delete(id);
    return [...this.#jobs.keys()];
  }
}

/**
 * Says that worker `id` is there, and lets go of jobs that nobody has in hand: those of workers that are gone, and
 * its own that it never heard of, because the answer that gave it one was lost.
 */
async function beat(
  database: Queryable,
  id: string,
  inHand: readonly string[],
  takeOver: boolean,
  goneAfterMs: number,
): Promise<void> {
  await database.rows(sql`
    insert into job_worker (id, seen_at) values (${id}, now())
    on conflict (id) do update set seen_at = excluded.seen_at`);
  if (!takeOver) return;
  const gone = sql`now() - ${goneAfterMs}::int * interval '1 millisecond'`;
  await database.rows(sql`delete from job_worker where seen_at < ${gone}`);
  await database.rows(sql`
    update graphile_worker._private_jobs job set locked_at = null, locked_by = null
    where job.locked_at < ${gone} and (
      job.locked_by = ${id} and job.id <> all(${inHand}::bigint[])
      or not exists (select 1 from job_worker where job_worker.id = job.locked_by))`);
  await database.rows(sql`
    update graphile_worker._private_job_queues queue set locked_at = null, locked_by = null
    where queue.locked_at < ${gone} and not exists (
      select 1 from graphile_worker._private_jobs job
      where job.job_queue_id = queue.id and job.locked_at is not null)`);
}

/**
 * Keeps worker `id` known to the others, and takes jobs over from those that are gone. It does so only after as many
 * beats as a worker may miss: when the database comes back, all have been silent.
 */
export function keepAlive(
  database: Queryable,
  id: string,
  inHand: InHand,
  onError: (error: unknown) => void,
  beatMs = BEAT_MS,
): () => Promise<void> {
  const goneAfterMs = MISSED * beatMs;
  let heard = 0;
  let underWay = Promise.resolve();
  const next = (): void => {
    underWay = underWay.then(async () => {
      try {
        await beat(database, id, inHand.ids(goneAfterMs), heard >= MISSED, goneAfterMs);
        heard += 1;
      } catch (error) {
        if (heard > 0) onError(error);
        heard = 0;
      }
    });
  };
  next();
  const timer = setInterval(next, beatMs);
  return async () => {
    clearInterval(timer);
    await underWay;
    await database.rows(sql`delete from job_worker where id = ${id}`).catch(() => {});
  };
}
