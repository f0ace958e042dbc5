import pg from 'pg';
import { type Database, type Row, sql } from '../kernel/database.ts';
import { byResourceAndId, type Change, chainHash } from '../kernel/ledger/write.ts';

/** Rows held in memory at a time, beside the documents of one write. */
const PAGE = 1000;

/** The first row that is not as it was written. */
export interface BadRow {
  orgId: string;
  seq: string;
  problem: string;
}

export interface LedgerReport {
  organizations: { orgId: string; writes: number; changes: number; hash: string }[];
  /** Where the walk stopped; absent when all is well. */
  bad?: BadRow;
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
 * Recomputes the hash chain of every organization, oldest write first, and compares its end with the head row.
 * One read-only snapshot: the server may go on writing meanwhile.
 */
export async function verifyLedger(
  database: Database,
  advance: (writes: number) => void = () => {},
): Promise<LedgerReport> {
  const client = await database.pool.connect();
  const report: LedgerReport = { organizations: [] };
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0');
    for (const orgId of await organizationIds(client)) {
      try {
        report.organizations.push(await verifyOrganization(client, orgId, advance));
      } catch (error) {
        if (!(error instanceof Bad)) throw error;
        report.bad = { orgId, seq: String(error.seq), problem: error.message };
        break;
      }
    }
    return report;
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

const rowsOf = async (client: pg.PoolClient, text: string, values: unknown[] = []): Promise<Row[]> =>
  (await client.query({ text, values, rowMode: 'array' })).rows;

/** Every organization that exists or has left a ledger, found by skipping from one to the next. */
async function organizationIds(client: pg.PoolClient): Promise<string[]> {
  const rows = await rowsOf(
    client,
    `with recursive walked (org_id) as (
       select min(org_id) from ledger_write
       union all
       select (select min(org_id) from ledger_write where org_id > walked.org_id) from walked
       where walked.org_id is not null
     )
     select org_id from walked where org_id is not null union select org_id from org order by org_id`,
  );
  return rows.map(([orgId]) => orgId);
}

interface Links {
  seq: bigint;
  at: string;
  actor: string;
  requestId: string;
  previousHash: string;
  hash: string;
}

async function verifyOrganization(
  client: pg.PoolClient,
  orgId: string,
  advance: (writes: number) => void,
): Promise<LedgerReport['organizations'][number]> {
  const changes = new ChangeReader(client, orgId);
  let seq = 0n;
  let hash = '';
  let at = '';
  for (;;) {
    const page = await writesAfter(client, orgId, seq);
    for (const link of page) {
      if (link.seq !== seq + 1n) throw new Bad(seq + 1n, 'the ledger_write row is missing.');
      if (link.previousHash !== hash)
        throw new Bad(link.seq, `its previous_hash is not the hash of seq ${seq}.`);
      verifyEntry(orgId, link, await changes.of(link.seq));
      ({ seq, hash, at } = link);
    }
    advance(page.length);
    if (page.length < PAGE) break;
  }
  await changes.requireEnd();
  await verifyHead(client, orgId, { seq, hash, at });
  return { orgId, writes: Number(seq), changes: changes.count, hash };
}

async function writesAfter(client: pg.PoolClient, orgId: string, seq: bigint): Promise<Links[]> {
  const rows = await rowsOf(
    client,
    `select seq, at, actor, request_id, previous_hash, hash from ledger_write
     where org_id = $1 and seq > $2 order by seq limit ${PAGE}`,
    [orgId, seq],
  );
  return rows.map(([number, at, actor, requestId, previousHash, hash]) => ({
    seq: BigInt(number),
    at,
    actor,
    requestId,
    previousHash,
    hash,
  }));
}

function verifyEntry(orgId: string, link: Links, changes: Change[]): void {
  const { at, previousHash } = link;
  const entry = { seq: String(link.seq), at, previousHash, changes: changes.sort(byResourceAndId) };
  if (chainHash(orgId, entry, link) === link.hash) return;
  const objects = changes
    .slice(0, 3)
    .map(({ operation, resource, id }) => `${operation} of ${resource} ${id}`);
  if (changes.length > 3) objects.push(`${changes.length - 3} more`);
  throw new Bad(
    link.seq,
    'its hash does not fit: the actor, time, request id or hash was changed, or a document was changed, ' +
      `added or removed. It holds now: ${objects.join(', ') || 'nothing'}; by ${link.actor} at ${at}.`,
  );
}

async function verifyHead(
  client: pg.PoolClient,
  orgId: string,
  end: { seq: bigint; hash: string; at: string },
): Promise<void> {
  const [head] = await rowsOf(
    client,
    `select last_seq, last_hash, last_at < nullif($2, '')::timestamptz from org_head where org_id = $1`,
    [orgId, end.at],
  );
  if (!head) throw new Bad(end.seq, 'the organization has no org_head row.');
  const [lastSeq, lastHash, behind] = head;
  if (BigInt(lastSeq) !== end.seq)
    throw new Bad(end.seq, `the ledger ends here, but org_head.last_seq is ${lastSeq}.`);
  if (lastHash !== end.hash) throw new Bad(end.seq, 'org_head.last_hash is not the hash of the last write.');
  if (behind) throw new Bad(end.seq, 'org_head.last_at is before the last write.');
}

/** Reads an organization's documents in `seq` order, a page at a time, beside the walk over its writes. */
class ChangeReader {
  count = 0;
  readonly #client: pg.PoolClient;
  readonly #orgId: string;
  #page: Row[] = [];
  #next = 0;
  #opened = false;

  constructor(client: pg.PoolClient, orgId: string) {
    this.#client = client;
    this.#orgId = orgId;
  }

  /** The documents of one write. */
  async of(seq: bigint): Promise<Change[]> {
    const found: Change[] = [];
    for (let row = await this.#peek(); row && BigInt(row[0]) <= seq; row = await this.#peek()) {
      if (BigInt(row[0]) < seq) throw new Bad(BigInt(row[0]), 'a document has no ledger_write row.');
      const [, resource, id, operation, document] = row;
      found.push({ resource, id, operation, document });
      this.#next += 1;
    }
    this.count += found.length;
    return found;
  }

  /** Checks that no document is left behind the last write. */
  async requireEnd(): Promise<void> {
    const row = await this.#peek();
    if (row) throw new Bad(BigInt(row[0]), 'a document has no ledger_write row.');
    await this.#client.query('close changes');
  }

  async #peek(): Promise<Row | undefined> {
    if (!this.#opened) {
      // The primary key gives this order; without sorting, memory and time to the first row stay small.
      await this.#client.query('set local enable_sort = off');
      await this.#client.query(
        `declare changes no scroll cursor for
         select seq, resource, id, operation, document::text from ledger_change
         where org_id = ${pg.escapeLiteral(this.#orgId)} order by seq`,
      );
      this.#opened = true;
    }
    if (this.#next === this.#page.length) {
      this.#page = await rowsOf(this.#client, `fetch ${PAGE} from changes`);
      this.#next = 0;
    }
    return this.#page[this.#next];
  }
}
