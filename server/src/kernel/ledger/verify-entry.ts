import type pg from 'pg';
import { queryable, sql } from '../database/database.ts';
import { byResourceAndId, chainHash, digestOf, type Link } from './chain.ts';
import type { KeptChange, KeptWrite } from './pages.ts';

/** What is wrong with a write. */
export class Bad extends Error {
  readonly seq: bigint;
  constructor(seq: bigint, problem: string) {
    super(problem);
    this.seq = seq;
  }
}

/** An entry that somebody kept outside of the database: a ledger that no longer has it was rewritten or cut off. */
export interface KeptEntry {
  orgId: string;
  seq: bigint;
  hash: string;
}

/** @throws Bad for an entry that is not as it was written. */
export function verifyEntry(orgId: string, entry: KeptWrite, changes: KeptChange[]): void {
  for (const { seq, resource, id, salt, digest, document } of changes) {
    if ((salt === null) !== (document === null))
      throw new Bad(seq, `of ${resource} ${id} one of salt and document was taken away without the other.`);
    if (salt !== null && document !== null && digestOf(salt, document) !== digest)
      throw new Bad(seq, `the document of ${resource} ${id} was changed, or its salt or digest.`);
  }
  const links: Link[] = [...changes].sort(byResourceAndId);
  if (chainHash(orgId, { ...entry, seq: String(entry.seq), links }) === entry.hash) return;
  const objects = links.slice(0, 3).map(({ operation, resource, id }) => `${operation} of ${resource} ${id}`);
  if (links.length > 3) objects.push(`${links.length - 3} more`);
  throw new Bad(
    entry.seq,
    'its hash does not fit: the actor, time, request id or hash was changed, or a document was replaced, ' +
      `added or removed. It holds now: ${objects.join(', ') || 'nothing'}; by ${entry.actor} at ${entry.at}.`,
  );
}

/** @throws Bad for a head row that does not fit the last entry. */
export async function verifyHead(
  client: pg.PoolClient,
  orgId: string,
  end: { seq: bigint; hash: string; at: string },
): Promise<void> {
  const [head] = await queryable(client).rows(sql`
    select last_seq, last_hash, last_at < nullif(${end.at}, '')::timestamptz from org_head where org_id = ${orgId}`);
  if (!head) throw new Bad(end.seq, 'the organization has no org_head row.');
  const [lastSeq, lastHash, behind] = head;
  if (BigInt(lastSeq) !== end.seq)
    throw new Bad(end.seq, `the ledger ends here, but org_head.last_seq is ${lastSeq}.`);
  if (lastHash !== end.hash) throw new Bad(end.seq, 'org_head.last_hash is not the hash of the last write.');
  if (behind) throw new Bad(end.seq, 'org_head.last_at is before the last write.');
}
