import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePeople } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

// The worked examples of the public documentation, and each rule of the figures, over HTTP.

const DAY = 'startTime=2026-05-01T00:00:00Z&endTime=2026-05-02T00:00:00Z';
const ALL = 'dataFormats=score,raw,percentage';
const DRIVE = 3_600_000;
let server: TestApp;
let org: TestOrg;
let vehicleId: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  vehicleId = (await org.send('POST', '/fleet/vehicles', { name: 'Truck' })).body.data.id;
});
afterAll(() => server.stop());

/** The figures of a new driver who had hours with these fields, one after the other. */
async function figuresOf(...hours: Record<string, number>[]) {
  const [driverId] = (await makePeople(server, org, 1)) as [string];
  const data = hours.map((fields, n) => ({
    driverId,
    vehicleId,
    hour: `2026-05-01T0${n}:00:00Z`,
    driveTimeDurationMs: DRIVE,
    engineOnDurationMs: DRIVE,
    idlingDurationMs: 0,
    totalBrakeDurationMs: 0,
    ...fields,
  }));
  const sent = await org.send('POST', '/driver-efficiency/hours', { data });
  expect(sent.status, sent.text).toBe(200);
  const reply = await org.get(`/driver-efficiency/drivers?${DAY}&${ALL}&driverIds=${driverId}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.body.data[0];
}

const settings = async (patch: object) => {
  const reply = await org.send('PATCH', '/driver-efficiency/settings', patch);
  expect(reply.status, reply.text).toBe(200);
};
const off = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { weight: 0 }]));

describe('200 with the scores of the worked examples', () => {
  test.each([
    [55, '90'],
    [5, '7'],
    [1, '0'],
    [61, '100'],
    [0, '0'],
    [100, '100'],
  ])('cruise control at %d %% is %s', async (percentage, score) => {
    const { scoreData, percentageData } = await figuresOf({
      cruiseControlDurationMs: (DRIVE * percentage) / 100,
    });
    expect(percentageData.cruiseControlPercentage).toBe(percentage);
    expect(scoreData.cruiseControlScore).toBe(score);
  });

  test.each([
    [24, '11'],
    [10, '84'],
    [26, '0'],
    [7, '100'],
  ])('anticipation at %d %% is %s', async (percentage, score) => {
    const { scoreData, percentageData } = await figuresOf({
      anticipationBrakeEventCount: percentage,
      totalBrakeEventCount: 100,
    });
    expect(percentageData.anticipationPercentage).toBe(percentage);
    expect(scoreData.anticipationScore).toBe(score);
  });

  test('weights 10 and 1 count 91 % and 9 %', async () => {
    const others = off('coasting', 'greenBand', 'highTorque', 'idling', 'overSpeed', 'wearFreeBrake');
    await settings({ metrics: { ...others, cruiseControl: { weight: 10 }, anticipation: { weight: 1 } } });
    const good = await figuresOf({
      cruiseControlDurationMs: DRIVE,
      anticipationBrakeEventCount: 100,
      totalBrakeEventCount: 100,
    });
    expect(good.scoreData).toMatchObject({
      cruiseControlScore: '100',
      anticipationScore: '0',
      overallScore: '91',
    });
    const bad = await figuresOf({
      cruiseControlDurationMs: 0,
      anticipationBrakeEventCount: 0,
      totalBrakeEventCount: 100,
    });
    expect(bad.scoreData).toMatchObject({
      cruiseControlScore: '0',
      anticipationScore: '100',
      overallScore: '9',
    });
  });

  test('a metric that is not reported is dropped from the mean', async () => {
    const { scoreData } = await figuresOf({ anticipationBrakeEventCount: 24, totalBrakeEventCount: 100 });
    expect(scoreData).toEqual({ anticipationScore: '11', idlingScore: '100', overallScore: '11' });
  });

  test('without a score that counts there is no scoreData', async () => {
    expect(await figuresOf({ coastingDurationMs: 1 })).not.toHaveProperty('scoreData');
  });
});

describe('200 where a metric is reported in some hours only', () => {
  test('its percentage is of those hours', async () => {
    const { rawData, percentageData } = await figuresOf(
      { cruiseControlDurationMs: DRIVE / 2 },
      { driveTimeDurationMs: 100 },
      { coastingDurationMs: 0 },
    );
    expect(percentageData).toEqual({
      idlingPercentage: 0,
      cruiseControlPercentage: 50,
      coastingPercentage: 0,
    });
    expect(rawData).toEqual({
      driveTimeDurationMs: 2 * DRIVE + 100,
      engineOnDurationMs: 3 * DRIVE,
      idlingDurationMs: 0,
      totalBrakeDurationMs: 0,
      cruiseControlDurationMs: DRIVE / 2,
      coastingDurationMs: 0,
    });
  });

  test('events without a total have no percentage', async () => {
    const { rawData, percentageData } = await figuresOf(
      { anticipationBrakeEventCount: 5 },
      { anticipationBrakeEventCount: 1, totalBrakeEventCount: 4 },
      { totalBrakeEventCount: 9 },
    );
    expect(rawData).toMatchObject({ anticipationBrakeEventCount: 6, totalBrakeEventCount: 13 });
    expect(percentageData.anticipationPercentage).toBe(25);
  });
});

describe('200 with the difficulty', () => {
  test.each<[Record<string, number>[], object | undefined]>([
    [[{}], undefined],
    [[{ topographyScore: 5 }], { overallScore: '5', topographyScore: '5' }],
    [[{ averageVehicleWeightKg: 7999 }], { vehicleWeightScore: '1' }],
    [
      [{ topographyScore: 2, averageVehicleWeightKg: 24_000 }],
      { overallScore: '3', topographyScore: '2', vehicleWeightScore: '4' },
    ],
    [
      [
        { topographyScore: 1, averageVehicleWeightKg: 40_000, driveTimeDurationMs: 1_000_000 },
        { topographyScore: 4, averageVehicleWeightKg: 4000, driveTimeDurationMs: 3_000_000 },
      ],
      { overallScore: '3', topographyScore: '3', vehicleWeightScore: '2' },
    ],
  ])('%j is %j', async (hours, expected) => {
    expect((await figuresOf(...hours)).difficultyScore).toEqual(expected);
  });
});

test('200 with letters once the organization wants them', async () => {
  await settings({ scoreFormat: 'letters', letterBounds: { A: 91, B: 90, F: 11 } });
  const { scoreData, difficultyScore } = await figuresOf({
    cruiseControlDurationMs: (DRIVE * 55) / 100,
    coastingDurationMs: 0,
    anticipationBrakeEventCount: 24,
    totalBrakeEventCount: 100,
    topographyScore: 1,
  });
  expect(scoreData).toMatchObject({
    cruiseControlScore: 'B',
    coastingScore: 'G',
    anticipationScore: 'F',
    idlingScore: 'A',
  });
  expect(scoreData.overallScore).toBe('C');
  expect(difficultyScore.overallScore).toBe('1');
  await settings({ scoreFormat: 'numbers' });
});
