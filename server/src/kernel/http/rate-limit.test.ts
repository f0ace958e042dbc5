import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { NOTES_TABLE, notesFeature } from '../../../test/notes-feature.ts';
import {
  type Client,
  type Reply,
  type StartOptions,
  startApp,
  type TestApp,
} from '../../../test/start-app.ts';
import type { Database } from '../database/database.ts';

const servers: TestApp[] = [];
async function start(rateLimitFactor: number | undefined, more: StartOptions = {}): Promise<TestApp> {
  const server = await startApp({ features: [notesFeature], rateLimitFactor, poolSize: 12, ...more });
  await server.database.pool.query(NOTES_TABLE);
  servers.push(server);
  return server;
}
afterAll(() => Promise.all(servers.map((server) => server.stop())));

const burst = (from: Client, path: string, times: number): Promise<Reply[]> =>
  Promise.all(Array.from({ length: times }, () => from.get(path)));
const statuses = (replies: Reply[]): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

/** Time stands still but where a test lets it pass: a burst is within one window, however busy the machine is. */
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
const pass = (ms: number): void => void vi.setSystemTime(Date.now() + ms);
afterEach(() => pass(1000));

const SINCE = '/notes/stream?startTime=2026-01-01T00:00:00Z';

describe('as documented', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await start(1);
  });

  test('429 the eleventh request a second of an operation with ten', async () => {
    const replies = await burst(server.org, '/notes', 13);
    expect(statuses(replies)).toEqual({ 200: 10, 429: 3 });
    const refused = replies.find((reply) => reply.status === 429) as Reply;
    expect(refused.body).toEqual({
      message: 'Exceeded rate limit.',
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('x-ratelimit-limit')).toBe('10');
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Math.ceil((Date.now() + 1000) / 1000)));
    const left = replies
      .filter((reply) => reply.status === 200)
      .map((reply) => Number(reply.headers.get('x-ratelimit-remaining')));
    expect(left.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('200 again after Retry-After, as many as before, and not a moment earlier', async () => {
    await burst(server.org, '/notes', 11);
    pass(999);
    expect((await server.org.get('/notes')).status).toBe(429);
    pass(1);
    expect(statuses(await burst(server.org, '/notes', 12))).toEqual({ 200: 10, 429: 2 });
  });

  test('200 another operation, another token and another organization have their own', async () => {
    expect(statuses(await burst(server.org, '/notes', 11))).toMatchObject({ 429: 1 });
    expect((await server.org.get(SINCE)).status).toBe(200);
    expect((await (await server.org.withScopes(['Read Notes'])).get('/notes')).status).toBe(200);
    expect((await (await server.makeOrg()).get('/notes')).status).toBe(200);
  });

  test('401 a bad token uses up nobody’s limit', async () => {
    await burst(
      { ...server.org, get: (path) => server.org.get(path, { authorization: 'Bearer x' }) },
      '/notes',
      20,
    );
    expect(statuses(await burst(server.org, '/notes', 10))).toEqual({ 200: 10 });
  });
});

describe('a tenth of it', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await start(0.1);
  });

  test('429 the sixteenth request a second of a token', async () => {
    const replies = await burst(server.org, SINCE, 18);
    expect(statuses(replies)).toEqual({ 200: 15, 429: 3 });
    expect(replies.find((reply) => reply.status === 429)?.headers.get('x-ratelimit-limit')).toBe('15');
  });

  test('429 the twenty-first request a second of an organization, with any token', async () => {
    const colleague = await server.org.withScopes(['Read Notes']);
    const both = await Promise.all([burst(server.org, SINCE, 12), burst(colleague, SINCE, 12)]);
    expect(statuses(both.flat())).toEqual({ 200: 20, 429: 4 });
    expect((await (await server.makeOrg()).get(SINCE)).status).toBe(200);
  });

  test('200 once at least, however small the factor', async () => {
    const replies = await burst(server.org, '/notes', 2);
    expect(statuses(replies)).toEqual({ 200: 1, 429: 1 });
  });
});

test('200 however many when limits are off', async () => {
  const server = await start(undefined);
  const replies = await burst(server.org, '/notes', 220);
  expect(statuses(replies)).toEqual({ 200: 220 });
  expect(replies[0]?.headers.get('x-ratelimit-limit')).toBeNull();
});

describe('tokens that nobody has', () => {
  const as = (server: TestApp, token: string) =>
    fetch(`${server.url}/notes`, { headers: { authorization: `Bearer ${token}` } });

  test('429 after fifty of them from one address, while those that were good go on', async () => {
    const server = await start(1);
    await as(server, server.org.token);
    const other = await server.makeOrg();
    const guesses = await Promise.all(
      Array.from({ length: 60 }, (_, n) => as(server, `crewready_${String(n).padStart(40, 'x')}`)),
    );
    const refused = guesses.find(({ status }) => status === 429);
    expect(guesses.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(50);
    const again = await as(server, `crewready_${'y'.repeat(40)}`);
    expect(again.status).toBe(429);
    expect(Number((refused ?? again).headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await as(server, server.org.token)).status).toBe(200);
    expect((await as(server, other.token)).status).toBe(429);
  });
  test('429 for 2,000 of them by 40 clients, which cost at most 100 statements', async () => {
    let asked = 0;
    const wrap = (database: Database): Database => ({
      ...database,
      rows: (statement) => {
        if (statement.text.includes('from token')) asked += 1;
        return database.rows(statement);
      },
    });
    const server = await start(1, { wrap });
    const statuses = new Set<number>();
    const client = async (name: number): Promise<void> => {
      for (let n = 0; n < 50; n += 1) statuses.add((await as(server, `guess-${name}-${n}`)).status);
    };
    await Promise.all(Array.from({ length: 40 }, (_, name) => client(name)));
    expect(statuses).toEqual(new Set([401, 429]));
    expect(asked).toBeLessThanOrEqual(100);
  });
  test('429 by the address that a trusted proxy tells, and no other', async () => {
    for (const [trustedProxies, others] of [
      [['127.0.0.1'], 401],
      [undefined, 429],
    ] as const) {
      const server = await start(1, { trustedProxies: trustedProxies && [...trustedProxies] });
      const from = (address: string, token: string) =>
        fetch(`${server.url}/notes`, {
          headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': address },
        });
      for (let n = 0; n < 50; n += 1) await from('2001:db8:0:1::5', `guess-${n}`);
      // One customer has a whole network of addresses.
      for (const address of ['2001:db8:0:1::5', '2001:db8:0:1:9::7'])
        expect((await from(address, 'another')).status, address).toBe(429);
      for (const address of ['2001:db8:0:2::5', '198.51.100.7'])
        expect((await from(address, 'another')).status, address).toBe(others);
    }
  });
  test('401 for any number of them where limits are off', async () => {
    const server = await start(undefined);
    for (let n = 0; n < 60; n += 1) expect((await as(server, `guess-${n}`)).status).toBe(401);
  });
});
