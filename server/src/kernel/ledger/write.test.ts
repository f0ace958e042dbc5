import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { createOrganization } from '../../features/tokens/index.ts';
import { type Database, openDatabase, sql } from '../database.ts';
import { byResourceAndId, type Change, chainHash, type Writer, write } from './write.ts';

let clone: TestDatabase;
beforeAll(async () => {
  clone = await cloneDatabase(20);
  await clone.database.pool.query(
    'create table touched (org_id bigint, n bigserial, seq bigint, at timestamptz)',
  );
});
afterAll(() => clone.drop());

const makeOrg = async (): Promise<string> =>
  (await createOrganization(clone.database, { name: 'Ledger' })).orgId;

/** The same database as another process has it, which does not wait in this one's queue. */
const elsewhere = (): Database => ({ ...clone.database });

const writer = (orgId: string, requestId = 'r'): Writer => ({ orgId, actor: 'user-1', requestId });

const change = (id: string, document: unknown = { id }): Change => ({
  resource: 'thing',
  id,
  operation: 'create',
  document: JSON.stringify(document),
});

interface LedgerRow {
  seq: string;
  at: string;
  actor: string;
  requestId: string;
  previousHash: string;
  hash: string;
  changes: Change[];
}

/** The ledger of an organization as its rows have it. */
async function ledger(orgId: string): Promise<LedgerRow[]> {
  const writes = await clone.database.rows(sql`
    select seq, at, actor, request_id, previous_hash, hash from ledger_write where org_id = ${orgId} order by seq`);
  const changes = await clone.database.rows(sql`
    select seq, resource, id, operation, document from ledger_change where org_id = ${orgId}`);
  return writes.map(([seq, at, actor, requestId, previousHash, hash]) => ({
    seq,
    at,
    actor,
    requestId,
    previousHash,
    hash,
    changes: changes
      .filter((row) => row[0] === seq)
      .map(([, resource, id, operation, document]) => ({ resource, id, operation, document })),
  }));
}

/** Sequence without a gap, times that only go up, and a chain that recomputes to the head's hash. */
async function expectSound(orgId: string): Promise<LedgerRow[]> {
  const rows = await ledger(orgId);
  const [head] = await clone.database.rows(
    sql`select last_seq, last_at, last_hash from org_head where org_id = ${orgId}`,
  );
  let before = { seq: '0', at: '', hash: '' };
  for (const row of rows) {
    expect(row.seq).toBe(String(Number(before.seq) + 1));
    expect(row.at > before.at, `${row.at} after ${before.at}`).toBe(true);
    expect(row.previousHash).toBe(before.hash);
    expect(row.changes.length).toBeGreaterThan(0);
    const changes = [...row.changes].sort(byResourceAndId);
    expect(chainHash(orgId, { ...row, changes }, row)).toBe(row.hash);
    before = row;
  }
  expect(head).toEqual([before.seq, before.at, before.hash]);
  return rows;
}

test('many writers on several organizations: order of commit is order of seq and of time', async () => {
  const orgs = await Promise.all(Array.from({ length: 3 }, makeOrg));
  const act = fc.record({
    org: fc.nat(2),
    changes: fc.nat(4),
    hold: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 100 })),
    end: fc.constantFrom('commit', 'commit', 'commit', 'throw', 'fail', 'dry'),
  });
  const run = fc.array(fc.array(act, { maxLength: 6 }), { minLength: 2, maxLength: 12 });
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(run, async (writers) => {
      const expected = new Map<string, Set<string>>(orgs.map((org) => [org, new Set()]));
      const before = new Map(
        await Promise.all(orgs.map(async (org) => [org, (await ledger(org)).length] as const)),
      );
      // Reads the ledger all along: whatever it has seen must be a beginning of what there is at the end.
      const state = { writing: true };
      const watch = (async () => {
        const seen: string[][] = orgs.map(() => []);
        while (state.writing) {
          for (const [n, org] of orgs.entries()) {
            const rows = await clone.database.rows(
              sql`select seq || ' ' || at from ledger_write where org_id = ${org} order by seq`,
            );
            const now = rows.map((row) => row[0] as string);
            expect(now.slice(0, seen[n]?.length)).toEqual(seen[n]);
            seen[n] = now;
          }
          await sleep(5);
        }
      })();

      const work = async (acts: (typeof writers)[number]): Promise<void> => {
        for (const { org, changes, hold, end } of acts) {
          const orgId = orgs[org] as string;
          const requestId = `r${requests++}`;
          const caller = { ...writer(orgId, requestId), dryRun: end === 'dry' };
          const done = write(elsewhere(), caller, async (tx, stamp) => {
            await tx.rows(
              sql`insert into touched (org_id, seq, at) values (${orgId}, ${stamp.seq}, ${stamp.at})`,
            );
            // In any order: the ledger sorts them.
            for (let n = changes; n > 0; n -= 1)
              stamp.record(change(`${requestId}-${n}`, { n, text: 'ä\u2028"' }));
            if (hold) await sleep(hold);
            if (end === 'throw') throw new Error('on purpose');
            if (end === 'fail') await tx.rows(sql`select 1 / 0`);
            return requestId;
          });
          if (end === 'throw' || end === 'fail') await expect(done).rejects.toThrow();
          else expect(await done).toBe(requestId);
          if (end === 'commit' && changes > 0) expected.get(orgId)?.add(requestId);
        }
      };
      await Promise.all(writers.map(work)).finally(() => {
        state.writing = false;
      });
      await watch;

      for (const org of orgs) {
        const rows = (await expectSound(org)).slice(before.get(org));
        expect(new Set(rows.map((row) => row.requestId))).toEqual(expected.get(org));
      }
      // What the work itself wrote is there exactly when its ledger entry is, with the same stamp.
      const strays = await clone.database.rows(sql`
        select touched.seq, ledger.seq from touched full join
          (select * from ledger_write where actor = 'user-1') ledger using (org_id, seq, at)
        where touched.seq is null or ledger.seq is null`);
      expect(strays).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('commits come in the order of seq', async () => {
  const orgId = await makeOrg();
  const committed: number[] = [];
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      await sleep(Math.random() * 20);
      const seq = await write(elsewhere(), writer(orgId), async (_tx, stamp) => {
        stamp.record(change('x'));
        await sleep(Math.random() * 10);
        return Number(stamp.seq);
      });
      committed.push(seq);
    }),
  );
  expect(committed).toEqual([...committed].sort((a, b) => a - b));
});

test('the time of a write is taken once the organization is its own, not while it waits', async () => {
  const orgId = await makeOrg();
  const reader = await clone.database.pool.connect();
  try {
    await reader.query('begin');
    await reader.query('select 1 from org_head where org_id = $1 for share', [orgId]);
    const waiting = write(clone.database, writer(orgId), async (_tx, stamp) => {
      stamp.record(change('x'));
      return stamp.at;
    });
    await sleep(50);
    const { rows } = await reader.query<{ at: string }>('select clock_timestamp() as at');
    await reader.query('commit');
    expect((await waiting) > (rows[0]?.at as string)).toBe(true);
  } finally {
    reader.release();
  }
});

test('writes that wait for each other leave the connections to the others', async () => {
  const database = openDatabase(clone.connection, 2);
  const [busy, quiet] = [await makeOrg(), await makeOrg()];
  const order: number[] = [];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const writes = Array.from({ length: 5 }, (_, n) =>
    write(database, writer(busy), async (_tx, stamp) => {
      if (n === 0) await held;
      order.push(n);
      stamp.record(change(`waited-${n}`));
      if (n === 1) throw new Error('on purpose');
    }),
  );
  const ends = Promise.allSettled(writes);
  await write(database, writer(quiet), async (_tx, stamp) => stamp.record(change('other')));
  await database.rows(sql`select 1`);
  expect(order).toEqual([]);
  release();
  expect((await ends).map((end) => end.status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(order).toEqual([0, 1, 2, 3, 4]);
  await expectSound(busy);
  await database.close();
});

test('time goes up even when the clock goes back', async () => {
  const orgId = await makeOrg();
  await clone.database.rows(
    sql`update org_head set last_at = '2099-01-01 00:00:00.000009+00' where org_id = ${orgId}`,
  );
  const at = await write(clone.database, writer(orgId), async (_tx, stamp) => {
    stamp.record(change('x'));
    return stamp.at;
  });
  expect(at).toBe('2099-01-01 00:00:00.00001+00');
});

test('a work that records nothing leaves no trace and takes no number', async () => {
  const orgId = await makeOrg();
  const before = await ledger(orgId);
  const answer = await write(clone.database, writer(orgId), async (tx) => {
    await tx.rows(sql`insert into touched (org_id) values (${orgId})`);
    return 'answer';
  });
  expect(answer).toBe('answer');
  expect(await ledger(orgId)).toEqual(before);
  expect(await clone.database.rows(sql`select 1 from touched where org_id = ${orgId}`)).toEqual([]);
});

test('an unknown organization is a defect, not a new one', async () => {
  await expect(write(clone.database, writer('1'), async () => 'x')).rejects.toThrow('has no head row');
});

test('a statement that fails and is swallowed fails the write', async () => {
  const orgId = await makeOrg();
  const done = write(clone.database, { ...writer(orgId) }, async (tx, stamp) => {
    stamp.record(change('x'));
    await tx.rows(sql`select 1 / 0`).catch(() => {});
  });
  await expect(done).rejects.toThrow();
});

test('the hash covers every fact of a write', () => {
  const entry = { seq: '1', at: 't', previousHash: 'p', changes: [change('a'), change('b')] };
  const by = { actor: 'user-1', requestId: 'r' };
  const hash = chainHash('1', entry, by);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(chainHash('1', structuredClone(entry), { ...by })).toBe(hash);
  const others = [
    chainHash('2', entry, by),
    chainHash('1', { ...entry, seq: '2' }, by),
    chainHash('1', { ...entry, at: 'u' }, by),
    chainHash('1', { ...entry, previousHash: '' }, by),
    chainHash('1', entry, { ...by, actor: 'user-2' }),
    chainHash('1', entry, { ...by, requestId: 's' }),
    chainHash('1', { ...entry, changes: [] }, by),
    chainHash('1', { ...entry, changes: [change('b'), change('a')] }, by),
    chainHash('1', { ...entry, changes: [change('a')] }, by),
    chainHash('1', { ...entry, changes: [change('a'), { ...change('b'), operation: 'delete' }] }, by),
    chainHash('1', { ...entry, changes: [change('a'), { ...change('b'), resource: 'other' }] }, by),
    chainHash('1', { ...entry, changes: [change('a'), { ...change('b'), document: '{}' }] }, by),
  ];
  expect(new Set([hash, ...others]).size).toBe(others.length + 1);
});

test('two lists of changes never hash alike', () => {
  const anyChange: fc.Arbitrary<Change> = fc.record({
    resource: fc.string(),
    id: fc.string(),
    operation: fc.constantFrom('create', 'update', 'delete'),
    document: fc.json(),
  });
  const anyChanges = fc.array(anyChange, { maxLength: 3 });
  const by = { actor: 'a', requestId: 'r' };
  const hashOf = (changes: Change[]) => chainHash('1', { seq: '1', at: 't', previousHash: '', changes }, by);
  fc.assert(
    fc.property(anyChanges, anyChanges, (one, other) => {
      expect(hashOf(one) === hashOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test('changes sort by code unit, as no database collation does', () => {
  const ids = ['b', 'B', 'a', 'ä', '_', '10', '9', ''];
  const sorted = ids.map((id) => change(id)).sort(byResourceAndId);
  expect(sorted.map((entry) => entry.id)).toEqual(['', '10', '9', 'B', '_', 'a', 'b', 'ä']);
});
