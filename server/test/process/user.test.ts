import { chmod, chown, lstat, mkdir, mkdtemp, readlink, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { client } from '../start-app.ts';
import { crewready, emptyFolder, isAlive, postmaster, serve, TOKEN, terminate } from './crewready.ts';

const root = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };

/** True when everybody may pass to this checkout. */
async function open(): Promise<boolean> {
  for (let url = new URL('.', import.meta.url); ; url = new URL('..', url)) {
    if (!((await stat(fileURLToPath(url))).mode & 0o001)) return false;
    if (url.pathname === '/') return true;
  }
}

test.runIf(root && (await open()))('a user who is not root starts, stops and joins', async () => {
  const folder = await emptyFolder();
  await mkdir(folder.path);
  await chown(folder.path, NOBODY.uid, NOBODY.gid);
  const server = await serve(folder.path, {}, NOBODY);
  expect((await client(server.url, TOKEN).get('/me')).status).toBe(200);
  expect((await stat(join(folder.path, 'postgres'))).uid).toBe(NOBODY.uid);
  for (const user of [NOBODY, undefined])
    expect(await crewready(['verify'], { CREWREADY_DATA: folder.path }, user).ended).toMatchObject({
      code: 0,
    });
  expect(await terminate(server)).toMatchObject({ code: 0, stderr: '' });
  // Root runs PostgreSQL as the folder's owner, and leaves nothing that the owner cannot use.
  const asRoot = await serve(folder.path);
  await terminate(asRoot);
  const again = await serve(folder.path, {}, NOBODY);
  expect((await terminate(again)).code).toBe(0);
  await folder.remove();
});

test.runIf(root)(
  'root puts a database that PostgreSQL could not reach where it can, and links to it',
  async () => {
    const parent = await mkdtemp(join(tmpdir(), 'crewready-closed-'));
    const path = join(parent, 'data');
    const server = await serve(path);
    const home = await readlink(join(path, 'postgres'));
    expect(home).toMatch(/^\/var\/lib\/crewready\/data-/);
    expect(server.stdout()).toContain(`The database lives in ${home}`);
    expect((await lstat(home)).mode & 0o777).toBe(0o700);
    const postgres = await postmaster(path);
    const second = await crewready(['serve'], { CREWREADY_DATA: path, PORT: '0' }).ended;
    expect(second.stderr).toContain('is in use by another Crewready process');
    await terminate(server);
    expect(await isAlive(postgres)).toBe(false);
    const again = await serve(path);
    expect((await client(again.url, TOKEN).get('/me')).status).toBe(200);
    await terminate(again);
    await rm(home, { recursive: true });
    const gone = await crewready(['serve'], { CREWREADY_DATA: path, PORT: '0' }).ended;
    expect(gone).toMatchObject({ code: 1 });
    expect(gone.stderr).toContain(`was in ${home}, which cannot be read or is gone`);
    await rm(parent, { recursive: true });
  },
);

test.runIf(root && (await open()))(
  'a folder of another user is one clear line for a user who is not root',
  async () => {
    const folder = await emptyFolder();
    await mkdir(join(folder.path, 'postgres'), { recursive: true });
    await chmod(folder.path, 0o755);
    const { code, stderr } = await crewready(['serve'], { CREWREADY_DATA: folder.path }, NOBODY).ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${join(folder.path, 'postgres')} belongs to user id 0. Start as that user or as root.\n`,
    });
    await folder.remove();
  },
);

test('a data folder that cannot be made is one clear line', async () => {
  const { code, stderr } = await crewready(['serve'], { CREWREADY_DATA: '/dev/null/data' }).ended;
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'CREWREADY_DATA="/dev/null/data": cannot make this folder (ENOTDIR).\n',
  });
});
