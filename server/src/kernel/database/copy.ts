import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ConnectionLost, type Database, type Sql, sql } from './database.ts';

/** Cells of a COPY row as PostgreSQL writes them; null for NULL. */
export type CopyRow = (string | null)[];

/** What a statement's values are. COPY takes no parameters, so they become literals. */
const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return pg.escapeLiteral(String(value));
  if (typeof value === 'string') return pg.escapeLiteral(value);
  if (!Array.isArray(value)) throw new TypeError(`a ${typeof value} cannot be a literal`);
  const items = value.map((item) => (item === null ? 'NULL' : `"${String(item).replace(/[\\"]/g, '\\$&')}"`));
  return pg.escapeLiteral(`{${items.join(',')}}`);
};

/** A statement's text with its values written into it. */
export const inlined = ({ strings, values }: Sql): string =>
  strings.reduce((text, piece, index) => text + literal(values[index - 1]) + piece);

/** A copy under way. */
export interface Copy {
  /** Chunks of COPY's text format, in the order of the rows; a row may begin in one and end in the next. */
  chunks: AsyncIterable<Buffer>;
  /** How many rows the planner expects. */
  expected: number;
  /** Ends it early or late, once however often it is called; the connection is its own. */
  close(): Promise<void>;
}

/**
 * Runs one query as `COPY (…) TO STDOUT`: one snapshot, no limit of time, and memory that does not grow with the
 * rows, because the database waits until a chunk is taken.
 */
export async function copyOut(database: Database, query: Sql): Promise<Copy> {
  const client = new pg.Client({
    ...database.connection,
    options: '-c TimeZone=UTC -c DateStyle=ISO -c statement_timeout=0',
    application_name: 'crewready-copy',
  });
  // A connection that is cut shows as the error of its statement.
  client.on('error', () => {});
  await client.connect();
  try {
    const text = inlined(query);
    const plan = await client.query({ text: `explain (format json) ${text}`, rowMode: 'array' });
    let closed: Promise<void> | undefined;
    return {
      chunks: client.query(copyTo(`copy (${text}) to stdout`)),
      expected: (plan.rows as [[{ Plan: { 'Plan Rows': number } }]][])[0]?.[0][0].Plan['Plan Rows'] ?? 0,
      close() {
        closed ??= cancel(database, client).finally(() => client.end());
        return closed;
      },
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Stops what a connection is doing: a backend that sorts does not notice that nobody listens any more. */
async function cancel(database: Database, client: pg.Client): Promise<void> {
  const { processID } = client as unknown as { processID: number };
  try {
    await database.rows(sql`select pg_cancel_backend(${processID}::int)`);
  } catch (error) {
    // With the database away, so is the backend.
    if (!(error instanceof ConnectionLost)) throw error;
  }
}
