import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type { TestDatabase } from '../database.ts';
import { build } from './build.ts';
import { running } from './running.ts';

const command = await build();

export const TOKEN = 'crewready_test_token_0123456789';

type Env = Record<string, string | undefined>;
type User = { uid: number; gid: number };

/** A process that has ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A process of the command line. */
export interface Process {
  child: ChildProcess;
  stdout(): string;
  stderr(): string;
  ended: Promise<Ended>;
}

/** Runs `crewready …` as bin/crewready.js does; only the named settings reach it. */
export function crewready(args: string[], env: Env, user?: User): Process {
  const child = spawn(process.execPath, ['--single-threaded-gc', command, ...args], {
    ...user,
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', MALLOC_ARENA_MAX: '1', ...env },
    detached: true,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, stdout, stderr })),
  );
  return { child, stdout: () => stdout, stderr: () => stderr, ended };
}

/** A server that answers. */
export interface Server extends Process {
  url: string;
}

/** Starts `serve` on the folder and waits for its first answer. */
export async function serve(dataFolder: string, env: Env = {}, user?: User): Promise<Server> {
  const port = await freePort();
  const settings = { CREWREADY_DATA: dataFolder, PORT: String(port), CREWREADY_TOKEN: TOKEN };
  const started = crewready(
    ['serve'],
    { ...settings, LOG_LEVEL: 'warn', CREWREADY_RATE_LIMITS: 'off', ...env },
    user,
  );
  const url = `http://127.0.0.1:${port}`;
  let ended: Ended | undefined;
  void started.ended.then((end) => {
    ended = end;
  });
  // The banner comes once the first organization is there.
  while (!started.stdout().includes(url)) {
    if (ended) throw new Error(`serve ended with ${ended.code}: ${ended.stderr}`);
    await sleep(10);
  }
  return { ...started, url };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A place for data, taken away by `remove`. */
export interface Folder {
  path: string;
  remove(): Promise<void>;
}

/** A folder that every user can reach, with no data yet. */
export async function emptyFolder(): Promise<Folder> {
  const parent = await mkdtemp(join(inject('places'), 'process-'));
  await chmod(parent, 0o755);
  return { path: join(parent, 'data'), remove: () => rm(parent, { recursive: true, force: true }) };
}

let prepared: Promise<Folder> | undefined;

/** A folder as a first start with TOKEN has left it: a copy of one. */
export async function dataFolder(): Promise<Folder> {
  prepared ??= emptyFolder().then(async (folder) => {
    await terminate(await serve(folder.path));
    return folder;
  });
  const folder = await emptyFolder();
  await promisify(execFile)('cp', ['-a', (await prepared).path, folder.path]);
  return folder;
}

/** The process id of the PostgreSQL of a data folder. */
export async function postmaster(dataFolder: string): Promise<number> {
  const text = await readFile(join(dataFolder, 'postgres/cluster/postmaster.pid'), 'utf8');
  return Number(text.split('\n')[0]);
}

/** The ids of the processes that a process has started, on Linux. */
export async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.trim().split(' ').filter(Boolean).map(Number);
}

/** False also for a process that has ended and that nobody has asked for its exit code yet. */
export async function isAlive(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat !== '' && !/\) Z /.test(stat);
}

/** Sends SIGTERM and waits for the end. */
export async function terminate(server: Process): Promise<Ended> {
  server.child.kill('SIGTERM');
  return server.ended;
}

/** Waits until nobody listens any more: the server is stopping. */
export async function refused(server: Server): Promise<void> {
  const port = Number(new URL(server.url).port);
  const listens = () =>
    new Promise<boolean>((resolve) => {
      const probe = connect(port, '127.0.0.1');
      probe.once('connect', () => resolve(true)).once('error', () => resolve(false));
      probe.once('connect', () => probe.destroy());
    });
  while (await listens()) await sleep(20);
}

/** Settings of processes that share the database of a test. */
export function settingsOf({ connection }: Pick<TestDatabase, 'connection'>, folder: Folder): Env {
  const { user, password, database, host, port = 5432 } = connection;
  const secret = password ? `:${encodeURIComponent(String(password))}` : '';
  return {
    DATABASE_URL: `postgres://${user}${secret}@/${database}?host=${encodeURIComponent(String(host))}&port=${port}`,
    CREWREADY_DATA: folder.path,
    CREWREADY_TOKEN: TOKEN,
    CREWREADY_RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  };
}
