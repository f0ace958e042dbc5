import { setTimeout as sleep } from 'node:timers/promises';
import type { Binding, Cursors } from './cursor.ts';
import { type Queryable, sql } from './database.ts';
import { badRequest, invalid } from './errors.ts';
import { parseTime } from './time.ts';

/** How far ahead of the database a consumer's clock is taken for the same moment. */
const CLOCK_SKEW_MS = 2000;

/** Objects a page of every stream. */
export const STREAM_PAGE = 512;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Where a stream page begins and ends: strictly after `(at, id)`, strictly before `endTime`. */
export interface StreamPosition {
  at: string;
  id: string;
  endTime?: string;
  binding: Binding;
}

/** The parameters that all streams share. */
export interface StreamQuery {
  startTime: string;
  endTime?: string;
  after?: string;
}

/**
 * Reads a stream request. An object changed at `at` is on the page when startTime ≤ at < endTime and it comes
 * after the cursor. `filters` are the request's other parameters, which bind the cursor.
 */
export function streamPosition(
  cursors: Cursors,
  query: StreamQuery,
  filters: Binding,
  now: Date,
): StreamPosition {
  const startTime = parseTime('startTime', query.startTime);
  const endTime = query.endTime ? parseTime('endTime', query.endTime) : undefined;
  if (endTime && endTime < startTime) throw invalid('endTime', 'it is before startTime.');
  const binding = { ...filters, startTime, endTime };
  if (!query.after) return { at: startTime, id: FIRST_ID, endTime, binding };
  const [at, id] = cursors.open(query.after, binding, now);
  if (!at || !id) throw badRequest('invalid or expired pagination cursor');
  return { at, id, endTime, binding };
}

/**
 * Waits for writes that began before now and may carry a time before `endTime`, so that a window that has been
 * read stays complete. Without it a consumer of adjoining windows would miss a write that was open between them.
 * A consumer's clock may be a little ahead of the database's: an `endTime` that close is waited for.
 */
export async function settle(database: Queryable, orgId: string, endTime: string | undefined): Promise<void> {
  if (!endTime) return;
  const [head] = await database.rows(sql`
    select last_at < ${endTime}::timestamptz, extract(epoch from ${endTime}::timestamptz - clock_timestamp()) * 1000
    from org_head where org_id = ${orgId}`);
  if (!head?.[0]) return;
  const ahead = Number(head[1]);
  if (ahead > 0 && ahead <= CLOCK_SKEW_MS) await sleep(ahead + 1);
  await database.rows(sql`select 1 from org_head where org_id = ${orgId} for share`);
}

/** A page's envelope: a stream without endTime never ends, one with it ends when nothing is left before it. */
export function streamPagination(
  cursors: Cursors,
  position: StreamPosition,
  last: readonly [at: string, id: string] | undefined,
  count: number,
  now: Date,
): { endCursor: string; hasNextPage: boolean } {
  if (position.endTime && count < STREAM_PAGE) return { endCursor: '', hasNextPage: false };
  const key = last ?? [position.at, position.id];
  return { endCursor: cursors.seal(key, position.binding, now), hasNextPage: true };
}
