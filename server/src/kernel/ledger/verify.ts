import type pg from 'pg';
import { type Database, type Queryable, queryable, sql } from '../database/database.ts';
import { ChangeReader, organizationIds, PAGE, writesAfter } from './pages.ts';
import type { Resource } from './resource.ts';
import { Bad, type KeptEntry, verifyEntry, verifyHead } from './verify-entry.ts';
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

/** How many writes there are to walk, by the organizations' own count. */
export async function ledgerSize(database: Database): Promise<number> {
  const [row] = await database.rows(sql`select coalesce(sum(last_seq), 0) from org_head`);
  return Number(row?.[0]);
}

/** How many writes an organization has. */
export async function ledgerSizeOf(database: Queryable, orgId: string): Promise<number> {
  const [row] = await database.rows(sql`select last_seq from org_head where org_id = ${orgId}`);
  return Number(row?.[0]);
}

/**
 * Recomputes the hash chain of every organization, oldest write first, compares its end with the head row, and then
 * the tables with the last document of each object. One read-only snapshot: the server may go on writing meanwhile.
 * `only` is the organization to look at, where it is not all of them.
 */
export async function verifyLedger(
  database: Database,
  resources: readonly Resource[],
  advance: (writes: number) => void = () => {},
  kept: readonly KeptEntry[] = [],
  only?: string,
): Promise<LedgerReport> {
  const client = await database.pool.connect();
  const report: LedgerReport = { organizations: [] };
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0');
    for (const orgId of only === undefined ? await organizationIds(client) : [only]) {
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
