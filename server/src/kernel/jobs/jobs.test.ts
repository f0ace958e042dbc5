import { setTimeout as sleep } from 'node:timers/promises';
import type { JobHelpers } from 'graphile-worker';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { createOrganization } from '../../features/tokens/index.ts';
import { folderBlobs } from '../blobs/folder.ts';
import { sql } from '../database/database.ts';
import { Datasets } from '../dataset.ts';
import type { Services } from '../feature.ts';
import { SignedUrls } from '../http/signed-urls.ts';
import { Cursors } from '../pages/cursor.ts';
import { systemClock } from '../time.ts';
import { enqueue, forgetReplies, startWorker } from './jobs.ts';

let clone: TestDatabase;
let services: Services;
let worker: Awaited<ReturnType<typeof startWorker>> | undefined;
const ran: unknown[] = [];
const errors: unknown[] = [];
beforeAll(async () => {
  clone = await cloneDatabase(4);
  const secret = Buffer.alloc(32);
  services = {
    database: clone.database,
    blobs: folderBlobs('/nonexistent'),
    clock: systemClock,
    cursors: new Cursors(secret),
    signedUrls: new SignedUrls(secret),
    datasets: new Datasets(),
    resources: [],
    keepers: [],
    holders: [],
    scopes: new Set(),
  };
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  ran.length = 0;
});
afterAll(() => clone.drop());

const note = {
  name: 'note',
  run: () => async (payload: object) => {
    if ((payload as { fail?: boolean; name?: string }).fail && ran.push('failed'))
      throw new Error('on purpose');
    ran.push(payload);
  },
};

/** Works until `count` jobs have run, and a little longer: one too many would show. */
async function work(count: number): Promise<void> {
  worker = await startWorker([note], services, (error) => errors.push(error));
  for (let n = 0; n < 100 && ran.length < count; n += 1) await sleep(50);
  await sleep(100);
}

test('a job runs exactly when its transaction was committed', async () => {
  await clone.database.transaction((tx) => enqueue(tx, note, { kept: 1 }));
  const rolledBack = clone.database.transaction(async (tx) => {
    await enqueue(tx, note, { kept: 2 });
    throw new Error('on purpose');
  });
  await expect(rolledBack).rejects.toThrow();
  await work(1);
  expect(ran).toEqual([{ kept: 1 }]);
});

test('a job with a key replaces the waiting one', async () => {
  for (const turn of [1, 2, 3]) await enqueue(clone.database, note, { turn }, { key: 'one' });
  await work(1);
  expect(ran).toEqual([{ turn: 3 }]);
});

describe('queues', () => {
  const queued = async (queue: string, count: number) => {
    for (let n = 0; n < count; n += 1)
      await enqueue(clone.database, note, { name: `${queue}${n}` }, { queue });
  };
  const names = () => ran.map((payload) => (payload as { name: string }).name);
  const of = (queue: string) => names().filter((name) => name.startsWith(queue));

  test('take turns, each in its order, whoever was there first', async () => {
    for (const queue of ['a', 'b', 'c', 'd', 'e']) await queued(queue, 8);
    await queued('late', 2);
    await work(42);
    for (const queue of ['a', 'b', 'c', 'd', 'e'])
      expect(of(queue)).toEqual(Array.from({ length: 8 }, (_, n) => `${queue}${n}`));
    // In turns they are the 6th and the 12th, but several look for work at once.
    expect(names().indexOf('late1')).toBeLessThan(24);
  });

  test('one that was empty joins where the others are', async () => {
    await queued('long', 9);
    await clone.database.rows(sql`
      delete from graphile_worker._private_jobs where payload->>'name' in ('long0', 'long1', 'long2')`);
    await queued('new', 3);
    const rows = await clone.database.rows(sql`
      select job.payload->>'name', job.priority from graphile_worker._private_jobs job
      where job.payload->>'name' like 'new%' order by job.id`);
    expect(rows).toEqual([
      ['new0', 3],
      ['new1', 4],
      ['new2', 5],
    ]);
    await work(9);
    expect(ran).toHaveLength(9);
  });

  test('a job that is queued again by its key keeps its place', async () => {
    const place = async () =>
      clone.database.rows(sql`select priority, run_at from graphile_worker.jobs where key = 'again'`);
    await enqueue(clone.database, note, { name: 'again' }, { queue: 'keyed', key: 'again' });
    await queued('keyed', 3);
    const before = await place();
    await enqueue(clone.database, note, { name: 'again' }, { queue: 'keyed', key: 'again' });
    expect(await place()).toEqual(before);
    await work(4);
    expect(names()).toEqual(['again', 'keyed0', 'keyed1', 'keyed2']);
  });
});

test('a job waits for its time', async () => {
  await enqueue(clone.database, note, { now: true });
  await enqueue(clone.database, note, { later: true }, { runAt: '2100-01-01T00:00:00Z', key: 'later' });
  await work(1);
  expect(ran).toEqual([{ now: true }]);
});

test('a job that fails is reported and kept for another try', async () => {
  await enqueue(clone.database, note, { fail: true }, { key: 'failing' });
  await work(1);
  expect(ran).toEqual(['failed']);
  expect(errors.map(String).join()).toMatch(/on purpose/);
  const [job] = await clone.database.rows(
    sql`select attempts::int, last_error from graphile_worker.jobs where key = 'failing'`,
  );
  expect(job).toEqual([1, expect.stringContaining('on purpose')]);
});

test('answers kept for an Idempotency-Key go after 24 hours', async () => {
  const { orgId, id } = await createOrganization(clone.database, { name: 'Old' });
  await clone.database.rows(sql`
    insert into idempotency_key (org_id, token_id, key, fingerprint, status, body, created_at)
    select ${orgId}, ${id}::uuid, age, '', 200, '', now() - age::interval from unnest(array['23 hours', '25 hours']) age`);
  await forgetReplies.run(services)({}, {} as JobHelpers);
  expect(await clone.database.rows(sql`select key from idempotency_key where org_id = ${orgId}`)).toEqual([
    ['23 hours'],
  ]);
});
