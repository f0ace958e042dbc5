import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import {
  crewready,
  dataFolder,
  postmaster,
  refused,
  type Server,
  serve,
  TOKEN,
  terminate,
} from './crewready.ts';

const driver = (name: string) =>
  JSON.stringify({ name, username: name, password: 'long enough to be accepted' });

/** Sends one request over a connection that stays open. */
function post(server: Server, agent: Agent, name: string): Promise<{ status: number; connection?: string }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    const sent = request(`${server.url}/fleet/drivers`, { method: 'POST', agent, headers }, (reply) => {
      reply
        .resume()
        .once('end', () => resolve({ status: reply.statusCode ?? 0, connection: reply.headers.connection }));
    });
    sent.once('error', reject).end(driver(name));
  });
}

/** Makes every write wait until it is released; `reached` settles once one does. */
async function holdWrites(path: string): Promise<{ reached(): Promise<void>; release(): Promise<void> }> {
  const holder = new pg.Client({ host: join(path, 'postgres'), user: 'crewready', database: 'crewready' });
  holder.on('error', () => {});
  await holder.connect();
  await holder.query('begin; select 1 from org_head for update');
  return {
    async reached() {
      const waiting = `select 1 from pg_locks where not granted`;
      while ((await holder.query(waiting)).rowCount === 0) await sleep(20);
    },
    async release() {
      await holder.query('rollback');
      await holder.end();
    },
  };
}

test('SIGTERM lets requests under way finish, and their connections close', async () => {
  const folder = await dataFolder();
  const server = await serve(folder.path);
  const agent = new Agent({ keepAlive: true });
  await Promise.all([post(server, agent, 'warm'), post(server, agent, 'warmer')]);
  const held = await holdWrites(folder.path);
  const waiting = [post(server, agent, 'one'), post(server, agent, 'two')];
  await held.reached();
  const stopped = terminate(server);
  await refused(server);
  await held.release();
  for (const reply of await Promise.all(waiting)) expect(reply).toEqual({ status: 200, connection: 'close' });
  expect(await stopped).toMatchObject({ code: 0, stderr: '' });
  await folder.remove();
});

test('SIGTERM cuts no request of clients that never stop sending on kept connections', async () => {
  const folder = await dataFolder();
  const server = await serve(folder.path);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const answered: number[] = [];
  const failures: string[] = [];
  const writer = async (name: string): Promise<void> => {
    for (let count = 0; ; count += 1) {
      const outcome = await post(server, agent, `${name}-${count}`).catch((error) => error.code as string);
      if (typeof outcome === 'string') return void failures.push(outcome);
      answered.push(outcome.status);
    }
  };
  const writers = Array.from({ length: 8 }, (_, index) => writer(`writer-${index}`));
  while (answered.length < 40) await sleep(20);
  const stopped = await terminate(server);
  await Promise.all(writers);
  expect(stopped.code).toBe(0);
  expect(new Set(answered)).toEqual(new Set([200]));
  // Nobody listens any more; a request that was cut would be ECONNRESET.
  expect(new Set(failures)).toEqual(new Set(['ECONNREFUSED']));
  await folder.remove();
});

test('a connection that never asks anything does not hold up the stop', async () => {
  const folder = await dataFolder();
  const server = await serve(folder.path);
  const silent = connect(Number(new URL(server.url).port), '127.0.0.1');
  await new Promise((resolve) => silent.once('connect', resolve));
  silent.on('error', () => {});
  expect((await terminate(server)).code).toBe(0);
  await folder.remove();
});

test('a second signal ends the process at once, and PostgreSQL with it', async () => {
  const folder = await dataFolder();
  const server = await serve(folder.path);
  const held = await holdWrites(folder.path);
  post(server, new Agent(), 'cut').catch(() => {});
  await held.reached();
  server.child.kill('SIGTERM');
  await refused(server);
  // So long a signal is taken for the echo of the one before.
  await sleep(600);
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(1);
  await held.release().catch(() => {});
  for (let ended = false; !ended; await sleep(20))
    ended = await postmaster(folder.path).then(
      () => false,
      () => true,
    );
  await folder.remove();
});

test('when PostgreSQL dies the server says so and ends with 1', async () => {
  const folder = await dataFolder();
  const server = await serve(folder.path);
  process.kill(await postmaster(folder.path), 'SIGKILL');
  const { code, stderr } = await server.ended;
  expect(code).toBe(1);
  expect(stderr).toContain('PostgreSQL ended (SIGKILL). Its last words: ');
  const again = await serve(folder.path);
  expect((await terminate(again)).code).toBe(0);
  expect((await crewready(['verify'], { CREWREADY_DATA: folder.path }).ended).code).toBe(0);
  await folder.remove();
});
