import pg from 'pg';
import { queryable, type Row, sql } from '../database/database.ts';
import type { Link } from './chain.ts';

/** Rows held in memory at a time, beside the documents of one write. */
export const PAGE = 1000;

/** A ledger_write row. */
export interface KeptWrite {
  seq: bigint;
  at: string;
  actor: string;
  requestId: string;
  previousHash: string;
  hash: string;
}

/** A ledger_change row. */
export interface KeptChange extends Link {
  seq: bigint;
  salt: Buffer | null;
  document: string | null;
}

/** Every organization that exists or has left a ledger, found by skipping from one to the next. */
export async function organizationIds(client: pg.PoolClient): Promise<string[]> {
  const database = queryable(client);
  const rows = await database.rows(sql`select org_id from org`);
  const found = new Set<string>(rows.map(([orgId]) => orgId));
  for (let last = '-1'; ; ) {
    const [row] = await database.rows(sql`select min(org_id) from ledger_write where org_id > ${last}`);
    if (!row?.[0]) break;
    last = row[0];
    found.add(last);
  }
  return [...found].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
}

/** A page of an organization's writes after `seq`. */
export async function writesAfter(client: pg.PoolClient, orgId: string, seq: bigint): Promise<KeptWrite[]> {
  const rows = await queryable(client).rows(sql`
    select seq, at, actor, request_id, previous_hash, hash from ledger_write
    where org_id = ${orgId} and seq > ${String(seq)} order by seq limit ${PAGE}`);
  return rows.map(([number, at, actor, requestId, previousHash, hash]) => ({
    seq: BigInt(number),
    at,
    actor,
    requestId,
    previousHash,
    hash,
  }));
}

/** Reads an organization's documents in `seq` order, a page at a time, beside the walk over its writes. */
export class ChangeReader {
  readonly #client: pg.PoolClient;
  readonly #orgId: string;
  #page: Row[] = [];
  #next = 0;
  #opened = false;

  constructor(client: pg.PoolClient, orgId: string) {
    this.#client = client;
    this.#orgId = orgId;
  }

  /** The documents up to one write that were not read before. */
  async of(seq: bigint): Promise<KeptChange[]> {
    const found: KeptChange[] = [];
    for (let row = await this.next(); row && row.seq <= seq; row = await this.next()) {
      found.push(row);
      this.#next += 1;
    }
    return found;
  }

  /** The next document, which stays the next. */
  async next(): Promise<KeptChange | undefined> {
    if (!this.#opened) await this.#open();
    if (this.#next === this.#page.length) {
      const text = `fetch ${PAGE} from changes`;
      this.#page = (await this.#client.query({ text, rowMode: 'array' })).rows;
      this.#next = 0;
    }
    const row = this.#page[this.#next];
    if (!row) return undefined;
    const [seq, resource, id, operation, salt, digest, document] = row;
    return { seq: BigInt(seq), resource, id, operation, salt, digest, document };
  }

  async close(): Promise<void> {
    if (this.#opened) await this.#client.query('close changes');
  }

  async #open(): Promise<void> {
    // An index gives this order; without sorting, memory and time to the first row stay small.
    await this.#client.query('set local enable_sort = off');
    await this.#client.query(
      `declare changes no scroll cursor for
       select seq, resource, id, operation, salt, encode(digest, 'hex'), document::text
       from ledger_change where org_id = ${pg.escapeLiteral(this.#orgId)} order by seq`,
    );
    this.#opened = true;
  }
}
