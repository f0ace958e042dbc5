import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Database } from '../src/kernel/database/database.ts';
import { type Client, client } from './start-app.ts';

/** A stream and how to write what it serves. */
export interface StreamCase {
  /** Base URLs of the processes on one database; writers and pollers take turns with them. */
  urls: string[];
  token: string;
  /** The stream's path, with what its query needs besides startTime, endTime and after. */
  path: string;
  /** Makes one or more objects through `to`, or by calling write() itself; answers their ids. */
  create(to: Client): Promise<string[]>;
  /** Changes one object. Only one call at a time has this `id`. */
  update(to: Client, id: string): Promise<unknown>;
  /** Deletes one object; it is not touched again. */
  remove?(to: Client, id: string): Promise<unknown>;
  /** What every object looks like now, read without the stream, in the order of (updated_at, id). */
  table(): Promise<Map<string, unknown>>;
  /** What of a stream's item is compared with the table; the whole item when absent. */
  state?(item: StreamItem): unknown;
  /** How many objects are written in all; 1,000 when absent. */
  writes?: number;
  writers?: number;
  pollers?: number;
}

export type StreamItem = { id: string; updatedAtTime: string } & Record<string, unknown>;

interface StreamReply {
  data: StreamItem[];
  pagination: { endCursor: string; hasNextPage: boolean };
}

/**
 * Holds some transactions open, before their first statement or before their commit, as a slow writer would.
 * Give it to `startApp({ wrap })`. Within one organization writes wait for each other, so `share` of the writes
 * times half of `upToMs` is what the holding adds to a run.
 */
export const holding =
  (share: number, upToMs: number) =>
  (database: Database): Database => {
    const maybe = async (): Promise<void> => {
      if (Math.random() < share / 2) await sleep(Math.random() * upToMs);
    };
    return {
      ...database,
      transaction: (work) =>
        database.transaction(async (tx) => {
          await maybe();
          const result = await work(tx);
          await maybe();
          return result;
        }),
    };
  };

/**
 * The property that every stream has: whoever follows it sees the last state of every object, in order, however
 * many write at once and however long they hold their transactions. Runs the writers, three kinds of readers
 * beside them (endless pollers, a reader of adjoining windows, and one that reads everything at the end) and
 * compares each with the table.
 */
export async function streamMissesNothing(given: StreamCase): Promise<void> {
  const startTime = new Date().toISOString();
  // Times on the wire have milliseconds; what was written before belongs to an earlier one.
  await sleep(5);
  const readers = given.urls.map((url) => client(url, given.token));
  const reader = (n: number): Client => readers[n % readers.length] as Client;
  const run = { writing: true };

  const pollers = Array.from({ length: given.pollers ?? 3 }, (_, n) =>
    poll(given, n, reader, startTime, run),
  );
  const windows = readWindows(given, reader, startTime, run);
  await writeAll(given, reader).finally(() => {
    run.writing = false;
  });
  const sequences = await Promise.all(pollers);
  const windowed = await windows;

  const table = await given.table();
  expect(table.size).toBeGreaterThan(0);
  for (const [n, items] of sequences.entries()) {
    expectOrder(items, `poller ${n}`);
    expectSame(lastStates(given, items), table, `poller ${n}`);
  }
  expectOrder(windowed, 'reader of windows');
  expectSame(lastStates(given, windowed), table, 'reader of windows');

  const again: StreamItem[] = [];
  await follow(given, reader(0), { startTime, endTime: new Date(Date.now() + 1).toISOString() }, again);
  expect(again.map((item) => item.id)).toEqual([...table.keys()]);
}

/** The writers together write `writes` objects; each object is in the hands of one writer at a time. */
async function writeAll(given: StreamCase, reader: (n: number) => Client): Promise<void> {
  let left = given.writes ?? 1000;
  const free: string[] = [];
  const take = (): string | undefined => {
    const [id] = free.splice(Math.floor(Math.random() * free.length), 1);
    return id;
  };
  const writer = async (n: number): Promise<void> => {
    for (let turn = n; left > 0; turn += 1) {
      left -= 1;
      const to = reader(turn);
      const dice = Math.random();
      const id = dice < 0.3 ? undefined : take();
      if (id === undefined) {
        const made = await given.create(to);
        left -= made.length - 1;
        free.push(...made);
      } else if (given.remove && dice > 0.9) {
        await given.remove(to, id);
      } else {
        await given.update(to, id);
        free.push(id);
      }
    }
  };
  await Promise.all(Array.from({ length: given.writers ?? 8 }, (_, n) => writer(n)));
}

type Run = { writing: boolean };

/** Follows the stream without an end until it is quiet after the last write. */
async function poll(
  given: StreamCase,
  n: number,
  reader: (n: number) => Client,
  startTime: string,
  run: Run,
): Promise<StreamItem[]> {
  const items: StreamItem[] = [];
  let after = '';
  for (let turn = n; ; turn += 1) {
    const last = !run.writing;
    const page = await read(given, reader(turn), { startTime, after });
    items.push(...page.data);
    expect(page.pagination.hasNextPage, 'a stream without endTime goes on').toBe(true);
    expect(page.pagination.endCursor, 'a stream without endTime has a cursor').not.toBe('');
    after = page.pagination.endCursor;
    if (last && page.data.length === 0) return items;
    // Some turns at once, some later, so that the pollers are in different places.
    if (page.data.length === 0) await sleep(Math.random() * 20);
  }
}

/** Reads [t0, t1), [t1, t2), … each to its end, as soon as its end has come. */
async function readWindows(
  given: StreamCase,
  reader: (n: number) => Client,
  startTime: string,
  run: Run,
): Promise<StreamItem[]> {
  const items: StreamItem[] = [];
  for (let [begin, turn] = [startTime, 0]; ; turn += 1) {
    const last = !run.writing;
    await sleep(last ? 5 : 1 + Math.random() * 100);
    const endTime = new Date().toISOString();
    await follow(given, reader(turn), { startTime: begin, endTime }, items);
    if (last) return items;
    begin = endTime;
  }
}

/** Reads one window to its last page. */
async function follow(
  given: StreamCase,
  from: Client,
  window: { startTime: string; endTime: string },
  items: StreamItem[],
): Promise<void> {
  for (let after = ''; ; ) {
    const { data, pagination } = await read(given, from, { ...window, after });
    items.push(...data);
    if (!pagination.hasNextPage) {
      expect(pagination.endCursor, 'a window that ends has no cursor').toBe('');
      return;
    }
    after = pagination.endCursor;
  }
}

async function read(
  given: StreamCase,
  from: Client,
  query: { startTime: string; endTime?: string; after: string },
): Promise<StreamReply> {
  const sign = given.path.includes('?') ? '&' : '?';
  const reply = await from.get(`${given.path}${sign}${new URLSearchParams(query)}`);
  if (reply.status !== 200) throw new Error(`${given.path}: ${reply.status} ${reply.text}`);
  return reply.body;
}

/** Times never go back, and no state comes twice. */
function expectOrder(items: StreamItem[], who: string): void {
  let before = Number.NEGATIVE_INFINITY;
  const seen = new Set<string>();
  for (const item of items) {
    const at = Date.parse(item.updatedAtTime);
    if (at < before) throw new Error(`${who}: ${item.id} at ${item.updatedAtTime} came after a later one`);
    before = at;
    const text = JSON.stringify(item);
    if (seen.has(text)) throw new Error(`${who} got one state twice: ${text}`);
    seen.add(text);
  }
}

const lastStates = (given: StreamCase, items: StreamItem[]): Map<string, unknown> =>
  new Map(items.map((item) => [item.id, given.state?.(item) ?? item]));

function expectSame(states: Map<string, unknown>, table: Map<string, unknown>, who: string): void {
  const missed = [...table.keys()].filter((id) => !states.has(id));
  expect(missed, `${who} missed`).toEqual([]);
  for (const [id, state] of states) expect(state, `${who}: last state of ${id}`).toEqual(table.get(id));
  expect(states.size, `${who}: objects`).toBe(table.size);
}
