import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOrganization } from '../../src/features/tokens/index.ts';
import { sql } from '../../src/kernel/database/database.ts';
import type { Resource } from '../../src/kernel/ledger/resource.ts';
import { verifyLedger } from '../../src/kernel/ledger/verify.ts';
import { write } from '../../src/kernel/ledger/write.ts';
import { Type } from '../../src/kernel/schema.ts';
import { cloneDatabase, type TestDatabase } from '../database.ts';

let clone: TestDatabase;
let orgId: string;
beforeAll(async () => {
  clone = await cloneDatabase();
});
afterAll(() => clone.drop());

/** Objects without a table. */
const thing: Resource = {
  name: 'thing',
  scope: '',
  id: 'text',
  document: Type.Object({}),
  about: () => [],
  read: async () => [],
  present: () => sql`select ''`,
};
const writeThings = (requestId: string, operation: string, things: { id: string; document: object }[]) =>
  write(clone.database, { orgId, tagIds: null, actor: 'user-1', requestId }, async (tx) =>
    tx.changed(thing, operation, things),
  );

/** An organization with ten writes of three documents each, after the one that made it. */
beforeEach(async () => {
  await clone.database.pool.query('truncate ledger_write, ledger_change, org_head, org cascade');
  orgId = (await createOrganization(clone.database, { name: 'Fleet' })).orgId;
  await createOrganization(clone.database, { name: 'Other' });
  for (let n = 0; n < 10; n += 1)
    // The chain orders by code unit, whatever order the database has.
    await writeThings(
      `r${n}`,
      'update',
      ['b', 'A', 'ä'].map((id) => ({ id, document: { n } })),
    );
});

const tamper = (text: string) => clone.database.pool.query(text, [orgId]);
const verdict = async () => (await verifyLedger(clone.database, [])).bad;

/** How many documents an organization begins with. */
async function begun(): Promise<number> {
  const [row] = await clone.database.rows(sql`
    select count(*)::int from ledger_change where org_id = ${orgId} and seq = 1`);
  return row?.[0];
}

test('a ledger as it was written verifies, with its counts', async () => {
  const report = await verifyLedger(clone.database, []);
  expect(report.bad).toBeUndefined();
  expect(report.organizations).toMatchObject([
    { orgId, writes: 11, changes: (await begun()) + 30 },
    { writes: 1, changes: await begun() },
  ]);
});

test('more rows than one page verify', async () => {
  for (let batch = 0; batch < 3; batch += 1)
    await writeThings(
      'big',
      'create',
      Array.from({ length: 900 }, (_, id) => ({ id: String(id), document: {} })),
    );
  const report = await verifyLedger(clone.database, []);
  expect(report.organizations[0]).toMatchObject({ writes: 14, changes: (await begun()) + 2730 });
});

const TAMPERED: [what: string, text: string, seq: string, problem: RegExp][] = [
  [
    'a changed document',
    `update ledger_change set document = '{"n":99}' where org_id = $1 and seq = 5 and id = 'b'`,
    '5',
    /the document of thing b was changed/,
  ],
  [
    'a removed document',
    `delete from ledger_change where org_id = $1 and seq = 6 and id = 'A'`,
    '6',
    /hash does not fit/,
  ],
  [
    'an added document',
    `insert into ledger_change values ($1, 6, 'thing', 'new', 'create', sha256('\\x007b7d'), '\\x00', '{}')`,
    '6',
    /hash does not fit/,
  ],
  [
    'a document without a write',
    `insert into ledger_change values ($1, 99, 'thing', 'new', 'create', sha256('\\x007b7d'), '\\x00', '{}')`,
    '99',
    /no ledger_write row/,
  ],
  ['a removed write', 'delete from ledger_write where org_id = $1 and seq = 4', '4', /row is missing/],
  ['a removed first write', 'delete from ledger_write where org_id = $1 and seq = 1', '1', /row is missing/],
  [
    'a removed last write',
    'delete from ledger_write where org_id = $1 and seq = 11',
    '11',
    /no ledger_write row/,
  ],
  [
    'a removed end',
    'with w as (delete from ledger_write where org_id = $1 and seq = 11) delete from ledger_change where org_id = $1 and seq = 11',
    '10',
    /org_head.last_seq is 11/,
  ],
  [
    'a changed actor',
    `update ledger_write set actor = 'user-2' where org_id = $1 and seq = 7`,
    '7',
    /hash does not fit.*by user-2/,
  ],
  [
    'a changed time',
    `update ledger_write set at = at + interval '1 microsecond' where org_id = $1 and seq = 7`,
    '7',
    /hash does not fit/,
  ],
  [
    'a changed request id',
    `update ledger_write set request_id = 'x' where org_id = $1 and seq = 7`,
    '7',
    /hash does not fit/,
  ],
  [
    'a changed hash',
    `update ledger_write set hash = 'x' where org_id = $1 and seq = 8`,
    '8',
    /hash does not fit/,
  ],
  [
    'a changed link',
    `update ledger_write set previous_hash = 'x' where org_id = $1 and seq = 8`,
    '8',
    /previous_hash is not the hash of seq 7/,
  ],
  ['a changed head', `update org_head set last_hash = 'x' where org_id = $1`, '11', /org_head.last_hash/],
  ['a removed head', 'delete from org_head where org_id = $1', '11', /no org_head row/],
];

test.each(TAMPERED)('%s is the first bad row', async (_what, text, seq, problem) => {
  await tamper(text);
  const bad = await verdict();
  expect(bad).toMatchObject({ orgId, seq });
  expect(bad?.problem).toMatch(problem);
});

test('the ledger of an organization that was removed is still walked', async () => {
  const client = await clone.database.pool.connect();
  // What refers to the organization stays, as after a removal by hand.
  await client.query('set session_replication_role = replica');
  await client.query('delete from org_head where org_id = $1', [orgId]);
  await client.query('delete from org where org_id = $1', [orgId]);
  client.release(true);
  expect(await verdict()).toMatchObject({
    orgId,
    seq: '11',
    problem: 'the organization has no org_head row.',
  });
});

describe('an entry that was kept elsewhere', () => {
  const last = async () => {
    const [row] = await clone.database.rows(
      sql`select last_seq, last_hash from org_head where org_id = ${orgId}`,
    );
    return { orgId, seq: BigInt(row?.[0]), hash: row?.[1] as string };
  };
  const against = async (...kept: { orgId: string; seq: bigint; hash: string }[]) =>
    (await verifyLedger(clone.database, [], undefined, kept)).bad;

  test('is found in a ledger that has it, and in one that went on', async () => {
    const kept = await last();
    expect(await against(kept)).toBeUndefined();
    await writeThings('more', 'create', [{ id: 'x', document: {} }]);
    expect(await against(kept, await last())).toBeUndefined();
  });
  test('is missed where the end was cut off and the head set back', async () => {
    const kept = await last();
    await tamper('delete from ledger_change where org_id = $1 and seq = 11');
    await tamper('delete from ledger_write where org_id = $1 and seq = 11');
    await tamper(`update org_head set (last_seq, last_hash) = (select seq, hash from ledger_write
      where ledger_write.org_id = $1 and seq = 10) where org_id = $1`);
    expect(await against()).toBeUndefined();
    expect(await against(kept)).toMatchObject({
      seq: '10',
      problem: expect.stringMatching(/seq 11 was kept/),
    });
  });
  test('is missed where the ledger was rewritten, or is gone as a whole', async () => {
    const kept = await last();
    expect(await against({ ...kept, hash: '0'.repeat(64) })).toMatchObject({
      seq: '11',
      problem: expect.stringMatching(/not the one that was kept/),
    });
    expect(await against({ ...kept, orgId: '1' })).toMatchObject({
      orgId: '1',
      problem: expect.stringMatching(/is not there/),
    });
  });
});
