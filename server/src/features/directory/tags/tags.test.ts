import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

const post = (fields: object) => server.org.send('POST', '/tags', fields);
const add = async (fields: object = {}) => (await post({ name: 'Tag', ...fields })).body.data;
let count = 0;
const addDriver = async (fields: object = {}) => {
  count += 1;
  const sent = { name: `Driver ${count}`, username: `driver${count}`, password: 'correct horse', ...fields };
  return (await server.org.send('POST', '/fleet/drivers', sent)).body.data;
};
const patch = (id: string, fields: object) => server.org.send('PATCH', `/tags/${id}`, fields);
const put = (id: string, fields: object) => server.org.send('PUT', `/tags/${id}`, fields);
const get = (id: string) => server.org.get(`/tags/${id}`);

describe('POST /tags', () => {
  test('200 keeps parent, members of every kind and external ids', async () => {
    const parent = await add({ name: 'East' });
    const driver = await addDriver();
    const reply = await post({
      name: 'Depot 4',
      parentTagId: parent.id,
      drivers: [driver.id],
      addresses: ['22'],
      assets: ['23'],
      machines: ['24'],
      sensors: ['25'],
      externalIds: { site: 'D4' },
    });
    expect(reply).toMatchObject({ status: 200 });
    expect(reply.body.data).toEqual({
      id: expect.stringMatching(/^\d+$/),
      name: 'Depot 4',
      parentTagId: parent.id,
      parentTag: { id: parent.id, name: 'East' },
      drivers: [{ id: driver.id, name: driver.name }],
      addresses: [{ id: '22' }],
      assets: [{ id: '23' }],
      machines: [{ id: '24' }],
      sensors: [{ id: '25' }],
      externalIds: { site: 'D4' },
    });
    expect((await get('site:D4')).body).toEqual(reply.body);
    const { body } = await server.org.get(`/fleet/drivers/${driver.id}`);
    expect(body.data.tags).toEqual([{ id: reply.body.data.id, name: 'Depot 4', parentTagId: parent.id }]);
  });
  test.each([{}, { name: '' }, { name: 'x'.repeat(192) }, { name: 7 }, { name: 'a', drivers: 'b' }])(
    '400 %j',
    async (fields) => {
      expect((await post(fields)).status).toBe(400);
    },
  );
  test('401 without a token', async () => {
    expect((await server.org.send('POST', '/tags', {}, { authorization: '' })).status).toBe(401);
  });
  test('403 names the scope', async () => {
    const reader = await server.org.withScopes(['Read Tags']);
    const reply = await reader.send('POST', '/tags', { name: 'a' });
    expect(reply).toMatchObject({ status: 403, body: { message: expect.stringContaining('Write Tags') } });
  });
  test('404 names an unknown parent, driver or vehicle, another organization’s too', async () => {
    const other = await server.makeOrg();
    const foreign = (await other.send('POST', '/tags', { name: 'Theirs' })).body.data.id;
    for (const fields of [
      { parentTagId: foreign },
      { parentTagId: 'x' },
      { drivers: [foreign] },
      { drivers: ['x'] },
      { vehicles: ['9'.repeat(30)] },
    ]) {
      const reply = await post({ name: 'a', ...fields });
      expect(reply).toMatchObject({
        status: 404,
        body: { message: expect.stringContaining(Object.keys(fields)[0] as string) },
      });
    }
  });
});

describe('GET /tags', () => {
  test('200 pages through all', async () => {
    const org = await server.makeOrg();
    for (const name of ['a', 'b', 'c']) await org.send('POST', '/tags', { name });
    const first = await org.get('/tags?limit=2');
    expect(first.body.pagination.hasNextPage).toBe(true);
    const second = await org.get(`/tags?limit=2&after=${first.body.pagination.endCursor}`);
    expect(second.body.pagination).toEqual({ endCursor: '', hasNextPage: false });
    const names = [...first.body.data, ...second.body.data].map(({ name }) => name);
    expect(names).toEqual(['a', 'b', 'c']);
  });
  test('200 shows a limited token its tags and those below', async () => {
    const top = await add();
    const low = await add({ parentTagId: top.id });
    const other = await add();
    const limited = await server.org.withScopes(['Read Tags', 'Write Tags'], [top.id]);
    const { body } = await limited.get('/tags');
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([top.id, low.id]);
    expect((await limited.get(`/tags/${other.id}`)).status).toBe(404);
    expect((await limited.send('DELETE', `/tags/${other.id}`)).status).toBe(404);
    expect((await limited.send('POST', '/tags', { name: 'x' })).status).toBe(400);
    expect((await limited.send('POST', '/tags', { name: 'x', parentTagId: other.id })).status).toBe(404);
    expect((await limited.send('POST', '/tags', { name: 'x', parentTagId: low.id })).status).toBe(200);
  });
  test.each(['limit=0', 'limit=513', 'after=forged'])('400 %s', async (query) => {
    expect((await server.org.get(`/tags?${query}`)).status).toBe(400);
  });
});

describe('GET /tags/{id}', () => {
  test.each(['0', '99', 'abc', 'no:such', '9'.repeat(25)])('404 %s', async (id) => {
    expect((await get(id)).status).toBe(404);
  });
  test('404 for another organization’s', async () => {
    const { id } = await add();
    expect((await (await server.makeOrg()).get(`/tags/${id}`)).status).toBe(404);
  });
});

describe('PATCH /tags/{id}', () => {
  test('200 leaves what is not sent, replaces lists, empties with null', async () => {
    const parent = await add();
    const [one, two] = [await addDriver(), await addDriver()];
    const tag = await add({
      parentTagId: parent.id,
      drivers: [one.id],
      addresses: ['1'],
      externalIds: { a: '1', b: '2' },
    });
    expect((await patch(tag.id, { name: 'New' })).body.data).toEqual({ ...tag, name: 'New' });
    const changed = await patch(tag.id, {
      drivers: [two.id],
      addresses: null,
      parentTagId: null,
      externalIds: { a: null, c: '3' },
    });
    expect(changed.body.data).toEqual({
      id: tag.id,
      name: 'New',
      drivers: [{ id: two.id, name: two.name }],
      externalIds: { b: '2', c: '3' },
    });
  });
  test('400 when a tag would be above itself', async () => {
    const top = await add();
    const low = await add({ parentTagId: top.id });
    for (const id of [top.id, low.id]) {
      const reply = await patch(top.id, { parentTagId: id });
      expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining('parentTagId') } });
    }
    expect((await get(top.id)).body.data).toEqual(top);
  });
  test('404 for a tag that is not there', async () => {
    expect((await patch('99', { name: 'a' })).status).toBe(404);
  });
});

describe('PUT /tags/{id}', () => {
  test('200 replaces all members and keeps the rest', async () => {
    const parent = await add();
    const driver = await addDriver();
    const tag = await add({
      parentTagId: parent.id,
      drivers: [driver.id],
      sensors: ['1'],
      externalIds: { put: '1' },
    });
    const reply = await put(tag.id, { machines: ['7'] });
    const { drivers: _, sensors: __, ...rest } = tag;
    expect(reply.body.data).toEqual({ ...rest, machines: [{ id: '7' }] });
  });
  test('400 for an empty name', async () => {
    expect((await put((await add()).id, { name: '' })).status).toBe(400);
  });
});

describe('DELETE /tags/{id}', () => {
  test('204 forgets the tag everywhere and moves the tags below it up', async () => {
    const top = await add();
    const middle = await add({ parentTagId: top.id, externalIds: { gone: '1' } });
    const low = await add({ parentTagId: middle.id });
    const driver = await addDriver({ tagIds: [middle.id], peerGroupTagId: middle.id });
    const reply = await server.org.send('DELETE', `/tags/${middle.id}`);
    expect(reply).toMatchObject({ status: 204, text: '' });
    expect((await get(middle.id)).status).toBe(404);
    expect((await get('gone:1')).status).toBe(404);
    expect((await get(low.id)).body.data.parentTagId).toBe(top.id);
    const { body } = await server.org.get(`/fleet/drivers/${driver.id}`);
    expect(body.data).not.toHaveProperty('tags');
    expect(body.data).not.toHaveProperty('peerGroupTag');
    expect((await server.org.send('DELETE', `/tags/${middle.id}`)).status).toBe(404);
  });
  test('204 is kept under an Idempotency-Key', async () => {
    const { id } = await add();
    const key = { 'idempotency-key': 'delete-tag' };
    expect((await server.org.send('DELETE', `/tags/${id}`, undefined, key)).status).toBe(204);
    expect((await server.org.send('DELETE', `/tags/${id}`, undefined, key)).status).toBe(204);
  });
});
