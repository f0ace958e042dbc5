import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { badRequest } from '../errors.ts';

const LIFETIME_DAYS = 30;
const DAY_MS = 86_400_000;

/** What a cursor is bound to: the operation, the organization and every parameter but `after` and `limit`. */
export type Binding = Record<string, string | readonly string[] | boolean | number | undefined | null>;

/**
 * Seals and opens page cursors. A cursor carries the sort key of the last row as PostgreSQL's text, the day it
 * was made and a digest of the request's other parameters, all signed.
 */
export class Cursors {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  seal(key: readonly string[], binding: Binding, now: Date): string {
    const payload = Buffer.from(
      JSON.stringify([digest(binding), Math.floor(now.getTime() / DAY_MS), ...key]),
    );
    return Buffer.concat([this.#sign(payload), payload]).toString('base64url');
  }

  /**
   * The sort key inside `cursor`.
   * @throws 400 `invalid or expired pagination cursor` for one that is forged, foreign or over 30 days old;
   *   400 `Parameters differ from previous paginated request.` for one made with other parameters.
   */
  open(cursor: string, binding: Binding, now: Date): string[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const payload = bytes.subarray(16);
    // Re-encoding catches the characters that a lenient base64 decoder drops.
    if (
      bytes.length < 20 ||
      bytes.toString('base64url') !== cursor ||
      !timingSafeEqual(bytes.subarray(0, 16), this.#sign(payload))
    ) {
      throw badRequest('invalid or expired pagination cursor');
    }
    const [madeFor, day, ...key] = JSON.parse(payload.toString()) as [string, number, ...string[]];
    if (day < Math.floor(now.getTime() / DAY_MS) - LIFETIME_DAYS) {
      throw badRequest('invalid or expired pagination cursor');
    }
    if (madeFor !== digest(binding)) throw badRequest('Parameters differ from previous paginated request.');
    return key;
  }

  #sign(payload: Buffer): Buffer {
    return createHmac('sha256', this.#secret).update(payload).digest().subarray(0, 16);
  }
}

/** The same for lists that differ only in order or repetition. */
function digest(binding: Binding): string {
  const parts = Object.keys(binding)
    .sort()
    .filter((name) => binding[name] !== undefined && binding[name] !== null)
    .map((name) => {
      const value = binding[name];
      return [name, Array.isArray(value) ? [...new Set(value as string[])].sort() : String(value)];
    });
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}
