import { setTimeout as sleep } from 'node:timers/promises';
import type { Follower, Services } from '../feature.ts';
import { onEntry } from '../ledger/wake.ts';

/** How soon work that another process or the clock has made is noticed. */
const POLL_MS = 300;
/** How long after a failure it is tried again. */
const AGAIN_MS = 2000;
/** Organizations that are followed side by side. */
const AT_ONCE = 2;

/** Followers at work. */
export interface Following {
  /** Waits for the steps under way. */
  stop(): Promise<void>;
}

/**
 * Keeps followers up with the ledger and the clock in this process until `stop()`: an entry of this process is followed
 * at once, anything else is found by looking. Nothing is queued for it, so a write pays nothing, and what was missed
 * while no process ran is found as everything else is.
 */
export function startFollowers(
  followers: readonly Follower[],
  services: Services,
  onError: (error: unknown) => void,
): Following {
  const stopping = new AbortController();
  const all = followers.map(async (follower) => {
    let awake = new AbortController();
    const forget = onEntry(services.database, () => awake.abort());
    while (!stopping.signal.aborted) {
      awake = new AbortController();
      const failed = await followAll(follower, services, stopping.signal).catch((error: unknown) => [error]);
      for (const error of failed) if (!stopping.signal.aborted) onError(error);
      const signal = AbortSignal.any([stopping.signal, ...(failed.length > 0 ? [] : [awake.signal])]);
      await sleep(failed.length > 0 ? AGAIN_MS : POLL_MS, undefined, { signal }).catch(() => {});
    }
    forget();
  });
  return {
    async stop() {
      stopping.abort();
      await Promise.all(all);
    },
  };
}

/** Follows for every organization that is behind, one that fails not keeping the others; answers the failures. */
export async function followAll(
  follower: Follower,
  services: Services,
  signal: AbortSignal,
): Promise<unknown[]> {
  const failures: unknown[] = [];
  const waiting = await follower.behind(services);
  const one = async (): Promise<void> => {
    for (let orgId = waiting.pop(); orgId && !signal.aborted; orgId = waiting.pop())
      await follower.follow(services, orgId, signal).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return failures;
}
