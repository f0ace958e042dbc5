import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sql } from '../../src/kernel/database/database.ts';
import { cloneDatabase } from '../database.ts';
import { Random } from '../replica/random.ts';
import { expectKept } from '../requirements-kept.ts';
import { act, lastOccurrences, makeThings, publishRules } from '../requirements-world.ts';
import { client } from '../start-app.ts';
import { crewready, dataFolder, freePort, type Process, settingsOf, TOKEN, terminate } from './crewready.ts';

const STEPS = 150;

test('kill -9 of the worker at any moment: kept statuses are what their facts say, each change told once', async () => {
  const random = new Random(Number(process.env.KEPT_SEED ?? 7));
  const clone = await cloneDatabase(4);
  const { database } = clone;
  const folder = await dataFolder();
  const settings = settingsOf(clone, folder);
  const apis: Process[] = [];
  const clients = [];
  for (let n = 0; n < 2; n += 1) {
    const port = await freePort();
    const api = crewready(['serve'], { ...settings, CREWREADY_ROLE: 'api', PORT: String(port) });
    apis.push(api);
    while (!api.stdout().includes(`:${port}`)) await sleep(20);
    clients.push(client(`http://127.0.0.1:${port}`, TOKEN));
  }
  const [row] = await database.rows(sql`select org_id, 'user-' || user_id from token`);
  const org = { ...(clients[0] as (typeof clients)[0]), orgId: row?.[0], actor: row?.[1] };
  const all = await makeThings({ database }, org);
  const work = (): Process => crewready(['serve'], { ...settings, CREWREADY_ROLE: 'worker' });
  let worker = work();
  const kept = async (): Promise<number> =>
    (
      await database.rows(sql`select count(*)::int from requirement_status where org_id = ${org.orgId}`)
    )[0]?.[0];
  await publishRules(random, org, all);
  let kills = 0;
  for (let n = 0; n < STEPS; n += 1) {
    await act(random, clients, org, all);
    // Once it is at work, and in the middle of it.
    if (n % 25 !== 24) continue;
    while ((await kept()) === 0) await sleep(20);
    await sleep(random.below(400));
    process.kill(-(worker.child.pid as number), 'SIGKILL');
    await worker.ended;
    kills += 1;
    worker = work();
  }
  await lastOccurrences(org, all);
  const isFollowed = async (): Promise<boolean> =>
    (
      await database.rows(sql`
        select 1 from requirement_follower join org_head using (org_id) where seq = last_seq
          and not exists (select 1 from requirement_sweep)`)
    ).length > 0;
  await expect.poll(isFollowed, { timeout: 120_000, interval: 100 }).toBe(true);
  await expectKept(database, org, all.people);
  expect(kills).toBe(STEPS / 25);
  for (const one of [worker, ...apis]) expect((await terminate(one)).code, one.stderr()).toBe(0);
  await clone.drop();
  await folder.remove();
}, 900_000);
