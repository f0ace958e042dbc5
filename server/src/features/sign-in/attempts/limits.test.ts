import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database.ts';
import { sql } from '../../../kernel/database/database.ts';
import { admit, byName } from './limits.ts';

let clone: TestDatabase;
beforeAll(async () => {
  clone = await cloneDatabase(4);
});
afterAll(() => clone.drop());

test('a free attempt that waited for another is admitted, whichever came first', async () => {
  const { database } = clone;
  const name = byName('somebody');
  await admit(database, [name]);
  let waiting: Promise<void> | undefined;
  await database.transaction(async (tx) => {
    await tx.rows(sql`select from sign_in_limit where key = ${name.key} for update`);
    waiting = admit(database, [name]);
    await expect
      .poll(() =>
        database.rows(sql`
          select count(*)::int from pg_locks join pg_stat_activity using (pid)
          where not granted and datname = current_database()`),
      )
      .toEqual([[1]]);
    await admit(tx, [name]);
  });
  await expect(waiting).resolves.toBeUndefined();
});
