import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import type { Database } from './database.ts';
import { isPassing } from './passing.ts';
import { statementsOf } from './split-sql.ts';

const SOURCE = new URL('../../', import.meta.url);
/** Only one process migrates at a time. */
const MIGRATION_LOCK = 0x6d696772;

interface Migration {
  name: string;
  text: string;
  checksum: string;
}

/** Every migration of the kernel and of each feature, by the time in its name. */
export async function findMigrations(): Promise<Migration[]> {
  const features = await readdir(new URL('features/', SOURCE));
  const folders = ['kernel/migrations/', ...features.map((name) => `features/${name}/migrations/`)];
  const found: Migration[] = [];
  for (const folder of folders) {
    const files = await readdir(new URL(folder, SOURCE)).catch(() => [] as string[]);
    for (const file of files.filter((name) => name.endsWith('.sql'))) {
      const text = await readFile(new URL(folder + file, SOURCE), 'utf8');
      found.push({
        name: file.slice(0, -4),
        text,
        checksum: createHash('sha256').update(text).digest('hex'),
      });
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Brings the database to this version's schema: each migration once, in one transaction of its own, statement by
 * statement. A migration that was applied and has changed since, or one this version does not know, stops the start.
 *
 * @returns how many were applied.
 */
export async function migrate(database: Database): Promise<number> {
  const migrations = await findMigrations();
  const client = await database.pool.connect();
  try {
    for (let count = 0; ; count += 1)
      if (!(await inTransaction(client, () => applyNext(client, migrations)))) return count;
  } finally {
    client.release();
  }
}

async function inTransaction<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** A database that no waiting makes usable. */
export class Unusable extends Error {}

/** Applies the first migration that is missing; false when none is. */
async function applyNext(client: pg.PoolClient, migrations: readonly Migration[]): Promise<boolean> {
  // The transaction's lock: behind a pooler the next transaction may have another session.
  await client.query('select pg_advisory_xact_lock($1::bigint)', [MIGRATION_LOCK]);
  await client.query(`create table if not exists migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration',
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const unknown = rows.find((row) => !migrations.some(({ name }) => name === row.name));
  if (unknown)
    throw new Unusable(
      `The database has the migration ${unknown.name}, which this version does not know. Run a newer Crewready.`,
    );
  const changed = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum);
  if (changed)
    throw new Unusable(`The migration ${changed.name} was changed after it was applied. Restore its file.`);
  const next = migrations.find(({ name }) => !applied.has(name));
  if (!next) return false;
  try {
    for (const statement of statementsOf(next.text)) await client.query(statement);
  } catch (error) {
    if (isPassing(error)) throw error;
    throw new Unusable(`The migration ${next.name} failed: ${(error as Error).message}`);
  }
  await client.query('insert into migration (name, checksum) values ($1, $2)', [next.name, next.checksum]);
  return true;
}
