import type { Readable } from 'node:stream';
import { isUuid } from '../ids.ts';

/** Bytes that live outside the database, each under a key of its own, written once and never changed. */
export interface Blobs {
  /**
   * Stores what `source` gives. Nothing can be read before all of it is stored for good; when `source` fails,
   * nothing is left. Never holds more than a few pieces in memory.
   */
  put(
    key: string,
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    contentType: string,
  ): Promise<void>;
  /** How many bytes there are; undefined when there is no such blob. */
  size(key: string): Promise<number | undefined>;
  /** The bytes from `start` to `end`, both included; all of them when neither is given. */
  read(key: string, range?: { start: number; end: number }): Promise<Readable>;
  /** Takes a blob away, a half-written one too. One that is not there is taken away already. */
  remove(key: string): Promise<void>;
}

/** The key of an organization's blob: opaque, and harmless as a file's name. */
export const blobKey = (orgId: string, id: string): string => `${orgId}-${id}`;

/** The parts of a key; undefined for any text that is none, so that no path can be smuggled in. */
export function parseBlobKey(key: string): { orgId: string; id: string } | undefined {
  const [, orgId, id] = /^([1-9]\d{0,18})-(.{36})$/.exec(key) ?? [];
  return orgId && id && isUuid(id) ? { orgId, id } : undefined;
}

/** The same for keys that the caller has made itself. */
export function requireBlobKey(key: string): { orgId: string; id: string } {
  const parts = parseBlobKey(key);
  if (!parts) throw new Error(`"${key.slice(0, 60)}" is no key of a blob`);
  return parts;
}
