import type { Database, Queryable } from './database.ts';
import { sql } from './statement.ts';

/** Runs reads that all see the database as it is at one moment, however many they are. */
export const snapshot = <T>(database: Database, work: (tx: Queryable) => Promise<T>): Promise<T> =>
  database.transaction(async (tx) => {
    await tx.rows(sql`set transaction isolation level repeatable read, read only`);
    return work(tx);
  });
