import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePeople } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

const NOW = new Date('2026-11-21T09:30:00Z');
let server: TestApp;
let org: TestOrg;
let driverId: string;
let vehicleId: string;
beforeAll(async () => {
  server = await startApp({ clock: { now: () => NOW } });
  org = server.org;
  [driverId] = (await makePeople(server, org, 1)) as [string];
  vehicleId = (await org.send('POST', '/fleet/vehicles', { name: 'Truck', vin: '1HGBH41JXMN109186' })).body
    .data.id;
  await org.send('PATCH', `/fleet/drivers/${driverId}`, { externalIds: { payroll: '4841' } });
});
afterAll(() => server.stop());

const hour = (fields: object = {}) => ({
  driverId,
  vehicleId,
  hour: '2026-05-01T08:00:00Z',
  driveTimeDurationMs: 3_000_000,
  engineOnDurationMs: 3_600_000,
  idlingDurationMs: 600_000,
  totalBrakeDurationMs: 100_000,
  ...fields,
});
const post = (data: object[], query = '', headers = {}) =>
  org.send('POST', `/driver-efficiency/hours${query}`, { data }, headers);
const count = async (): Promise<number> =>
  (
    await server.database.rows(sql`select count(*)::int from efficiency_hour where org_id = ${org.orgId}`)
  )[0]?.[0];

test('200 tells what became of the hours; one sent again replaces the earlier one', async () => {
  const first = await post([hour(), hour({ hour: '2026-05-01T11:00:00+02:00' })]);
  expect(first).toMatchObject({ status: 200, body: { data: { created: 2, updated: 0, unchanged: 0 } } });
  const again = await post([hour(), hour({ hour: '2026-05-01T09:00:00Z', idlingDurationMs: 0 })]);
  expect(again.body.data).toEqual({ created: 0, updated: 1, unchanged: 1 });
});

test('200 with external ids, and of two alike the later counts', async () => {
  const names = { driverId: 'payroll:4841', vehicleId: 'samsara.vin:1HGBH41JXMN109186' };
  const reply = await post([
    hour({ ...names, hour: '2026-05-02T00:00:00Z', coastingDurationMs: 1 }),
    hour({ driverId: `driver-${driverId}`, hour: '2026-05-02T00:00:00Z', coastingDurationMs: 2 }),
  ]);
  expect(reply.body.data).toEqual({ created: 1, updated: 0, unchanged: 0 });
  const [row] = await server.database.rows(sql`
    select coasting from efficiency_hour where org_id = ${org.orgId} and hour = '2026-05-02T00:00:00Z'`);
  expect(row).toEqual([2]);
});

test('200 with dryRun writes nothing, with an Idempotency-Key writes once', async () => {
  const before = await count();
  const data = [hour({ hour: '2021-01-01T00:00:00Z' })];
  expect((await post(data, '?dryRun=true')).body.data).toEqual({ created: 1, updated: 0, unchanged: 0 });
  expect(await count()).toBe(before);
  const key = { 'idempotency-key': 'k1' };
  const replies = await Promise.all([post(data, '', key), post(data, '', key), post(data, '', key)]);
  expect(replies.map(({ body }) => body.data.created)).toEqual([1, 1, 1]);
  expect(await count()).toBe(before + 1);
  expect((await post([hour()], '', key)).status).toBe(422);
});

test('200 for a full request, and leaves the ledger as it is', async () => {
  const seq = async () =>
    (await server.database.rows(sql`select last_seq from org_head where org_id = ${org.orgId}`))[0]?.[0];
  const before = await seq();
  const data = Array.from({ length: 1000 }, (_, n) =>
    hour({ hour: new Date(Date.UTC(2025, 0, 1, n)).toISOString(), greenBandDurationMs: n }),
  );
  expect((await post(data)).body.data).toEqual({ created: 1000, updated: 0, unchanged: 0 });
  expect(await seq()).toBe(before);
});

const bad: [what: string, fields: object, message: string][] = [
  ['a negative duration', { driveTimeDurationMs: -1 }, 'data[1].driveTimeDurationMs: it must be >= 0.'],
  ['over an hour', { driveTimeDurationMs: 3_600_001 }, 'data[1].driveTimeDurationMs: it must be <= 3600000.'],
  ['a fraction', { coastingDurationMs: 1.5 }, 'data[1].coastingDurationMs: it must be an integer.'],
  ['null', { highTorqueDurationMs: null }, 'data[1].highTorqueDurationMs: it must be an integer.'],
  [
    'a half hour',
    { hour: '2026-05-01T08:30:00Z' },
    'data[1].hour: "2026-05-01T08:30:00Z" is not a whole hour',
  ],
  [
    'an hour to come',
    { hour: '2026-11-21T10:00:00Z' },
    'data[1].hour: "2026-11-21T10:00:00Z" has not begun yet.',
  ],
  ['no time', { hour: 'noon' }, 'data[1].hour: "noon" is not an RFC 3339 time'],
  ['another century', { hour: '1999-12-31T23:00:00Z' }, 'data[1].hour: "1999-12-31T23:00:00Z" is before'],
  ['no id', { vehicleId: 'truck' }, 'data[1].vehicleId: "truck" is an invalid ID.'],
  ['a topography of six', { topographyScore: 6 }, 'data[1].topographyScore: it must be <= 5.'],
];
test.each(bad)('400 for %s names row and field, and writes none of the rows', async (_, fields, message) => {
  const before = await count();
  const reply = await post([hour({ hour: '2024-01-01T00:00:00Z' }), hour(fields)]);
  expect(reply.status).toBe(400);
  expect(reply.body.message).toContain(message);
  expect(await count()).toBe(before);
});

test('400 for a missing field, an unknown field, none and 1,001 rows', async () => {
  const { idlingDurationMs: _, ...partial } = hour();
  expect((await post([partial])).body.message).toBe('data[0].idlingDurationMs is missing');
  expect((await post([hour({ speed: 1 })])).body.message).toContain('Unknown field data[0].speed.');
  expect((await post([])).body.message).toContain('data: it needs at least 1 value');
  const reply = await post(Array.from({ length: 1001 }, () => hour()));
  expect(reply).toMatchObject({ status: 400 });
  expect(reply.body.message).toContain('data: it has more than 1000 values');
});

test('404 for a driver or vehicle that is not there, or out of the token’s tags, naming the row', async () => {
  const reply = await post([hour(), hour({ driverId: 'payroll:0' })]);
  expect(reply).toMatchObject({ status: 404 });
  expect(reply.body.message).toBe('Object not found. data[1].driverId: no driver payroll:0.');
  const tag = (await org.send('POST', '/tags', { name: 'North', drivers: [driverId] })).body.data.id;
  const limited = await org.withScopes(['Write Driver Efficiency'], [tag]);
  const hidden = await limited.send('POST', '/driver-efficiency/hours', { data: [hour()] });
  expect(hidden).toMatchObject({ status: 404 });
  expect(hidden.body.message).toContain('data[0].vehicleId');
});

test('401 and 403', async () => {
  const reader = await org.withScopes(['Read Driver Efficiency']);
  expect((await reader.send('POST', '/driver-efficiency/hours', { data: [hour()] })).status).toBe(403);
  const headers = { authorization: 'Bearer nobody' };
  expect((await post([hour()], '', headers)).status).toBe(401);
});

test('200 for organizations that need the same new months at once', async () => {
  const fleets = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const own = await server.makeOrg();
      const [driver] = (await makePeople(server, own, 1)) as [string];
      const vehicle = (await own.send('POST', '/fleet/vehicles', { name: 'Truck' })).body.data.id;
      return { own, ids: { driverId: driver, vehicleId: vehicle } };
    }),
  );
  const replies = await Promise.all(
    fleets.flatMap(({ own, ids }, n) =>
      [0, 1, 2].map((month) => {
        const hours = [2012 + ((n + month) % 2), 2012, 2013].map(
          (year) => `${year}-0${month + 1}-01T00:00:00Z`,
        );
        const data = hours.map((at) => hour({ ...ids, hour: at }));
        return own.send('POST', '/driver-efficiency/hours', { data });
      }),
    ),
  );
  expect(replies.map(({ status, body }) => [status, body.data?.created])).toEqual(
    replies.map(() => [200, 2]),
  );
});
