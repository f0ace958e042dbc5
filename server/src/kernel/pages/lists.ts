import type { FastifyRequest } from 'fastify';
import type { Binding, Cursors } from './cursor.ts';

/** The envelope of one page of a plain list. */
export interface PageOf<T> {
  data: T[];
  pagination: { endCursor: string; hasNextPage: boolean };
}

/**
 * Splits rows fetched with `limit + 1` into a page and its envelope. The last page of a plain list ends with an
 * empty cursor, because the official SDKs page until the cursor is empty and never look at hasNextPage.
 */
export function pageOf<R, T>(
  rows: R[],
  limit: number,
  toItem: (row: R) => T,
  cursorOf: (row: R) => string,
): PageOf<T> {
  const more = rows.length > limit;
  const page = more ? rows.slice(0, limit) : rows;
  const last = page.at(-1);
  return {
    data: page.map(toItem),
    pagination: { endCursor: more && last !== undefined ? cursorOf(last) : '', hasNextPage: more },
  };
}

/** Where a list request goes on, and how its page ends. */
export interface Paging {
  /** The sort key of the last row of the page before; empty on the first page. */
  after: string[];
  /** The page of rows fetched with `limit + 1`; `key` is a row's whole sort key. */
  page<R, T>(rows: R[], limit: number, toItem: (row: R) => T, key: (row: R) => readonly string[]): PageOf<T>;
}

/** Reads a list request's cursor, which is bound to the operation, the organization and `filters`. */
export function paging(
  request: FastifyRequest<{ Querystring: { after?: string } }>,
  cursors: Cursors,
  filters: Binding = {},
): Paging {
  const { caller, query, routeOptions } = request;
  const binding = { ...filters, operation: routeOptions.schema?.operationId, orgId: caller.orgId };
  return {
    after: query.after ? cursors.open(query.after, binding, caller.now) : [],
    page: (rows, limit, toItem, key) =>
      pageOf(rows, limit, toItem, (row) => cursors.seal(key(row), binding, caller.now)),
  };
}

interface QuerySchema {
  properties?: Record<string, { type?: string; style?: string }>;
}

/** The names of a query schema's list parameters. */
export const listParameters = (schema: unknown): string[] =>
  Object.entries((schema as QuerySchema | undefined)?.properties ?? {})
    .filter(([, property]) => property.type === 'array' && property.style === 'form')
    .map(([name]) => name);

/** Rewrites `a,b`, `['a', 'b']` and `['a,b', 'c']` as one array; a list without values is left out. */
export function splitLists(query: Record<string, unknown>, names: readonly string[]): void {
  for (const name of names) {
    const value = query[name];
    if (value === undefined) continue;
    const items = (Array.isArray(value) ? value : [value]).flatMap((part) => String(part).split(','));
    const given = items.map((item) => item.trim()).filter((item) => item !== '');
    if (given.length > 0) query[name] = given;
    else delete query[name];
  }
}

/** The names of a query schema's parameters that are repeated for each value, and never hold a comma list. */
export const repeatedParameters = (schema: unknown): string[] =>
  Object.entries((schema as QuerySchema | undefined)?.properties ?? {})
    .filter(([, property]) => property.type === 'array' && property.style === undefined)
    .map(([name]) => name);

/** Rewrites one value as an array of one; a parameter without values is left out. */
export function gatherRepeated(query: Record<string, unknown>, names: readonly string[]): void {
  for (const name of names) {
    if (query[name] === undefined) continue;
    const given = [query[name]].flat().filter((value) => value !== '');
    if (given.length > 0) query[name] = given;
    else delete query[name];
  }
}
