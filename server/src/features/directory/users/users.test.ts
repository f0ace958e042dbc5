import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let roles: Record<string, string>;
beforeAll(async () => {
  server = await startApp();
  const { body } = await server.org.get('/user-roles');
  roles = Object.fromEntries(body.data.map(({ id, name }: { id: string; name: string }) => [name, id]));
});
afterAll(() => server.stop());

let count = 0;
const body = (fields: object = {}) => {
  count += 1;
  return {
    name: `User ${count}`,
    email: `user${count}@example.com`,
    authType: 'default',
    roles: [{ roleId: roles['Full Admin'] }],
    ...fields,
  };
};
const post = (fields: object = {}, org: TestOrg = server.org) => org.send('POST', '/users', body(fields));
const add = async (fields: object = {}) => {
  const reply = await post(fields);
  expect(reply.text).toContain('"data"');
  return reply.body.data;
};
const patch = (id: string, fields: object) => server.org.send('PATCH', `/users/${id}`, fields);
const addTag = async (fields: object = {}) =>
  (await server.org.send('POST', '/tags', { name: 'Tag', ...fields })).body.data;
const ids = (reply: { body: { data: { id: string }[] } }) => reply.body.data.map(({ id }) => id);

describe('GET /user-roles', () => {
  test('200 lists the roles in pages', async () => {
    const first = await server.org.get('/user-roles?limit=4');
    const second = await server.org.get(`/user-roles?limit=4&after=${first.body.pagination.endCursor}`);
    expect([...first.body.data, ...second.body.data].map(({ name }) => name)).toEqual([
      'Full Admin',
      'Standard Admin',
      'Read-Only Admin',
      'Training Manager',
      'Safety Manager',
      'Dispatcher',
    ]);
    expect(second.body.pagination).toEqual({ endCursor: '', hasNextPage: false });
  });
  test('400 limit=0', async () => {
    expect((await server.org.get('/user-roles?limit=0')).status).toBe(400);
  });
  test('403 names the scope', async () => {
    const other = await server.org.withScopes(['Read Tags']);
    expect(await other.get('/user-roles')).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('Read Users') },
    });
  });
});

describe('POST /users', () => {
  test('200 adds a user with a role everywhere, one in a tag, and an end', async () => {
    const tag = await addTag({ name: 'North' });
    const sent = body({
      authType: 'saml',
      expireAt: '2999-12-31T17:00:00+01:00',
      roles: [{ roleId: roles['Read-Only Admin'] }, { roleId: roles['Safety Manager'], tagId: tag.id }],
    });
    const reply = await server.org.send('POST', '/users', sent);
    const expireAt = '2999-12-31T16:00:00Z';
    expect(reply.status).toBe(200);
    expect(reply.body.data).toEqual({
      id: expect.stringMatching(/^\d+$/),
      name: sent.name,
      email: sent.email,
      authType: 'saml',
      roles: [
        { role: { id: roles['Read-Only Admin'], name: 'Read-Only Admin' }, expireAt },
        {
          role: { id: roles['Safety Manager'], name: 'Safety Manager' },
          tag: { id: tag.id, name: 'North' },
          expireAt,
        },
      ],
    });
    expect((await server.org.get(`/users/${reply.body.data.id}`)).body).toEqual(reply.body);
  });
  test.each([
    ['name', undefined],
    ['name', ''],
    ['email', undefined],
    ['email', 'no address'],
    ['authType', undefined],
    ['authType', 'magic'],
    ['roles', undefined],
    ['roles', [{}]],
    ['expireAt', 'soon'],
  ])('400 %s %j', async (field, value) => {
    expect(await post({ [field]: value })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(field) },
    });
  });
  test('400 for two roles without a tag', async () => {
    const both = [{ roleId: roles['Full Admin'] }, { roleId: roles.Dispatcher }];
    expect((await post({ roles: both })).status).toBe(400);
  });
  test('400 for an email that is taken, whatever its case', async () => {
    const { email } = await add({ email: 'One@Example.com' });
    expect(await post({ email: email.toLowerCase() })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('email') },
    });
  });
  test('401 without a token', async () => {
    expect((await server.org.send('POST', '/users', {}, { authorization: '' })).status).toBe(401);
  });
  test('403 names the scope', async () => {
    const reader = await server.org.withScopes(['Read Users']);
    expect(await reader.send('POST', '/users', body())).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('Write Users') },
    });
  });
  test('404 names an unknown role or tag', async () => {
    expect(await post({ roles: [{ roleId: 'nope' }] })).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining('nope') },
    });
    expect((await post({ roles: [{ roleId: roles.Dispatcher, tagId: '99' }] })).status).toBe(404);
  });
});

describe('GET /users', () => {
  test('200 lists people with access, not the users of tokens', async () => {
    const org = await server.makeOrg();
    const made = [];
    for (let i = 0; i < 3; i += 1) made.push((await post({}, org)).body.data.id);
    await post({ expireAt: '2020-01-01T00:00:00Z' }, org);
    const first = await org.get('/users?limit=2');
    const second = await org.get(`/users?limit=2&after=${first.body.pagination.endCursor}`);
    expect([...ids(first), ...ids(second)]).toEqual(made);
    expect(second.body.pagination).toEqual({ endCursor: '', hasNextPage: false });
  });
  test('200 shows a limited token the users with a role in its tags', async () => {
    const tag = await addTag();
    const seen = await add({ roles: [{ roleId: roles.Dispatcher, tagId: tag.id }] });
    const hidden = await add();
    const limited = await server.org.withScopes(['Read Users', 'Write Users'], [tag.id]);
    expect(ids(await limited.get('/users'))).toEqual([seen.id]);
    expect((await limited.get(`/users/${hidden.id}`)).status).toBe(404);
    expect((await limited.send('POST', '/users', body())).status).toBe(400);
    const within = body({ roles: [{ roleId: roles.Dispatcher, tagId: tag.id }] });
    expect((await limited.send('POST', '/users', within)).status).toBe(200);
  });
  test.each(['limit=0', 'limit=513', 'after=x'])('400 %s', async (query) => {
    expect((await server.org.get(`/users?${query}`)).status).toBe(400);
  });
});

describe('GET /users/{id}', () => {
  test('200 names the user that a token acts as', async () => {
    const reply = await server.org.get(`/users/${server.org.actor.slice('user-'.length)}`);
    expect(reply).toMatchObject({
      status: 200,
      body: { data: { name: 'First token', email: '', roles: [] } },
    });
  });
  test.each(['99', 'abc', '9'.repeat(25), 'a:b'])('404 %s', async (id) => {
    expect((await server.org.get(`/users/${id}`)).status).toBe(404);
  });
  test('404 when access has ended', async () => {
    const { id } = await add({ expireAt: '2020-01-01T00:00:00Z' });
    expect((await server.org.get(`/users/${id}`)).status).toBe(404);
    expect((await patch(id, { expireAt: '' })).status).toBe(200);
    expect((await server.org.get(`/users/${id}`)).status).toBe(200);
  });
  test('404 for another organization’s', async () => {
    const { id } = await add();
    expect((await (await server.makeOrg()).get(`/users/${id}`)).status).toBe(404);
  });
});

describe('PATCH /users/{id}', () => {
  test('200 changes what is sent and nothing else', async () => {
    const user = await add();
    expect((await patch(user.id, { name: 'New' })).body.data).toEqual({ ...user, name: 'New' });
    const changed = await patch(user.id, { roles: [{ roleId: roles.Dispatcher }], authType: 'saml' });
    expect(changed.body.data).toEqual({
      ...user,
      name: 'New',
      authType: 'saml',
      roles: [{ role: { id: roles.Dispatcher, name: 'Dispatcher' } }],
    });
  });
  test.each([[{ name: '' }], [{ authType: 'x' }], [{ roles: 'x' }], [{ expireAt: '10000-01-01T00:00:00Z' }]])(
    '400 %j',
    async (fields) => {
      expect((await patch((await add()).id, fields)).status).toBe(400);
    },
  );
  test('404 for a user that is not there, or that a token acts as', async () => {
    expect((await patch('99', { name: 'x' })).status).toBe(404);
    expect((await patch(server.org.actor.slice(5), { name: 'x' })).status).toBe(404);
  });
});

describe('DELETE /users/{id}', () => {
  test('204 deletes the user, keeps the row and frees the email', async () => {
    const { id, email } = await add();
    const reply = await server.org.send('DELETE', `/users/${id}`);
    expect(reply).toMatchObject({ status: 204, text: '' });
    expect((await server.org.get(`/users/${id}`)).status).toBe(404);
    expect((await server.org.send('DELETE', `/users/${id}`)).status).toBe(404);
    expect((await post({ email })).status).toBe(200);
    const { rows } = await server.database.pool.query(
      `select operation from ledger_change where org_id = $1 and resource = 'user' and id = $2 order by seq`,
      [server.org.orgId, id],
    );
    expect(rows.map(({ operation }) => operation)).toEqual(['create', 'delete']);
  });
});
