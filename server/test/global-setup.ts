import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../src/kernel/database/database.ts';
import { migrate } from '../src/kernel/database/migrate.ts';
import { migrateJobs } from '../src/kernel/jobs/jobs.ts';
import { startEmbeddedPostgres } from '../src/kernel/postgres/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: pg.PoolConfig;
  }
}

/** The migrated database that every test file clones. */
export const TEMPLATE = 'crewready_template';

/** One real PostgreSQL for the whole run: embedded, or the server that TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const folder = external ? undefined : await mkdtemp(join(tmpdir(), 'crewready-test-'));
  if (folder) await chmod(folder, 0o755);
  const embedded = folder
    ? await startEmbeddedPostgres(
        { dataFolder: folder, postgresBin: process.env.CREWREADY_POSTGRES_BIN },
        (reason) => console.error(reason),
      )
    : undefined;
  const connection: pg.PoolConfig = embedded?.connection ?? fromUrl(external as string);

  const admin = new pg.Client({ ...connection, database: 'postgres' });
  await admin.connect();
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
    if (folder) await rm(folder, { recursive: true, force: true });
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
