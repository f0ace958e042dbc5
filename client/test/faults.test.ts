import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApp, type TestApp, type TestOrg } from '../../server/test/start-app.ts';
import {
  Crewready,
  NetworkError,
  RateLimitError,
  type RequestEvent,
  TimeoutError,
  UnavailableError,
} from '../src/index.ts';
import { type Fault, type Faulty, faulty } from './faulty.ts';

let server: TestApp;
let proxy: Faulty;
let org: TestOrg;
let crew: Crewready;
beforeAll(async () => {
  server = await startApp();
  proxy = await faulty(server.url);
});
afterAll(async () => {
  await proxy.stop();
  await server.stop();
});
beforeEach(async () => {
  org = await server.makeOrg();
  proxy.faults.length = 0;
  proxy.seen.length = 0;
  crew = new Crewready({ url: proxy.url, token: org.token, pause: 20 });
});

const names = async (): Promise<string[]> =>
  (await new Crewready({ url: server.url, token: org.token }).tags.list().toArray(1_000)).map(
    ({ name }) => name,
  );

const FAULTS: [string, Fault][] = [
  ['408', { status: 408 }],
  ['429', { status: 429, headers: { 'retry-after': '0' } }],
  ['502', { status: 502 }],
  ['503', { status: 503, headers: { 'retry-after': '0' } }],
  ['504', { status: 504 }],
  ['a connection that ends before the request is passed on', 'before'],
  ['an answer that is lost', 'answer'],
  ['an answer that is cut in half', 'half'],
  ['an answer that does not come in time', 'late'],
];

describe.each(FAULTS)('%s', (_name, fault) => {
  test('a write is done once, with one key, and answered', async () => {
    proxy.faults.push(fault);
    const tag = await crew.tags.create({ name: 'Reno' }, { timeout: 1_500 });
    expect(tag).toMatchObject({ id: expect.any(String), name: 'Reno' });
    expect(await names()).toEqual(['Reno']);
    const keys = new Set(proxy.seen.map(({ key }) => key));
    expect([proxy.seen.length, keys.size, [...keys][0]?.length]).toEqual([2, 1, 36]);
  });

  test('a read is asked for again, without a key', async () => {
    await org.send('POST', '/tags', { name: 'Reno' });
    proxy.faults.push(fault);
    const { data } = await crew.tags.list({}, { timeout: 1_500 });
    expect(data).toMatchObject([{ name: 'Reno' }]);
    expect(proxy.seen.map(({ key }) => key)).toEqual([undefined, undefined]);
  });
});

test('no write is done twice, whatever happens to it', async () => {
  const kinds = FAULTS.map(([, fault]) => fault).filter((fault) => fault !== 'late');
  // Every second request fails, in an order that is the same each time.
  for (let n = 0; n < 60; n += 1)
    proxy.faults.push(n % 2 === 1 ? 'pass' : (kinds[(n * 5) % kinds.length] as Fault));
  const wanted = Array.from({ length: 16 }, (_, n) => `Tag ${n}`);
  const made = await Promise.all(wanted.map((name) => crew.tags.create({ name }, { retries: 30 })));
  expect(made.map(({ name }) => name)).toEqual(wanted);
  expect((await names()).sort()).toEqual([...wanted].sort());
  expect(proxy.seen.length).toBeGreaterThan(30);
});

test('what a failed write leaves open is found out with its key', async () => {
  proxy.faults.push('answer');
  const input = { name: 'Reno' };
  const error = await crew.tags.create(input, { retries: 0 }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(NetworkError);
  const { idempotencyKey } = error as NetworkError;
  const tag = await crew.tags.create(input, { idempotencyKey });
  expect(tag.name).toBe('Reno');
  expect(await names()).toEqual(['Reno']);
});

test.each([400, 401, 403, 404, 409, 413, 422, 500, 501])('%i is not sent again', async (status) => {
  proxy.faults.push({ status });
  await expect(crew.tags.create({ name: 'Reno' })).rejects.toMatchObject({ status });
  expect(proxy.seen.length).toBe(1);
  expect(await names()).toEqual([]);
});

test('the last error is thrown when the tries are over, with what the server said', async () => {
  for (let n = 0; n < 3; n += 1) proxy.faults.push({ status: 429, headers: { 'retry-after': '0' } });
  const error = await crew.tags.create({ name: 'Reno' }, { retries: 2 }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({
    name: 'RateLimitError',
    message: 'On purpose.',
    status: 429,
    requestId: 'on-purpose',
    retryAfter: 0,
    idempotencyKey: proxy.seen[0]?.key,
  });
  expect(proxy.seen.length).toBe(3);
});

test('Retry-After is waited for, and left to the caller when it is longer than a minute', async () => {
  proxy.faults.push({ status: 503, headers: { 'retry-after': '1' } });
  await crew.tags.list();
  const [first, second] = proxy.seen;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
  const soon = new Date(Date.now() + 3_600_000).toUTCString();
  for (const after of ['61', soon]) {
    proxy.faults.push({ status: 503, headers: { 'retry-after': after } });
    const error = await crew.tags
      .list()
      .raw()
      .catch((error: unknown) => error);
    expect(error).toBeInstanceOf(UnavailableError);
    expect((error as UnavailableError).retryAfter).toBeGreaterThan(60);
  }
  expect(proxy.seen.length).toBe(4);
});

test('a pause without Retry-After grows', async () => {
  for (let n = 0; n < 3; n += 1) proxy.faults.push('before');
  await crew.with({ pause: 200 }).tags.list();
  const gaps = proxy.seen.slice(1).map(({ at }, n) => at - (proxy.seen[n]?.at ?? 0));
  expect(gaps.map((gap, n) => gap >= 100 * 2 ** n && gap < 200 * 2 ** n + 400)).toEqual([true, true, true]);
});

test('one signal ends a try, and the pause between two', async () => {
  for (const fault of ['late', { status: 503, headers: { 'retry-after': '30' } }] as const) {
    proxy.faults.push(fault);
    const aborter = new AbortController();
    const began = performance.now();
    const call = crew.tags.create({ name: 'Reno' }, { signal: aborter.signal });
    setTimeout(() => aborter.abort(new Error('enough')), 300);
    await expect(call).rejects.toThrow('enough');
    expect(performance.now() - began).toBeLessThan(2_000);
  }
  expect(proxy.seen.length).toBe(2);
  await expect(crew.tags.list({}, { signal: AbortSignal.abort(new Error('never')) })).rejects.toThrow(
    'never',
  );
  expect(proxy.seen.length).toBe(2);
});

test('a try that takes too long is a TimeoutError', async () => {
  proxy.faults.push('late');
  const error = await crew.tags
    .list({}, { timeout: 200, retries: 0 })
    .raw()
    .catch((error: unknown) => error);
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ message: 'No answer within 200 ms.' });
});

test('a list goes on where a page failed, and no object comes twice', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await org.send('POST', '/tags', { name });
  proxy.faults.push('pass', 'half', 'pass', 'answer', { status: 502 });
  const seen: string[] = [];
  for await (const { name } of crew.tags.list({ limit: 1 })) seen.push(name);
  expect(seen).toEqual(['a', 'b', 'c', 'd']);
});

test('on hears of every try', async () => {
  const events: RequestEvent[] = [];
  const stop = crew.on('request', (event) => events.push(event));
  proxy.faults.push({ status: 503, headers: { 'retry-after': '0' } }, 'before');
  await crew.tags.create({ name: 'Reno' });
  stop();
  await crew.tags.list();
  expect(events.map(({ method, path, attempt, status }) => [method, path, attempt, status])).toEqual([
    ['POST', '/tags', 1, 503],
    ['POST', '/tags', 2, undefined],
    ['POST', '/tags', 3, 200],
  ]);
  expect(new Set(events.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(events.map(({ ms }) => ms >= 0)).toEqual([true, true, true]);
  expect(events[1]?.error).toBeInstanceOf(NetworkError);
});
