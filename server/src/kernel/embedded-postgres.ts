import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries, type Place, placeFor, run } from './embedded-postgres-place.ts';

const DATABASE = 'crewready';
const USER = 'crewready';
/** Held by the process that owns the data folder, for as long as it lives. */
const OWNER_LOCK = 0x63726577;

/** Chosen by measurement; docs/operations.md tells how and when to leave the embedded database. */
const SETTINGS = {
  listen_addresses: '',
  max_connections: '100',
  shared_buffers: '256MB',
  jit: 'off',
  io_method: 'sync',
  max_wal_size: '2GB',
  checkpoint_timeout: '10min',
  wal_compression: 'on',
  log_min_messages: 'warning',
};

/** A PostgreSQL that lives and dies with this process. */
export interface EmbeddedPostgres {
  connection: pg.PoolConfig;
  /** The folder that holds the database. */
  home: string;
  /** Stops cleanly; call it after the last connection is closed. */
  stop(): Promise<void>;
}

/** A start that cannot succeed; the message is one line for the operator. */
export class EmbeddedPostgresError extends Error {}

/**
 * Starts PostgreSQL on the data folder, creating it on first use: a child process behind a Unix socket, no TCP
 * port. A server left behind by a killed process is stopped first; a folder in use by a live process is an error.
 *
 * @param onExit called when PostgreSQL ends without having been asked to.
 */
export async function startEmbeddedPostgres(
  options: { dataFolder: string; postgresBin?: string },
  onExit: (reason: string) => void,
): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries(options.postgresBin);
  const place = await placeFor(options.dataFolder, binaries);
  await initialize(place);
  const connection = { host: place.sockets, user: USER, database: DATABASE };

  await stopOrphan(place);
  const child = spawnPostgres(place);
  let stopping = false;
  let exited: string | undefined;
  child.once('exit', (code, signal) => {
    exited = `PostgreSQL ended (${signal ?? `code ${code}`}). Its last words: ${place.logFile}`;
    if (!stopping) onExit(exited);
  });
  const killWithUs = (): void => void child.kill('SIGINT');
  process.once('exit', killWithUs);

  const guard = await connectWhenReady(place, () => exited);
  if (!(await own(guard))) {
    stopping = true;
    child.kill('SIGINT');
    throw inUse(options.dataFolder);
  }
  const exists = await guard.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (exists.rowCount === 0) await guard.query(`create database ${DATABASE}`);

  return {
    connection,
    home: dirname(place.cluster),
    async stop() {
      stopping = true;
      process.off('exit', killWithUs);
      await guard.end().catch(() => {});
      if (exited) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
    },
  };
}

/** Joins the PostgreSQL of a running server, or starts it for as long as one command takes. */
export async function connectOrStart(options: {
  dataFolder: string;
  postgresBin?: string;
}): Promise<EmbeddedPostgres> {
  const place = await placeFor(options.dataFolder, await findBinaries(options.postgresBin));
  const client = await connect(place).catch(() => undefined);
  const orphaned = client && (await own(client));
  await client?.end();
  if (!client || orphaned) return startEmbeddedPostgres(options, () => {});
  const connection = { host: place.sockets, user: USER, database: DATABASE };
  return { connection, home: dirname(place.cluster), async stop() {} };
}

const inUse = (dataFolder: string): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    `The data folder ${dataFolder} is in use by another Crewready process. Stop it, or set CREWREADY_DATA to another folder.`,
  );

/** Creates the cluster beside its place and moves it in whole, so that a cut-off start leaves nothing half made. */
async function initialize(place: Place): Promise<void> {
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version) {
    if (Number(version) === place.binaries.major) return;
    throw new EmbeddedPostgresError(
      `The data in ${place.cluster} was written by PostgreSQL ${version.trim()}, but ${place.binaries.postgres} is ${place.binaries.major}. ` +
        `Set CREWREADY_POSTGRES_BIN to a PostgreSQL ${version.trim()}, or dump and restore (docs/operations.md).`,
    );
  }
  const fresh = `${place.cluster}.new`;
  await rm(fresh, { recursive: true, force: true });
  const locale =
    place.binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8'];
  await run(
    place.binaries.initdb,
    [
      '--pgdata',
      fresh,
      '--username',
      USER,
      '--auth-local=trust',
      '--auth-host=reject',
      '--encoding=UTF8',
      '--data-checksums',
      '--no-instructions',
      ...locale,
    ],
    place.owner,
  );
  await rename(fresh, place.cluster);
}

function spawnPostgres(place: Place): ChildProcess {
  const settings = Object.entries(SETTINGS)
    .filter(([name]) => name !== 'io_method' || place.binaries.major >= 18)
    .flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(place.logFile, 'a');
  try {
    // Its own process group: Ctrl-C reaches us alone, and we stop PostgreSQL once requests are drained.
    return spawn(place.binaries.postgres, ['-D', place.cluster, '-k', place.sockets, ...settings], {
      ...place.owner,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, TZ: 'UTC' },
    });
  } finally {
    closeSync(log);
  }
}

const connect = async (place: Place): Promise<pg.Client> => {
  const client = new pg.Client({ host: place.sockets, user: USER, database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  return client;
};

const own = async (client: pg.Client): Promise<boolean> =>
  (await client.query('select pg_try_advisory_lock($1) as owned', [OWNER_LOCK])).rows[0].owned;

/** Waits out start-up and crash recovery, however long the latter takes. */
async function connectWhenReady(place: Place, exited: () => string | undefined): Promise<pg.Client> {
  for (;;) {
    const ended = exited();
    if (ended) {
      const log = await readFile(place.logFile, 'utf8').catch(() => '');
      const reason = log
        .split('\n')
        .filter((line) => /FATAL|ERROR/.test(line))
        .at(-1);
      throw new EmbeddedPostgresError(`PostgreSQL did not start: ${reason ?? ended}`);
    }
    const client = await connect(place).catch(() => undefined);
    if (client) return client;
    await sleep(15);
  }
}

/** Stops a server whose Crewready was killed. One that is owned by a live process is an error. */
async function stopOrphan(place: Place): Promise<void> {
  const pid = async (): Promise<number | undefined> => {
    const text = await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '');
    return Number(text.split('\n')[0]) || undefined;
  };
  const alive = (id: number): boolean => {
    try {
      return process.kill(id, 0);
    } catch {
      return false;
    }
  };
  for (let waited = 0; waited < 30_000; waited += 50) {
    const server = await pid();
    if (!server || !alive(server)) return;
    const client = await connect(place).catch((error: { code?: string }) => error.code ?? 'unknown');
    if (typeof client === 'string') {
      // Nobody listens: the id of a server that is gone now belongs to another program.
      if (client === 'ENOENT' || client === 'ECONNREFUSED') return;
    } else {
      const orphaned = await own(client);
      await client.end();
      if (!orphaned) throw inUse(place.dataFolder);
      process.kill(server, 'SIGINT');
    }
    await sleep(50);
  }
  throw new EmbeddedPostgresError(`PostgreSQL in ${place.cluster} is busy stopping. Try again in a moment.`);
}
