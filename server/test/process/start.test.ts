import { expect, test } from 'vitest';
import { client } from '../start-app.ts';
import {
  crewready,
  dataFolder,
  emptyFolder,
  freePort,
  isAlive,
  postmaster,
  serve,
  TOKEN,
  terminate,
} from './crewready.ts';

test('an empty folder becomes a running server, which stops with everything it started', async () => {
  const folder = await emptyFolder();
  const server = await serve(folder.path);
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' });
  expect((await client(server.url, TOKEN).get('/me')).status).toBe(200);
  expect(server.stdout()).toContain(`${server.url}/docs`);
  const postgres = await postmaster(folder.path);
  expect(await terminate(server)).toMatchObject({ code: 0, stderr: '' });
  expect(await isAlive(postgres)).toBe(false);
  await folder.remove();
});

test('a generated token is printed on the first start and never again', async () => {
  const folder = await emptyFolder();
  const first = await serve(folder.path, { CREWREADY_TOKEN: undefined });
  const token = /crewready_[A-Za-z0-9]{40}/.exec(first.stdout())?.[0] ?? '';
  expect((await client(first.url, token).get('/me')).status).toBe(200);
  await terminate(first);
  const second = await serve(folder.path);
  expect(second.stdout()).not.toContain('oken');
  expect((await client(second.url, token).get('/me')).status).toBe(200);
  expect((await client(second.url, TOKEN).get('/me')).status).toBe(401);
  await terminate(second);
  await folder.remove();
});

test('a second start on the folder is one clear line, and the first goes on', async () => {
  const folder = await dataFolder();
  const first = await serve(folder.path);
  const second = await crewready(['serve'], { CREWREADY_DATA: folder.path, PORT: '0' }).ended;
  expect(second).toMatchObject({ code: 1, stdout: '' });
  expect(second.stderr).toBe(
    `The data folder ${folder.path} is in use by another Crewready process. Stop it, or set CREWREADY_DATA to another folder.\n`,
  );
  expect((await client(first.url, TOKEN).get('/me')).status).toBe(200);
  await terminate(first);
  await folder.remove();
});

test('commands join a running server, and start the database themselves without one', async () => {
  const folder = await emptyFolder();
  const env = { CREWREADY_DATA: folder.path };
  const made = await crewready(['org', 'create', 'Night Shift', '--json'], env).ended;
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const org = JSON.parse(made.stdout);

  const server = await serve(folder.path);
  expect((await client(server.url, org.token).get('/me')).status).toBe(200);
  const args = [
    'token',
    'create',
    '--org',
    'Night Shift',
    '--name',
    'Kiosk',
    '--scope',
    'Read Drivers',
    '--json',
  ];
  const runs = await Promise.all([
    crewready(args, env).ended,
    crewready(['org', 'list', '--json'], env).ended,
  ]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  const token = JSON.parse(runs[0].stdout);
  expect((await client(server.url, token.token).get('/fleet/drivers')).status).toBe(200);
  expect((await client(server.url, token.token).get('/tags')).status).toBe(403);

  expect(await crewready(['token', 'revoke', token.id], env).ended).toMatchObject({ code: 0 });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await client(server.url, token.token).get('/fleet/drivers')).status).toBe(401);
  const verified = await crewready(['verify', '--json'], env).ended;
  expect(JSON.parse(verified.stdout)).toMatchObject({
    ok: true,
    organizations: [{ orgId: org.id, writes: 4 }],
  });
  await terminate(server);
  await folder.remove();
});

test('commands that start the database at once all succeed', async () => {
  const folder = await emptyFolder();
  const names: string[] = [];
  // Those of a round come while the last of the round before is stopping the database.
  for (let round = 0; round < 4; round += 1) {
    const added = ['North', 'East', 'South', 'West'].map((name) => `${name} ${round}`);
    const runs = added.map(
      (name) => crewready(['org', 'create', name, '--json'], { CREWREADY_DATA: folder.path }).ended,
    );
    for (const run of await Promise.all(runs)) expect(run).toMatchObject({ code: 0, stderr: '' });
    names.push(...added);
  }
  const { stdout } = await crewready(['org', 'list', '--json'], { CREWREADY_DATA: folder.path }).ended;
  expect(
    JSON.parse(stdout)
      .map(({ name }: { name: string }) => name)
      .sort(),
  ).toEqual(names.sort());
  await folder.remove();
});

test('a port in use is one clear line, and PostgreSQL is stopped again', async () => {
  const [one, two] = [await dataFolder(), await dataFolder()];
  const server = await serve(one.path);
  const port = new URL(server.url).port;
  const { code, stderr } = await crewready(['serve'], {
    CREWREADY_DATA: two.path,
    PORT: port,
    LOG_LEVEL: 'warn',
  }).ended;
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `Port ${port} on 127.0.0.1 is in use. Stop the other program or set PORT.\n`,
  });
  await expect(postmaster(two.path)).rejects.toThrow('ENOENT');
  await terminate(server);
  await Promise.all([one.remove(), two.remove()]);
});

test('every wrong setting is named, one line each, before anything starts', async () => {
  const { code, stdout, stderr } = await crewready(['serve'], {
    PORT: 'http',
    CREWREADY_ROLE: 'boss',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://localhost',
    CREWREADY_TOKEN: 'short',
    CREWREADY_RATE_LIMITS: 'some',
    CREWREADY_PUBLIC_URL: 'crew.example.com',
    CREWREADY_POOL: '1',
  }).ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const lines = stderr.trim().split('\n');
  expect(lines.map((line) => /^[A-Z_]+/.exec(line)?.[0])).toEqual([
    'PORT',
    'CREWREADY_ROLE',
    'LOG_LEVEL',
    'DATABASE_URL',
    'CREWREADY_TOKEN',
    'CREWREADY_RATE_LIMITS',
    'CREWREADY_PUBLIC_URL',
    'CREWREADY_POOL',
  ]);
});

test('a database that cannot be reached is one clear line without its password', async () => {
  const port = await freePort();
  const { code, stderr } = await crewready(['org', 'list'], {
    DATABASE_URL: `postgres://someone:secret@127.0.0.1:${port}/nothing`,
  }).ended;
  expect(code).toBe(1);
  expect(stderr).toBe(`DATABASE_URL: cannot use 127.0.0.1:${port}: connect ECONNREFUSED 127.0.0.1:${port}\n`);
});

test('wrong words on the command line end with 2', async () => {
  const run = await crewready(['token', 'create', '--name', 'No scope'], {}).ended;
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("required option '--scope");
  expect((await crewready(['nonsense'], {}).ended).code).toBe(2);
  expect((await crewready(['--help'], {}).ended).code).toBe(0);
});
