import { createHash, randomInt } from 'node:crypto';
import { type Queryable, sql } from './database/database.ts';
import { forbidden } from './errors.ts';
import type { Idempotency } from './http/idempotency.ts';
import { parseActor } from './ids.ts';

/** Whose data, and how much of it. */
export interface Sight {
  orgId: string;
  /** The tags that whoever asks is limited to, those below included by the statements; null for the whole organization. */
  tagIds: string[] | null;
  /** What whoever asks may do; undefined for the server and its operator, who may do everything. */
  scopes?: ReadonlySet<string>;
}

/** Who writes. */
export interface Writer extends Sight {
  /** `user-4392`: what createdById and updatedById say; or SYSTEM. */
  actor: string;
  requestId: string;
  dryRun?: boolean;
  idempotency?: Idempotency;
}

/** Who asks: the token of a request and the directory user it acts as. */
export interface Caller extends Writer {
  tokenId: string;
  scopes: ReadonlySet<string>;
  dryRun: boolean;
  /** The present of the whole request. */
  now: Date;
}

/** The actor of what nobody asked for: in a write it becomes the organization's own user, "Crewready". */
export const SYSTEM = 'system';

/** Who writes when the server or its operator does. `requestId` says on what occasion. */
export const systemWriter = (orgId: string, requestId: string, dryRun?: boolean): Writer => ({
  orgId,
  tagIds: null,
  actor: SYSTEM,
  requestId,
  ...(dryRun ? { dryRun } : {}),
});

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A new token's text: `crewready_` and 40 random letters and digits. Only its hash is ever stored. */
export const newToken = (): string =>
  `crewready_${Array.from({ length: 40 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A scope that stands for every scope, and one that stands for every "Read …" scope. */
export const FULL_ACCESS = 'Full Access';
export const READ_ONLY = 'Read-only';

/** Whether `scopes` have `scope`, or one that stands for it. */
export const holds = (scopes: ReadonlySet<string>, scope: string): boolean =>
  scopes.has(scope) || scopes.has(FULL_ACCESS) || (scopes.has(READ_ONLY) && scope.startsWith('Read '));

/** Throws 403 naming `scope` unless the caller holds it. */
export function requireScope(scopes: ReadonlySet<string>, scope: string): void {
  if (!holds(scopes, scope)) throw forbidden(scope);
}

/** What the tokens that act as a user may do now; undefined for a user who never had one. */
export async function livingScopes(
  database: Queryable,
  orgId: string,
  actor: string,
): Promise<ReadonlySet<string> | undefined> {
  const rows = await database.rows(sql`
    select scopes, revoked_at is null from token where org_id = ${orgId} and user_id = ${parseActor(actor).id}`);
  if (rows.length === 0) return undefined;
  return new Set<string>(rows.flatMap(([scopes, lives]) => (lives ? scopes : [])));
}
