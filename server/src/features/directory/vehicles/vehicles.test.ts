import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

const post = (fields: object) => server.org.send('POST', '/fleet/vehicles', { name: 'Truck', ...fields });
const add = async (fields: object = {}) => {
  const reply = await post(fields);
  expect(reply.text).toContain('"data"');
  return reply.body.data;
};
const get = async (id: string) => (await server.org.get(`/fleet/vehicles/${id}`)).body.data;
const patch = (id: string, fields: object) => server.org.send('PATCH', `/fleet/vehicles/${id}`, fields);
const addTag = async (fields: object = {}) =>
  (await server.org.send('POST', '/tags', { name: 'Tag', ...fields })).body.data;
let count = 0;
const addDriver = async (fields: object = {}) => {
  count += 1;
  const sent = { name: `Driver ${count}`, username: `driver${count}`, password: 'correct horse', ...fields };
  return (await server.org.send('POST', '/fleet/drivers', sent)).body.data;
};
const ids = (reply: { body: { data: { id: string }[] } }) => reply.body.data.map(({ id }) => id);

describe('POST /fleet/vehicles', () => {
  test('200 keeps every field and gives it back', async () => {
    const tag = await addTag();
    const driver = await addDriver();
    const kept = {
      name: 'Truck 7',
      vin: '1HGBH41JXMN109186',
      auxInputType1: 'boom',
      auxInputType13: 'plow',
      cameraSerial: 'C-1',
      engineHours: 12,
      esn: 'E-1',
      grossVehicleWeight: { unit: 'lb', weight: 26001 },
      harshAccelerationSettingType: 'heavyDuty',
      licensePlate: '6SAM123',
      make: 'Ford',
      model: 'F-650',
      notes: 'New',
      odometerMeters: 9,
      vehicleRegulationMode: 'mixed',
      vehicleType: 'truck',
      year: '2024',
    };
    const { body } = await post({
      ...kept,
      gatewaySerial: 'GFRV-43N-VGX',
      gatewayModel: 'VG34',
      externalIds: { unit: '7' },
      tagIds: [tag.id],
      staticAssignedDriverId: driver.id,
    });
    expect(body.data).toEqual({
      id: expect.stringMatching(/^\d+$/),
      ...kept,
      serial: 'GFRV-43N-VGX',
      gateway: { model: 'VG34', serial: 'GFRV-43N-VGX' },
      vehicleWeight: 26001,
      vehicleWeightInPounds: 26001,
      vehicleWeightInKilograms: 11794,
      externalIds: { unit: '7', 'samsara.vin': kept.vin, 'samsara.serial': 'GFRV-43N-VGX' },
      tags: [{ id: tag.id, name: 'Tag' }],
      staticAssignedDriver: { id: driver.id, name: driver.name },
      createdAtTime: expect.stringMatching(/Z$/),
      updatedAtTime: body.data.createdAtTime,
    });
    for (const name of ['unit:7', `samsara.vin:${kept.vin}`, 'samsara.serial:GFRV-43N-VGX'])
      expect(await get(encodeURIComponent(name))).toEqual(body.data);
    const assigned = (await server.org.get(`/fleet/drivers/${driver.id}`)).body.data;
    expect(assigned.staticAssignedVehicle).toEqual({ id: body.data.id, name: 'Truck 7' });
  });
  test.each([
    [{ name: '' }, 'name'],
    [{ colour: 'red' }, 'colour'],
    [{ vin: 'short' }, 'vin'],
    [{ licensePlate: 'x'.repeat(13) }, 'licensePlate'],
    [{ auxInputType1: 'laser' }, 'auxInputType1'],
    [{ engineHours: -1 }, 'engineHours'],
    [{ odometerMeters: 1e300 }, 'odometerMeters'],
    [{ grossVehicleWeight: { unit: 'st' } }, 'grossVehicleWeight'],
    [{ externalIds: { 'samsara.vin': 'x' } }, 'samsara.vin'],
  ])('400 %j', async (fields, named) => {
    expect(await post(fields)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(named) },
    });
  });
  test('400 for a VIN that another vehicle has', async () => {
    const { id } = await add({ vin: '1HGBH41JXMN109999' });
    expect(await post({ vin: '1HGBH41JXMN109999' })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(`is taken by vehicle ${id}`) },
    });
  });
  test('401 without a token', async () => {
    expect((await server.org.send('POST', '/fleet/vehicles', {}, { authorization: '' })).status).toBe(401);
  });
  test('403 names the scope', async () => {
    const reader = await server.org.withScopes(['Read Vehicles']);
    expect(await reader.send('POST', '/fleet/vehicles', { name: 'a' })).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('Write Vehicles') },
    });
  });
  test.each([[{ tagIds: ['99'] }], [{ staticAssignedDriverId: '99' }], [{ attributes: [{ name: 'None' }] }]])(
    '404 %j',
    async (fields) => {
      expect((await post(fields)).status).toBe(404);
    },
  );
});

describe('GET /fleet/vehicles', () => {
  test('200 pages through all and ends with an empty cursor', async () => {
    const org = await server.makeOrg();
    for (const name of ['a', 'b', 'c']) await org.send('POST', '/fleet/vehicles', { name });
    const first = await org.get('/fleet/vehicles?limit=2');
    const second = await org.get(`/fleet/vehicles?limit=2&after=${first.body.pagination.endCursor}`);
    expect([...first.body.data, ...second.body.data].map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(second.body.pagination).toEqual({ endCursor: '', hasNextPage: false });
  });
  test('200 filters by tags, with commas and repeated, and by times', async () => {
    const top = await addTag();
    const low = await addTag({ parentTagId: top.id });
    const one = await add({ tagIds: [top.id] });
    const two = await add({ tagIds: [low.id] });
    const list = async (query: string) => ids(await server.org.get(`/fleet/vehicles?${query}`));
    expect(await list(`tagIds=${top.id}`)).toEqual([one.id]);
    expect(await list(`parentTagIds=${top.id}`)).toEqual([one.id, two.id]);
    expect(await list(`tagIds=${top.id},${low.id}`)).toEqual([one.id, two.id]);
    expect(await list(`tagIds=${top.id}&tagIds=${low.id}`)).toEqual([one.id, two.id]);
    expect(await list(`tagIds=${top.id}&createdAfterTime=${two.createdAtTime}`)).toEqual([]);
    expect(await list(`parentTagIds=${top.id}&updatedAfterTime=${two.updatedAtTime}`)).toEqual([two.id]);
  });
  test('200 shows a limited token only what is in its tags', async () => {
    const tag = await addTag();
    const seen = await add({ tagIds: [tag.id] });
    const hidden = await add();
    const limited = await server.org.withScopes(['Read Vehicles', 'Write Vehicles'], [tag.id]);
    expect(ids(await limited.get('/fleet/vehicles'))).toEqual([seen.id]);
    expect((await limited.get(`/fleet/vehicles/${hidden.id}`)).status).toBe(404);
    expect((await limited.send('PATCH', `/fleet/vehicles/${hidden.id}`, { name: 'x' })).status).toBe(404);
    expect((await limited.send('POST', '/fleet/vehicles', { name: 'x' })).status).toBe(400);
    expect((await limited.send('POST', '/fleet/vehicles', { name: 'x', tagIds: [tag.id] })).status).toBe(200);
  });
  test.each([
    'limit=0',
    'limit=1e9',
    'tagIds=x',
    'attributeValueIds=x',
    'attributes=x',
    'updatedAfterTime=x',
    'after=x',
  ])('400 %s', async (query) => {
    expect((await server.org.get(`/fleet/vehicles?${query}`)).status).toBe(400);
  });
});

describe('GET /fleet/vehicles/{id}', () => {
  test.each(['99', 'abc', 'samsara.vin:none', '9'.repeat(25)])('404 %s', async (id) => {
    expect((await server.org.get(`/fleet/vehicles/${id}`)).status).toBe(404);
  });
  test('404 for another organization’s', async () => {
    const { id } = await add();
    expect((await (await server.makeOrg()).get(`/fleet/vehicles/${id}`)).status).toBe(404);
  });
});

describe('PATCH /fleet/vehicles/{id}', () => {
  test('200 changes what is sent and nothing else', async () => {
    const vehicle = await add({ notes: 'old', licensePlate: 'A1', externalIds: { keep: '1', drop: '2' } });
    const reply = await patch(vehicle.id, {
      name: 'New',
      licensePlate: '',
      externalIds: { drop: '' },
      wheels: 6,
      grossVehicleWeight: { weight: 7, stone: 1 },
    });
    const { licensePlate: _, ...rest } = vehicle;
    const weight = { grossVehicleWeight: { weight: 7 }, vehicleWeight: 7 };
    const expected = {
      ...rest,
      ...weight,
      name: 'New',
      externalIds: { keep: '1' },
      updatedAtTime: expect.any(String),
    };
    expect(reply).toMatchObject({ status: 200 });
    expect(reply.body.data).toEqual(expected);
  });
  test('200 moves the automatic external id with the VIN and takes it back as it was served', async () => {
    const vehicle = await add({ vin: '1HGBH41JXMN100001' });
    const reply = await patch(vehicle.id, { vin: '1HGBH41JXMN100002' });
    expect(reply.body.data.externalIds).toEqual({ 'samsara.vin': '1HGBH41JXMN100002' });
    expect((await server.org.get('/fleet/vehicles/samsara.vin:1HGBH41JXMN100001')).status).toBe(404);
    expect((await patch(vehicle.id, { externalIds: reply.body.data.externalIds })).status).toBe(200);
  });
  test('200 gives a driver one vehicle and a vehicle one driver', async () => {
    const [one, two] = [await add({ name: 'One' }), await add({ name: 'Two' })];
    const [ann, bob] = [await addDriver(), await addDriver()];
    await patch(one.id, { staticAssignedDriverId: ann.id });
    await patch(two.id, { staticAssignedDriverId: bob.id });
    const moved = await patch(two.id, { staticAssignedDriverId: ann.id });
    expect(moved.body.data.staticAssignedDriver.id).toBe(ann.id);
    expect(await get(one.id)).not.toHaveProperty('staticAssignedDriver');
    const other = await server.org.send('PATCH', `/fleet/drivers/${bob.id}`, {
      staticAssignedVehicleId: two.id,
    });
    expect(other.body.data.staticAssignedVehicle).toEqual({ id: two.id, name: 'Two' });
    const freed = await patch(two.id, { staticAssignedDriverId: '0' });
    expect(freed.body.data).not.toHaveProperty('staticAssignedDriver');
    const { rows } = await server.database.pool.query(
      `select resource, id from ledger_change where seq = (select max(seq) from ledger_change where org_id = $1)
       and org_id = $1 order by resource`,
      [server.org.orgId],
    );
    expect(rows).toEqual([
      { resource: 'driver', id: bob.id },
      { resource: 'vehicle', id: two.id },
    ]);
  });
  test.each([[{ name: '' }], [{ vin: '' }], [{ tagIds: 'x' }], [{ vehicleType: 'boat' }]])(
    '400 %j',
    async (fields) => {
      const { id } = await add();
      expect((await patch(id, fields)).status).toBe(400);
    },
  );
  test('404 for a vehicle that is not there', async () => {
    expect((await patch('99', {})).status).toBe(404);
  });
});
