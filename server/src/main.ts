import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { Config } from './config.ts';
import type { Blobs } from './kernel/blobs/blobs.ts';
import { ConnectionLost, type Database, openDatabase, sql } from './kernel/database/database.ts';
import { migrate, Unusable } from './kernel/database/migrate.ts';
import { isPassing } from './kernel/database/passing.ts';
import { drainable } from './kernel/http/drain.ts';
import { startFollowers } from './kernel/jobs/followers.ts';
import { migrateJobs, startWorker } from './kernel/jobs/jobs.ts';
import { connectOrStart, type EmbeddedPostgres, startEmbeddedPostgres } from './kernel/postgres/embedded.ts';
import { systemClock } from './kernel/time.ts';

/** An open, migrated database and how to let go of it. */
export interface Opened {
  database: Database;
  blobs: Blobs;
  secret: Buffer;
  /** The embedded database's own folder; undefined with DATABASE_URL. */
  home: string | undefined;
  /** Does what a start needs of the database; with one of somebody else's, all of it again where that goes away. */
  whenThere<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** How long a start waits for a database of somebody else's, which may be starting too. */
export interface Waiting {
  forMs: number;
  /** True once nobody wants the start any more. */
  stopped(): boolean;
  /** Told once, when the wait begins. */
  onWait(why: string): void;
}

const NO_WAIT: Waiting = { forMs: 0, stopped: () => false, onWait: () => {} };
const LOOK_AGAIN_MS = 500;

/** Opens the configured database, starting the embedded one if no other is named, and migrates it. */
export async function openConfigured(
  config: Config,
  onLost: (reason: string) => void,
  waiting: Waiting = NO_WAIT,
): Promise<Opened> {
  const opening = open(config, () => startEmbeddedPostgres(config, onLost), waiting);
  // Loading the application takes about as long as PostgreSQL takes to start: both at once.
  const [opened] = await Promise.all([opening, loadApp()]);
  return opened;
}

/** Not loaded by commands, which need none of it. */
const loadApp = () => import('./app.ts');

/** The same for a command that may run beside a server: it joins the server's embedded database. */
export const openBeside = (config: Config): Promise<Opened> =>
  open(config, () => connectOrStart(config), NO_WAIT);

async function open(
  config: Config,
  embed: () => Promise<EmbeddedPostgres>,
  waiting: Waiting,
): Promise<Opened> {
  const embedded = config.databaseUrl ? undefined : await embed();
  const database = openDatabase(embedded?.connection ?? (config.databaseUrl as string), config.poolSize);
  const close = async (): Promise<void> => {
    await database.close();
    await embedded?.stop();
  };
  const { databaseUrl } = config;
  const whenThere = <T>(work: () => Promise<T>): Promise<T> =>
    databaseUrl ? whenUsable(databaseUrl, waiting, work) : work();
  try {
    const blobs = await openBlobs(config.blobs);
    const prepare = async (): Promise<Buffer> => {
      if (databaseUrl) await requireUsable(database);
      await migrateJobs(database);
      await migrate(database);
      return installationSecret(database);
    };
    const secret = await (databaseUrl ? whenThere(() => prepare().catch(rethrow(databaseUrl))) : prepare());
    return { database, blobs, secret, home: embedded?.home, whenThere, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Does what needs a database of somebody else's, and all of it again where that is away, or goes away meanwhile. */
async function whenUsable<T>(databaseUrl: string, waiting: Waiting, work: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + waiting.forMs; ; await sleep(LOOK_AGAIN_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error)) throw error;
      const why = cannotUse(databaseUrl, error as Error);
      if (Date.now() >= until || waiting.stopped()) throw new Error(why, { cause: error });
      waiting.onWait(why);
    }
  }
}

/** Whether the database is away, or says that it is of no use for now; what else goes wrong is no matter of waiting. */
const isAway = (error: unknown): boolean =>
  isPassing(error) && (error instanceof ConnectionLost || error instanceof pg.DatabaseError);

function cannotUse(databaseUrl: string, error: Error & { code?: string }): string {
  const host = URL.canParse(databaseUrl) ? new URL(databaseUrl).host : 'the database';
  return `DATABASE_URL: cannot use ${host}: ${error.message || error.code}`;
}

/** Migrations stand on the driver itself, whose failures to connect have no name of their own. */
const rethrow =
  (databaseUrl: string) =>
  (thrown: unknown): never => {
    const error = thrown as Error & { code?: string };
    if (error instanceof Unusable || isAway(error)) throw error;
    if (isPassing(error)) throw new ConnectionLost(error.message || error.code, { cause: error });
    throw new Unusable(cannotUse(databaseUrl, error), { cause: error });
  };

async function requireUsable(database: Database): Promise<void> {
  const [row] = await database.rows(sql`select current_setting('server_version_num')::int / 10000`);
  if (row?.[0] < 15)
    throw new Unusable(`DATABASE_URL points to PostgreSQL ${row?.[0]}; 15 or later is needed.`);
}

/** The configured store of uploaded bytes. What only S3 needs is loaded only for it. */
async function openBlobs(place: Config['blobs']): Promise<Blobs> {
  if ('folder' in place) {
    const { folderBlobs, requireWritable } = await import('./kernel/blobs/folder.ts');
    await requireWritable(place.folder);
    return folderBlobs(place.folder);
  }
  return (await import('./kernel/blobs/s3.ts')).s3Blobs(place);
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
  /** Where it listens; empty for a worker. */
  url: string;
  opened: Opened;
  app: FastifyInstance | undefined;
  /** Stops taking requests and jobs, finishes those accepted, then closes what was opened. */
  stop(): Promise<void>;
}

/** Starts one process in its role on an opened database, which it closes again when the start fails. */
export async function startProcess(config: Config, opened: Opened): Promise<Running> {
  const { database, blobs, secret } = opened;
  const stops: (() => Promise<void>)[] = [];
  // All at once: jobs that begin while slow clients are waited for would make the stop twice as long.
  const stop = async (): Promise<void> => {
    const ends = await Promise.allSettled(stops.splice(0).map((end) => end()));
    await opened.close();
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  };
  try {
    const { buildApp, findFeatures, servicesOf } = await loadApp();
    const features = await findFeatures();
    const parts = { database, blobs, secret, clock: systemClock, config };
    let app: FastifyInstance | undefined;
    const report = (error: unknown): void => {
      if (app) app.log.error({ err: error }, 'job failed');
      else console.error(JSON.stringify({ level: 50, time: Date.now(), msg: `job failed: ${error}` }));
    };
    if (config.role !== 'api') {
      const jobs = features.flatMap((feature) => feature.jobs ?? []);
      const services = servicesOf(parts, features);
      stops.push((await startWorker(jobs, services, report)).stop);
      const followers = features.flatMap((feature) => feature.followers ?? []);
      stops.push(startFollowers(followers, services, report).stop);
    }
    if (config.role === 'worker') return { url: '', opened, app, stop };
    app = await buildApp(parts, features);
    const drain = drainable(app.server);
    app.addHook('preClose', async () => drain());
    stops.push(() => (app as FastifyInstance).close());
    const url = await listen(app, config);
    return { url, opened, app, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  return app.listen({ host, port }).catch((error: Error & { code?: string }) => {
    if (error.code === 'EADDRINUSE')
      throw new Error(`Port ${port} on ${host} is in use. Stop the other program or set PORT.`);
    if (error.code === 'EACCES')
      throw new Error(`Port ${port} needs more rights than this user has. Set PORT to 1024 or more.`);
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
      throw new Error(`HOST="${host}" is no address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.`);
    throw error;
  });
}
