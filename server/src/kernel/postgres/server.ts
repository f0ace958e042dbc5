import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fchownSync, fstatSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { probe } from './guard.ts';
import type { Place } from './place.ts';

/** Chosen by measurement; docs/operations.md tells how and when to leave the embedded database. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  port: '5432',
  max_connections: '100',
  shared_buffers: '256MB',
  jit: 'off',
  io_method: 'sync',
  max_wal_size: '2GB',
  checkpoint_timeout: '10min',
  wal_compression: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // Details of an error may quote people's data.
  log_error_verbosity: 'terse',
};

/** A page's text is larger than what malloc keeps by default: without these it goes back to the system each time. */
const MALLOC = {
  MALLOC_MMAP_THRESHOLD_: '8388608',
  MALLOC_TRIM_THRESHOLD_: '16777216',
  MALLOC_TOP_PAD_: '4194304',
};

/** A PostgreSQL that answers. */
export interface Server {
  child: ChildProcess;
  /** Settles with the reason when PostgreSQL has ended. */
  exited: Promise<string>;
}

/** Starts PostgreSQL and waits until it answers, however long recovery takes; its last words when it ends first. */
export async function launch(place: Place): Promise<Server | string> {
  const settings = Object.entries({ ...SETTINGS, 'crewready.owner_pid': String(process.pid) })
    .filter(([name]) => name !== 'io_method' || place.binaries.major >= 18)
    .flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(place.logFile, 'a');
  if (place.owner) fchownSync(log, place.owner.uid, place.owner.gid);
  const logged = fstatSync(log).size;
  let child: ChildProcess;
  try {
    // Its own process group: Ctrl-C reaches us alone, and we stop PostgreSQL once requests are drained.
    child = spawn(place.binaries.postgres, ['-D', place.cluster, '-k', place.sockets, ...settings], {
      ...place.owner,
      cwd: '/',
      env: MALLOC,
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
  let ended: string | undefined;
  const exited = new Promise<string>((resolve) => {
    const end = (reason: string): void => {
      ended = `PostgreSQL ended (${reason}). Its last words: ${place.logFile}`;
      resolve(ended);
    };
    child.once('exit', (code, signal) => end(signal ?? `code ${code}`));
    child.once('error', (error) => end(error.message));
  });
  for (let pause = 5; !ended; pause = Math.min(pause * 1.5, 250)) {
    const client = await probe(place);
    if (typeof client !== 'string') {
      await client.end();
      return { child, exited };
    }
    await sleep(pause);
  }
  return (await lastFatal(place.logFile, logged)) ?? ended;
}

/** The last fatal line that the log has gained since it held `from` bytes. */
async function lastFatal(path: string, from: number): Promise<string | undefined> {
  const log = await readFile(path).catch(() => Buffer.alloc(0));
  return log
    .subarray(from)
    .toString()
    .split('\n')
    .findLast((line) => /FATAL|PANIC/.test(line) && !/the database system is/.test(line));
}
