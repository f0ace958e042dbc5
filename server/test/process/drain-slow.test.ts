import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mp4, multipart } from '../pictures.ts';
import { PEOPLE } from '../reports.ts';
import { client } from '../start-app.ts';
import {
  dataFolder,
  type Ended,
  type Folder,
  postmaster,
  refused,
  type Server,
  serve,
  TOKEN,
  terminate,
} from './crewready.ts';

/** What docs/operations.md tells supervisors to wait, in ms. */
const PATIENCE_MS = 90_000;
const MIB = 1024 * 1024;
const authorization = `Bearer ${TOKEN}`;

let folder: Folder;
let server: Server;
let sockets: Socket[];
beforeEach(async () => {
  folder = await dataFolder();
  server = await serve(folder.path);
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await terminate(server);
  while (await postmaster(folder.path).catch(() => undefined)) await sleep(20);
  await folder.remove();
});

/** Stops the server, which must end with this code before its supervisor would kill it. */
async function ends(code: number): Promise<Ended> {
  const begin = performance.now();
  const ended = await terminate(server);
  expect(ended.code, ended.stderr).toBe(code);
  expect(performance.now() - begin).toBeLessThan(PATIENCE_MS);
  return ended;
}

/** Opens a connection and sends `head`; resolves once the first bytes of an answer are there, if one is awaited. */
async function open(head: string, answered: boolean): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  await new Promise((resolve) => socket.write(head, resolve));
  if (answered) await new Promise((resolve) => socket.once('readable', resolve));
  return socket;
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n\r\n`;
const post = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n` +
  `Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

/** Keeps a video of 64 MiB, and answers the path of its link. */
async function videoPath(): Promise<string> {
  const made = await fetch(`${server.url}/fleet/vehicles`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{"name":"Truck"}',
  });
  const { id: vehicleId } = ((await made.json()) as { data: { id: string } }).data;
  const fields = {
    vehicleId,
    input: 'dashcamRoadFacing',
    mediaType: 'videoHighRes',
    triggerReason: 'safetyEvent',
    startTime: '2026-11-20T08:00:00Z',
    endTime: '2026-11-20T08:10:00Z',
  };
  const body = multipart(fields, mp4(64 * MIB));
  const reply = await fetch(`${server.url}/cameras/media`, {
    method: 'POST',
    headers: { authorization },
    body,
  });
  const { data } = (await reply.json()) as { data: { urlInfo: { url: string } } };
  const { pathname, search } = new URL(data.urlInfo.url);
  return pathname + search;
}

test('SIGTERM ends the process at once beside clients that ask nothing more', async () => {
  await open(get('/me'), true);
  await open('GET /me HTTP/1.1\r\nHost: x\r\nX-', false);
  await ends(0);
});

test('SIGTERM ends the process in time beside clients that hold their connections', async () => {
  const unread = await videoPath();
  const trickle = await open(post('/fleet/drivers', 1_000_000), false);
  const timer = setInterval(() => trickle.write('x'.repeat(600)), 250);
  trickle.once('close', () => clearInterval(timer));
  // One that stops in the middle of its body, one that does not read its long reply, one that is idle.
  await open(`${post('/fleet/drivers', 1000)}{`, false);
  await open(get(unread), true);
  await open(get('/me'), true);
  await ends(0);
});

/** Asks for four reports, the first of which is under way and waits for a lock that the answer holds. */
async function heldReports(): Promise<pg.Client> {
  const holder = new pg.Client({
    host: join(folder.path, 'postgres'),
    user: 'crewready',
    database: 'crewready',
  });
  holder.on('error', () => {});
  await holder.connect();
  await holder.query('begin');
  await holder.query('lock table report_run_page in share mode');
  for (let n = 0; n < 4; n += 1)
    expect(
      (await client(server.url, TOKEN).send('POST', '/reports/runs', { reportConfig: PEOPLE })).status,
    ).toBe(202);
  const waiting = `select from pg_locks where not granted and relation = 'report_run_page'::regclass`;
  while ((await holder.query(waiting)).rowCount === 0) await sleep(20);
  return holder;
}

test('SIGTERM lets the job under way finish and begins no other, while slow clients are waited for', async () => {
  const slow = await open(`${post('/fleet/drivers', 1000)}{`, false);
  const holder = await heldReports();
  const ended = terminate(server);
  await refused(server);
  await holder.query('commit');
  while ((await holder.query('select from job_worker')).rowCount !== 0) await sleep(20);
  const { rows } = await holder.query('select status from report_run order by id');
  expect(rows.map(({ status }) => status)).toEqual(['complete', 'pending', 'pending', 'pending']);
  await holder.end();
  slow.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('SIGTERM ends the process in time, with 1, where a job does not come to its end', async () => {
  const holder = await heldReports();
  await holder.query('lock table graphile_worker._private_jobs in share mode');
  const { stderr } = await ends(1);
  expect(stderr).toContain('The stop took longer than 80 seconds.');
  await holder.end().catch(() => {});
});
