import type { FastifyRequest } from 'fastify';
import { and, type Database, type Queryable, type Row, raw, type Sql, sql } from '../database/database.ts';
import { badRequest, invalid } from '../errors.ts';
import { settle } from '../ledger/read.ts';
import { parseTime } from '../time.ts';
import type { Binding, Cursors } from './cursor.ts';

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

/** Objects in the order of their last change: an alias for their table, their JSON text, and which of them. */
export interface StreamSource {
  /** `qualification_record record`: a table with updated_at and id, and the name that the rest calls it by. */
  table: string;
  document: Sql;
  /** The condition, with the organization in it. */
  where: Sql;
}

/** The items of a page as one text, and the sort key of the last. */
export interface StreamRows {
  items: string;
  count: number;
  last: readonly [at: string, id: string] | undefined;
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

/** One page of a stream, its items as one text: rows cost more than what they carry. */
export async function streamPage(
  database: Queryable,
  position: StreamPosition,
  { table, document, where }: StreamSource,
): Promise<StreamRows> {
  const name = raw(table.split(' ').at(-1) as string);
  const [page] = await database.rows(sql`
    select string_agg(document, ','), count(*)::int, (array_agg(updated_at))[count(*)], (array_agg(id))[count(*)]
    from (
      select ${document} as document, ${name}.updated_at, ${name}.id from ${raw(table)}
      where ${where} and (${name}.updated_at, ${name}.id) > (${position.at}::timestamptz, ${position.id}::uuid)
        ${and(position.endTime !== undefined && sql`${name}.updated_at < ${position.endTime}::timestamptz`)}
      order by ${name}.updated_at, ${name}.id limit ${STREAM_PAGE}) as page`);
  const [items, count, at, id] = page as Row;
  return { items: items ?? '', count, last: count ? [at, id] : undefined };
}

/**
 * Answers a stream request, as pieces of the reply's text. `filters` are its parameters beside startTime, endTime
 * and after; `read` reads one page, `finish` fills in what depends on the moment.
 */
export async function answerStream(
  request: FastifyRequest,
  { database, cursors }: { database: Database; cursors: Cursors },
  filters: Binding,
  read: (position: StreamPosition) => Promise<StreamRows>,
  finish: (items: string) => string | Promise<string> = (items) => items,
): Promise<string[]> {
  const { caller } = request;
  const operation = request.routeOptions.schema?.operationId;
  const binding = { ...filters, operation, orgId: caller.orgId };
  const position = streamPosition(cursors, request.query as StreamQuery, binding, caller.now);
  await settle(database, caller.orgId, position.endTime);
  const { items, count, last } = await read(position);
  const pagination = streamPagination(cursors, position, last, count, caller.now);
  return ['{"data":[', await finish(items), `],"pagination":${JSON.stringify(pagination)}}`];
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
