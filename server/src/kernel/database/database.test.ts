import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { notesFeature } from '../../../test/notes-feature.ts';
import { client } from '../../../test/start-app.ts';
import { buildApp } from '../../app.ts';
import { folderBlobs } from '../blobs/folder.ts';
import { systemClock } from '../time.ts';
import { ConnectionLost, type Database, openDatabase, sql } from './database.ts';

let clone: TestDatabase;
beforeAll(async () => {
  clone = await cloneDatabase(4);
});
afterAll(() => clone.drop());

test('rows keep what JavaScript would lose', async () => {
  const [row] = await clone.database.rows(sql`
    select '2026-11-21 10:00:00.123456+01'::timestamptz, 9223372036854775807, 0.1::numeric, true, 7,
      array['a', null]::text[], array[9223372036854775807], '{"b":1, "a":[ ]}'::json, null`);
  expect(row).toEqual([
    '2026-11-21 09:00:00.123456+00',
    '9223372036854775807',
    '0.1',
    true,
    7,
    ['a', null],
    ['9223372036854775807'],
    '{"b":1, "a":[ ]}',
    null,
  ]);
});

describe('a transaction', () => {
  beforeAll(() => clone.database.pool.query('create table kept (n int)'));
  const kept = async () => (await clone.database.rows(sql`select n from kept order by n`)).map(([n]) => n);

  test('keeps everything or nothing', async () => {
    await clone.database.transaction((tx) => tx.rows(sql`insert into kept values (1)`));
    const failing = clone.database.transaction(async (tx) => {
      await tx.rows(sql`insert into kept values (2)`);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await kept()).toEqual([1]);
  });

  test('fails when a statement in it failed, though the error was swallowed', async () => {
    const swallowing = clone.database.transaction(async (tx) => {
      await tx.rows(sql`insert into kept values (3)`);
      await tx.rows(sql`select 1 / 0`).catch(() => {});
    });
    await expect(swallowing).rejects.toThrow('A statement failed');
    expect(await kept()).toEqual([1]);
  });

  test('whose connection dies fails, and the pool goes on', async () => {
    for (const when of ['idle', 'busy']) {
      const dying = clone.database.transaction(async (tx) => {
        const [[pid] = []] = await tx.rows(sql`select pg_backend_pid()`);
        const busy = when === 'busy' ? tx.rows(sql`select pg_sleep(5)`) : undefined;
        busy?.catch(() => {});
        await sleep(20);
        await clone.database.rows(sql`select pg_terminate_backend(${pid})`);
        // Time for the connection to notice while nobody asks anything of it.
        await sleep(50);
        await (busy ?? tx.rows(sql`select 1`));
      });
      await expect(dying, when).rejects.toThrow();
    }
    await Promise.all(Array.from({ length: 8 }, () => clone.database.rows(sql`select 1`)));
  });
});

describe('a database that is away', () => {
  const gone = {
    blobs: folderBlobs('/nonexistent'),
    config: { logLevel: 'silent' },
    clock: systemClock,
    secret: Buffer.alloc(32),
  };
  const dead: [string, () => Database][] = [
    ['no such socket', () => openDatabase({ host: '/nonexistent', user: 'x', database: 'x' })],
    ['nobody listens', () => openDatabase('postgres://x:x@127.0.0.1:1/x')],
    ['no such host', () => openDatabase('postgres://x:x@host.invalid/x')],
  ];
  test.each(dead)('503 on every route when %s, and 200 on /healthz', async (_why, open) => {
    const database = open();
    const app = await buildApp({ ...gone, database }, [notesFeature]);
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    try {
      const to = client(url, 'a-token-that-nobody-can-check');
      for (const reply of [
        await to.get('/notes'),
        await to.send('POST', '/notes', { text: 'x' }),
        await to.get('/readyz'),
      ]) {
        expect(reply.status).toBe(503);
        expect(reply.headers.get('retry-after')).toBe('1');
        expect(reply.body).toEqual({
          message: 'The database is not available. Try again.',
          requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
        });
      }
      expect((await to.get('/healthz')).status).toBe(200);
    } finally {
      await app.close();
      await database.close();
    }
  });

  test('is told from a statement that is wrong', async () => {
    const away = openDatabase({ host: '/nonexistent', user: 'x', database: 'x' });
    await expect(away.rows(sql`select 1`)).rejects.toThrow(ConnectionLost);
    await expect(away.transaction(async () => 1)).rejects.toThrow(ConnectionLost);
    await expect(clone.database.rows(sql`select nonsense`)).rejects.not.toThrow(ConnectionLost);
    await away.close();
  });
});
