import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../src/kernel/database/database.ts';
import { TEMPLATE } from './global-setup.ts';

/** A fresh clone of the migrated template. */
export interface TestDatabase {
  connection: pg.PoolConfig;
  database: Database;
  drop(): Promise<void>;
}

/** Clones the template; a connection that a test leaves open makes `drop` fail. */
export async function cloneDatabase(poolSize = 10): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = async (text: string): Promise<void> => {
    const client = new pg.Client({ ...server, database: 'postgres' });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await admin(`create database ${name} template ${TEMPLATE}`);
  const connection = { ...server, database: name };
  const database = openDatabase(connection, poolSize);
  return {
    connection,
    database,
    async drop() {
      await database.close();
      await admin(`drop database ${name}`);
    },
  };
}
