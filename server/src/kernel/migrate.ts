import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';

const SOURCE = new URL('../', import.meta.url);
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
 * Brings the database to this version's schema: each migration once, in one transaction of its own. A migration
 * that was applied and has changed since, or one this version does not know, stops the start.
 *
 * @returns how many were applied.
 */
export async function migrate(database: Database): Promise<number> {
  const migrations = await findMigrations();
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(`create table if not exists migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migration',
    );
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));
    const unknown = rows.find((row) => !migrations.some((migration) => migration.name === row.name));
    if (unknown)
      throw new Error(
        `The database has the migration ${unknown.name}, which this version does not know. Run a newer Crewready.`,
      );
    let count = 0;
    for (const { name, text, checksum } of migrations) {
      const before = applied.get(name);
      if (before === checksum) continue;
      if (before)
        throw new Error(`The migration ${name} was changed after it was applied. Restore its file.`);
      await client.query('begin');
      try {
        await client.query(text);
        await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`The migration ${name} failed: ${(error as Error).message}`);
      }
      count += 1;
    }
    return count;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
    client.release();
  }
}
