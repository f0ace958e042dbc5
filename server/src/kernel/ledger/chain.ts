import { createHash, randomBytes } from 'node:crypto';
import type { Operation } from './resource.ts';

/** One changed object as the ledger keeps it. */
export interface Change {
  resource: string;
  id: string;
  operation: Operation;
  document: string;
  /** Ids of the people and vehicles whom it concerns. */
  about: readonly string[];
}

/** What the chain covers of a change: its document only by digest, so that erasing it leaves the chain whole. */
export interface Link {
  resource: string;
  id: string;
  operation: string;
  /** In hex. */
  digest: string;
}

export interface Entry {
  seq: string;
  at: string;
  actor: string;
  requestId: string;
  previousHash: string;
  links: readonly Link[];
}

export const SALT_BYTES = 16;

/** Salts for `count` documents, one after the other. */
export const newSalts = (count: number): Buffer => randomBytes(SALT_BYTES * count);

/** The salt of the document at `n`. */
export const saltOf = (salts: Buffer, n: number): Buffer =>
  salts.subarray(n * SALT_BYTES, (n + 1) * SALT_BYTES);

/** SHA-256, in hex, over a document's own salt and its text. Without the salt it tells nothing of the document. */
export const digestOf = (salt: Buffer, document: string): string =>
  createHash('sha256').update(salt).update(document).digest('hex');

/** Orders changes the way the chain hashes them: by code unit, as no database collation does. */
export const byResourceAndId = (
  a: Pick<Link, 'resource' | 'id'>,
  b: Pick<Link, 'resource' | 'id'>,
): number =>
  a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * The hash of one ledger entry, in hex: SHA-256 over the previous hash, the entry's own facts and the digests of
 * its documents in order.
 */
export function chainHash(orgId: string, entry: Entry): string {
  const { previousHash, seq, at, actor, requestId, links } = entry;
  const hash = createHash('sha256').update(JSON.stringify([previousHash, orgId, seq, at, actor, requestId]));
  for (const { resource, id, operation, digest } of links)
    hash.update(`\n${JSON.stringify([resource, id, operation, digest])}`);
  return hash.digest('hex');
}
