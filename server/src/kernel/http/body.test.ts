import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTES_TABLE, notesFeature } from '../../../test/notes-feature.ts';
import { startApp, type TestApp } from '../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp({ features: [notesFeature] });
  await server.database.pool.query(NOTES_TABLE);
});
afterAll(() => server.stop());

/** Sends bytes, which fetch gives no Content-Type of its own. */
const post = async (body: string, type?: string, path = '/notes', more: Record<string, string> = {}) => {
  const response = await fetch(server.url + path, {
    method: 'POST',
    body: Buffer.from(body),
    headers: {
      authorization: `Bearer ${server.org.token}`,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...more,
    },
  });
  const reply = (await response.json()) as { message?: string; data?: { text: string } };
  return { status: response.status, body: reply };
};
const JSON_BODY = '{"text":"gr\u00fc\u00df"}';

describe('a JSON body', () => {
  test.each([
    undefined,
    '',
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=UTF-8',
    'text/plain',
    'text/plain;charset=UTF-8',
    'text/json',
    'application/merge-patch+json',
    'application/vnd.api+json',
    'application/octet-stream',
    'APPLICATION/JSON',
    '*/*',
    'json',
    'application/',
    'application/json, application/json',
  ])('201 called %j', async (type) => {
    const reply = await post(JSON_BODY, type);
    expect(reply).toMatchObject({ status: 201, body: { data: { text: 'gr\u00fc\u00df' } } });
  });

  test.each([
    ['{"text":', undefined, /^The body is not valid JSON: /],
    ['text=x', 'application/x-www-form-urlencoded', /^The body is not valid JSON: .*called a form\.$/],
    ['text', 'text/plain', /^The body is not valid JSON: /],
    ['', 'text/plain', /^The JSON body is missing\.$/],
    ['', undefined, /^The JSON body is missing\.$/],
    ['[]', 'text/plain', /parameter body: it must be an object/],
    ['{"txet":"y","text":"x"}', '*/*', /^Unknown field txet/],
    ['{"text":"a\\u0000"}', 'x/y', /parameter text: it contains a NUL byte/],
    [
      JSON_BODY,
      'multipart/form-data; boundary=x',
      /^The body is multipart, and this operation takes JSON\.$/,
    ],
  ])('400 %j called %j', async (text, type, message) => {
    const reply = await post(text, type);
    expect([reply.status, reply.body.message]).toEqual([400, expect.stringMatching(message)]);
  });

  test('201 is one request for an Idempotency-Key, whatever it is called', async () => {
    const key = { 'idempotency-key': 'called' };
    const first = await post(JSON_BODY, 'application/json', '/notes', key);
    const again = await post(JSON_BODY, undefined, '/notes', key);
    expect(again).toEqual(first);
  });

  test('200 a body for an operation that takes none is passed over', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const reply = await fetch(`${server.url}/notes/018f0000-0000-7000-8000-000000000000`, {
        method: 'DELETE',
        body: 'a=b',
        headers: { authorization: `Bearer ${server.org.token}`, 'content-type': type },
      });
      expect(reply.status).toBe(404);
    }
  });
});

describe('dryRun', () => {
  const count = async () => (await server.org.get('/notes')).body.data.length;
  test.each(['true', 'True', 'TRUE', 't', 'T', '1'])('201 and nothing is written for %s', async (word) => {
    const before = await count();
    expect((await post(JSON_BODY, undefined, `/notes?dryRun=${word}`)).status).toBe(201);
    expect(await count()).toBe(before);
  });
  test.each(['false', 'False', 'FALSE', 'f', 'F', '0'])('201 and it is written for %s', async (word) => {
    const before = await count();
    expect((await post(JSON_BODY, undefined, `/notes?dryRun=${word}`)).status).toBe(201);
    expect(await count()).toBe(before + 1);
  });
  test.each(['dryRun=yes', 'dryRun=', 'dryRun[]=true', 'dryRun[0]=true', 'dryRun=true&dryRun=false'])(
    '400 and nothing is written for %s',
    async (query) => {
      const before = await count();
      const reply = await post(JSON_BODY, undefined, `/notes?${query}`);
      expect([reply.status, reply.body.message]).toEqual([
        400,
        expect.stringContaining('parameter dryRun: '),
      ]);
      expect(await count()).toBe(before);
    },
  );
});
