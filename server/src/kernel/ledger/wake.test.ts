import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { createOrganization } from '../../features/tokens/index.ts';
import { systemWriter } from '../auth.ts';
import { sql } from '../database/database.ts';
import type { Resource } from './resource.ts';
import { waitForEntry } from './wake.ts';
import { write } from './write.ts';

let clone: TestDatabase;
let orgId: string;
beforeAll(async () => {
  clone = await cloneDatabase();
  orgId = (await createOrganization(clone.database, { name: 'Wake' })).orgId;
});
afterAll(() => clone.drop());

const things = { name: 'thing', about: () => [] } as unknown as Resource;
const head = async (): Promise<string> =>
  (await clone.database.rows(sql`select last_seq from org_head where org_id = ${orgId}`))[0]?.[0];
const entry = (database = clone.database) =>
  write(database, systemWriter(orgId, 'r'), async (tx) =>
    tx.changed(things, 'create', [{ id: 'x', document: {} }]),
  );

test('an entry that is there already is not waited for', async () => {
  expect(await waitForEntry(clone.database, orgId, '0', 0)).toBe(true);
});

test('an entry of this process wakes whoever waits for it', async () => {
  const seq = await head();
  const waits = Array.from({ length: 5 }, () => waitForEntry(clone.database, orgId, seq, 20_000));
  await entry();
  expect(await Promise.all(waits)).toEqual([true, true, true, true, true]);
});

test('an entry of another process is noticed', async () => {
  const waits = waitForEntry(clone.database, orgId, await head(), 20_000);
  await entry({ ...clone.database });
  expect(await waits).toBe(true);
});

test('entries of other organizations, and writes that change nothing, wake nobody', async () => {
  const other = (await createOrganization(clone.database, { name: 'Other' })).orgId;
  const waits = waitForEntry(clone.database, orgId, await head(), 700);
  await write(clone.database, systemWriter(other, 'r'), async (tx) =>
    tx.changed(things, 'create', [{ id: 'x', document: {} }]),
  );
  await write(clone.database, systemWriter(orgId, 'r'), async () => 'nothing');
  expect(await waits).toBe(false);
});

test('the wait ends with its signal', async () => {
  const controller = new AbortController();
  const waits = waitForEntry(clone.database, orgId, await head(), 60_000, controller.signal);
  controller.abort();
  expect(await waits).toBe(false);
});
