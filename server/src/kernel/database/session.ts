import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from } from 'pg-copy-streams';
import { type Database, type Queryable, queryable, sql, transactionOn } from './database.ts';

/** One connection for one piece of work: what it makes temporary is gone afterwards. Statements may take long. */
export interface Session extends Queryable, Pick<Database, 'transaction'> {
  /** Sends text to `copy … from stdin`. */
  copy(statement: string, text: AsyncIterable<string>): Promise<void>;
}

/** Lends a connection of its own to `work`, and closes it. */
export async function withSession<T>(
  database: Pick<Database, 'pool'>,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  try {
    const session: Session = {
      ...queryable(client),
      transaction: (inside) => transactionOn(client, inside, () => {}),
      copy: (statement, text) => pipeline(Readable.from(text), client.query(from(statement))),
    };
    await session.rows(
      sql`select set_config('statement_timeout', '0', false), set_config('work_mem', '64MB', false)`,
    );
    return await work(session);
  } finally {
    client.release(true);
  }
}
