import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../../test/start-app.ts';
import { native } from '../../surfaces/native.ts';
import type { Routes } from '../feature.ts';
import { sql } from './database.ts';

// Statements that would go on for long after whoever asked has gone.

const config = { scope: 'Read Slowly' } as const;
const slow: Routes = (app, { database }) => {
  app.get('/slow', { config }, async () => database.rows(sql`select count(*) from pg_sleep(15)`));
  app.post('/slow', { config }, async () =>
    database.transaction((tx) => tx.rows(sql`select count(*) from pg_sleep(1.5)`)),
  );
  app.get('/quick', { config }, async ({ caller }) =>
    database.rows(sql`select count(*)::int from org where org_id = ${caller.orgId}`),
  );
};

let server: TestApp;
beforeAll(async () => {
  server = await startApp({ features: [{ name: 'slow', routes: [native(slow)] }], poolSize: 4 });
});
afterAll(() => server.stop());

/** Asks over a connection of its own, without waiting for the answer. */
function ask(method: string): { leave(): Promise<void> } {
  const headers = { authorization: `Bearer ${server.org.token}` };
  const asked = request(`${server.url}/slow`, { method, headers, agent: false });
  const ended = new Promise<void>((resolve) => asked.once('close', resolve));
  asked.on('error', () => {});
  asked.end();
  return {
    leave() {
      asked.destroy();
      return ended;
    },
  };
}

async function underWay(): Promise<number> {
  const [[count] = []] = await server.database.rows(sql`
    select count(*)::int from pg_stat_activity
    where datname = current_database() and state = 'active' and query like '%pg_sleep(%' and pid <> pg_backend_pid()`);
  return count;
}
const until = async (wanted: number): Promise<void> => {
  while ((await underWay()) !== wanted) await sleep(20);
};

test('a read ends when its client leaves, in a tenth of the time that it would take', async () => {
  for (let round = 0; round < 3; round += 1) {
    const asked = [ask('GET'), ask('GET')];
    await until(2);
    const since = Date.now();
    await Promise.all(asked.map((one) => one.leave()));
    await until(0);
    expect(Date.now() - since).toBeLessThan(5000);
  }
});

test('200 for others meanwhile and afterwards: no statement but theirs is ended', async () => {
  const asked = [ask('GET'), ask('GET')];
  await until(2);
  const quick = async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => server.org.get('/quick')));
    return new Set(replies.map(({ status }) => status));
  };
  const before = quick();
  await Promise.all(asked.map((one) => one.leave()));
  expect(await before).toEqual(new Set([200]));
  await until(0);
  for (let round = 0; round < 5; round += 1) expect(await quick()).toEqual(new Set([200]));
});

test('a write is not ended: it may be what its client wants to have done', async () => {
  const asked = ask('POST');
  await until(1);
  await asked.leave();
  expect(await underWay()).toBe(1);
  await until(0);
});
