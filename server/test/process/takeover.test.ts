import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { client } from '../start-app.ts';
import {
  crewready,
  dataFolder,
  emptyFolder,
  isAlive,
  postmaster,
  serve,
  TOKEN,
  terminate,
} from './crewready.ts';

const works = async (url: string): Promise<void> =>
  expect((await client(url, TOKEN).get('/me')).status).toBe(200);

test('a PostgreSQL whose server was killed is stopped and the folder taken over', async () => {
  const folder = await dataFolder();
  const killed = await serve(folder.path);
  const orphan = await postmaster(folder.path);
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(await isAlive(orphan)).toBe(true);
  const next = await serve(folder.path);
  expect(await isAlive(orphan)).toBe(false);
  await works(next.url);
  await terminate(next);
  await folder.remove();
});

test('a command takes over a PostgreSQL whose server was killed, and leaves none behind', async () => {
  const folder = await dataFolder();
  const killed = await serve(folder.path);
  const orphan = await postmaster(folder.path);
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(await crewready(['verify'], { CREWREADY_DATA: folder.path }).ended).toMatchObject({ code: 0 });
  expect(await isAlive(orphan)).toBe(false);
  await expect(postmaster(folder.path)).rejects.toThrow('ENOENT');
  await folder.remove();
});

test('a stale lock whose process id belongs to another process now is no obstacle', async () => {
  const folder = await dataFolder();
  const first = await serve(folder.path);
  const lock = join(folder.path, 'postgres/cluster/postmaster.pid');
  const socketLock = join(folder.path, 'postgres/.s.PGSQL.5432.lock');
  const { uid, gid } = await stat(lock);
  const [text, socketText] = [await readFile(lock, 'utf8'), await readFile(socketLock, 'utf8')];
  await terminate(first);
  const user = process.getuid?.() === 0 ? { uid, gid } : undefined;
  const other = spawn('sleep', ['60'], user);
  await writeFile(lock, text.replace(/^\d+/, String(other.pid)), { mode: 0o600 });
  await writeFile(socketLock, socketText.replace(/^\d+/, String(other.pid)), { mode: 0o600 });
  for (const file of [lock, socketLock]) await chown(file, uid, gid);
  const second = await serve(folder.path);
  await works(second.url);
  expect(other.exitCode).toBe(null);
  other.kill();
  await terminate(second);
  await folder.remove();
});

test('kill -9 while the database is being made leaves a folder that starts', async () => {
  const folder = await emptyFolder();
  const cut = crewready(['serve'], { CREWREADY_DATA: folder.path, PORT: '0' });
  const made = async () => (await readdir(join(folder.path, 'postgres')).catch(() => [])).join();
  while (!(await made()).includes('cluster.new')) await sleep(5);
  await sleep(100);
  process.kill(-(cut.child.pid as number), 'SIGKILL');
  await cut.ended;
  expect(existsSync(join(folder.path, 'postgres/cluster'))).toBe(false);
  const server = await serve(folder.path);
  await works(server.url);
  await terminate(server);
  await folder.remove();
});

test('data of another major version is one clear line', async () => {
  const folder = await emptyFolder();
  const cluster = join(folder.path, 'postgres/cluster');
  await mkdir(cluster, { recursive: true });
  await writeFile(join(cluster, 'PG_VERSION'), '16\n');
  const { code, stderr } = await crewready(['serve'], { CREWREADY_DATA: folder.path }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^The data in \S+ was written by PostgreSQL 16, but \S+ is \d+\. Set CREWREADY_POSTGRES_BIN to a PostgreSQL 16, .*\n$/,
  );
  await folder.remove();
});

test('a data folder whose socket path would be too long works, and is guarded as any other', async () => {
  const folder = await emptyFolder();
  const long = join(folder.path, 'a'.repeat(60), 'b'.repeat(60));
  const server = await serve(long);
  await works(server.url);
  const second = await crewready(['serve'], { CREWREADY_DATA: long, PORT: '0' }).ended;
  expect(second.stderr).toContain('is in use by another Crewready process');
  expect(await crewready(['verify'], { CREWREADY_DATA: long }).ended).toMatchObject({ code: 0 });
  await terminate(server);
  await folder.remove();
});
