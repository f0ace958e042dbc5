import { SamsaraError } from '@samsarahq/samsara';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, samsara } from './clients.ts';
import { checked } from './contract.ts';

const RUN = Date.now().toString(36);
const MONTH = { startTime: '2026-05-01T00:00:00Z', endTime: '2026-06-01T00:00:00Z' };
const client = samsara();
let driverId: string;
let vehicleId: string;
let tagId: string;
let parentTagId: string;

const hour = (fields: object) => ({
  driverId: `payroll:eff-${RUN}`,
  vehicleId,
  hour: '2026-05-04T09:00:00Z',
  driveTimeDurationMs: 2_000_000,
  engineOnDurationMs: 2_500_000,
  idlingDurationMs: 250_000,
  totalBrakeDurationMs: 100_000,
  ...fields,
});
const figures = async (fields: object = {}) =>
  (
    await client.fuelAndEnergy.getDriverEfficiencyByDrivers({
      ...MONTH,
      driverIds: [driverId],
      dataFormats: ['score', 'raw', 'percentage'],
      ...fields,
    })
  ).data[0];

beforeAll(async () => {
  const driver = await client.drivers.create({
    name: 'Efficient Driver',
    username: `eff-${RUN}`,
    password: 'correct horse 9',
    externalIds: { payroll: `eff-${RUN}` },
  });
  driverId = driver.data?.id as string;
  vehicleId = (await call('POST', '/fleet/vehicles', { name: `Truck ${RUN}` })).body.data.id;
  parentTagId = (await call('POST', '/tags', { name: `Region ${RUN}` })).body.data.id;
  tagId = (await call('POST', '/tags', { name: `Depot ${RUN}`, parentTagId, drivers: [driverId] })).body.data
    .id;
  await call('POST', '/tags', { name: `Trucks ${RUN}`, parentTagId, vehicles: [vehicleId] });
});

describe('the official client, with only a base URL and a token', () => {
  test('reads what was sent, by driver and by vehicle', async () => {
    const data = [
      hour({ cruiseControlDurationMs: 1_100_000, topographyScore: 2, averageVehicleWeightKg: 20_000 }),
      hour({ hour: '2026-05-31T23:00:00Z', anticipationBrakeEventCount: 24, totalBrakeEventCount: 100 }),
    ];
    const sent = await call('POST', '/driver-efficiency/hours', { data });
    expect(sent).toMatchObject({ status: 200, body: { data: { created: 2, updated: 0, unchanged: 0 } } });
    expect(await figures()).toMatchObject({
      driverId,
      scoreData: {
        cruiseControlScore: '90',
        anticipationScore: '11',
        overallScore: expect.stringMatching(/^\d+$/),
      },
      rawData: {
        driveTimeDurationMs: 4_000_000,
        cruiseControlDurationMs: 1_100_000,
        averageVehicleWeightKg: 20_000,
      },
      percentageData: { idlingPercentage: 10, cruiseControlPercentage: 55, anticipationPercentage: 24 },
      difficultyScore: { overallScore: '3', topographyScore: '2', vehicleWeightScore: '3' },
    });
    const vehicles = await client.fuelAndEnergy.getDriverEfficiencyByVehicles({
      ...MONTH,
      vehicleIds: vehicleId,
      dataFormats: ['raw'],
    });
    expect(vehicles.data).toMatchObject([{ vehicleId, rawData: { driveTimeDurationMs: 4_000_000 } }]);
    expect(vehicles.pagination).toEqual({ endCursor: '', hasNextPage: false });
  });

  test('finds them by external id, tag and the tag above', async () => {
    const ids = async (fields: object) =>
      (await client.fuelAndEnergy.getDriverEfficiencyByDrivers({ ...MONTH, ...fields })).data.map(
        (item) => item.driverId,
      );
    expect(await ids({ driverIds: [`payroll:eff-${RUN}`] })).toEqual([driverId]);
    expect(await ids({ tagIds: tagId })).toEqual([driverId]);
    expect(await ids({ parentTagIds: parentTagId })).toEqual([driverId]);
    expect(await ids({ tagIds: parentTagId })).toEqual([]);
    const { data } = await client.fuelAndEnergy.getDriverEfficiencyByVehicles({
      ...MONTH,
      parentTagIds: parentTagId,
    });
    expect(data.map((item) => item.vehicleId)).toEqual([vehicleId]);
  });

  test('sees a corrected hour, and letters when the organization wants them', async () => {
    const again = await call('POST', '/driver-efficiency/hours', { data: [hour({ coastingDurationMs: 0 })] });
    expect(again.body.data).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const corrected = await figures();
    expect(corrected?.rawData).not.toHaveProperty('cruiseControlDurationMs');
    expect(corrected?.scoreData).toMatchObject({ coastingScore: '0' });
    await call('PATCH', '/driver-efficiency/settings', { scoreFormat: 'letters' });
    expect((await figures())?.scoreData).toMatchObject({ coastingScore: 'G', anticipationScore: 'F' });
    await call('PATCH', '/driver-efficiency/settings', { scoreFormat: 'numbers' });
  });

  test('gets 400 for an end that is too near and a window that is too short', async () => {
    const endTime = `${new Date().toISOString().slice(0, 13)}:00:00Z`;
    const near = client.fuelAndEnergy.getDriverEfficiencyByDrivers({ ...MONTH, endTime });
    await expect(near).rejects.toBeInstanceOf(SamsaraError);
    await expect(near).rejects.toMatchObject({ statusCode: 400 });
    const short = client.fuelAndEnergy.getDriverEfficiencyByVehicles({
      ...MONTH,
      endTime: '2026-05-01T23:00:00Z',
    });
    await expect(short).rejects.toMatchObject({ statusCode: 400 });
  });
});

test('the older paths answer the same', async () => {
  const query = `startTime=${MONTH.startTime}&endTime=${MONTH.endTime}&dataFormats=score,raw,percentage`;
  for (const path of [
    `drivers?${query}&driverIds=${driverId}`,
    `vehicles?${query}&vehicleIds=${vehicleId}`,
  ]) {
    const older = await call('GET', `/preview/driver-efficiency/${path}`);
    expect(older.status).toBe(200);
    expect(older.body.data).toHaveLength(1);
    expect(older.body).toEqual((await call('GET', `/driver-efficiency/${path}`)).body);
  }
});

test('every reply was held against the descriptions', () => {
  expect(checked.replies).toBeGreaterThan(0);
  expect(checked.descriptions).toBeGreaterThan(0);
});
