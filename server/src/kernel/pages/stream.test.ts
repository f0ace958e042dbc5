import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTES_TABLE, notesFeature } from '../../../test/notes-feature.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { sql } from '../database/database.ts';

// What every stream does with its window and its cursor; test/stream-property.ts has what happens under writes.
let server: TestApp;
let now = new Date('2026-11-21T09:00:00Z');
beforeAll(async () => {
  server = await startApp({
    features: [notesFeature],
    clock: { now: () => now },
    tampers: 'notes at chosen times',
  });
  await server.database.pool.query(NOTES_TABLE);
});
afterAll(() => server.stop());

/** Notes changed at these times of day, with ids that count up. */
async function orgWith(...times: string[]): Promise<TestOrg> {
  const org = await server.makeOrg();
  await server.database.rows(sql`
    insert into note (org_id, id, text, updated_at)
    select ${org.orgId}, ('018f0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n::text,
      ('2026-11-21 ' || at || '+00')::timestamptz
    from unnest(${times}::text[]) with ordinality as given (at, n)`);
  return org;
}

const START = '2026-11-21T08:00:00Z';
const read = (org: TestOrg, query: Record<string, string> = {}) =>
  org.get(`/notes/stream?${new URLSearchParams({ startTime: START, ...query })}`);
const texts = (reply: { body: { data: { text: string }[] } }) => reply.body.data.map((note) => note.text);

describe('the window', () => {
  test('200 has its start in it and its end not', async () => {
    const org = await orgWith('07:59:59.999999', '08:00', '08:30', '08:59:59.999999', '09:00');
    expect(texts(await read(org))).toEqual(['2', '3', '4', '5']);
    const closed = await read(org, { endTime: '2026-11-21T09:00:00Z' });
    expect(texts(closed)).toEqual(['2', '3', '4']);
    expect(closed.body.pagination).toEqual({ endCursor: '', hasNextPage: false });
  });
  test('200 may be empty, and with any offset', async () => {
    const org = await orgWith('08:00');
    expect(texts(await read(org, { endTime: START }))).toEqual([]);
    expect(texts(await read(org, { startTime: '2026-11-21T10:00:00+02:00' }))).toEqual(['1']);
    expect(texts(await read(org, { startTime: '9999-12-31T23:59:59.999Z' }))).toEqual([]);
    expect(texts(await read(org, { startTime: '0001-01-01T00:00:00Z' }))).toEqual(['1']);
  });
  test.each([
    [{ endTime: '2026-11-21T07:59:59.999Z' }, 'Invalid value for parameter endTime: it is before startTime.'],
    [
      { startTime: 'yesterday' },
      /^Invalid value for parameter startTime: "yesterday" is not an RFC 3339 time/,
    ],
    [
      { endTime: '2026-02-30T00:00:00Z' },
      /^Invalid value for parameter endTime: .* is not a time that exists/,
    ],
    [{ startTime: '10000-01-01T00:00:00Z' }, /^Invalid value for parameter startTime/],
    [{ startTime: '0001-01-01T00:00:00+01:00' }, /^Invalid value for parameter startTime/],
    [{ after: 'nonsense' }, /^invalid or expired pagination cursor$/],
  ])('400 %j', async (query, message) => {
    const reply = await read(server.org, query);
    expect(reply).toMatchObject({ status: 400, body: { message: expect.stringMatching(message) } });
  });
});

describe('the cursor', () => {
  test('200 goes on from the same place for ever, without an end', async () => {
    const org = await orgWith('08:00', '08:01');
    const first = await read(org);
    const { endCursor } = first.body.pagination;
    expect(first.body.pagination.hasNextPage).toBe(true);
    for (let n = 0; n < 2; n += 1) {
      const next = await read(org, { after: endCursor });
      expect(texts(next)).toEqual([]);
      expect(next.body.pagination).toEqual({ endCursor, hasNextPage: true });
    }
    await server.database.rows(sql`
      insert into note (org_id, id, text, updated_at)
      values (${org.orgId}, '018f0000-0000-7000-8000-000000000000', 'later', '2026-11-21 08:01:00.000001+00')`);
    expect(texts(await read(org, { after: endCursor }))).toEqual(['later']);
  });
  test('200 has a place before the first object', async () => {
    const org = await orgWith();
    const { endCursor } = (await read(org)).body.pagination;
    expect(endCursor).not.toBe('');
    expect((await read(org, { after: endCursor })).body.pagination).toEqual({ endCursor, hasNextPage: true });
  });
  test('200 pages through one moment by id, and through a page that is exactly full', async () => {
    const org = await orgWith(...Array.from({ length: 1024 }, () => '08:00:00.123456'));
    const seen: string[] = [];
    let after = '';
    const sizes: number[] = [];
    do {
      const reply = await read(org, { endTime: '2026-11-21T09:00:00Z', after });
      seen.push(...texts(reply));
      sizes.push(reply.body.data.length);
      after = reply.body.pagination.endCursor;
      expect(reply.body.pagination.hasNextPage).toBe(after !== '');
    } while (after);
    expect(sizes).toEqual([512, 512, 0]);
    expect(seen).toEqual(Array.from({ length: 1024 }, (_, n) => String(n + 1)));
  });
  test('200 takes the same moment and the same list written another way', async () => {
    const org = await orgWith('08:00', '08:01');
    const ids = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];
    const { endCursor } = (await read(org, { ids: ids.join(',') })).body.pagination;
    const again = { after: endCursor, startTime: '2026-11-21T09:00:00.000+01:00' };
    for (const list of [`${ids[1]},${ids[0]}`, `${ids[0]?.toUpperCase()},${ids[1]},${ids[1]}`])
      expect((await read(org, { ...again, ids: list })).status).toBe(200);
  });
  test('400 with other parameters, in another operation, or in another organization', async () => {
    const org = await orgWith('08:00');
    const { endCursor: after } = (await read(org)).body.pagination;
    const message = 'Parameters differ from previous paginated request.';
    for (const reply of [
      await read(org, { after, startTime: '2026-11-21T08:00:00.001Z' }),
      await read(org, { after, endTime: '2026-11-21T09:00:00Z' }),
      await read(org, { after, ids: '018f0000-0000-7000-8000-000000000001' }),
      await org.get(`/notes?after=${after}`),
      await read(server.org, { after }),
    ])
      expect(reply).toMatchObject({ status: 400, body: { message } });
  });
  test('400 after 30 days', async () => {
    const org = await orgWith('08:00');
    const { endCursor: after } = (await read(org)).body.pagination;
    const made = now;
    now = new Date(made.getTime() + 31 * 86_400_000);
    const reply = await read(org, { after });
    now = made;
    expect(reply).toMatchObject({ status: 400, body: { message: 'invalid or expired pagination cursor' } });
    expect((await read(org, { after })).status).toBe(200);
  });
});
