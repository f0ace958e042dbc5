/** The last to come under each key of each owner. */
const queues = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Runs `work` once those that `owner` has before it under `key` have ended, however they ended; different keys do
 * not wait. Who waits here, rather than for a lock of the database, has no connection in hand.
 */
export async function inTurn<T>(owner: object, key: string, work: () => Promise<T>): Promise<T> {
  const last = queues.get(owner) ?? new Map<string, Promise<unknown>>();
  queues.set(owner, last);
  const before = last.get(key);
  const turn = before ? before.then(work, work) : work();
  last.set(key, turn);
  try {
    return await turn;
  } finally {
    if (last.get(key) === turn) last.delete(key);
  }
}
