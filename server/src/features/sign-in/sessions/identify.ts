import { createHash } from 'node:crypto';
import type { Identity } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { ApiError } from '../../../kernel/errors.ts';
import type { Identify, Services } from '../../../kernel/feature.ts';
import { readLogin } from '../../directory/index.ts';
import { readAccounts } from '../accounts/store.ts';
import { rightsOf } from '../roles.ts';
import { sessionCookie } from './cookie.ts';
import { findSession, noteUse } from './store.ts';

/** What is kept of a secret. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const KNOWN_FOR_MS = 1000;
const NOTE_USE_EVERY_MS = 60_000;
const MOST = 10_000;

interface Known {
  identity: Identity;
  until: number;
}

/** The sessions that a process has seen within a second: what ends elsewhere ends here within one, what ends here at once. */
class KnownSessions {
  #known = new Map<string, Known>();
  readonly #noted = new Map<string, number>();

  get(secret: string): Identity | undefined {
    const known = this.#known.get(secret);
    return known && known.until > Date.now() ? known.identity : undefined;
  }

  put(secret: string, identity: Identity): void {
    if (this.#known.size >= MOST) this.forget();
    this.#known.set(secret, { identity, until: Date.now() + KNOWN_FOR_MS });
  }

  forget(): void {
    this.#known = new Map();
  }

  /** Whether it is time to note that a session is in use. */
  isToNote(id: string): boolean {
    const now = Date.now();
    if ((this.#noted.get(id) ?? 0) > now - NOTE_USE_EVERY_MS) return false;
    if (this.#noted.size >= MOST) this.#noted.clear();
    this.#noted.set(id, now);
    return true;
  }
}

const ofDatabases = new WeakMap<Database, KnownSessions>();

function knownOf(database: Database): KnownSessions {
  const known = ofDatabases.get(database) ?? new KnownSessions();
  ofDatabases.set(database, known);
  return known;
}

/** Has every session looked up anew: an account or a session is different now. */
export const forgetSessions = (database: Database): void => knownOf(database).forget();

/**
 * Tells who has signed in, by the cookie of a request.
 * @throws 401 for a session that has ended, an account that is disabled, a person who is gone
 */
export function identifyBySession({ database, publicUrl }: Services): Identify {
  const cookie = sessionCookie(publicUrl);
  const known = knownOf(database);
  return async ({ headers }) => {
    const secret = cookie.read(headers.cookie);
    if (secret === undefined) return undefined;
    const before = known.get(secret);
    if (before) return before;
    const identity = await identityOf(database, secret);
    if (!identity) throw new ApiError(401, 'The session has ended. Sign in again.');
    known.put(secret, identity);
    if (known.isToNote(identity.tokenId))
      await noteUse(database, identity.orgId, identity.tokenId).catch(() => {});
    return identity;
  };
}

async function identityOf(database: Database, secret: string): Promise<Identity | undefined> {
  const session = await findSession(database, hashSecret(secret));
  if (!session) return undefined;
  const { orgId, id, personId, personType } = session;
  const [[account], login] = await Promise.all([
    readAccounts(database, orgId, [personId]),
    readLogin(database, orgId, personId),
  ]);
  if (account?.status !== 'active' || !login?.isActive) return undefined;
  return { orgId, tokenId: id, sessionId: id, actor: `${personType}-${personId}`, ...rightsOf(account) };
}
