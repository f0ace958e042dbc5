import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from '../../../../../test/builders.ts';
import { client, startApp, type TestApp } from '../../../../../test/start-app.ts';
import { sql } from '../../../../kernel/database/database.ts';

let server: TestApp;
let org: TestApp['org'];
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());
beforeEach(async () => {
  org = await server.makeOrg();
});

const post = (fields: object) => org.send('POST', '/training/package/', { name: 'Fatigue', ...fields });
const make = async (fields: object = {}) => {
  const reply = await post(fields);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body;
};
const one = (method: string, apiId: string, body?: unknown) =>
  org.send(method, `/training/package/${encodeURIComponent(apiId)}/`, body);
const courses = async () => (await org.get('/training-courses?includeDrafts=true')).body.data;

describe('POST /training/package/', () => {
  test('201 a published course', async () => {
    const made = await make({ description: 'Sleep first.' });
    expect(made).toEqual({
      api_id: expect.any(String),
      name: 'Fatigue',
      description: 'Sleep first.',
      is_active: true,
    });
    expect(await courses()).toEqual([
      expect.objectContaining({
        id: made.api_id,
        title: 'Fatigue',
        description: 'Sleep first.',
        status: 'published',
        category: { id: expect.any(String), name: 'General' },
        estimatedTimeToCompleteMinutes: 0,
      }),
    ]);
  });
  test('201 with an api_id of the client, inactive', async () => {
    const made = await make({ api_id: 'F-1', is_active: false, description: null });
    expect(made).toEqual({ api_id: 'F-1', name: 'Fatigue', description: '', is_active: false });
    expect((await one('GET', 'F-1')).body).toEqual(made);
    expect((await courses())[0].status).toBe('archived');
  });
  test('400 an api_id that exists', async () => {
    await make({ api_id: 'F-1' });
    expect(await post({ api_id: 'F-1' })).toMatchObject({
      status: 400,
      body: { api_id: ['Another package has the api_id "F-1" already.'] },
    });
    expect((await post({ api_id: (await make()).api_id })).status).toBe(400);
  });
  test('400 every wrong field at once', async () => {
    const reply = await org.send('POST', '/training/package/', { description: 5, is_active: 'yes' });
    expect(reply).toMatchObject({
      status: 400,
      body: {
        name: ['This field is required.'],
        description: ['It must be a string or null.'],
        is_active: ['It must be a boolean.'],
      },
    });
    expect(Object.keys((await post({ name: ' ' })).body)).toEqual(['name']);
  });
});

describe('PUT and PATCH /training/package/{api_id}/', () => {
  test('200 other words make another revision', async () => {
    const { api_id } = await make({ description: 'Old.' });
    const [before] = await courses();
    expect((await one('PATCH', api_id, { name: 'Rest' })).body).toMatchObject({
      name: 'Rest',
      description: 'Old.',
    });
    const [after] = await courses();
    expect(after.revisionId).not.toBe(before.revisionId);
    expect((await one('PUT', api_id, { name: 'Rest' })).body).toEqual({
      api_id,
      name: 'Rest',
      description: '',
      is_active: true,
    });
    expect((await courses())[0]).not.toHaveProperty('description');
  });
  test('200 inactive is archived, with its records in progress, and active again', async () => {
    const { api_id } = await make();
    const [a, b] = await makePeople(server, org, 2);
    await org.send('POST', '/training/record/', {
      api_id: 'begun',
      person_api_id: `driver-${a}`,
      package_api_id: api_id,
      date_started: '2026-01-01T00:00:00Z',
    });
    await org.send('POST', '/training/record/', {
      api_id: 'new',
      person_api_id: `driver-${b}`,
      package_api_id: api_id,
    });
    expect((await one('PATCH', api_id, { is_active: false, name: 'Old' })).body).toMatchObject({
      name: 'Old',
      is_active: false,
    });
    expect((await courses())[0]).toMatchObject({ title: 'Old', status: 'archived' });
    const { results } = (await org.get('/training/record/')).body;
    expect(results.map((record: { api_id: string }) => record.api_id)).toEqual(['new']);
    expect((await one('PATCH', api_id, { is_active: true })).body.is_active).toBe(true);
    expect((await courses())[0].status).toBe('published');
  });
  test('200 a draft is inactive until it is made active', async () => {
    const { id } = await makeCourse(org, { status: 'draft' });
    expect((await one('GET', id)).body.is_active).toBe(false);
    await one('PATCH', id, { is_active: false });
    expect((await courses())[0].status).toBe('draft');
    await one('PATCH', id, { is_active: true });
    expect((await courses())[0].status).toBe('published');
  });
  test('200 another api_id is evidence; what changes nothing is not', async () => {
    const { api_id } = await make();
    const written = async () =>
      (
        await server.database.rows(sql`
        select 1 from ledger_change where org_id = ${org.orgId} and resource = 'trainingCourse'`)
      ).length;
    expect((await one('PATCH', api_id, { api_id: 'F-2' })).body.api_id).toBe('F-2');
    expect((await one('GET', api_id)).status).toBe(404);
    expect(await written()).toBe(2);
    expect((await one('PUT', 'F-2', { name: 'Fatigue' })).status).toBe(200);
    expect(await written()).toBe(2);
    expect((await one('PATCH', 'F-2', { api_id })).body.api_id).toBe(api_id);
  });
  test('400 a taken api_id, a PUT without a name', async () => {
    await make({ api_id: 'F-1' });
    const { api_id } = await make();
    expect(Object.keys((await one('PATCH', api_id, { api_id: 'F-1' })).body)).toEqual(['api_id']);
    expect(await one('PUT', api_id, {})).toMatchObject({
      status: 400,
      body: { name: ['This field is required.'] },
    });
  });
  test.each(['PUT', 'PATCH', 'GET', 'DELETE'])('404 %s of a package that is not there', async (method) => {
    const { id } = await makeCourse(await server.makeOrg());
    const gone = await make({ api_id: 'gone' });
    await one('DELETE', gone.api_id);
    for (const apiId of ['nothing', id, 'gone'])
      expect(await one(method, apiId, method[0] === 'P' ? { name: 'X' } : undefined)).toMatchObject({
        status: 404,
        body: { detail: expect.stringContaining(apiId) },
      });
  });
});

describe('DELETE /training/package/{api_id}/', () => {
  test('204 without records; the api_id is free again', async () => {
    await make({ api_id: 'F-1' });
    expect(await one('DELETE', 'F-1')).toMatchObject({ status: 204, text: '' });
    expect((await courses())[0].status).toBe('deleted');
    expect((await post({ api_id: 'F-1' })).status).toBe(201);
  });
  test('409 with records, unless cascade=true', async () => {
    const { api_id } = await make();
    await makeAssignments(org, api_id, await makePeople(server, org, 2));
    const reply = await one('DELETE', api_id);
    expect(reply).toMatchObject({ status: 409, body: { detail: expect.stringContaining('cascade=true') } });
    expect((await org.get('/training/record/')).body.count).toBe(2);
    expect((await org.send('DELETE', `/training/package/${api_id}?cascade=true`)).status).toBe(204);
    expect((await org.get('/training/record/')).body.count).toBe(0);
    const stream = await org.get('/training-assignments/stream?startTime=2020-01-01T00:00:00Z');
    expect(stream.body.data.every((item: { deletedAtTime?: string }) => item.deletedAtTime)).toBe(true);
  });
  test('400 another cascade', async () => {
    const { api_id } = await make();
    expect(await org.send('DELETE', `/training/package/${api_id}/?cascade=maybe`)).toMatchObject({
      status: 400,
      body: { cascade: [expect.stringMatching(/^Use true or false/)] },
    });
  });
});

describe('GET /training/package/', () => {
  test('200 by name, a page at a time, and by what they say', async () => {
    for (const name of ['beta', 'Alpha', '100 % safe']) await make({ name, description: `About ${name}_x` });
    const list = async (query: string) => (await org.get(`/training/package${query}`)).body;
    const names = ({ results }: { results: { name: string }[] }) => results.map(({ name }) => name);
    expect(names(await list('/'))).toEqual(['100 % safe', 'Alpha', 'beta']);
    const page = await list('/?limit=2&offset=1');
    expect(page).toMatchObject({ count: 3, next: null, previous: `${server.url}/training/package/?limit=2` });
    expect(names(await list('?search=LPH'))).toEqual(['Alpha']);
    expect(names(await list('?search=about'))).toHaveLength(3);
    expect(names(await list(`?search=${encodeURIComponent('%')}`))).toEqual(['100 % safe']);
    expect(await list('?search=nothing')).toMatchObject({ count: 0, results: [] });
  });
});

describe('who may', () => {
  const paths = ['/training/package', '/training/package/', '/training/package/x', '/training/package/x/'];
  test.each(paths)('401 %s', async (path) => {
    expect(await client(server.url, 'x').get(path)).toMatchObject({
      status: 401,
      body: { detail: 'Invalid token.' },
    });
    const status = path.includes('x') ? 404 : 200;
    expect((await org.get(path, { authorization: `Token ${org.token}` })).status).toBe(status);
  });
  test('403 naming the scope', async () => {
    const stranger = await org.withScopes(['Read Training Courses']);
    expect(await stranger.get('/training/package/')).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('"Read Training Packages"') },
    });
  });
  test('405 of another method', async () => {
    expect(await org.send('PATCH', '/training/package/')).toMatchObject({
      status: 405,
      body: { detail: expect.any(String) },
    });
  });
  test('429 after ten in a second', async () => {
    const limited = await startApp({ rateLimitFactor: 1 });
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => limited.org.get('/training/package/')),
    );
    expect(replies.filter(({ status }) => status === 429).map(({ body }) => body)).toEqual([
      { detail: 'Exceeded rate limit.' },
      { detail: 'Exceeded rate limit.' },
    ]);
    await limited.stop();
  });
});
