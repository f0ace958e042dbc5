import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

let count = 0;
const body = (fields: object = {}) => {
  count += 1;
  return { name: `Attribute ${count}`, entityType: 'driver', attributeType: 'multi-select', ...fields };
};
const post = (fields: object = {}) => server.org.send('POST', '/attributes', body(fields));
const add = async (fields: object = {}) => {
  const reply = await post(fields);
  expect(reply.text).toContain('"data"');
  return reply.body.data;
};
const patch = (id: string, fields: object) =>
  server.org.send('PATCH', `/attributes/${id}`, { entityType: 'driver', ...fields });
const get = (id: string, entityType = 'driver') =>
  server.org.get(`/attributes/${id}?entityType=${entityType}`);
const addDriver = async (fields: object = {}) => {
  count += 1;
  const sent = { name: `Driver ${count}`, username: `driver${count}`, password: 'correct horse', ...fields };
  const reply = await server.org.send('POST', '/fleet/drivers', sent);
  expect(reply.text).toContain('"data"');
  return reply.body.data;
};
const addVehicle = async (fields: object = {}) =>
  (await server.org.send('POST', '/fleet/vehicles', { name: 'Truck', ...fields })).body.data;
const list = async (query: string, path = '/fleet/drivers') => {
  const { body } = await server.org.get(`${path}?${query}`);
  return body.data.map(({ id }: { id: string }) => id);
};

describe('POST /attributes', () => {
  test('200 adds offered values and gives them to drivers, by id and by external id', async () => {
    const [one, two] = [await addDriver(), await addDriver({ externalIds: { badge: '2' } })];
    const reply = await post({
      stringValues: ['Hazmat', 'Tanker'],
      entities: [
        { entityId: one.id, stringValues: ['Hazmat', 'Tanker'] },
        { externalIds: { badge: '2' }, stringValues: ['Tanker'] },
      ],
    });
    expect(reply.status).toBe(200);
    const { data } = reply.body;
    const [hazmat, tanker] = data.values;
    expect(data).toEqual({
      id: expect.any(String),
      name: expect.any(String),
      entityType: 'driver',
      attributeType: 'multi-select',
      stringValues: ['Hazmat', 'Tanker'],
      values: [
        { id: expect.any(String), stringValue: 'Hazmat' },
        { id: expect.any(String), stringValue: 'Tanker' },
      ],
      entities: [
        {
          entityId: Number(one.id),
          name: one.name,
          stringValues: ['Hazmat', 'Tanker'],
          values: [hazmat, tanker],
        },
        {
          entityId: Number(two.id),
          name: two.name,
          externalIds: { badge: '2' },
          stringValues: ['Tanker'],
          values: [tanker],
        },
      ],
    });
    expect((await get(data.id)).body).toEqual(reply.body);
    const { body: driver } = await server.org.get(`/fleet/drivers/${two.id}`);
    expect(driver.data.attributes).toEqual([{ id: data.id, name: data.name, stringValues: ['Tanker'] }]);
    expect(await list(`attributeValueIds=${tanker.id}`)).toEqual([one.id, two.id]);
    expect(await list(`attributeValueIds=${tanker.id},${hazmat.id}`)).toEqual([one.id]);
    expect(await list(`attributeValueIds=${tanker.id}&attributeValueIds=${hazmat.id}`)).toEqual([one.id]);
  });

  test('200 keeps numbers with their unit, and days', async () => {
    const vehicle = await addVehicle();
    const asset = { entityType: 'asset' };
    const length = await add({
      ...asset,
      attributeType: 'number',
      unit: 'METER',
      numberValues: [10, 12.5],
      entities: [{ entityId: vehicle.id, numberValues: [12.5] }],
    });
    expect(length).toMatchObject({
      unit: 'METER',
      numberValues: [10, 12.5],
      entities: [{ numberValues: [12.5] }],
    });
    const bought = await add({
      ...asset,
      attributeType: 'date',
      entities: [{ entityId: vehicle.id, dateValues: ['2025-01-15'] }],
    });
    expect(bought.entities[0]).toMatchObject({ dateValues: ['2025-01-15'] });
    const { body } = await server.org.get(`/fleet/vehicles/${vehicle.id}`);
    expect(body.data.attributes).toEqual([
      { id: length.id, name: length.name, numberValues: [12.5] },
      { id: bought.id, name: bought.name, dateValues: ['2025-01-15'] },
    ]);
    const names = { length: encodeURIComponent(length.name), bought: encodeURIComponent(bought.name) };
    const find = (query: string) => list(query, '/fleet/vehicles');
    expect(await find(`attributes=${names.length}:range(10,20)`)).toEqual([vehicle.id]);
    expect(await find(`attributes=${names.length}:range(13,20)`)).toEqual([]);
    expect(await find(`attributes=${names.length}:12.50`)).toEqual([vehicle.id]);
    const days = `${names.bought}:range(2025-01-01,2025-01-31)`;
    expect(await find(`attributes=${names.length}:range(10,20)&attributes=${days}`)).toEqual([vehicle.id]);
    expect(await find(`attributes=${names.length}:range(10,20),${days}`)).toEqual([vehicle.id]);
    expect(await find(`attributes=${names.length}:range(10,20);${days}`)).toEqual([vehicle.id]);
    expect(await find(`attributes=${names.bought}:range(2025-02-01,2025-02-28)`)).toEqual([]);
  });

  test.each([
    ['name', { name: undefined }],
    ['name', { name: '' }],
    ['entityType', { entityType: 'user' }],
    ['attributeType', { attributeType: 'color' }],
    ['unit', { unit: 'MILE' }],
    ['unit', { unit: 'METER' }],
    ['stringValues', { attributeType: 'number', stringValues: ['a'] }],
    ['numberValues', { attributeType: 'number', numberValues: ['1'] }],
    ['numberValues', { numberValues: [1] }],
  ])('400 %s %j', async (named, fields) => {
    expect(await post(fields)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(named) },
    });
  });

  test('400 for a name that is taken, a value that is not offered, a day that is none', async () => {
    const { id } = await addDriver();
    const { name } = await add();
    expect((await post({ name })).status).toBe(400);
    expect((await post({ name, entityType: 'asset' })).status).toBe(200);
    expect(
      (await post({ stringValues: ['a'], entities: [{ entityId: id, stringValues: ['b'] }] })).status,
    ).toBe(400);
    const day = { entityId: id, dateValues: ['2025-02-30'] };
    expect((await post({ attributeType: 'date', entities: [day] })).status).toBe(400);
    const two = { entityId: id, stringValues: ['a', 'b'] };
    expect(
      (await post({ attributeType: 'single-select', stringValues: ['a', 'b'], entities: [two] })).status,
    ).toBe(400);
    const huge = JSON.stringify(body({ attributeType: 'number', numberValues: ['HUGE'] })).replace(
      '"HUGE"',
      '1e400',
    );
    expect((await server.org.send('POST', '/attributes', huge)).status).toBe(400);
  });

  test('401 without a token', async () => {
    expect((await server.org.send('POST', '/attributes', body(), { authorization: '' })).status).toBe(401);
  });

  test('403 names the scope, and refuses a token limited to tags', async () => {
    const reader = await server.org.withScopes(['Read Attributes']);
    expect(await reader.send('POST', '/attributes', body())).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('Write Attributes') },
    });
    const limited = await server.org.withScopes(['Write Attributes'], ['1']);
    expect((await limited.send('POST', '/attributes', body())).status).toBe(403);
  });

  test('404 for an entity that is not there or of the other kind', async () => {
    const vehicle = await addVehicle({ externalIds: { unit: '9' } });
    for (const entity of [{ entityId: '99' }, { entityId: vehicle.id }, { externalIds: { unit: '9' } }, {}])
      expect((await post({ entities: [entity] })).status).toBe(404);
  });
});

describe('attributes of drivers and vehicles', () => {
  test('200 sets, changes and takes off values by name and by id', async () => {
    const skills = await add({ stringValues: ['a', 'b'] });
    const shoe = await add({ attributeType: 'number' });
    const note = await add({ attributeType: 'text' });
    const driver = await addDriver({
      attributes: [
        { name: skills.name, stringValues: ['a', 'b'] },
        { id: shoe.id, numberValues: [44] },
        { name: note.name, stringValues: ['tall,blond'] },
      ],
    });
    expect(driver.attributes).toEqual([
      { id: skills.id, name: skills.name, stringValues: ['a', 'b'] },
      { id: shoe.id, name: shoe.name, numberValues: [44] },
      { id: note.id, name: note.name, stringValues: ['tall,blond'] },
    ]);
    expect(await list(`attributes=${encodeURIComponent(`${note.name}:tall,blond`)}`)).toEqual([driver.id]);
    expect(await list(`attributes=${encodeURIComponent(`${shoe.name}:44;${skills.name}:b`)}`)).toEqual([
      driver.id,
    ]);
    const reply = await server.org.send('PATCH', `/fleet/drivers/${driver.id}`, {
      attributes: [{ id: skills.id, stringValues: ['b'] }, { id: shoe.id }],
    });
    expect(reply.body.data.attributes).toEqual([
      { id: skills.id, name: skills.name, stringValues: ['b'] },
      { id: note.id, name: note.name, stringValues: ['tall,blond'] },
    ]);
  });
  test('404 names an attribute that is not there', async () => {
    const asset = await add({ entityType: 'asset' });
    const { id } = await addDriver();
    for (const attribute of [{ name: 'Nope' }, { id: 'Nope' }, { id: asset.id }, {}]) {
      const reply = await server.org.send('PATCH', `/fleet/drivers/${id}`, { attributes: [attribute] });
      expect(reply.status).toBe(404);
    }
  });
});

describe('GET /attributes', () => {
  test('200 lists those of one kind in pages', async () => {
    const org = await server.makeOrg();
    for (const entityType of ['driver', 'asset', 'driver', 'driver'])
      await org.send('POST', '/attributes', body({ entityType }));
    const first = await org.get('/attributes?entityType=driver&limit=2');
    const cursor = first.body.pagination.endCursor;
    const second = await org.get(`/attributes?entityType=driver&limit=2&after=${cursor}`);
    expect(first.body.data).toHaveLength(2);
    expect(second.body).toMatchObject({ data: [{}], pagination: { endCursor: '', hasNextPage: false } });
    expect((await org.get(`/attributes?entityType=asset&limit=2&after=${cursor}`)).status).toBe(400);
  });
  test.each(['', 'entityType=user', 'entityType=driver&limit=0'])('400 %s', async (query) => {
    expect((await server.org.get(`/attributes?${query}`)).status).toBe(400);
  });
});

describe('GET /attributes/{id}', () => {
  test('200 shows a limited token only the drivers it sees', async () => {
    const { body: tag } = await server.org.send('POST', '/tags', { name: 'Seen' });
    const seen = await addDriver({ tagIds: [tag.data.id] });
    const hidden = await addDriver();
    const entities = [seen, hidden].map(({ id }) => ({ entityId: id, stringValues: ['x'] }));
    const { id } = await add({ attributeType: 'text', entities });
    const limited = await server.org.withScopes(['Read Attributes'], [tag.data.id]);
    const { body } = await limited.get(`/attributes/${id}?entityType=driver`);
    expect(body.data.entities.map(({ entityId }: { entityId: number }) => entityId)).toEqual([
      Number(seen.id),
    ]);
  });
  test('400 without entityType', async () => {
    expect((await server.org.get(`/attributes/${(await add()).id}`)).status).toBe(400);
  });
  test('404 for one that is not there, of the other kind, or another organization’s', async () => {
    const { id } = await add();
    expect((await get('99')).status).toBe(404);
    expect((await get(id, 'asset')).status).toBe(404);
    const other = await server.makeOrg();
    expect((await other.get(`/attributes/${id}?entityType=driver`)).status).toBe(404);
  });
});

describe('PATCH /attributes/{id}', () => {
  test('200 renames, keeps what is not sent and the ids of values', async () => {
    const { id: driverId } = await addDriver();
    const attribute = await add({
      stringValues: ['a', 'b'],
      entities: [{ entityId: driverId, stringValues: ['a'] }],
    });
    const renamed = await patch(attribute.id, { name: 'Renamed' });
    expect(renamed.body.data).toEqual({ ...attribute, name: 'Renamed' });
    const changed = await patch(attribute.id, { stringValues: ['a', 'c'] });
    expect(changed.body.data.values).toEqual([
      attribute.values[0],
      { id: expect.any(String), stringValue: 'c' },
    ]);
    expect(changed.body.data.entities).toEqual(attribute.entities);
    const dropped = await patch(attribute.id, { stringValues: ['c'] });
    expect(dropped.body.data.entities).toEqual([]);
  });
  test('200 changes the type while nobody has a value', async () => {
    const { id } = await add({ stringValues: ['a'] });
    const reply = await patch(id, { attributeType: 'number', numberValues: [1] });
    expect(reply.body.data).toMatchObject({ attributeType: 'number', unit: 'NO_UNIT', numberValues: [1] });
    const driver = await addDriver({ attributes: [{ id, numberValues: [1] }] });
    expect((await patch(id, { attributeType: 'text' })).status).toBe(400);
    expect((await patch(id, { entities: [{ entityId: driver.id }] })).body.data.entities).toEqual([]);
    expect((await patch(id, { attributeType: 'text' })).status).toBe(200);
  });
  test('400 without entityType or with a taken name', async () => {
    const [one, two] = [await add(), await add()];
    expect((await server.org.send('PATCH', `/attributes/${one.id}`, {})).status).toBe(400);
    expect((await patch(one.id, { name: two.name })).status).toBe(400);
  });
  test('404 for one that is not there', async () => {
    expect((await patch('99', {})).status).toBe(404);
  });
});

describe('DELETE /attributes/{id}', () => {
  test('204 takes it off everything', async () => {
    const { id } = await add({ attributeType: 'text' });
    const driver = await addDriver({ attributes: [{ id, stringValues: ['x'] }] });
    const reply = await server.org.send('DELETE', `/attributes/${id}?entityType=driver`);
    expect(reply).toMatchObject({ status: 204, text: '' });
    expect((await get(id)).status).toBe(404);
    const { body } = await server.org.get(`/fleet/drivers/${driver.id}`);
    expect(body.data).not.toHaveProperty('attributes');
  });
  test('404 with the other kind', async () => {
    const { id } = await add();
    expect((await server.org.send('DELETE', `/attributes/${id}?entityType=asset`)).status).toBe(404);
  });
});
