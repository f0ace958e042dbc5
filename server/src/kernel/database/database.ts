import pg from 'pg';
import { cancelOn } from './cancel.ts';
import { isFull, preparedName } from './prepared.ts';
import { fairShares, whenLeft } from './share.ts';
import type { Row, Sql } from './statement.ts';

export { and, columns, empty, join, type Row, raw, type Sql, sql, table, texts } from './statement.ts';

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

/** How long a connection is waited for. */
const WAIT_MS = 10_000;
/** A read that takes longer is none that a request should make; what a write does may take as long again. */
const READ_MS = 20_000;
const WRITE_MS = 60_000;
/** Runs statements on a connection. */
export const queryable = (client: pg.PoolClient): Queryable => ({
  async rows({ text, values }) {
    const name = preparedName(client, text);
    const result = await connected(() => client.query({ name, text, values, rowMode: 'array' }));
    return result.rows;
  },
});

/** Gives a connection back; one that failed, or that has prepared too much, is closed and another takes its place. */
const release = (client: pg.PoolClient, broken?: Error): void => client.release(broken ?? isFull(client));

/**
 * Opens a pool. `connection` is a `postgres://` URL or the settings of a local socket. Sessions speak UTC and
 * ISO dates, so a timestamp's text is the same everywhere.
 */
export function openDatabase(connection: string | pg.PoolConfig, size = 6): Database {
  const settings = typeof connection === 'string' ? { connectionString: connection } : connection;
  const pool = new pg.Pool({
    ...settings,
    max: size,
    connectionTimeoutMillis: WAIT_MS,
    types,
    options: `-c TimeZone=UTC -c DateStyle=ISO -c statement_timeout=${READ_MS} -c idle_in_transaction_session_timeout=60s`,
    application_name: 'crewready',
  });
  // A connection that dies while idle is replaced by the pool; the next statement reports what matters.
  pool.on('error', () => {});
  // One that dies inside a transaction would end the process if nobody listened.
  pool.on('connect', (client) => client.on('error', () => {}));
  // Two connections stay for others, whatever one organization asks.
  const share = fairShares(
    Math.max(Math.min(2, size), size - 2),
    WAIT_MS,
    () => new ConnectionLost('no connection came free'),
  );
  const lent = <T>(
    work: (client: pg.PoolClient, onBroken: (failure: Error) => void) => Promise<T>,
  ): Promise<T> =>
    share(async () => {
      const client = await connected(() => pool.connect());
      let broken: Error | undefined;
      try {
        return await work(client, (failure) => {
          broken = failure;
        });
      } finally {
        release(client, broken);
      }
    });
  return {
    pool,
    connection: settings,
    rows: (statement) =>
      lent(async (client, onBroken) => {
        const left = whenLeft();
        const cancel = (): void => {
          // Such a connection is closed: the next statement on it could be the one that is cancelled.
          onBroken(new ConnectionLost('whoever asked has left'));
          void cancelOn(client, settings);
        };
        try {
          left?.throwIfAborted();
          left?.addEventListener('abort', cancel, { once: true });
          return await queryable(client).rows(statement);
        } catch (error) {
          if (error instanceof ConnectionLost) onBroken(error);
          throw error;
        } finally {
          left?.removeEventListener('abort', cancel);
        }
      }),
    transaction: (work) => lent((client, onBroken) => transactionOn(client, work, onBroken)),
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
    await connected(() => client.query(`begin; set local statement_timeout = ${WRITE_MS}`));
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
