import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { severable } from '../../../test/severed.ts';
import { type Database, openDatabase, sql } from '../database/database.ts';
import { isPassing } from '../database/passing.ts';
import type { Services } from '../feature.ts';
import { enqueue, startWorker, type Working } from './jobs.ts';
import { retryable } from './worker-pool.ts';

const BEAT = { beatMs: 300 };
let clone: TestDatabase;
let workers: Working[];
let ran: string[];
let errors: string[];
beforeEach(async () => {
  clone = await cloneDatabase(4);
  workers = [];
  ran = [];
  errors = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await clone.drop();
});

/** Lets the job go on that waits; one that is run again does not wait again. */
let goOn = (): void => {};
const note = {
  name: 'note',
  run: () => async (payload: unknown) => {
    const { name, waits } = payload as { name: string; waits?: boolean };
    const isFirst = !ran.includes(name);
    ran.push(name);
    if (waits && isFirst)
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
  },
};

async function startOn(database: Database): Promise<void> {
  const services = { database, resources: [] } as unknown as Services;
  workers.push(await startWorker([note], services, (error) => errors.push(String(error)), BEAT));
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await sleep(20);
}

/** Queues a job as one that a worker took a while ago. */
async function taken(name: string, by: string): Promise<void> {
  await enqueue(clone.database, note, { name }, { key: name });
  await clone.database.rows(sql`
    update graphile_worker._private_jobs set locked_by = ${by}, locked_at = now() - interval '1 minute', attempts = 1
    where key = ${name}`);
}

const workerIds = async (): Promise<string[]> =>
  (await clone.database.rows(sql`select id from job_worker`)).map(([id]) => id);

const left = async (): Promise<number> =>
  (
    await clone.database.rows(sql`
      select count(*)::int from graphile_worker.jobs where task_identifier = 'note'`)
  )[0]?.[0];

describe('a job that is left locked', () => {
  test('by a worker that was never heard of is taken over', async () => {
    await taken('lost', 'gone');
    await startOn(clone.database);
    await until(async () => (await left()) === 0);
    expect(ran).toEqual(['lost']);
  });

  test('by one that has fallen silent is taken over, and not that of one that is heard', async () => {
    await clone.database.rows(sql`
      insert into job_worker (id, seen_at) values
        ('silent', now() - interval '1 minute'), ('heard', now() + interval '1 hour')`);
    await taken('kept', 'heard');
    await taken('lost', 'silent');
    await startOn(clone.database);
    await until(() => ran.length > 0);
    expect(ran).toEqual(['lost']);
    expect(await workerIds()).not.toContain('silent');
    expect(await workerIds()).toContain('heard');
  });

  test('by the living worker itself, which never heard of it, is taken over', async () => {
    await startOn(clone.database);
    await until(async () => (await workerIds()).length === 1);
    await taken('unheard', (await workerIds())[0] as string);
    await until(async () => (await left()) === 0);
    expect(ran).toEqual(['unheard']);
  });

  test('but not one that only takes long, by the same worker or by another', async () => {
    await startOn(clone.database);
    await enqueue(clone.database, note, { name: 'long', waits: true });
    await until(() => ran.length === 1);
    await clone.database.rows(sql`
      update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`);
    await startOn(clone.database);
    await taken('lost', 'gone');
    await until(async () => ran.includes('lost'));
    goOn();
    await until(async () => (await left()) === 0);
    expect(ran).toEqual(['long', 'lost']);
  });
});

test('who stops is no longer known', async () => {
  await startOn(clone.database);
  await until(async () => (await workerIds()).length === 1);
  await workers.pop()?.stop();
  expect(await workerIds()).toEqual([]);
});

test('the database dies while a job is under way: the process lives, and the job is done once it is back', async () => {
  const way = await severable(clone.connection);
  const database = openDatabase(way.connection, 4);
  await startOn(database);
  for (const name of ['first', 'second']) {
    await enqueue(clone.database, note, { name, waits: true });
    await until(() => ran.includes(name));
    await way.cut();
    // The end cannot be stored now: that promise is nobody's, and a rejection of it fails this test.
    goOn();
    await until(() => errors.some((error) => error.includes('connection')));
    await way.mend();
    await until(async () => (await left()) === 0);
  }
  expect(new Set(ran)).toEqual(new Set(['first', 'second']));
  await workers.pop()?.stop();
  await database.close();
  await way.remove();
});

test('a worker that starts while the database does waits for it', async () => {
  const way = await severable(clone.connection);
  const database = openDatabase(way.connection, 4);
  const restarts = way.restartAfter(1);
  await expect(database.rows(sql`select 1`)).rejects.toThrow();
  await restarts;
  await startOn(database);
  expect(errors.join()).toContain('starting up');
  way.goOn();
  await enqueue(clone.database, note, { name: 'late' });
  await until(() => ran.includes('late'));
  await workers.pop()?.stop();
  await database.close();
  await way.remove();
});

test('a worker that is being started anew when it is stopped ends too', async () => {
  const way = await severable(clone.connection);
  const database = openDatabase(way.connection, 4);
  const restarts = way.restartAfter(1);
  await expect(database.rows(sql`select 1`)).rejects.toThrow();
  await restarts;
  await startOn(database);
  await until(() => errors.join().includes('started anew'));
  way.goOn();
  await workers.pop()?.stop();
  await database.close();
  await way.remove();
});

test('what passes is tried again, a mistake is not', () => {
  const told = (code: string) => Object.assign(new pg.DatabaseError('x', 1, 'error'), { code });
  for (const code of ['57P01', '57P03', '57014', '08006', '53100', '53300', '40001', '25006', '58030'])
    expect([retryable(told(code)), isPassing(retryable(told(code)))], code).toMatchObject([
      { code: 'ETIMEDOUT' },
      true,
    ]);
  for (const code of ['42601', '42P01', '22P02', '23505'])
    expect(retryable(told(code)), code).toMatchObject({ code });
  for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', undefined])
    expect(retryable(Object.assign(new Error('x'), { code })), code).toMatchObject({ code: 'ETIMEDOUT' });
});
