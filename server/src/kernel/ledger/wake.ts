import { setTimeout as sleep } from 'node:timers/promises';
import { type Queryable, sql } from '../database/database.ts';

/** How soon an entry that another process wrote is noticed. */
const POLL_MS = 500;

/** Who waits for entries of each organization, by database. */
const waiting = new WeakMap<object, Map<string, Set<(seq: bigint) => void>>>();

/** Who is told of entries of any organization, by database. */
const listening = new WeakMap<object, Set<() => void>>();

/** Calls `listener` with each entry that this process commits, until the answer is called. */
export function onEntry(database: object, listener: () => void): () => void {
  const ofDatabase = listening.get(database) ?? new Set();
  listening.set(database, ofDatabase);
  ofDatabase.add(listener);
  return () => ofDatabase.delete(listener);
}

/** Tells whoever waits in this process that an entry is committed. */
export function entryCommitted(database: object, orgId: string, seq: string): void {
  for (const listener of listening.get(database) ?? []) listener();
  for (const wake of waiting.get(database)?.get(orgId) ?? []) wake(BigInt(seq));
}

/**
 * Waits until the organization's ledger has an entry after `seq`, up to `ms`. An entry of this process is noticed at
 * once, one of another by looking: that needs no connection of its own and works behind any pooler.
 *
 * @returns whether there is one; false when the time is over or `signal` aborted.
 */
export async function waitForEntry(
  database: Queryable,
  orgId: string,
  seq: string,
  ms: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const until = Date.now() + ms;
  const ofDatabase = waiting.get(database) ?? new Map<string, Set<(seq: bigint) => void>>();
  waiting.set(database, ofDatabase);
  const ofOrganization = ofDatabase.get(orgId) ?? new Set();
  ofDatabase.set(orgId, ofOrganization);
  let committed = 0n;
  let interrupt = new AbortController();
  const wake = (at: bigint): void => {
    committed = at;
    interrupt.abort();
  };
  ofOrganization.add(wake);
  const stop = (): void => interrupt.abort();
  signal?.addEventListener('abort', stop);
  try {
    for (;;) {
      if (committed > BigInt(seq)) return true;
      const [head] = await database.rows(
        sql`select last_seq > ${seq}::bigint from org_head where org_id = ${orgId}`,
      );
      if (head?.[0]) return true;
      const left = until - Date.now();
      if (left <= 0 || signal?.aborted) return false;
      await sleep(Math.min(left, POLL_MS), undefined, { signal: interrupt.signal }).catch(() => {});
      if (interrupt.signal.aborted) interrupt = new AbortController();
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    ofOrganization.delete(wake);
    if (ofOrganization.size === 0) ofDatabase.delete(orgId);
  }
}
