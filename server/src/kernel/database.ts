import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Row, Sql } from './statement.ts';

export { and, columns, empty, join, type Row, raw, type Sql, sql, table } from './statement.ts';

/** Anything a statement can run on: the pool for reads, a transaction for writes. */
export interface Queryable {
  /** Runs a named prepared statement and returns its rows as arrays. */
  rows(statement: Sql): Promise<Row[]>;
}

/** A pool of connections to one database. */
export interface Database extends Queryable {
  readonly pool: pg.Pool;
  /** How to open more connections, for libraries that want PostgreSQL's types parsed their own way. */
  readonly connection: pg.PoolConfig;
  /** Runs `work` inside one transaction; whatever it throws rolls everything back. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The connection failed, not the statement: PostgreSQL is away, or no connection came free in time. */
export class ConnectionLost extends Error {}

/** The driver wraps what PostgreSQL reports in a DatabaseError; the rest are failures of the connection. */
async function connected<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof pg.DatabaseError || error instanceof TypeError) throw error;
    throw new ConnectionLost((error as Error).message, { cause: error });
  }
}

const { BOOL, INT2, INT4, BYTEA } = pg.types.builtins;
const PARSED = new Set<number>([BOOL, INT2, INT4, BYTEA]);
const types = {
  // Dates lose microseconds and cost CPU; big numbers lose digits: all but small scalars and bytes stay text.
  getTypeParser: ((oid: number, format?: 'text') =>
    PARSED.has(oid) || ARRAYS.has(oid)
      ? pg.types.getTypeParser(oid, format)
      : (text: string) => text) as typeof pg.types.getTypeParser,
};
/** text[], varchar[], uuid[], bigint[]. */
const ARRAYS = new Set<number>([1009, 1015, 2951, 1016]);

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}

/** Runs statements on a pool or on one of its connections. */
export const queryable = (client: pg.Pool | pg.PoolClient): Queryable => ({
  async rows(statement) {
    const text = statement.text;
    const result = await connected(() =>
      client.query({ name: nameOf(text), text, values: statement.values, rowMode: 'array' }),
    );
    return result.rows;
  },
});

/**
 * Opens a pool. `connection` is a `postgres://` URL or the settings of a local socket. Sessions speak UTC and
 * ISO dates, so a timestamp's text is the same everywhere.
 */
export function openDatabase(connection: string | pg.PoolConfig, size = 6): Database {
  const settings = typeof connection === 'string' ? { connectionString: connection } : connection;
  const pool = new pg.Pool({
    ...settings,
    max: size,
    connectionTimeoutMillis: 10_000,
    types,
    options:
      '-c TimeZone=UTC -c DateStyle=ISO -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s',
    application_name: 'crewready',
  });
  // A connection that dies while idle is replaced by the pool; the next statement reports what matters.
  pool.on('error', () => {});
  // One that dies inside a transaction would end the process if nobody listened.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    pool,
    connection: settings,
    ...queryable(pool),
    async transaction(work) {
      const client = await connected(() => pool.connect());
      let broken: Error | undefined;
      try {
        return await transactionOn(client, work, (failure) => {
          broken = failure;
        });
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

/** Runs `work` inside one transaction of a connection; tells when the connection is of no more use. */
export async function transactionOn<T>(
  client: pg.PoolClient,
  work: (tx: Queryable) => Promise<T>,
  onBroken: (failure: Error) => void,
): Promise<T> {
  try {
    await connected(() => client.query('begin'));
    const result = await work(queryable(client));
    const { command } = await connected(() => client.query('commit'));
    // PostgreSQL answers ROLLBACK, without an error, when a statement failed and its error was swallowed.
    if (command !== 'COMMIT') throw new Error('A statement failed and the transaction went on.');
    return result;
  } catch (error) {
    await client.query('rollback').catch(onBroken);
    throw error;
  }
}
