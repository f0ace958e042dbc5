import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeCourse, makePeople } from '../../../../test/builders.ts';
import { client, startApp, type TestApp } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

let server: TestApp;
let org: TestApp['org'];
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());
beforeEach(async () => {
  org = await server.makeOrg();
});

const ADA = { email: 'ada@example.com', first_name: 'Ada', last_name: 'Byron', job_title: 'Engineer' };
const post = (fields: object) => org.send('POST', '/directory/user/', { ...ADA, ...fields });
const make = async (fields: object = {}) => {
  const reply = await post(fields);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body;
};
const one = (method: string, apiId: string, body?: unknown) =>
  org.send(method, `/directory/user/${encodeURIComponent(apiId)}/`, body);
const makeDriver = async (fields: object = {}) =>
  (
    await org.send('POST', '/fleet/drivers', {
      name: 'Max van Dam',
      username: 'max',
      password: 'longer than this',
      ...fields,
    })
  ).body.data;
const ledger = async (resource: string) =>
  (
    await server.database.rows(sql`
      select operation, document::text from ledger_change
      where org_id = ${org.orgId} and resource = ${resource} order by seq`)
  ).map(([operation, document]) => [operation, JSON.parse(document)]);

describe('POST /directory/user/', () => {
  test('201 a user', async () => {
    const made = await make();
    expect(made).toEqual({
      ...ADA,
      api_id: expect.stringMatching(/^user-\d+$/),
      manager_api_id: null,
      is_active: true,
    });
    const user = (await org.get(`/users/${made.api_id.slice(5)}`)).body.data;
    expect(user).toEqual({
      id: user.id,
      name: 'Ada Byron',
      email: ADA.email,
      authType: 'default',
      roles: [],
    });
    expect((await ledger('user')).at(-1)).toEqual([
      'create',
      {
        id: user.id,
        type: 'user',
        name: 'Ada Byron',
        email: ADA.email,
        status: 'active',
        roles: [],
        tagIds: [],
        attributes: [],
        externalIds: {},
        weekly10: { firstName: 'Ada', lastName: 'Byron', jobTitle: ADA.job_title },
        createdAtTime: expect.any(String),
        updatedAtTime: expect.any(String),
      },
    ]);
  });
  test('201 with an api_id of the client and a manager, by any name', async () => {
    const driver = await makeDriver({ externalIds: { payroll: '4841' } });
    const made = await make({ api_id: 'E/1', manager_api_id: 'payroll:4841' });
    expect(made).toMatchObject({ api_id: 'E/1', manager_api_id: `driver-${driver.id}` });
    expect((await one('GET', 'E/1')).body).toEqual(made);
    const next = await make({
      api_id: 'E/2',
      email: 'b@example.com',
      manager_api_id: 'E/1',
      is_active: false,
    });
    expect(next).toMatchObject({ manager_api_id: 'E/1', is_active: false });
  });
  test('201 records name a person by each of their ids', async () => {
    const { id } = await makeCourse(org);
    const made = await make();
    await one('PATCH', made.api_id, { api_id: 'E-1' });
    for (const person_api_id of ['E-1', made.api_id, 'weekly10:E-1']) {
      const body = { person_api_id, package_api_id: id, date_completed: '2026-01-01T00:00:00Z' };
      const reply = await org.send('POST', '/training/record/', body);
      expect(reply).toMatchObject({ status: 201, body: { person_api_id: 'E-1' } });
    }
  });
  test('400 every wrong field at once', async () => {
    const missing = await org.send('POST', '/directory/user/', { last_name: 5 });
    expect(missing.body).toEqual({
      email: ['This field is required.'],
      first_name: ['This field is required.'],
      last_name: ['It must be a string or null.'],
    });
    await make();
    const reply = await post({ email: 'ADA@example.com', api_id: 'user-1', manager_api_id: 'nobody' });
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({
      email: ['"ADA@example.com" is taken.'],
      api_id: ['"user-1" is a directory id; choose another form.'],
      manager_api_id: ['There is no person "nobody".'],
    });
    expect((await post({ email: 'nonsense' })).body).toEqual({
      email: ['"nonsense" is not an email address.'],
    });
  });
  test('400 an api_id that exists', async () => {
    await make({ api_id: 'E-1' });
    expect((await post({ email: 'b@example.com', api_id: 'E-1' })).body).toEqual({
      api_id: ['Another person has the api_id "E-1" already.'],
    });
  });
  test('403 a token that is limited to tags', async () => {
    const tag = (await org.send('POST', '/tags', { name: 'North' })).body.data.id;
    const limited = await org.withScopes(['Full Access'], [tag]);
    expect(await limited.send('POST', '/directory/user/', ADA)).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('tags') },
    });
    expect((await limited.get('/directory/user/')).body.count).toBe(0);
  });
});

describe('people made elsewhere', () => {
  test('200 a driver, whose name is split at the first space', async () => {
    const { id } = await makeDriver();
    expect((await one('GET', `driver-${id}`)).body).toEqual({
      api_id: `driver-${id}`,
      email: '',
      first_name: 'Max',
      last_name: 'van Dam',
      job_title: '',
      manager_api_id: null,
      is_active: true,
    });
    const reply = await one('PATCH', `driver-${id}`, {
      api_id: 'D-1',
      job_title: 'Driver',
      first_name: 'Max van',
      last_name: 'Dam',
      is_active: false,
    });
    expect(reply.body).toMatchObject({
      api_id: 'D-1',
      first_name: 'Max van',
      last_name: 'Dam',
      is_active: false,
    });
    const driver = (await org.get(`/fleet/drivers/${id}`)).body.data;
    expect(driver).toMatchObject({
      name: 'Max van Dam',
      driverActivationStatus: 'deactivated',
      externalIds: { weekly10: 'D-1' },
    });
    expect((await ledger('driver')).at(-1)).toMatchObject([
      'update',
      {
        id: driver.id,
        name: 'Max van Dam',
        status: 'deactivated',
        externalIds: { weekly10: 'D-1' },
        weekly10: { firstName: 'Max van', lastName: 'Dam', jobTitle: 'Driver' },
      },
    ]);
    await org.send('PATCH', `/fleet/drivers/${id}`, { name: 'Maxine Dam' });
    expect((await one('GET', 'D-1')).body).toMatchObject({
      first_name: 'Maxine',
      last_name: 'Dam',
      job_title: 'Driver',
    });
  });
  test('200 the users that tokens act as are no people', async () => {
    await make();
    expect((await org.get('/directory/user/')).body.count).toBe(1);
    expect((await one('GET', org.actor)).status).toBe(404);
  });
  test('200 deleted people are gone', async () => {
    const boss = { name: 'Boss', email: 'boss@example.com', authType: 'default', roles: [] };
    const { id } = (await org.send('POST', '/users', boss)).body.data;
    const user = await make({ manager_api_id: `user-${id}` });
    expect((await org.send('DELETE', `/users/${id}`)).status).toBe(204);
    expect((await one('GET', `user-${id}`)).status).toBe(404);
    expect((await one('GET', user.api_id)).body.manager_api_id).toBeNull();
  });
});

describe('PUT and PATCH /directory/user/{api_id}/', () => {
  test('200 PUT takes away what is absent, but id and activity', async () => {
    const boss = await make({ api_id: 'boss', email: 'boss@example.com' });
    await make({ api_id: 'E-1', manager_api_id: boss.api_id, is_active: false });
    const reply = await one('PUT', 'E-1', { email: 'ada@example.com', first_name: 'Ada' });
    expect(reply.body).toEqual({
      api_id: 'E-1',
      email: 'ada@example.com',
      first_name: 'Ada',
      last_name: '',
      job_title: '',
      manager_api_id: null,
      is_active: false,
    });
    expect((await one('PATCH', 'E-1', { manager_api_id: 'boss', job_title: null })).body).toMatchObject({
      manager_api_id: 'boss',
      first_name: 'Ada',
    });
  });
  test('200 what changes nothing writes nothing', async () => {
    const made = await make({ api_id: 'E-1' });
    const before = (await ledger('user')).length;
    expect((await one('PUT', 'E-1', made)).body).toEqual(made);
    expect((await one('PATCH', 'E-1', {})).body).toEqual(made);
    expect((await ledger('user')).length).toBe(before);
  });
  test('200 its own directory id instead of a chosen one', async () => {
    const { api_id } = await make();
    await one('PATCH', api_id, { api_id: 'E-1' });
    expect((await one('PATCH', 'E-1', { api_id })).body.api_id).toBe(api_id);
    expect((await one('GET', 'E-1')).status).toBe(404);
  });
  test('400 a taken or reserved api_id, no email, one’s own manager', async () => {
    await make({ api_id: 'E-1' });
    const { api_id } = await make({ email: 'b@example.com' });
    const wrong = async (fields: object) => {
      const reply = await one('PATCH', api_id, fields);
      expect(reply.status).toBe(400);
      return Object.keys(reply.body);
    };
    expect(await wrong({ api_id: 'E-1' })).toEqual(['api_id']);
    expect(await wrong({ api_id: 'driver-5' })).toEqual(['api_id']);
    expect(await wrong({ api_id: '' })).toContain('api_id');
    expect(await wrong({ email: '' })).toEqual(['email']);
    expect(await wrong({ email: 'ada@example.com' })).toEqual(['email']);
    expect(await wrong({ manager_api_id: api_id })).toEqual(['manager_api_id']);
    expect(await one('PUT', api_id, {})).toMatchObject({
      status: 400,
      body: { first_name: ['This field is required.'] },
    });
  });
  test.each(['PUT', 'PATCH', 'GET', 'DELETE'])('404 %s of a person who is not there', async (method) => {
    const [theirs] = await makePeople(server, await server.makeOrg(), 1);
    for (const apiId of ['nobody', `driver-${theirs}`, 'a:b'])
      expect(await one(method, apiId, method[0] === 'P' ? { first_name: 'X' } : undefined)).toMatchObject({
        status: 404,
        body: { detail: expect.stringContaining(apiId) },
      });
  });
});

describe('DELETE /directory/user/{api_id}/', () => {
  test('204 makes inactive; nobody is erased', async () => {
    await make({ api_id: 'E-1' });
    expect(await one('DELETE', 'E-1')).toMatchObject({ status: 204, text: '' });
    expect((await one('GET', 'E-1')).body.is_active).toBe(false);
    expect((await one('DELETE', 'E-1')).status).toBe(204);
  });
  test('409 with records', async () => {
    const { id } = await makeCourse(org);
    await make({ api_id: 'E-1' });
    await org.send('POST', '/training/record/', { api_id: 'R', person_api_id: 'E-1', package_api_id: id });
    expect(await one('DELETE', 'E-1')).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('records') },
    });
    expect((await one('GET', 'E-1')).body.is_active).toBe(true);
    await org.send('DELETE', '/training/record/R/');
    expect((await one('DELETE', 'E-1')).status).toBe(204);
  });
});

describe('GET /directory/user/', () => {
  test('200 by name, a page at a time, and by name or email', async () => {
    await make({ first_name: 'bea', email: 'x_y@example.com' });
    await make({ first_name: 'Cleo' });
    await makeDriver({ name: 'Abe Ångström' });
    const list = async (query: string) => (await org.get(`/directory/user/${query}`)).body;
    const names = ({ results }: { results: { first_name: string }[] }) =>
      results.map((person) => person.first_name);
    expect(names(await list(''))).toEqual(['Abe', 'bea', 'Cleo']);
    expect(await list('?limit=1&offset=1')).toMatchObject({
      count: 3,
      next: `${server.url}/directory/user/?limit=1&offset=2`,
      previous: `${server.url}/directory/user/?limit=1`,
    });
    expect(names(await list(`?search=${encodeURIComponent('åNGSTRÖ')}`))).toEqual(['Abe']);
    expect(names(await list('?search=_'))).toEqual(['bea']);
    expect(await list('?offset=9')).toMatchObject({ count: 3, results: [], next: null });
  });
});

describe('who may', () => {
  const paths = ['/directory/user', '/directory/user/', '/directory/user/x', '/directory/user/x/'];
  test.each(paths)('401 %s', async (path) => {
    expect(await client(server.url, 'x').get(path)).toMatchObject({
      status: 401,
      body: { detail: 'Invalid token.' },
    });
    const status = path.includes('x') ? 404 : 200;
    expect((await org.get(path, { authorization: `Token ${org.token}` })).status).toBe(status);
  });
  test('403 naming the scope', async () => {
    const stranger = await org.withScopes(['Write Users', 'Read Directory']);
    expect(await stranger.send('POST', '/directory/user/', ADA)).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('"Write Directory"') },
    });
  });
  test('405 of another method', async () => {
    expect(await org.send('DELETE', '/directory/user')).toMatchObject({
      status: 405,
      body: { detail: expect.any(String) },
    });
  });
  test('429 after ten in a second', async () => {
    const limited = await startApp({ rateLimitFactor: 1 });
    const replies = await Promise.all(Array.from({ length: 11 }, () => limited.org.get('/directory/user/')));
    expect(replies.find(({ status }) => status === 429)?.body).toEqual({ detail: 'Exceeded rate limit.' });
    await limited.stop();
  });
});
