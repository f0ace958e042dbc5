import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, makePeople } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

const NOW = new Date('2026-11-21T09:30:00Z');
const WEEK = 'startTime=2026-11-09T00:00:00Z&endTime=2026-11-16T00:00:00Z';
const HOUR = 3_600_000;
let server: TestApp;
let org: TestOrg;
let ada: string;
let grace: string;
let joan: string;
let truck: string;
let tag: string;
beforeAll(async () => {
  server = await startApp({ clock: { now: () => NOW } });
  org = server.org;
  [ada, grace, joan] = (await makePeople(server, org, 3)) as [string, string, string];
  await org.send('PATCH', `/fleet/drivers/${ada}`, { name: 'Ada Lovelace' });
  truck = (await made(org, '/fleet/vehicles', { name: 'Truck' })).id;
  tag = (await made(org, '/tags', { name: 'Reno', drivers: [grace] })).id;
  // One metric counts, so that a score is what its percentage says: 1 % is 0, 61 % is 100.
  const off = ['anticipation', 'coasting', 'greenBand', 'highTorque', 'idling', 'overSpeed', 'wearFreeBrake'];
  await org.send('PATCH', '/driver-efficiency/settings', {
    metrics: Object.fromEntries(off.map((name) => [name, { weight: 0 }])),
  });
  const hour = (driverId: string, at: string, percent: number) => ({
    driverId,
    vehicleId: truck,
    hour: at,
    driveTimeDurationMs: HOUR,
    engineOnDurationMs: HOUR,
    idlingDurationMs: 0,
    totalBrakeDurationMs: 0,
    cruiseControlDurationMs: (HOUR * percent) / 100,
  });
  const data = [
    hour(ada, '2026-11-04T10:00:00Z', 49),
    hour(ada, '2026-11-09T00:00:00Z', 31),
    hour(ada, '2026-11-10T10:00:00Z', 13),
    hour(ada, '2026-11-15T23:00:00Z', 25),
    hour(ada, '2026-11-16T00:00:00Z', 61),
    hour(grace, '2026-11-03T10:00:00Z', 31),
    hour(grace, '2026-11-12T10:00:00Z', 61),
    hour(joan, '2026-11-12T11:00:00Z', 7),
  ];
  expect((await org.send('POST', '/driver-efficiency/hours', { data })).status).toBe(200);
});
afterAll(() => server.stop());

const ranking = async (query: string, as: Pick<TestOrg, 'get'> = org) => {
  const { status, body, text } = await as.get(`/driver-efficiency/ranking?${query}`);
  expect(status, text).toBe(200);
  return body;
};
const rows = async (query: string, as?: Pick<TestOrg, 'get'>) =>
  (await ranking(query, as)).data.map(
    (row: { id: string; overallScore: number; previousScore: number | null; change: number | null }) => [
      row.id,
      row.overallScore,
      row.previousScore,
      row.change,
    ],
  );
const drivers = `type=driver&${WEEK}`;

describe('GET /driver-efficiency/ranking', () => {
  test('200 with scores and the change to the period before, in each order', async () => {
    const [a, g, j] = [
      [ada, 37, 80, -43],
      [grace, 100, 50, 50],
      [joan, 10, null, null],
    ];
    expect(await rows(drivers)).toEqual([j, a, g]);
    expect(await rows(`${drivers}&sort=best`)).toEqual([g, a, j]);
    expect(await rows(`${drivers}&sort=fallen`)).toEqual([a, g, j]);
    expect(await rows(`${drivers}&sort=risen`)).toEqual([g, a, j]);
    expect(await rows(`type=vehicle&${WEEK}`)).toEqual([[truck, 44, 65, -21]]);
  });

  test('200 page by page, by name and by tag', async () => {
    const seen = [];
    for (let after = ''; ; ) {
      const { data, pagination } = await ranking(`${drivers}&limit=1&after=${after}`);
      seen.push(...data.map(({ id }: { id: string }) => id));
      after = pagination.endCursor;
      if (!pagination.hasNextPage) break;
    }
    expect(seen).toEqual([joan, ada, grace]);
    expect((await rows(`${drivers}&search=lovel`)).map(([id]: [string]) => id)).toEqual([ada]);
    expect((await rows(`${drivers}&tagIds=${tag}`)).map(([id]: [string]) => id)).toEqual([grace]);
  });

  test('200 with the scores that the other operation has', async () => {
    const { body } = await org.get(`/driver-efficiency/drivers?${WEEK}`);
    const scores = body.data.map((row: { driverId: string; scoreData: { overallScore: string } }) => [
      row.driverId,
      Number(row.scoreData.overallScore),
    ]);
    const ranked = (await rows(drivers)).map(([id, score]: [string, number]) => [id, score]);
    expect(scores.sort()).toEqual(ranked.sort());
  });

  test('200 with nobody else for a token that is limited to a tag', async () => {
    const limited = await org.withScopes(['Read Driver Efficiency'], [tag]);
    expect((await rows(drivers, limited)).map(([id]: [string]) => id)).toEqual([grace]);
    expect(await rows(`type=vehicle&${WEEK}`, limited)).toEqual([]);
  });

  test.each([
    ['type', WEEK],
    ['type', `type=user&${WEEK}`],
    ['sort', `${drivers}&sort=name`],
    ['startTime', 'type=driver&startTime=2020-01-01T00:00:00Z&endTime=2026-11-16T00:00:00Z'],
    ['startTime', 'type=driver&startTime=2026-11-01T00:00:00%2B05:30&endTime=2026-11-16T00:00:00Z'],
    ['endTime', 'type=driver&startTime=2026-11-09T00:00:00Z&endTime=2026-11-21T09:00:00Z'],
  ])('400 for %s in %s', async (field, query) => {
    const { status, body } = await org.get(`/driver-efficiency/ranking?${query}`);
    expect([status, body.message]).toEqual([400, expect.stringContaining(field)]);
  });

  test('404 for a tag that is not there', async () => {
    expect((await org.get(`/driver-efficiency/ranking?${drivers}&tagIds=1`)).status).toBe(404);
  });
});

describe('GET /driver-efficiency/series', () => {
  const series = async (query: string, as: Pick<TestOrg, 'get'> = org) =>
    as.get(`/driver-efficiency/series?id=${ada}&${query}`);

  test.each([
    [
      'day',
      [
        ['2026-11-09', 50],
        ['2026-11-10', 20],
        ['2026-11-15', 40],
      ],
    ],
    ['week', [['2026-11-09', 37]]],
    ['month', [['2026-11-01', 37]]],
  ])('200 by %s', async (bucket, points) => {
    const { body, text } = await series(`${WEEK}&bucket=${bucket}`);
    expect(body.data?.id, text).toBe(ada);
    expect(
      body.data.points.map(({ day, overallScore }: Record<string, unknown>) => [day, overallScore]),
    ).toEqual(points);
  });

  test('200 with what a score is made from, and nothing of what was not reported', async () => {
    const { body } = await series(WEEK);
    expect(body.data.points[0]).toEqual({
      day: '2026-11-09',
      overallScore: 50,
      scores: { cruiseControl: 50, idling: 100 },
      percentages: { cruiseControl: 31, idling: 0 },
      driveTimeDurationMs: HOUR,
    });
  });

  test('200 with the hours alone at the ends of a window that cuts days', async () => {
    const { body } = await series('startTime=2026-11-09T01:00:00Z&endTime=2026-11-15T23:00:00Z');
    expect(body.data.points.map(({ day }: { day: string }) => day)).toEqual(['2026-11-10']);
  });

  test('400 for a user, 404 for somebody out of sight', async () => {
    const { id } = await made(org, '/users', {
      name: 'Hana',
      email: 'hana@example.com',
      authType: 'default',
      roles: [],
    });
    expect((await org.get(`/driver-efficiency/series?id=${id}&${WEEK}`)).status).toBe(400);
    const limited = await org.withScopes(['Read Driver Efficiency'], [tag]);
    expect((await series(WEEK, limited)).status).toBe(404);
  });
});
