import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { initialize } from '../../src/kernel/postgres/cluster.ts';
import { type Place, placeFor } from '../../src/kernel/postgres/place.ts';
import { launch, type Server as Postgres } from '../../src/kernel/postgres/server.ts';
import { cloneDatabase, type TestDatabase } from '../database.ts';
import { type Severable, severable } from '../severed.ts';
import { client } from '../start-app.ts';
import {
  childrenOf,
  crewready,
  dataFolder,
  emptyFolder,
  freePort,
  isAlive,
  serve,
  TOKEN,
  terminate,
} from './crewready.ts';

const PDFS = 6;
/** What is pending has to have come to its end by then. */
const END_MS = 120_000;

/** Hands in a form and asks for PDFs of it; answers their ids. */
async function askForPdfs(url: string, count: number): Promise<string[]> {
  const org = client(url, TOKEN);
  const made = async (path: string, body: object) => {
    const reply = await org.send('POST', path, body);
    expect(Math.floor(reply.status / 100), reply.text).toBe(2);
    return reply.body.data;
  };
  const template = await made('/form-templates', {
    title: 'Check',
    sections: [{ label: 'One', fields: [{ label: 'Remarks', type: 'text' }] }],
  });
  const submission = await made('/form-submissions', {
    formTemplate: { id: template.id, revisionId: template.revisionId },
    status: 'notStarted',
  });
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { pdfId } = await made(`/form-submissions/pdf-exports?id=${submission.id}`, {});
    ids.push(pdfId);
  }
  return ids;
}

const statusOf = async (url: string, pdfId: string): Promise<string> =>
  (await client(url, TOKEN).get(`/form-submissions/pdf-exports?pdfId=${pdfId}`)).body.data.jobStatus;

async function allDone(url: string, ids: readonly string[]): Promise<void> {
  const until = Date.now() + END_MS;
  for (const id of ids)
    for (let status = 'pending'; status !== 'done'; status = await statusOf(url, id)) {
      if (Date.now() > until) throw new Error(`${id} is ${status} after ${END_MS / 1000} s`);
      await sleep(250);
    }
}

test('kill -9 amid PDFs: each is done within two minutes of the next start', async () => {
  const folder = await dataFolder();
  const server = await serve(folder.path);
  const ids = await askForPdfs(server.url, PDFS);
  while ((await statusOf(server.url, ids[0] as string)) === 'pending') await sleep(20);
  process.kill(-(server.child.pid as number), 'SIGKILL');
  await server.ended;
  const next = await serve(folder.path);
  await allDone(next.url, ids);
  await terminate(next);
  await folder.remove();
});

let clone: TestDatabase;
let way: Severable;
let url: string;
beforeAll(async () => {
  clone = await cloneDatabase(2);
  way = await severable(clone.connection);
  const { user, password, database, port = 5432 } = clone.connection;
  const secret = password ? `:${encodeURIComponent(String(password))}` : '';
  url = `postgres://${user}${secret}@/${database}?host=${encodeURIComponent(String(way.connection.host))}&port=${port}`;
});
afterAll(async () => {
  await way.remove();
  await clone.drop();
});

test('a start waits for an external database that is not there yet, and jobs under way survive its deaths', async () => {
  await way.cut();
  const port = await freePort();
  const server = crewready(['serve'], {
    DATABASE_URL: url,
    PORT: String(port),
    CREWREADY_TOKEN: TOKEN,
    CREWREADY_RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  });
  while (!server.stderr().includes('Waiting for it')) await sleep(20);
  await way.mend();
  const address = `http://127.0.0.1:${port}`;
  while (!server.stdout().includes(address)) await sleep(20);
  const ids: string[] = [];
  for (let death = 0; death < 10; death += 1) {
    ids.push(...(await askForPdfs(address, 1)));
    await way.cut();
    await sleep(50 * death);
    await way.mend();
    while ((await client(address, TOKEN).get('/readyz')).status !== 200) await sleep(50);
    expect(server.child.exitCode).toBeNull();
  }
  await allDone(address, ids);
  expect((await terminate(server)).code).toBe(0);
});

/** Starts PostgreSQL, also over what one that was killed has left. */
async function launched(place: Place): Promise<Postgres> {
  for (;;) {
    const started = await launch(place);
    if (typeof started !== 'string') return started;
    await sleep(100);
  }
}

/** Ends PostgreSQL with all its processes, as a machine that loses its power does. */
async function kill({ child, exited }: Postgres): Promise<void> {
  const all = [child.pid as number, ...(await childrenOf(child.pid as number))];
  for (const pid of all) if (await isAlive(pid)) process.kill(pid, 'SIGKILL');
  await exited;
}

test('an external PostgreSQL is killed ten times, jobs under way: the API and the worker live, the jobs are done', async () => {
  const folder = await emptyFolder();
  const place = await placeFor({ dataFolder: folder.path, postgresBin: process.env.CREWREADY_POSTGRES_BIN });
  await initialize(place);
  let postgres = await launched(place);
  const port = await freePort();
  const settings = {
    DATABASE_URL: `postgres://crewready@/postgres?host=${encodeURIComponent(place.sockets)}`,
    CREWREADY_DATA: folder.path,
    CREWREADY_TOKEN: TOKEN,
    CREWREADY_RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  };
  const api = crewready(['serve'], { ...settings, CREWREADY_ROLE: 'api', PORT: String(port) });
  const address = `http://127.0.0.1:${port}`;
  while (!api.stdout().includes(address)) await sleep(20);
  const worker = crewready(['serve'], { ...settings, CREWREADY_ROLE: 'worker' });
  const ids: string[] = [];
  for (let death = 0; death < 10; death += 1) {
    ids.push(...(await askForPdfs(address, 2)));
    await sleep(30 * death);
    await kill(postgres);
    expect((await client(address, TOKEN).get('/readyz')).status).toBe(503);
    postgres = await launched(place);
    while ((await client(address, TOKEN).get('/readyz')).status !== 200) await sleep(50);
    for (const { child, stderr } of [api, worker])
      expect([child.exitCode, child.signalCode], stderr()).toEqual([null, null]);
  }
  await allDone(address, ids);
  for (const one of [worker, api]) expect((await terminate(one)).code).toBe(0);
  await kill(postgres);
  await folder.remove();
});
