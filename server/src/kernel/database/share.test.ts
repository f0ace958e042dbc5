import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { ConnectionLost, type Database, openDatabase, raw, sql } from './database.ts';
import { fairShares, onBehalfOf } from './share.ts';

let clone: TestDatabase;
let database: Database;
beforeAll(async () => {
  clone = await cloneDatabase(4);
  database = openDatabase(clone.connection, 6);
});
afterAll(async () => {
  await database.close();
  await clone.drop();
});

/** What `work` comes to, done for an organization. */
const as = <T>(orgId: string, work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => onBehalfOf(orgId, () => void work().then(resolve, reject)));

test('an organization with more slow statements than there are connections leaves some to others', async () => {
  const slow = Array.from({ length: 12 }, () =>
    as('1', () => database.rows(sql`select count(*) from pg_sleep(0.5)`)),
  );
  const ended: string[] = [];
  void Promise.all(slow).then(() => ended.push('slow'));
  await as('2', () => database.rows(sql`select 1`)).then(() => ended.push('other'));
  await database.rows(sql`select 1`).then(() => ended.push('a job'));
  expect(ended).toEqual(['other', 'a job']);
  expect(await Promise.all(slow)).toHaveLength(12);
});

test('so do transactions, and reads inside of them', async () => {
  const both = (orgId: string) => as(orgId, () => database.transaction(() => database.rows(sql`select 1`)));
  await Promise.all([both('1'), both('1'), both('1'), both('2')]);
});

test('those of one organization that wait take turns, and none waits for ever', async () => {
  const share = fairShares(1, 50, () => new ConnectionLost('too long'));
  let release = () => {};
  const first = as('1', () => share(() => new Promise<void>((resolve) => (release = resolve))));
  await expect(as('1', () => share(async () => 'second'))).rejects.toThrow('too long');
  const third = as('1', () => share(async () => 'third'));
  release();
  await first;
  expect(await third).toBe('third');
  expect(await as('1', () => share(async () => 'fourth'))).toBe('fourth');
});

test('a connection does not keep every statement that was ever asked of it', async () => {
  const own = openDatabase(clone.connection, 1);
  let most = 0;
  for (let n = 0; n < 1100; n += 1) {
    await own.rows(sql`select ${raw(String(n))}`);
    if (n % 50 === 49) {
      const [[count]] = (await own.rows(sql`select count(*)::int from pg_prepared_statements`)) as [[number]];
      most = Math.max(most, count);
    }
  }
  expect(most).toBeGreaterThan(100);
  expect(most).toBeLessThanOrEqual(501);
  await own.close();
});

test('a read that would hold its connection for long is ended; a write has longer', async () => {
  const timeout = sql`select current_setting('statement_timeout')`;
  expect(await database.rows(timeout)).toEqual([['20s']]);
  expect(await database.transaction((tx) => tx.rows(timeout))).toEqual([['1min']]);
  expect(await database.rows(timeout)).toEqual([['20s']]);
});
