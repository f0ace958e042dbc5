import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTES_TABLE, notesFeature } from '../../../test/notes-feature.ts';
import { client, type Reply, startApp, type TestApp } from '../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp({ features: [notesFeature] });
  await server.database.pool.query(NOTES_TABLE);
});
afterAll(() => server.stop());

const since = 'startTime=2026-01-01T00:00:00Z';
const get = (path: string, headers?: Record<string, string>) => server.org.get(path, headers);
const post = (body: unknown, headers?: Record<string, string>) =>
  server.org.send('POST', '/notes', body, headers);

/** Every error is `{message, requestId}` as JSON, and nothing of the inside shows. */
function expectError(reply: Reply, status: number, message: string | RegExp): void {
  expect(reply.body, reply.text).toEqual({
    message: expect.stringMatching(message),
    requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  expect(reply.status).toBe(status);
  expect(reply.headers.get('x-request-id')).toBe(reply.body.requestId);
  expect(reply.text).not.toMatch(/node_modules|\.ts:|at async/);
}

describe('the body', () => {
  test('400 not JSON', async () => expectError(await post('{"text":'), 400, /^The body is not valid JSON/));
  test.each([
    ['null', 'null', /^Invalid value for parameter body: it must be an object/],
    ['an array', '[]', /^Invalid value for parameter body: it must be an object/],
    ['a string', '"x"', /^Invalid value for parameter body: it must be an object/],
    ['no text', '', /^The JSON body is missing/],
    ['a missing field', '{}', /^text is missing$/],
    ['a number for text', '{"text":5}', /^Invalid value for parameter text: it must be a string/],
    [
      'text for a number',
      '{"text":"x","due":"5"}',
      /^Invalid value for parameter due: it must be an integer/,
    ],
    ['an unknown field', '{"text":"x","txet":"y"}', /^Unknown field txet/],
    ['an empty text', '{"text":""}', /^Invalid value for parameter text: it is empty/],
    ['a NUL', '{"text":"a\\u0000b"}', /^Invalid value for parameter text: it contains a NUL byte/],
    ['a NUL in a name', '{"te\\u0000xt":"a"}', /field name.*NUL byte/],
    [
      'half a surrogate pair',
      '{"text":"\\ud83d"}',
      /^Invalid value for parameter text: it is not valid Unicode/,
    ],
    ['__proto__', '{"text":"x","__proto__":{"due":1}}', /"__proto__" is not allowed/],
    ['__proto__ inside', '{"text":"x","due":{"__proto__":1}}', /"__proto__" is not allowed/],
  ])('400 %s', async (_what, text, message) => expectError(await post(text), 400, message));
  test.each([65, 1000, 5000, 50_000, 500_000])('400 nested %d levels deep', async (depth) => {
    expectError(
      await post(`{"text":${'['.repeat(depth)}${']'.repeat(depth)}}`),
      400,
      /nested deeper than 64/,
    );
  });
  test('400 none where one is needed', async () =>
    expectError(await post(undefined), 400, /^The JSON body is missing/));
  test('201 with a charset', async () => {
    expect((await post({ text: 'ä' }, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(
      201,
    );
  });
  test('201 keeps a whole surrogate pair', async () => {
    expect((await post({ text: 'a 🚚 b' })).body.data.text).toBe('a 🚚 b');
  });
  test('413 over 1 MiB', async () => {
    const text = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });
    expectError(await post(text), 413, /larger than 1048576 bytes/);
    expectError(await post(text, { 'content-type': 'text/plain' }), 413, /larger than 1048576 bytes/);
  });
  test('400 just below 1 MiB', async () => {
    const text = JSON.stringify({ text: 'x'.repeat(1024 * 1024 - 11) });
    expect(Buffer.byteLength(text)).toBe(1024 * 1024);
    expectError(await post(text), 400, /longer than 1000 characters/);
  });
});

describe('the query', () => {
  test('400 missing parameter', async () =>
    expectError(await get('/notes/stream'), 400, /^startTime is missing$/));
  test('400 empty parameter', async () => {
    expectError(await get('/notes/stream?startTime='), 400, /parameter startTime/);
  });
  test('400 a scalar given twice', async () => {
    const reply = await get(`/notes/stream?${since}&${since}`);
    expectError(reply, 400, /^Invalid value for parameter startTime: it must be a string/);
    expectError(await get(`/notes/stream?${since}&after=a&after=b`), 400, /parameter after/);
    expectError(
      await server.org.send('POST', '/notes?dryRun=true&dryRun=true', { text: 'x' }),
      400,
      /dryRun/,
    );
  });
  test.each([
    ['limit=0', /parameter limit: it must be >= 1/],
    ['limit=513', /parameter limit: it must be <= 512/],
    ['limit=5.5', /parameter limit: it must be an integer/],
    ['limit=', /parameter limit: it must be an integer/],
    ['limit=1&limit=2', /parameter limit: it must be an integer/],
    ['after=x', /^invalid or expired pagination cursor$/],
    ['after=%00', /parameter after: it contains a NUL byte/],
  ])('400 %s', async (query, message) => expectError(await get(`/notes?${query}`), 400, message));
  test('400 a NUL byte in a list', async () => {
    expectError(await get(`/notes/stream?${since}&ids=a%00b`), 400, /parameter ids: it contains a NUL byte/);
  });
  test('400 malformed percent encoding', async () => {
    for (const text of ['%', '%zz', '%C0%80', '%E0%A4%A', '%FF'])
      expectError(await get(`/notes/stream?${since}&ids=${text}`), 400, /parameter ids/);
  });
  test('200 what is not a parameter is ignored', async () => {
    for (const query of [
      'x=1',
      '__proto__=1',
      'constructor=1',
      '%00=1',
      '%zz',
      '=',
      '&&',
      '?',
      'toString[]=1',
    ])
      expect((await get(`/notes?${query}`)).status, query).toBe(200);
  });
  test('400 101 values of a list of 100', async () => {
    const ids = Array.from({ length: 101 }, () => 'a');
    expectError(
      await get(`/notes/stream?${since}&ids=${ids}`),
      400,
      /parameter ids: it has more than 100 values/,
    );
  });
  test('414 2,001 values, with commas or repeated', async () => {
    const ids = Array.from(
      { length: 2001 },
      (_, n) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    );
    expectError(await get(`/notes/stream?${since}&ids=${ids}`), 414, /ids has more than 2000 values/);
    expectError(
      await get(`/notes/stream?${since}&ids=${ids.join('&ids=')}`),
      414,
      /ids has more than 2000 values/,
    );
  });
  test('431 a URL longer than 128 KiB', async () => {
    const reply = await get(`/notes?x=${'y'.repeat(130 * 1024)}`);
    expect(reply.status).toBe(431);
    expect(reply.body).toEqual({ message: expect.stringMatching(/128 KiB/), requestId: expect.any(String) });
  });
});

describe('the path', () => {
  test('404 unknown', async () => {
    for (const path of [
      '/nothing',
      '/notes/stream/x',
      '//notes',
      '/docs/../nothing',
      '/%2e%2e/x',
      '/notes%2Fstream',
    ])
      expectError(await get(path), 404, /^404 page not found$/);
  });
  test('404 unknown without a token', async () => {
    expectError(await client(server.url, '').get('/nothing'), 404, /^404 page not found$/);
  });
  test('400 malformed percent encoding', async () => {
    for (const path of ['/notes/%', '/notes/%zz', '/notes/%FF'])
      expectError(await server.org.send('DELETE', path), 400, /./);
  });
  test('400 a NUL byte', async () => {
    expectError(await server.org.send('DELETE', '/notes/a:%00'), 400, /parameter id: it contains a NUL byte/);
  });
  test('414 a part longer than 500 characters', async () => {
    expectError(
      await server.org.send('DELETE', `/notes/${'x'.repeat(501)}`),
      414,
      /^A part of the path is longer than 500 characters: it has \d+\.$/,
    );
  });
  test('200 with a slash at the end', async () => expect((await get('/notes/')).status).toBe(200));
  test.each(['PUT', 'OPTIONS', 'DELETE'])('405 %s names what is allowed', async (method) => {
    const reply = await server.org.send(method, '/notes?x=1');
    expectError(reply, 405, `^${method} not allowed on /notes.$`);
    expect(reply.headers.get('allow')).toBe('GET, HEAD, POST, PATCH');
  });
  test('405 HEAD where there is no GET, without a body', async () => {
    const path = '/notes/018f0000-0000-7000-8000-000000000000';
    expect(await server.org.send('HEAD', path)).toMatchObject({ status: 405, text: '' });
  });
  test('405 without a token', async () => {
    expectError(await client(server.url, '').send('PUT', '/notes'), 405, /^PUT not allowed/);
  });
  test('404 unknown, whatever the method', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])
      expectError(await server.org.send(method, '/nothing'), 404, /^404 page not found$/);
    expectError(await server.org.send('PROPFIND', '/notes'), 404, /^404 page not found$/);
  });
  test('200 HEAD on the health routes', async () => {
    for (const path of ['/healthz', '/readyz'])
      expect(await client(server.url, '').send('HEAD', path)).toMatchObject({ status: 200, text: '' });
  });
});

describe('the token', () => {
  test.each([
    ['none', ''],
    ['no scheme', 'TOKEN'],
    ['another scheme', 'Basic TOKEN'],
    ['only a scheme', 'Bearer'],
    ['a blank token', 'Bearer  '],
    ['two tokens', 'Bearer TOKEN TOKEN'],
    ['a comma', 'Bearer TOKEN,TOKEN'],
    ['an unknown one', `Bearer crewready_${'a'.repeat(40)}`],
    ['another case', 'Bearer token'],
    ['a very long one', `Bearer ${'a'.repeat(5000)}`],
    ['letters beyond ASCII', 'Bearer é'],
  ])('401 %s', async (_what, header) => {
    const authorization = header
      .replaceAll('TOKEN', server.org.token)
      .replace('token', server.org.token.toLowerCase());
    expectError(await get('/notes', { authorization }), 401, /^Invalid token\.$/);
  });
  test('200 whatever the case of the scheme', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER', 'Bearer '])
      expect((await get('/notes', { authorization: `${scheme} ${server.org.token}` })).status).toBe(200);
  });
  test('401 comes before what is wrong with the request', async () => {
    expectError(await client(server.url, 'x').send('POST', '/notes', '{'), 401, /^Invalid token\.$/);
  });
  test('403 names the scope, before what is wrong with the request', async () => {
    const reader = await server.org.withScopes(['Read Notes']);
    expectError(await reader.send('POST', '/notes', '{'), 403, /"Write Notes"/);
    expect((await reader.get('/notes')).status).toBe(200);
  });
  test('200 Read-only reads and does not write', async () => {
    const reader = await server.org.withScopes(['Read-only']);
    expect((await reader.get('/notes')).status).toBe(200);
    expectError(await reader.send('POST', '/notes', { text: 'x' }), 403, /"Write Notes"/);
  });
});

describe('the service', () => {
  const anyone = () => client(server.url, '');
  test('200 /openapi.json describes the routes', async () => {
    const { body } = await anyone().get('/openapi.json');
    expect(Object.keys(body.paths)).toEqual(['/notes/stream', '/notes', '/notes/{id}']);
    expect(body.components.schemas.Error.required).toEqual(['message', 'requestId']);
  });
  test('200 /docs is a page', async () => {
    const reply = await anyone().get('/docs/');
    expect(reply.headers.get('content-type')).toMatch(/^text\/html/);
    expect(reply.text).toContain('/openapi.json');
  });
  test('200 /metrics counts requests by route and status, never by what callers make up', async () => {
    await get('/notes');
    await get('/nothing-that-exists');
    const { text } = await anyone().get('/metrics');
    expect(text).toMatch(/crewready_http_request_duration_seconds_count\{method="GET",route="\/notes"\} \d/);
    expect(text).toContain('crewready_database_connections{state="open"}');
    expect(text).not.toContain('nothing-that-exists');
  });
  test('no reply says which server this is, and all have their request’s id', async () => {
    for (const path of ['/notes', '/nothing', '/healthz', '/docs/']) {
      const { headers } = await get(path);
      expect(headers.get('x-request-id'), path).toMatch(/^[0-9a-f]{32}$/);
      expect(headers.get('x-powered-by') ?? headers.get('server'), path).toBeNull();
    }
  });
});

test('400 what is no HTTP', async () => {
  const { hostname, port } = new URL(server.url);
  const text = await new Promise<string>((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write('nonsense\r\n\r\n'));
    socket.on('data', (part) => {
      received += part;
    });
    socket.on('close', () => resolve(received)).on('error', reject);
  });
  expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(JSON.parse(text.split('\r\n\r\n')[1] as string)).toEqual({
    message: 'This is not an HTTP request.',
    requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
});
