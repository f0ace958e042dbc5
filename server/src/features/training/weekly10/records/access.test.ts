import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeCourse, makePeople } from '../../../../../test/builders.ts';
import { type Client, client, type Reply, startApp, type TestApp } from '../../../../../test/start-app.ts';

let server: TestApp;
let org: TestApp['org'];
let driver: string;
let course: { id: string };
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());
beforeEach(async () => {
  org = await server.makeOrg();
  [driver] = (await makePeople(server, org, 1)) as [string];
  course = await makeCourse(org);
});

const make = async (fields: object = {}) => {
  const body = { person_api_id: `driver-${driver}`, package_api_id: course.id, ...fields };
  return (await org.send('POST', '/training/record/', body)).body;
};

describe('who may', () => {
  const paths = ['/training/record', '/training/record/', '/training/record/x', '/training/record/x/'];
  const headers = (authorization: string) => ({ authorization });
  test.each(paths)('401 %s without a good token', async (path) => {
    for (const as of [client(server.url, ''), client(server.url, 'crewready_nobody')]) {
      const reply = await as.get(path);
      expect(reply).toMatchObject({ status: 401, body: { detail: 'Invalid token.' } });
      expect(reply.headers.get('www-authenticate')).toBe('Bearer, Token');
    }
    expect((await org.get(path, headers(`Basic ${org.token}`))).status).toBe(401);
  });
  test.each(paths)('200 or 404 %s with either form of the header', async (path) => {
    for (const form of ['Bearer', 'Token', 'token'])
      expect((await org.get(path, headers(`${form} ${org.token}`))).status).toBe(
        path.includes('x') ? 404 : 200,
      );
  });
  test('401 the form Token on another surface', async () => {
    const reply = await org.get('/training-courses', headers(`Token ${org.token}`));
    expect(reply).toMatchObject({ status: 401, body: { message: 'Invalid token.' } });
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
  });
  test('403 naming the scope', async () => {
    const reader = await org.withScopes(['Read Training Records']);
    expect((await reader.get('/training/record/')).status).toBe(200);
    const stranger = await org.withScopes(['Read Training Assignments', 'Write Training Assignments']);
    const replies: [Reply, string][] = [
      [await reader.send('POST', '/training/record/', {}), 'Write Training Records'],
      [await reader.send('DELETE', '/training/record/x'), 'Write Training Records'],
      [await stranger.get('/training/record/'), 'Read Training Records'],
    ];
    for (const [reply, scope] of replies)
      expect(reply).toMatchObject({ status: 403, body: { detail: expect.stringContaining(`"${scope}"`) } });
  });
  test('404 unknown paths below, without a token', async () => {
    for (const path of ['/training/record/x/y', '/training/package/x/y/', '/directory/user/x/y']) {
      const reply = await client(server.url, '').get(path);
      expect(reply).toMatchObject({ status: 404, body: { detail: '404 page not found' } });
    }
    expect((await org.get('/training/recordings')).body).toHaveProperty('message');
    expect(await org.get('/training/record/%zz')).toMatchObject({
      status: 400,
      body: { detail: expect.any(String) },
    });
    expect(await org.get(`/training/record/${'x'.repeat(501)}`)).toMatchObject({
      status: 414,
      body: { detail: expect.any(String) },
    });
  });
  test('405 names what is allowed', async () => {
    for (const [method, path, allow] of [
      ['DELETE', '/training/record/', 'GET, HEAD, POST'],
      ['PUT', '/training/record', 'GET, HEAD, POST'],
      ['POST', '/training/record/x/', 'GET, HEAD, PUT, PATCH, DELETE'],
    ] as const) {
      const reply = await org.send(method, path);
      expect(reply).toMatchObject({ status: 405, body: { detail: `${method} not allowed on ${path}.` } });
      expect(reply.headers.get('allow')).toBe(allow);
    }
  });
  test('429 after ten in a second', async () => {
    const limited = await startApp({ rateLimitFactor: 1 });
    const replies = await Promise.all(Array.from({ length: 14 }, () => limited.org.get('/training/record/')));
    const over = replies.filter(({ status }) => status === 429);
    expect(over.length).toBe(4);
    expect(over[0]).toMatchObject({ body: { detail: 'Exceeded rate limit.' } });
    expect(over[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
    await limited.stop();
  });
  test('200 a token that is limited to tags sees its own people’s records', async () => {
    const tag = (await org.send('POST', '/tags', { name: 'North', drivers: [driver] })).body.data.id;
    const [other] = await makePeople(server, org, 1);
    const mine = await make();
    const theirs = await make({ person_api_id: `driver-${other}` });
    const limited: Client = await org.withScopes(['Full Access'], [tag]);
    expect((await limited.get('/training/record/?search=person')).body).toMatchObject({
      count: 1,
      results: [{ api_id: mine.api_id }],
    });
    expect((await limited.get('/training/record/')).body.count).toBe(1);
    expect((await limited.get(`/training/record/${theirs.api_id}`)).status).toBe(404);
    const body = { person_api_id: `driver-${other}`, package_api_id: course.id };
    expect(Object.keys((await limited.send('POST', '/training/record/', body)).body)).toEqual([
      'person_api_id',
    ]);
    expect((await limited.send('DELETE', `/training/record/${theirs.api_id}`)).status).toBe(404);
  });
});
