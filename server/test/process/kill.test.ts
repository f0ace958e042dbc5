import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { client } from '../start-app.ts';
import {
  childrenOf,
  crewready,
  dataFolder,
  isAlive,
  postmaster,
  type Server,
  serve,
  TOKEN,
  terminate,
} from './crewready.ts';

const ROUNDS = 6;
const WRITERS = 4;

/** Ends every process of a server at once: Node's group, the postmaster and each of its backends. */
async function killEverything(server: Server, folder: string): Promise<void> {
  const postgres = await postmaster(folder);
  const backends = await childrenOf(postgres);
  process.kill(-(server.child.pid as number), 'SIGKILL');
  for (const pid of [postgres, ...backends]) if (await isAlive(pid)) process.kill(pid, 'SIGKILL');
  await server.ended;
}

/** Writes drivers one after another until the server is gone; notes each that was acknowledged. */
async function write(url: string, name: string, acknowledged: string[]): Promise<void> {
  for (let count = 0; ; count += 1) {
    const username = `${name}-${count}`;
    const body = { name: username, username, password: 'long enough to be accepted' };
    const reply = await client(url, TOKEN)
      .send('POST', '/fleet/drivers', body)
      .catch(() => undefined);
    if (!reply) return;
    expect(reply.status, reply.text).toBe(200);
    acknowledged.push(username);
  }
}

async function usernames(url: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (let after = ''; ; ) {
    const { body } = await client(url, TOKEN).get(`/fleet/drivers?limit=512&after=${after}`);
    for (const driver of body.data) found.add(driver.username);
    if (!body.pagination.hasNextPage) return found;
    after = body.pagination.endCursor;
  }
}

test(`kill -9 of everything amid writes, ${ROUNDS} times, loses nothing acknowledged and needs no hand`, async () => {
  const folder = await dataFolder();
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await serve(folder.path);
    const before = acknowledged.length;
    const writers = Array.from({ length: WRITERS }, (_, index) =>
      write(server.url, `round-${round}-writer-${index}`, acknowledged),
    );
    const enough = async (): Promise<void> => {
      while (acknowledged.length < before + 10) await sleep(10);
    };
    // Writers end only when the server is gone, or when one of them got a wrong answer.
    await Promise.race([enough(), Promise.all(writers)]);
    await sleep(round * 10);
    await killEverything(server, folder.path);
    await Promise.all(writers);
  }
  const server = await serve(folder.path);
  const found = await usernames(server.url);
  expect(acknowledged.filter((username) => !found.has(username))).toEqual([]);
  await terminate(server);
  const verified = await crewready(['verify', '--json'], { CREWREADY_DATA: folder.path }).ended;
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
  await folder.remove();
});
