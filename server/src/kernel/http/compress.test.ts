import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePeople } from '../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let tagId: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  const people = await makePeople(server, org, 50);
  tagId = (await org.send('POST', '/tags', { name: 'One', drivers: people.slice(0, 1) })).body.data.id;
});
afterAll(() => server.stop());

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** Asks without anything that reads the reply for us. */
const ask = (
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  token = org.token,
): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const sent = request(
      server.url + path,
      { method, headers: { authorization: `Bearer ${token}`, ...headers } },
      (reply) => {
        const pieces: Buffer[] = [];
        reply.on('data', (piece: Buffer) => pieces.push(piece));
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, bytes: Buffer.concat(pieces) }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('200 compressed by %s for whoever takes that', async (encoding, read) => {
  const plain = await ask('/subjects', {});
  const small = await ask('/subjects', { 'accept-encoding': encoding });
  expect(small.headers).toMatchObject({
    'content-encoding': encoding,
    vary: expect.stringMatching(/accept-encoding/i),
  });
  expect(read(small.bytes).equals(plain.bytes)).toBe(true);
  expect(small.bytes.length).toBeLessThan(plain.bytes.length / 5);
  const vendors = await ask('/fleet/drivers', { 'accept-encoding': encoding });
  expect(vendors.headers['content-encoding']).toBe(encoding);
});

test('200 as it is where nothing is said, or the reply is short', async () => {
  expect((await ask('/subjects', {})).headers).not.toHaveProperty('content-encoding');
  const short = await ask('/subjects?limit=1', { 'accept-encoding': 'br' });
  expect(short.headers).not.toHaveProperty('content-encoding');
  expect(JSON.parse(short.bytes.toString()).data).toHaveLength(1);
});

test('304 without a body for whoever has the reply, however it was compressed', async () => {
  const first = await ask('/subjects', { 'accept-encoding': 'br' });
  const etag = String(first.headers.etag);
  expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
  expect(first.headers['cache-control']).toBe('private, no-cache');
  for (const known of [etag, `"other", ${etag}`, '*']) {
    const again = await ask('/subjects', { 'if-none-match': known });
    expect([again.status, again.bytes.length, again.headers.etag], known).toEqual([304, 0, etag]);
  }
  expect((await ask('/subjects', { 'if-none-match': '"other"' })).status).toBe(200);
});

test('200 for what became different, and for another who sees less', async () => {
  const known = String((await ask('/subjects', {})).headers.etag);
  const limited = await org.withScopes(['Full Access'], [tagId]);
  const seen = await ask('/subjects', { 'if-none-match': known }, 'GET', limited.token);
  expect([seen.status, JSON.parse(seen.bytes.toString()).data.length]).toEqual([200, 1]);
  await org.send('PATCH', `/tags/${tagId}`, { name: 'Another' });
  expect((await ask('/subjects', { 'if-none-match': known })).status).toBe(200);
});

test('no ETag on errors, writes and other dialects', async () => {
  for (const [path, method] of [
    ['/subjects?limit=none', 'GET'],
    ['/ledger/verify', 'POST'],
    ['/fleet/drivers', 'GET'],
  ] as const)
    expect((await ask(path, {}, method)).headers, path).not.toHaveProperty('etag');
});
