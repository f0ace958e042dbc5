import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePeople } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

const NOW = new Date('2026-11-21T09:30:00Z');
const MAY = 'startTime=2026-05-01T00:00:00Z&endTime=2026-06-01T00:00:00Z';
let server: TestApp;
let org: TestOrg;
let drivers: string[];
let vehicles: string[];
let tags: { north: string; depot: string };
beforeAll(async () => {
  server = await startApp({ clock: { now: () => NOW } });
  org = server.org;
  drivers = await makePeople(server, org, 3);
  const add = async (path: string, body: object) => (await org.send('POST', path, body)).body.data.id;
  vehicles = [
    await add('/fleet/vehicles', { name: 'One', vin: '1HGBH41JXMN109186' }),
    await add('/fleet/vehicles', { name: 'Two' }),
  ];
  await org.send('PATCH', `/fleet/drivers/${drivers[0]}`, { externalIds: { payroll: '4841' } });
  const north = await add('/tags', { name: 'North', vehicles: [vehicles[0]] });
  tags = { north, depot: await add('/tags', { name: 'Depot', parentTagId: north, drivers: [drivers[1]] }) };
  const hour = (driver: number, vehicle: number, at: string) => ({
    driverId: drivers[driver],
    vehicleId: vehicles[vehicle],
    hour: at,
    driveTimeDurationMs: 10 ** driver * (vehicle + 1),
    engineOnDurationMs: 1000,
    idlingDurationMs: 500,
    totalBrakeDurationMs: 0,
  });
  const data = [
    hour(0, 0, '2026-05-01T00:00:00Z'),
    hour(0, 1, '2026-05-31T23:00:00Z'),
    hour(1, 0, '2026-05-10T00:00:00Z'),
    hour(1, 0, '2026-06-01T00:00:00Z'),
    hour(2, 1, '2026-04-30T23:00:00Z'),
  ];
  expect((await org.send('POST', '/driver-efficiency/hours', { data })).status).toBe(200);
});
afterAll(() => server.stop());

const read = (path: string, as: { get: TestOrg['get'] } = org) =>
  as.get(`/driver-efficiency/${path}&dataFormats=raw`);
/** The drive times of a reply, by id. */
const drives = async (path: string, as?: { get: TestOrg['get'] }): Promise<Record<string, number>> => {
  const { status, body, text } = await read(path, as);
  expect(status, text).toBe(200);
  return Object.fromEntries(
    body.data.map(
      (item: { driverId?: string; vehicleId?: string; rawData: { driveTimeDurationMs: number } }) => [
        item.driverId ?? item.vehicleId,
        item.rawData.driveTimeDurationMs,
      ],
    ),
  );
};
const only = (...pairs: [id: string | undefined, drive: number][]) => Object.fromEntries(pairs);

describe('200', () => {
  test('sums by driver and by vehicle; the end is not included', async () => {
    expect(await drives(`drivers?${MAY}`)).toEqual(only([drivers[0], 3], [drivers[1], 10]));
    expect(await drives(`vehicles?${MAY}`)).toEqual(only([vehicles[0], 11], [vehicles[1], 2]));
    const longer = 'startTime=2026-04-30T23:00:00Z&endTime=2026-06-01T01:00:00Z';
    expect(await drives(`drivers?${longer}`)).toEqual(
      only([drivers[0], 3], [drivers[1], 20], [drivers[2], 200]),
    );
    const offset = 'startTime=2026-05-01T01:00:00%2B01:00&endTime=2026-05-31T20:00:00-03:00';
    expect(await drives(`drivers?${offset}`)).toEqual(only([drivers[0], 1], [drivers[1], 10]));
  });

  test('whole hours of zones of half and quarter hours, exact because no hour is cut', async () => {
    const days = (zone: string) =>
      `startTime=2026-05-01T00:00:00${encodeURIComponent(zone)}&endTime=2026-06-02T00:00:00${encodeURIComponent(zone)}`;
    const all = only([drivers[0], 3], [drivers[1], 20], [drivers[2], 200]);
    for (const zone of ['+05:30', '+05:45', '+09:30', '+12:45'])
      expect(await drives(`drivers?${days(zone)}`)).toEqual(all);
    for (const zone of ['-03:30', '-09:30'])
      expect(await drives(`drivers?${days(zone)}`)).toEqual(only([drivers[0], 2], [drivers[1], 20]));
    // The hour that is cut is another driver's.
    const cut = 'startTime=2026-05-10T06:00:00%2B05:30&endTime=2026-06-01T00:00:00Z';
    expect(await drives(`drivers?${cut}&driverIds=${drivers[0]}`)).toEqual(only([drivers[0], 2]));
    const unencoded = 'startTime=2026-05-01T00:00:00+05:30&endTime=2026-06-02T00:00:00+05:30';
    expect(await drives(`vehicles?${unencoded}`)).toEqual(only([vehicles[0], 21], [vehicles[1], 202]));
  });

  test('the older path answers the same', async () => {
    for (const path of [`drivers?${MAY}`, `vehicles?${MAY}`]) {
      const preview = await org.get(`/preview/driver-efficiency/${path}`);
      expect(preview.body.data.length).toBe(2);
      expect(preview.text).toBe((await org.get(`/driver-efficiency/${path}`)).text);
    }
  });

  test('by id, external id and tag, which are a union', async () => {
    expect(await drives(`drivers?${MAY}&driverIds=payroll:4841`)).toEqual(only([drivers[0], 3]));
    expect(await drives(`drivers?${MAY}&driverIds=driver-${drivers[1]}&driverIds=${drivers[2]}`)).toEqual(
      only([drivers[1], 10]),
    );
    expect(await drives(`vehicles?${MAY}&vehicleIds=samsara.vin:1HGBH41JXMN109186`)).toEqual(
      only([vehicles[0], 11]),
    );
    expect(await drives(`drivers?${MAY}&tagIds=${tags.depot}`)).toEqual(only([drivers[1], 10]));
    expect(await drives(`drivers?${MAY}&tagIds=${tags.north}`)).toEqual({});
    expect(await drives(`drivers?${MAY}&parentTagIds=${tags.north}`)).toEqual(only([drivers[1], 10]));
    expect(await drives(`vehicles?${MAY}&parentTagIds=${tags.north}`)).toEqual(only([vehicles[0], 11]));
    expect(await drives(`drivers?${MAY}&parentTagIds=${tags.north}&driverIds=${drivers[0]}`)).toEqual(
      only([drivers[0], 3], [drivers[1], 10]),
    );
  });

  test('scores alone unless other formats are asked for', async () => {
    const scores = (await org.get(`/driver-efficiency/drivers?${MAY}`)).body.data[0];
    expect(scores).toEqual({ driverId: drivers[0], scoreData: { idlingScore: '0', overallScore: '0' } });
    const [all] = (await org.get(`/driver-efficiency/drivers?${MAY}&dataFormats=raw,percentage`)).body.data;
    expect(Object.keys(all)).toEqual(['driverId', 'rawData', 'percentageData']);
    expect(all.percentageData).toEqual({ idlingPercentage: 50 });
  });

  test('a token that is limited to tags sees those of its tags', async () => {
    const limited = await org.withScopes(['Read Driver Efficiency'], [tags.north]);
    expect(await drives(`drivers?${MAY}`, limited)).toEqual(only([drivers[1], 10]));
    expect(await drives(`vehicles?${MAY}`, limited)).toEqual(only([vehicles[0], 11]));
    expect((await read(`drivers?${MAY}&driverIds=${drivers[0]}`, limited)).status).toBe(404);
  });

  test('pages of 512, each driver once', async () => {
    const crowd = await server.makeOrg('Crowd');
    const ids = await makePeople(server, crowd, 1100);
    const vehicleId = (await crowd.send('POST', '/fleet/vehicles', { name: 'Bus' })).body.data.id;
    const rows = ids.map((driverId) => ({
      driverId,
      vehicleId,
      hour: '2026-05-03T00:00:00Z',
      driveTimeDurationMs: 1,
      engineOnDurationMs: 1,
      idlingDurationMs: 0,
      totalBrakeDurationMs: 0,
    }));
    for (const data of [rows.slice(0, 1000), rows.slice(1000)])
      await crowd.send('POST', '/driver-efficiency/hours', { data });
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let after = ''; ; ) {
      const { body } = await crowd.get(`/driver-efficiency/drivers?${MAY}&after=${after}`);
      seen.push(...body.data.map(({ driverId }: { driverId: string }) => driverId));
      sizes.push(body.data.length);
      after = body.pagination.endCursor;
      if (!body.pagination.hasNextPage) break;
    }
    expect(sizes).toEqual([512, 512, 76]);
    expect(seen).toEqual([...ids].sort());
    const { body } = await crowd.get(`/driver-efficiency/drivers?${MAY}`);
    const cursor = body.pagination.endCursor;
    const other = await crowd.get(`/driver-efficiency/vehicles?${MAY}&after=${cursor}`);
    expect(other).toMatchObject({ status: 400 });
    expect(other.body.message).toBe('Parameters differ from previous paginated request.');
    expect((await org.get(`/driver-efficiency/drivers?${MAY}&after=${cursor}`)).status).toBe(400);
  });
});

test.each([
  ['startTime is missing', 'endTime=2026-06-01T00:00:00Z'],
  [
    'startTime: "2026-05-01T00:30:00Z" is not a whole hour',
    'startTime=2026-05-01T00:30:00Z&endTime=2026-06-01T00:00:00Z',
  ],
  [
    'endTime: "2026-06-01T00:00:01Z" is not a whole hour',
    'startTime=2026-05-01T00:00:00Z&endTime=2026-06-01T00:00:01Z',
  ],
  ['is not a whole hour', 'startTime=2026-05-01T00:30:00%2B05:30&endTime=2026-06-01T00:00:00Z'],
  ['is not a whole hour', 'startTime=2026-04-30T18:30:00Z&endTime=2026-06-01T00:00:00Z'],
  [
    'startTime: it lies within the hour of 2026-05-10T00:00:00Z, which has data and cannot be divided',
    'startTime=2026-05-10T06:00:00%2B05:30&endTime=2026-06-01T00:00:00Z',
  ],
  [
    'endTime: it lies within the hour of 2026-05-31T23:00:00Z',
    'startTime=2026-05-01T00:00:00Z&endTime=2026-05-31T20:00:00-03:30',
  ],
  [
    'startTime: it must be at least 1 day before',
    'startTime=2026-05-01T00:00:00Z&endTime=2026-05-01T23:00:00Z',
  ],
  [
    'startTime: it must be at least 1 day before',
    'startTime=2026-05-02T00:00:00Z&endTime=2026-05-01T00:00:00Z',
  ],
  [
    'endTime: it must be at least 3 hours before now',
    'startTime=2026-05-01T00:00:00Z&endTime=2026-11-21T07:00:00Z',
  ],
  [
    'endTime: it must be at least 3 hours before now',
    'startTime=2026-05-01T00:00:00Z&endTime=2027-01-01T00:00:00Z',
  ],
  ['startTime: "May" is not an RFC 3339 time', 'startTime=May&endTime=2026-06-01T00:00:00Z'],
  ['dataFormats[0]: use one of score, raw, percentage', `${MAY}&dataFormats=letters`],
  ['driverIds contains an invalid ID: "anna".', `${MAY}&driverIds=anna`],
  ['tagIds contains an invalid ID: "north".', `${MAY}&tagIds=north`],
  ['invalid or expired pagination cursor', `${MAY}&after=abc`],
])('400 %s', async (message, query) => {
  const reply = await org.get(`/driver-efficiency/drivers?${query}`);
  expect(reply.status).toBe(400);
  expect(reply.body.message).toContain(message);
});

test('200 for an end exactly three hours ago', async () => {
  expect((await read('drivers?startTime=2026-05-01T00:00:00Z&endTime=2026-11-21T06:00:00Z')).status).toBe(
    200,
  );
});

test('404 for an unknown driver, external id or tag; 403 without the scope; 401', async () => {
  expect((await read(`drivers?${MAY}&driverIds=payroll:0`)).body.message).toContain('no driver payroll:0');
  expect((await read(`vehicles?${MAY}&vehicleIds=1`)).status).toBe(404);
  expect((await read(`vehicles?${MAY}&tagIds=1`)).status).toBe(404);
  const writer = await org.withScopes(['Write Driver Efficiency']);
  expect((await read(`drivers?${MAY}`, writer)).status).toBe(403);
  expect((await org.get(`/driver-efficiency/drivers?${MAY}`, { authorization: 'Bearer x' })).status).toBe(
    401,
  );
});

test('429 beyond ten requests a second', async () => {
  const limited = await startApp({ clock: { now: () => NOW }, rateLimitFactor: 1 });
  const path = `/driver-efficiency/drivers?${MAY}`;
  const replies = await Promise.all(Array.from({ length: 30 }, () => limited.org.get(path)));
  expect(replies.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  await limited.stop();
});

test('partitions are made once for each month', async () => {
  const rows = await server.database.rows(sql`
    select inhrelid::regclass::text from pg_inherits where inhparent = 'efficiency_hour'::regclass order by 1`);
  expect(rows.flat()).toEqual(['efficiency_hour_202604', 'efficiency_hour_202605', 'efficiency_hour_202606']);
});
