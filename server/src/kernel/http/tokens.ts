import { hashToken, type Identity } from '../auth.ts';
import { type Database, sql } from '../database/database.ts';
import { unauthorized } from '../errors.ts';
import { Refusals } from './refusals.ts';

const KNOWN_FOR_MS = 1000;
const NOTE_USE_EVERY_MS = 60_000;

/**
 * Looks tokens up by their hash. An answer is kept for a second, so a revoked token stops within one;
 * last use is noted at most once a minute.
 */
export class Tokens {
  readonly #database: Database;
  readonly #known = new Map<string, { identity: Identity; until: number }>();
  readonly #noted = new Map<string, number>();
  /** Tokens that are looked up whatever else comes from their address. */
  readonly #wasGood = new Set<string>();
  readonly #refusals: Refusals;

  /** `limited` says whether an address that guesses is refused. */
  constructor(database: Database, limited: boolean) {
    this.#database = database;
    this.#refusals = new Refusals(limited);
  }

  /**
   * `schemes` may stand before the token; `address` is whose request it is.
   * @throws 401 for a missing, malformed, unknown or revoked token; 429 for one that was never good, from an address
   *   that sent many of those.
   */
  async identify(
    header: string | undefined,
    schemes: readonly string[] = ['Bearer'],
    address = '',
  ): Promise<Identity> {
    const [, scheme, token] = /^(\S+) +(\S+)$/.exec(header ?? '') ?? [];
    const known = schemes.some((name) => name.toLowerCase() === scheme?.toLowerCase());
    if (!known || !token || token.length > 200) throw unauthorized(schemes);
    const now = Date.now();
    const hit = this.#known.get(token);
    if (hit && hit.until > now) return hit.identity;
    if (!this.#wasGood.has(token)) this.#refusals.check(address);
    const [row] = await this.#database.rows(sql`
      select org_id, id, user_id, scopes, tag_ids from token
      where hash = ${hashToken(token)} and revoked_at is null`);
    if (!row) {
      this.#known.delete(token);
      this.#wasGood.delete(token);
      this.#refusals.note(address);
      throw unauthorized(schemes);
    }
    const [orgId, tokenId, userId, scopes, tagIds] = row;
    const identity = { orgId, tokenId, actor: `user-${userId}`, scopes: new Set<string>(scopes), tagIds };
    if (this.#known.size > 10_000) this.#known.clear();
    if (this.#wasGood.size > 10_000) this.#wasGood.clear();
    this.#wasGood.add(token);
    this.#known.set(token, { identity, until: now + KNOWN_FOR_MS });
    this.#noteUse(identity, now);
    return identity;
  }

  #noteUse(identity: Identity, now: number): void {
    if ((this.#noted.get(identity.tokenId) ?? 0) > now - NOTE_USE_EVERY_MS) return;
    this.#noted.set(identity.tokenId, now);
    this.#database
      .rows(
        sql`update token set last_used_at = now() where org_id = ${identity.orgId} and id = ${identity.tokenId}`,
      )
      .catch(() => this.#noted.delete(identity.tokenId));
  }
}
