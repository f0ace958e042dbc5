import { setTimeout as sleep } from 'node:timers/promises';
import { type Queryable, sql } from '../database/database.ts';

/** How soon an entry that another process wrote is noticed. */
const POLL_MS = 500;

/** Somebody who waits for an entry after `seq`. */
interface Waiter {
  seq: bigint;
  found(isThere: boolean): void;
}

/** All who wait on one database. However many they are, one statement looks for them. */
class Watch {
  readonly #waiters = new Map<string, Set<Waiter>>();
  readonly #database: Queryable;
  #isLooking = false;

  constructor(database: Queryable) {
    this.#database = database;
  }

  add(orgId: string, waiter: Waiter): () => void {
    const own = this.#waiters.get(orgId) ?? new Set();
    this.#waiters.set(orgId, own.add(waiter));
    if (!this.#isLooking) void this.#look();
    return () => {
      own.delete(waiter);
      if (own.size === 0 && this.#waiters.get(orgId) === own) this.#waiters.delete(orgId);
    };
  }

  tell(orgId: string, seq: bigint): void {
    for (const { seq: last, found } of this.#waiters.get(orgId) ?? []) if (seq > last) found(true);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    for (await sleep(POLL_MS); this.#waiters.size > 0; await sleep(POLL_MS)) {
      const heads = await this.#database
        .rows(
          sql`select org_id, last_seq from org_head where org_id = any(${[...this.#waiters.keys()]}::bigint[])`,
        )
        // A database that is away is asked again; whoever waits has an end of their own.
        .catch(() => []);
      for (const [orgId, seq] of heads) this.tell(orgId, BigInt(seq));
    }
    this.#isLooking = false;
  }
}

const watches = new WeakMap<object, Watch>();

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
  watches.get(database)?.tell(orgId, BigInt(seq));
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
  const watch = watches.get(database) ?? new Watch(database);
  watches.set(database, watch);
  let end = (): void => {};
  let leave = (): void => {};
  const found = new Promise<boolean>((resolve) => {
    end = () => resolve(false);
    leave = watch.add(orgId, { seq: BigInt(seq), found: resolve });
  });
  const timer = setTimeout(end, ms);
  signal?.addEventListener('abort', end);
  try {
    // What was committed before anybody listened.
    const [head] = await database.rows(
      sql`select last_seq > ${seq}::bigint from org_head where org_id = ${orgId}`,
    );
    if (head?.[0]) return true;
    return signal?.aborted ? false : await found;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
    leave();
  }
}
