import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../src/kernel/database/database.ts';
import { migrate } from '../src/kernel/database/migrate.ts';
import { migrateJobs } from '../src/kernel/jobs/jobs.ts';
import { startEmbeddedPostgres } from '../src/kernel/postgres/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: pg.PoolConfig;
    /** Folders of the run, taken away at its end: below node_modules, and one that every user can reach. */
    builds: string;
    places: string;
  }
}

const MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** The migrated database that every test file clones. */
export const TEMPLATE = 'crewready_template';

/** One real PostgreSQL for the whole run: embedded, or the server that TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const places = await mkdtemp(join(tmpdir(), 'crewready-test-'));
  // Below node_modules a build finds its dependencies, and nothing looks for sources.
  await mkdir(MODULES, { recursive: true });
  const builds = await mkdtemp(join(MODULES, '.crewready-test-'));
  for (const folder of [places, builds]) await chmod(folder, 0o755);
  project.provide('places', places);
  project.provide('builds', builds);
  const embedded = external
    ? undefined
    : await startEmbeddedPostgres(
        { dataFolder: places, postgresBin: process.env.CREWREADY_POSTGRES_BIN },
        (reason) => console.error(reason),
      );
  const connection: pg.PoolConfig = embedded?.connection ?? fromUrl(external as string);

  const admin = new pg.Client({ ...connection, database: 'postgres' });
  await admin.connect();
  // What the tests write need not outlive the machine; tests of durability have servers of their own.
  if (embedded) {
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
      await admin.query(`alter system set ${setting} = off`);
    await admin.query('select pg_reload_conf()');
  }
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const template = openDatabase({ ...connection, database: TEMPLATE }, 2);
  await migrateJobs(template);
  await migrate(template);
  await template.close();
  project.provide('postgres', connection);

  return async () => {
    await embedded?.stop();
    for (const folder of [places, builds]) await rm(folder, { recursive: true, force: true });
  };
}

function fromUrl(text: string): pg.PoolConfig {
  const url = new URL(text);
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}
