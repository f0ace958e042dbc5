import type pg from 'pg';
import { type Database, queryable, sql } from '../database/database.ts';
import { byResourceAndId, chainHash, digestOf, type Link } from './chain.ts';
import {
  ChangeReader,
  type KeptChange,
  type KeptWrite,
  organizationIds,
  PAGE,
  writesAfter,
} from './pages.ts';
import type { Resource } from './resource.ts';
import { verifyTables } from './verify-tables.ts';

/** The first row that is not as it was written. */
export interface BadRow {
  orgId: string;
  /** The write where the walk stopped; absent when a table's row differs from the ledger. */
  seq?: string;
  problem: string;
}

export interface LedgerReport {
  organizations: { orgId: string; writes: number; changes: number; erased: number; hash: string }[];
  /** Where the walk stopped; absent when all is well. */
  bad?: BadRow;
}

/** An entry that somebody kept outside of the database: a ledger that no longer has it was rewritten or cut off. */
export interface KeptEntry {
  orgId: string;
  seq: bigint;
  hash: string;
}

class Bad extends Error {
  readonly seq: bigint;
  constructor(seq: bigint, problem: string) {
    super(problem);
    this.seq = seq;
  }
}

/** How many writes there are to walk, by the organizations' own count. */
export async function ledgerSize(database: Database): Promise<number> {
  const [row] = await database.rows(sql`select coalesce(sum(last_seq), 0) from org_head`);
  return Number(row?.[0]);
}

/**
 * Recomputes the hash chain of every organization, oldest write first, compares its end with the head row, and then
 * the tables with the last document of each object. One read-only snapshot: the server may go on writing meanwhile.
 */
export async function verifyLedger(
  database: Database,
  resources: readonly Resource[],
  advance: (writes: number) => void = () => {},
  kept: readonly KeptEntry[] = [],
): Promise<LedgerReport> {
  const client = await database.pool.connect();
  const report: LedgerReport = { organizations: [] };
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0');
    for (const orgId of await organizationIds(client)) {
      try {
        const expected = kept.filter((entry) => entry.orgId === orgId);
        report.organizations.push(await verifyOrganization(client, orgId, advance, expected));
      } catch (error) {
        if (!(error instanceof Bad)) throw error;
        report.bad = { orgId, seq: String(error.seq), problem: error.message };
        return report;
      }
      const problem = await verifyTables(queryable(client), orgId, resources);
      if (problem) {
        report.bad = { orgId, problem };
        return report;
      }
    }
    const gone = kept.find(({ orgId }) => report.organizations.every((one) => one.orgId !== orgId));
    if (gone)
      report.bad = {
        orgId: gone.orgId,
        problem: 'the organization is not there, but an entry of it was kept.',
      };
    return report;
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

async function verifyOrganization(
  client: pg.PoolClient,
  orgId: string,
  advance: (writes: number) => void,
  expected: readonly KeptEntry[],
): Promise<LedgerReport['organizations'][number]> {
  const changes = new ChangeReader(client, orgId);
  const end = { seq: 0n, hash: '', at: '' };
  let [documents, erased] = [0, 0];
  for (;;) {
    const page = await writesAfter(client, orgId, end.seq);
    for (const entry of page) {
      if (entry.seq !== end.seq + 1n) throw new Bad(end.seq + 1n, 'the ledger_write row is missing.');
      if (entry.previousHash !== end.hash)
        throw new Bad(entry.seq, `its previous_hash is not the hash of seq ${end.seq}.`);
      const found = await changes.of(entry.seq);
      const stray = found.find(({ seq }) => seq < entry.seq);
      if (stray) throw new Bad(stray.seq, 'a document has no ledger_write row.');
      verifyEntry(orgId, entry, found);
      if (expected.some(({ seq, hash }) => seq === entry.seq && hash !== entry.hash))
        throw new Bad(
          entry.seq,
          'its hash is not the one that was kept: the ledger was rewritten from here or before.',
        );
      documents += found.length;
      erased += found.filter(({ document }) => document === null).length;
      Object.assign(end, { seq: entry.seq, hash: entry.hash, at: entry.at });
    }
    advance(page.length);
    if (page.length < PAGE) break;
  }
  const stray = await changes.next();
  if (stray) throw new Bad(stray.seq, 'a document has no ledger_write row.');
  await changes.close();
  await verifyHead(client, orgId, end);
  const cut = expected.find(({ seq }) => seq > end.seq);
  if (cut) throw new Bad(end.seq, `the ledger ends here, but its seq ${cut.seq} was kept.`);
  return { orgId, writes: Number(end.seq), changes: documents, erased, hash: end.hash };
}

function verifyEntry(orgId: string, entry: KeptWrite, changes: KeptChange[]): void {
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

async function verifyHead(
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
