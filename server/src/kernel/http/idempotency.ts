import { createHash } from 'node:crypto';
import { type Queryable, type Sql, sql } from '../database/database.ts';
import { ApiError } from '../errors.ts';

/** A request's `Idempotency-Key`, with what it was sent with. */
export interface Idempotency {
  tokenId: string;
  key: string;
  /** Method, URL and body in one hash: the same key with another request is an error. */
  fingerprint: string;
  /** The status the reply will have. */
  status(): number;
  /** The reply's body for what the write answers. */
  body(result: unknown): string;
  /** What was stored. */
  kept?: KeptReply;
}

/** `{data: …}` as JSON; text is a finished body already, and no result is an empty one. */
export const dataBody = (
  result: unknown,
  toText: (body: { data: unknown }) => string = JSON.stringify,
): string => (result === undefined ? '' : typeof result === 'string' ? result : toText({ data: result }));

/** A stored answer; `body` is JSON text, empty for a reply without one. */
export interface KeptReply {
  status: number;
  body: string;
}

/** Thrown by a write that finds its own answer already stored. */
export class Replay extends Error {
  readonly kept: KeptReply;
  constructor(kept: KeptReply) {
    super('replay');
    this.kept = kept;
  }
}

/** Hashes what makes two requests the same. */
export const fingerprint = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('base64url');

/** The answer stored under this key in the last 24 hours; 422 when the key came with another request. */
export async function findReplay(
  database: Queryable,
  orgId: string,
  request: Idempotency,
): Promise<KeptReply | undefined> {
  const [row] = await database.rows(sql`
    select fingerprint, status, body from idempotency_key
    where org_id = ${orgId} and token_id = ${request.tokenId} and key = ${request.key}
      and created_at > now() - interval '24 hours'`);
  if (!row) return undefined;
  if (row[0] !== request.fingerprint) {
    throw new ApiError(422, `Idempotency-Key "${request.key}" was used with another request. Use a new key.`);
  }
  return { status: row[1], body: row[2] };
}

/** The statement that stores an answer, for one that does more. */
export const replyInsert = (
  orgId: string,
  { tokenId, key, fingerprint }: Idempotency,
  reply: KeptReply,
): Sql => sql`
  insert into idempotency_key (org_id, token_id, key, fingerprint, status, body)
  values (${orgId}, ${tokenId}, ${key}, ${fingerprint}, ${reply.status}, ${reply.body})
  on conflict (org_id, token_id, key) do update set fingerprint = excluded.fingerprint, status = excluded.status,
    body = excluded.body, created_at = excluded.created_at`;

/** Stores what a request is answered, inside its transaction; answers it. */
export async function keepReply(
  tx: Queryable,
  orgId: string,
  request: Idempotency,
  result: unknown,
): Promise<void> {
  await tx.rows(replyInsert(orgId, request, replyOf(request, result)));
}

/** The answer that a write's result becomes; remembered as the one that is stored. */
export function replyOf(request: Idempotency, result: unknown): KeptReply {
  request.kept = { status: request.status(), body: request.body(result) };
  return request.kept;
}
