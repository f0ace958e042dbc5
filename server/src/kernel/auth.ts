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
  /** The person who asks, where they see themselves whatever their tags are. */
  ownId?: string;
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

/** Who asks: the token of a request and the directory user it acts as, or somebody who has signed in. */
export interface Caller extends Writer {
  /** Of the token, or of the session: what limits and Idempotency-Keys go by. */
  tokenId: string;
  /** The session of somebody who has signed in; absent for a token. */
  sessionId?: string;
  scopes: ReadonlySet<string>;
  dryRun: boolean;
  /** The present of the whole request. */
  now: Date;
}

/** What a request's credentials say of who asks. */
export type Identity = Pick<
  Caller,
  'orgId' | 'tokenId' | 'actor' | 'scopes' | 'tagIds' | 'ownId' | 'sessionId'
>;

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

/** Scopes of managers and viewers: they stand for every scope, and every "Read …" scope, but what administrators do. */
export const MANAGING = 'Managing';
export const VIEWING = 'Viewing';

/** What only administrators do, of those who sign in. */
const ADMINISTRATION: ReadonlySet<string> = new Set([
  'Read Accounts',
  'Write Accounts',
  'Read API Tokens',
  'Write API Tokens',
  'Write Org Information',
]);

/** Whether `scopes` have `scope`, or one that stands for it. */
export function holds(scopes: ReadonlySet<string>, scope: string): boolean {
  if (scopes.has(scope) || scopes.has(FULL_ACCESS)) return true;
  const reads = scope.startsWith('Read ');
  if (scopes.has(READ_ONLY) && reads) return true;
  return !ADMINISTRATION.has(scope) && (scopes.has(MANAGING) || (scopes.has(VIEWING) && reads));
}

/** Throws 403 naming `scope` unless the caller holds it. */
export function requireScope(scopes: ReadonlySet<string>, scope: string): void {
  if (!holds(scopes, scope)) throw forbidden(scope);
}

/** Tells what somebody may do now; undefined where it knows nothing of them. */
export type Holder = (
  database: Queryable,
  orgId: string,
  personId: string,
) => Promise<ReadonlySet<string> | undefined>;

/**
 * What whoever acted may do now: by the tokens that act as a user, and by what `holders` know of them. Undefined for
 * somebody of whom nobody knows anything.
 */
export async function livingScopes(
  database: Queryable,
  orgId: string,
  actor: string,
  holders: readonly Holder[],
): Promise<ReadonlySet<string> | undefined> {
  const { id } = parseActor(actor);
  const rows = await database.rows(sql`
    select scopes, revoked_at is null from token where org_id = ${orgId} and user_id = ${id}`);
  const held = await Promise.all(holders.map((holder) => holder(database, orgId, id)));
  const known = held.filter((scopes) => scopes !== undefined);
  if (rows.length === 0 && known.length === 0) return undefined;
  const ofTokens = rows.flatMap(([scopes, lives]): string[] => (lives ? scopes : []));
  return new Set([...ofTokens, ...known.flatMap((scopes) => [...scopes])]);
}
