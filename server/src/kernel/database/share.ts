import { AsyncLocalStorage } from 'node:async_hooks';

/** For whom the work of the present request is done; `left` is aborted when they no longer wait for a read. */
const askers = new AsyncLocalStorage<{ orgId: string; left: AbortSignal | undefined }>();

/** Runs a request's work on behalf of an organization. */
export const onBehalfOf = (orgId: string, work: () => void, left?: AbortSignal): void =>
  askers.run({ orgId, left }, work);

/** Tells when whoever the present work is for has left. */
export const whenLeft = (): AbortSignal | undefined => askers.getStore()?.left;

/**
 * Lets each organization have `most` statements under way at a time, so that nobody's requests can take every
 * connection from the others. Work that no request asked for goes by without waiting.
 */
export function fairShares(most: number, longestWaitMs: number, onTooLong: () => Error) {
  const underWay = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();

  const leave = (key: string): void => {
    const [next] = waiting.get(key) ?? [];
    const left = (underWay.get(key) ?? 1) - 1;
    if (next) next();
    else if (left > 0) underWay.set(key, left);
    else underWay.delete(key);
  };

  const turn = (key: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const queue = waiting.get(key) ?? new Set();
      waiting.set(key, queue);
      const done = (end: () => void) => () => {
        clearTimeout(timer);
        queue.delete(mine);
        if (queue.size === 0) waiting.delete(key);
        end();
      };
      const mine = done(resolve);
      const timer = setTimeout(
        done(() => reject(onTooLong())),
        longestWaitMs,
      );
      queue.add(mine);
    });

  return async <T>(work: () => Promise<T>): Promise<T> => {
    const key = askers.getStore()?.orgId;
    if (key === undefined) return work();
    const count = underWay.get(key) ?? 0;
    if (count < most) underWay.set(key, count + 1);
    else await turn(key);
    try {
      return await work();
    } finally {
      leave(key);
    }
  };
}
