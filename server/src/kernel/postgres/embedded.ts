import { rmdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { initialize, isServerOf, lockedBy, rotateLog, takeStaleLocks } from './cluster.ts';
import { EmbeddedPostgresError } from './error.ts';
import { connectionTo, Guard, type Kind, ownerOf, probe, tryJoin, unlessGone } from './guard.ts';
import { type Place, placeFor } from './place.ts';
import { launch, type Server } from './server.ts';

export { EmbeddedPostgresError } from './error.ts';

/** A server that was cut off needs this long at most for its last backends to end. */
const PATIENCE_MS = 30_000;

/** A PostgreSQL that lives and dies with this process, or that of another process, joined for a while. */
export interface EmbeddedPostgres {
  connection: pg.PoolConfig;
  /** The folder that holds the database. */
  home: string;
  /** Stops cleanly, or leaves; call it after the last connection is closed. */
  stop(): Promise<void>;
}

interface Options {
  dataFolder: string;
  postgresBin?: string;
}

/**
 * Starts PostgreSQL on the data folder, creating it on first use: a child process behind a Unix socket, no TCP
 * port. A server left behind by a killed process is stopped first; a folder in use by a live process is an error.
 *
 * @param onExit called when PostgreSQL ends without having been asked to.
 */
export async function startEmbeddedPostgres(
  options: Options,
  onExit: (reason: string) => void,
): Promise<EmbeddedPostgres> {
  const place = await placeFor(options);
  await initialize(place);
  return start(place, 'server', onExit);
}

/** Joins the PostgreSQL of a running process, or starts it for as long as one command takes. */
export async function connectOrStart(options: Options): Promise<EmbeddedPostgres> {
  const place = await placeFor(options);
  await initialize(place);
  for (;;) {
    const guest = await tryJoin(place);
    if (guest) return { connection: connectionTo(place), home: place.home, stop: () => guest.end() };
    try {
      return await start(place, 'command', () => {});
    } catch (error) {
      // Another process was faster: join it.
      if (!(error instanceof InUse)) throw error;
      await sleep(50);
    }
  }
}

class InUse extends EmbeddedPostgresError {}

async function start(place: Place, kind: Kind, onExit: (reason: string) => void): Promise<EmbeddedPostgres> {
  const deadline = Date.now() + PATIENCE_MS;
  await rotateLog(place);
  let server: Server | undefined;
  while (!server) {
    await stopOrphan(place, kind);
    const launched = await launch(place);
    if (typeof launched !== 'string') {
      server = launched;
      break;
    }
    // An empty lock file is that of a start which has just made it.
    const locked = /lock file .* (already exists|is empty)/.test(launched);
    // The shared memory is that of backends which outlive a killed postmaster by a moment.
    if ((!locked && !/pre-existing shared memory/.test(launched)) || Date.now() > deadline)
      throw new EmbeddedPostgresError(`PostgreSQL did not start: ${launched}`);
    const pid = locked ? await lockedBy(place) : undefined;
    if (pid && !(await isServerOf(place, pid))) await takeStaleLocks(place);
    await sleep(100);
  }
  const { child, exited } = server;
  let stopping = false;
  const killWithUs = (): void => void child.kill('SIGINT');
  process.once('exit', killWithUs);
  const guard = await Guard.take(place, kind);
  if (!guard) {
    child.kill('SIGINT');
    throw inUse(place);
  }
  await guard.createDatabase();
  exited.then((reason) => {
    if (!stopping) onExit(reason);
  });
  return {
    connection: connectionTo(place),
    home: place.home,
    async stop() {
      // Commands that have joined a command's server finish first; a server goes when it is told to.
      if (kind === 'command') await guard.waitForGuests();
      stopping = true;
      process.off('exit', killWithUs);
      await guard.release();
      child.kill('SIGINT');
      await exited;
      if (place.sockets !== place.home) await rmdir(place.sockets).catch(() => {});
    },
  };
}

const inUse = ({ dataFolder }: Place): InUse =>
  new InUse(
    `The data folder ${dataFolder} is in use by another Crewready process. Stop it, or set CREWREADY_DATA to another folder.`,
  );

/** Clears the way: stops a server whose process was killed, waits for a command's, refuses a live server's. */
async function stopOrphan(place: Place, kind: Kind): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(50)) {
    const client = await probe(place);
    if (client === 'absent') return;
    if (client === 'busy') continue;
    const owner = await unlessGone(ownerOf(client)).finally(() => client.end());
    if (owner === 'server' || (owner === 'command' && kind === 'command')) throw inUse(place);
    if (owner !== 'none') continue;
    const pid = await lockedBy(place);
    // It may listen in another container, where its id means nothing to us.
    if (!pid || !(await isServerOf(place, pid))) throw inUse(place);
    process.kill(pid, 'SIGINT');
  }
  throw new EmbeddedPostgresError(`PostgreSQL in ${place.cluster} is busy. Try again in a moment.`);
}
