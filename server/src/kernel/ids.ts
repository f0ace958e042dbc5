import { randomBytes, randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import { badRequest, invalid } from './errors.ts';

const RANDOM = 16;
const pool = Buffer.alloc(RANDOM * 256);
let used = pool.length;
let msecs = 0;
let seq = 0;

/** A UUIDv7: ids sort by the moment they were made. */
export function newId(): string {
  // Asking for random bytes costs several times the rest, so they come for many at once.
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + RANDOM);
  used += RANDOM;
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // Half of what fits, so that counting on from it never overflows.
    seq = random.readUInt32BE() >>> 1;
  } else seq += 1;
  return v7({ random, msecs, seq });
}

/** Names a request in its reply and in the log. */
export const newRequestId = (): string => randomBytes(16).toString('hex');

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for any UUID in its usual text form. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** Checks that every id of a list parameter is a UUID; returns them in lower case, each once. */
export function uuids(field: string, ids: readonly string[]): string[] {
  for (const id of ids) if (!isUuid(id)) throw invalid(field, `"${id.slice(0, 60)}" is not a UUID.`);
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}

/** True for a decimal id that fits a bigint: people, vehicles, tags. */
export const isNumericId = (text: string): boolean =>
  /^[1-9]\d{0,18}$/.test(text) && BigInt(text) <= 9223372036854775807n;

/** True for what a path may name an object by: a decimal id, a UUID or an external id `key:value`. */
export const isPathId = (text: string): boolean =>
  /^\d+$/.test(text) || isUuid(text) || parseExternalId(text) !== undefined;

/** Checks that every id of a list parameter is a decimal one. */
export function numericIds(field: string, ids: readonly string[]): readonly string[] {
  for (const id of ids)
    if (!isNumericId(id)) throw badRequest(`${field} contains an invalid ID: "${id.slice(0, 60)}".`);
  return ids;
}

export type PersonType = 'driver' | 'user';

/** A person of the directory as a parameter names one. */
export type PersonRef =
  | { kind: 'id'; type: PersonType; id: string }
  | { kind: 'external'; key: string; value: string };

/** Reads who acts, `user-4392`, as createdById and updatedById say it. */
export function parseActor(actor: string): { type: PersonType; id: string } {
  const [, type, id] = /^(driver|user)-(\d+)$/.exec(actor) ?? [];
  if (!type || !id) throw new Error(`"${actor}" is nobody who acts`);
  return { type: type as PersonType, id };
}

/**
 * Reads `driver-281474`, `user-4392`, a bare `281474` (a driver) or an external id `key:value`.
 * Source: the public spec's polymorphic ids and external ids.
 */
export function parsePerson(field: string, text: string): PersonRef {
  const typed = /^(driver|user)-(\d+)$/.exec(text);
  if (typed?.[1] && typed[2] && isNumericId(typed[2]))
    return { kind: 'id', type: typed[1] as PersonType, id: typed[2] };
  if (isNumericId(text)) return { kind: 'id', type: 'driver', id: text };
  const external = parseExternalId(text);
  if (external) return { kind: 'external', ...external };
  throw invalid(field, `"${text.slice(0, 60)}" is an invalid ID. Use driver-281474 or key:value.`);
}

/** Splits an external id `key:value` at its first colon; undefined when the text is none. */
export function parseExternalId(text: string): { key: string; value: string } | undefined {
  const colon = text.indexOf(':');
  return colon > 0 && colon < text.length - 1
    ? { key: text.slice(0, colon), value: text.slice(colon + 1) }
    : undefined;
}
