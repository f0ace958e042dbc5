import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { buildApp, findFeatures } from './app.ts';
import type { Config } from './config.ts';
import { Cursors } from './kernel/cursor.ts';
import { type Database, openDatabase, sql } from './kernel/database.ts';
import { startEmbeddedPostgres } from './kernel/embedded-postgres.ts';
import { migrateJobs, startWorker } from './kernel/jobs.ts';
import { migrate } from './kernel/migrate.ts';
import { systemClock } from './kernel/time.ts';

/** An open, migrated database and how to let go of it. */
export interface Opened {
  database: Database;
  secret: Buffer;
  close(): Promise<void>;
}

/** Opens the configured database, starting the embedded one if no other is named, and migrates it. */
export async function openConfigured(config: Config, onLost: (reason: string) => void): Promise<Opened> {
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres(config, onLost);
  const database = openDatabase(embedded?.connection ?? (config.databaseUrl as string), config.poolSize);
  const close = async (): Promise<void> => {
    await database.close();
    await embedded?.stop();
  };
  try {
    await requireVersion(database);
    await migrateJobs(database);
    await migrate(database);
    return { database, secret: await installationSecret(database), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function requireVersion(database: Database): Promise<void> {
  const [row] = await database.rows(sql`select current_setting('server_version_num')::int / 10000`);
  if (row?.[0] < 15) throw new Error(`DATABASE_URL points to PostgreSQL ${row?.[0]}; 15 or later is needed.`);
}

/** The secret that every process on this database signs with; made once. */
async function installationSecret(database: Database): Promise<Buffer> {
  await database.rows(
    sql`insert into installation (secret) values (${randomBytes(32)}) on conflict do nothing`,
  );
  const [row] = await database.rows(sql`select encode(secret, 'hex') from installation`);
  return Buffer.from(row?.[0], 'hex');
}

/** A running process. */
export interface Running {
  url: string;
  opened: Opened;
  app: FastifyInstance | undefined;
  /** Stops taking requests, finishes those accepted, then closes what was opened, in reverse order. */
  stop(): Promise<void>;
}

/** Starts one process in its role on an opened database. */
export async function startProcess(config: Config, opened: Opened): Promise<Running> {
  const { database, secret } = opened;
  const features = await findFeatures();
  let app: FastifyInstance | undefined;
  let url = '';
  if (config.role !== 'worker') {
    app = await buildApp({ database, secret, clock: systemClock, config }, features);
    url = await app.listen({ host: config.host, port: config.port });
  }
  const services = { database, clock: systemClock, cursors: new Cursors(secret) };
  const report = (error: unknown): void => app?.log.error({ err: error }, 'job failed');
  const jobs = features.flatMap((feature) => feature.jobs ?? []);
  const worker = config.role === 'api' ? undefined : await startWorker(jobs, services, report);
  return {
    url,
    opened,
    app,
    async stop() {
      await app?.close();
      await worker?.stop();
      await opened.close();
    },
  };
}
