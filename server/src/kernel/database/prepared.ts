import { createHash } from 'node:crypto';
import type pg from 'pg';

/**
 * The most statements that a connection keeps prepared: PostgreSQL holds each, with its plans, until the connection
 * ends, and which of a list's conditions a statement has is the caller's choice.
 */
const MOST = 500;

const names = new Map<string, string>();
const prepared = new WeakMap<pg.PoolClient, Set<string>>();

/** The name under which a connection prepares a statement. */
export function preparedName(client: pg.PoolClient, text: string): string {
  if (names.size >= 10 * MOST) names.clear();
  const name = names.get(text) ?? createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  const known = prepared.get(client) ?? new Set();
  prepared.set(client, known.add(name));
  return name;
}

/** Whether a connection has prepared so much that it is to be closed. */
export const isFull = (client: pg.PoolClient): boolean => (prepared.get(client)?.size ?? 0) >= MOST;
