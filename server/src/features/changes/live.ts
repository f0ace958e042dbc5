import type { Database } from '../../kernel/database/database.ts';
import type { LedgerFilter } from '../../kernel/ledger/read.ts';
import { waitForEntry } from '../../kernel/ledger/wake.ts';
import { type Position, positionText } from './position.ts';
import { nextTurn, type Turn, toChange } from './read.ts';
import { MOST } from './schema.ts';

/** What follows the ledger for one caller. */
export interface Following {
  database: Database;
  orgId: string;
  filter: LedgerFilter;
  /** Aborted when whoever follows has gone, or the server stops. */
  signal: AbortSignal;
}

/** The first turn after a place that has a change, or the last one once `ms` are over. */
export async function turnWithin(
  { database, orgId, filter, signal }: Following,
  after: Position,
  limit: number,
  ms: number,
): Promise<Turn> {
  const until = Date.now() + ms;
  for (let from = after; ; ) {
    const turn = await nextTurn(database, orgId, from, filter, limit);
    const left = until - Date.now();
    if (turn.changes.length > 0 || left <= 0) return turn;
    from = turn.position;
    if (!(await waitForEntry(database, orgId, from.seq, left, signal))) return turn;
  }
}

/** A sign of life for what stands between, and how soon a client comes again. */
const BEAT_MS = 15_000;
const RETRY_MS = 1000;
/** Whoever follows asks again after this long, and is looked at again: whether the token is still good. */
const SPAN_MS = 5 * 60_000;

/** Server-sent events: what there is after a place, then each change as it comes. */
export async function* liveEvents(following: Following, after: Position): AsyncGenerator<string> {
  const until = Date.now() + SPAN_MS;
  yield `retry: ${RETRY_MS}\n\n`;
  for (let from = after; Date.now() < until && !following.signal.aborted; ) {
    const { changes, position, hasMore } = await turnWithin(following, from, MOST, BEAT_MS);
    for (const change of changes) {
      const told = toChange(change);
      yield `id: ${told.cursor}\nevent: change\ndata: ${JSON.stringify(told)}\n\n`;
    }
    // Also where a filter lets nothing through, a client comes back to where it has been.
    if (!hasMore) yield `id: ${positionText(position)}\n: up to here\n\n`;
    from = position;
  }
}
