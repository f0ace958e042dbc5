import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { createOrganization } from '../../features/tokens/index.ts';
import type { Writer } from '../auth.ts';
import { type Database, openDatabase, type Queryable, sql } from '../database/database.ts';
import { byResourceAndId, chainHash, digestOf, type Link, newSalts, saltOf } from './chain.ts';
import type { Changed, Resource, Tx } from './resource.ts';
import { write } from './write.ts';

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

const writer = (orgId: string, requestId = 'r'): Writer => ({
  orgId,
  tagIds: null,
  actor: 'user-1',
  requestId,
});

/** A resource without tables: its documents come with the changes. */
const things = { name: 'thing', about: () => [] } as unknown as Resource;

const thing = (id: string, document: unknown = { id }): Changed => ({ id, document });

const link = (id: string): Link => ({ resource: 'thing', id, operation: 'create', digest: 'd' });

interface LedgerRow {
  seq: string;
  at: string;
  actor: string;
  requestId: string;
  previousHash: string;
  hash: string;
  links: Link[];
}

/** The ledger of an organization as its rows have it. */
async function ledger(orgId: string): Promise<LedgerRow[]> {
  const writes = await clone.database.rows(sql`
    select seq, at, actor, request_id, previous_hash, hash from ledger_write where org_id = ${orgId} order by seq`);
  const changes = await clone.database.rows(sql`
    select seq, resource, id, operation, encode(digest, 'hex'), salt, document
    from ledger_change where org_id = ${orgId}`);
  for (const [, , , , digest, salt, document] of changes) expect(digestOf(salt, document)).toBe(digest);
  return writes.map(([seq, at, actor, requestId, previousHash, hash]) => ({
    seq,
    at,
    actor,
    requestId,
    previousHash,
    hash,
    links: changes
      .filter((row) => row[0] === seq)
      .map(([, resource, id, operation, digest]) => ({ resource, id, operation, digest })),
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
    expect(row.links.length).toBeGreaterThan(0);
    const links = [...row.links].sort(byResourceAndId);
    expect(chainHash(orgId, { ...row, links })).toBe(row.hash);
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
          const done = write(elsewhere(), caller, async (tx) => {
            await tx.rows(sql`insert into touched (org_id, seq, at) values (${orgId}, ${tx.seq}, ${tx.at})`);
            // In any order: the ledger sorts them.
            for (let n = changes; n > 0; n -= 1)
              tx.changed(things, 'create', [thing(`${requestId}-${n}`, { n, text: 'ä\u2028"' })]);
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
});

test('commits come in the order of seq', async () => {
  const orgId = await makeOrg();
  const committed: number[] = [];
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      await sleep(Math.random() * 20);
      const seq = await write(elsewhere(), writer(orgId), async (tx) => {
        tx.changed(things, 'create', [thing('x')]);
        await sleep(Math.random() * 10);
        return Number(tx.seq);
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
    const waiting = write(clone.database, writer(orgId), async (tx) => {
      tx.changed(things, 'create', [thing('x')]);
      return tx.at;
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
    write(database, writer(busy), async (tx) => {
      if (n === 0) await held;
      order.push(n);
      tx.changed(things, 'create', [thing(`waited-${n}`)]);
      if (n === 1) throw new Error('on purpose');
    }),
  );
  const ends = Promise.allSettled(writes);
  await write(database, writer(quiet), async (tx) => tx.changed(things, 'create', [thing('other')]));
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
  const at = await write(clone.database, writer(orgId), async (tx) => {
    tx.changed(things, 'create', [thing('x')]);
    return tx.at;
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
  const done = write(clone.database, { ...writer(orgId) }, async (tx) => {
    tx.changed(things, 'create', [thing('x')]);
    await tx.rows(sql`select 1 / 0`).catch(() => {});
  });
  await expect(done).rejects.toThrow();
});

test('the hash covers every fact of a write', () => {
  const entry = {
    seq: '1',
    at: 't',
    previousHash: 'p',
    actor: 'user-1',
    requestId: 'r',
    links: [link('a'), link('b')],
  };
  const hash = chainHash('1', entry);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(chainHash('1', structuredClone(entry))).toBe(hash);
  const others = [
    chainHash('2', entry),
    chainHash('1', { ...entry, seq: '2' }),
    chainHash('1', { ...entry, at: 'u' }),
    chainHash('1', { ...entry, previousHash: '' }),
    chainHash('1', { ...entry, actor: 'user-2' }),
    chainHash('1', { ...entry, requestId: 's' }),
    chainHash('1', { ...entry, links: [] }),
    chainHash('1', { ...entry, links: [link('b'), link('a')] }),
    chainHash('1', { ...entry, links: [link('a')] }),
    chainHash('1', { ...entry, links: [link('a'), { ...link('b'), operation: 'delete' }] }),
    chainHash('1', { ...entry, links: [link('a'), { ...link('b'), resource: 'other' }] }),
    chainHash('1', { ...entry, links: [link('a'), { ...link('b'), digest: 'e' }] }),
  ];
  expect(new Set([hash, ...others]).size).toBe(others.length + 1);
});

test('two lists of changes never hash alike', () => {
  const anyLink: fc.Arbitrary<Link> = fc.record({
    resource: fc.string(),
    id: fc.string(),
    operation: fc.constantFrom('create', 'update', 'delete'),
    digest: fc.string(),
  });
  const anyLinks = fc.array(anyLink, { maxLength: 3 });
  const hashOf = (links: Link[]) =>
    chainHash('1', { seq: '1', at: 't', previousHash: '', actor: 'a', requestId: 'r', links });
  fc.assert(
    fc.property(anyLinks, anyLinks, (one, other) => {
      expect(hashOf(one) === hashOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test('one document never has one digest twice', () => {
  const salts = newSalts(2);
  const [one, other] = [saltOf(salts, 0), saltOf(salts, 1)];
  expect([one.length, other.length]).toEqual([16, 16]);
  expect(digestOf(one, '{}')).not.toBe(digestOf(other, '{}'));
  expect(digestOf(one, '{}')).not.toBe(digestOf(one, '{ }'));
});

describe('the changes of one write', () => {
  const recorded = async (work: (tx: Tx) => Promise<unknown>) => {
    const orgId = await makeOrg();
    const before = (await ledger(orgId)).length;
    await write(clone.database, writer(orgId), work);
    const rows = await clone.database.rows(sql`
      select id, operation, document::text from ledger_change where org_id = ${orgId} and seq > ${before} order by id`);
    const about = await clone.database.rows(sql`
      select entity_id, id from ledger_about where org_id = ${orgId} and seq > ${before} order by entity_id, id`);
    return { rows, about };
  };

  test('have each object once, with its last document and what the write made of it', async () => {
    const { rows } = await recorded(async (tx) => {
      tx.changed(things, 'create', [thing('a', 1), thing('b', 1), thing('c', 1)]);
      tx.changed(things, 'update', [thing('a', 2), thing('d', 2)]);
      tx.changed(things, 'delete', [thing('b', 3)]);
    });
    expect(rows).toEqual([
      ['a', 'create', '2'],
      ['b', 'delete', '3'],
      ['c', 'create', '1'],
      ['d', 'update', '2'],
    ]);
  });

  test('that are told by id are read when the work is done, all of a kind at once', async () => {
    let reads = 0;
    const counted = {
      ...things,
      read: async (database: Queryable, orgId: string, ids: readonly string[]) => {
        reads += 1;
        const [row] = await database.rows(sql`select count(*)::int from touched where org_id = ${orgId}`);
        return ids.map((id) => ({ id, document: { touched: row?.[0] } }));
      },
    };
    const { rows } = await recorded(async (tx) => {
      tx.changed(counted, 'create', ['a']);
      tx.changed(counted, 'update', ['b']);
      await tx.rows(sql`insert into touched (org_id) values (${tx.orgId})`);
    });
    expect(rows.map(([, , document]) => document)).toEqual(['{"touched":1}', '{"touched":1}']);
    expect(reads).toBe(1);
  });

  test('concern whom their documents name, and whom the write names besides', async () => {
    const owned = { ...things, about: (document: unknown) => [(document as { owner: string }).owner] };
    const { about } = await recorded(async (tx) => {
      tx.changed(owned, 'create', [
        thing('a', { owner: '7' }),
        { ...thing('b', { owner: '8' }), about: ['7', '8'] },
      ]);
    });
    expect(about).toEqual([
      ['7', 'a'],
      ['7', 'b'],
      ['8', 'b'],
    ]);
  });

  test('cannot name an object that is not there', async () => {
    const orgId = await makeOrg();
    const empty = { ...things, read: async () => [] };
    const done = write(clone.database, writer(orgId), async (tx) => tx.changed(empty, 'update', ['x']));
    await expect(done).rejects.toThrow('the thing x that was changed is not there');
  });
});

test('changes sort by code unit, as no database collation does', () => {
  const ids = ['b', 'B', 'a', 'ä', '_', '10', '9', ''];
  const sorted = ids.map(link).sort(byResourceAndId);
  expect(sorted.map((entry) => entry.id)).toEqual(['', '10', '9', 'B', '_', 'a', 'b', 'ä']);
});
