import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sql } from '../../src/kernel/database/database.ts';
import { cloneDatabase } from '../database.ts';
import { type Severable, severable } from '../severed.ts';
import { client } from '../start-app.ts';
import { crewready, freePort, type Process, terminate } from './crewready.ts';

/** How many moments of a start are tried, from its first statement to its last. */
const MOMENTS = 6;
/** Longer than it takes until a start looks again. */
const AWAY_MS = 700;

/** A start on an empty database, disturbed as `disturb` says; answers how much it sent until it was ready. */
async function start(disturb: (way: Severable, server: Process) => Promise<void>): Promise<number> {
  const clone = await cloneDatabase(2);
  const way = await severable(clone.connection);
  const { user, password, database, host, port = 5432 } = way.connection;
  const secret = password ? `:${encodeURIComponent(String(password))}` : '';
  const server = crewready(['serve', '--json'], {
    DATABASE_URL: `postgres://${user}${secret}@/${database}?host=${encodeURIComponent(String(host))}&port=${port}`,
    PORT: String(await freePort()),
    LOG_LEVEL: 'warn',
  });
  let ended = false;
  void server.ended.then(() => {
    ended = true;
  });
  await Promise.race([disturb(way, server), server.ended]);
  while (!server.stdout().endsWith('}\n') && !ended) await sleep(20);
  expect(server.child.exitCode, server.stderr()).toBeNull();
  const sent = way.sent();
  const { url, token } = JSON.parse(server.stdout());
  const org = client(url, token);
  expect((await org.get('/readyz')).status).toBe(200);
  // The only organization is that of the token that was told.
  expect((await org.get('/me')).status).toBe(200);
  expect(await clone.database.rows(sql`select count(*)::int from org`)).toEqual([[1]]);
  expect((await terminate(server)).code, server.stderr()).toBe(0);
  await way.remove();
  await clone.drop();
  return sent;
}

test('200 after a start during which the database is started anew, whatever it was just asked', async () => {
  const all = await start(async () => {});
  expect(all).toBeGreaterThan(MOMENTS);
  for (let moment = 0; moment < MOMENTS; moment += 1)
    await start(async (way) => {
      await way.restartAfter(1 + Math.floor((moment * all) / MOMENTS));
      await sleep(AWAY_MS);
      way.goOn();
    });
});
