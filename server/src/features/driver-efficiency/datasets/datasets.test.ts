import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePeople } from '../../../../test/builders.ts';
import { work } from '../../../../test/reports.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

test.each(['driver', 'vehicle'] as const)(
  '200 scores by %s in a report are those of the organization, as numbers',
  async (group) => {
    const org = await server.makeOrg();
    const drivers = await makePeople(server, org, 3);
    const vehicles = await Promise.all(
      drivers.map(
        async (_, n) => (await org.send('POST', '/fleet/vehicles', { name: `Truck ${n}` })).body.data.id,
      ),
    );
    const data = drivers.map((driverId, n) => ({
      driverId,
      vehicleId: vehicles[n],
      hour: '2026-05-01T08:00:00Z',
      driveTimeDurationMs: 3_000_000,
      engineOnDurationMs: 3_600_000,
      idlingDurationMs: 200_000 * (n + 1),
      totalBrakeDurationMs: 0,
      cruiseControlDurationMs: 1_500_000 - 400_000 * n,
      topographyScore: n + 2,
    }));
    expect((await org.send('POST', '/driver-efficiency/hours', { data })).status).toBe(200);
    const settings = {
      metrics: {
        idling: { weight: 10, zeroAtPercentage: 50, hundredAtPercentage: 1 },
        cruiseControl: { weight: 1, hundredAtPercentage: 80 },
      },
    };
    const patch = (body: object) => org.send('PATCH', '/driver-efficiency/settings', body);
    expect((await patch(settings)).status).toBe(200);
    const range = { startTime: '2026-05-01T00:00:00Z', endTime: '2026-05-02T00:00:00Z' };
    const { body } = await org.get(
      `/driver-efficiency/${group}s?${new URLSearchParams(range)}&dataFormats=score`,
    );
    await patch({ scoreFormat: 'letters' });
    const names = [`${group}Id`, 'overallScore', 'idlingScore', 'cruiseControlScore', 'coastingScore'];
    const reply = await org.send('POST', '/reports/runs', {
      reportConfig: {
        datasetId: group === 'driver' ? 'DriverEfficiencyByDriver' : 'DriverEfficiencyByVehicle',
        columns: [...names, 'difficultyOverallScore'].map((fieldName) => ({ fieldName })),
        filters: { primaryTimeRange: range },
        sort: [{ fieldName: 'overallScore', direction: 'desc' }],
      },
    });
    await work(server);
    const read = await org.get(`/reports/runs/data?id=${reply.body.data.id}`);
    // biome-ignore lint/suspicious/noExplicitAny: a reply
    const expected = body.data.map(({ scoreData, difficultyScore, ...item }: any) => [
      item[`${group}Id`],
      Number(scoreData.overallScore),
      Number(scoreData.idlingScore),
      Number(scoreData.cruiseControlScore),
      null,
      Number(difficultyScore.overallScore),
    ]);
    expected.sort((a: number[], b: number[]) => Number(b[1]) - Number(a[1]));
    expect(read.body.data.rows).toEqual(expected);
    expect(read.body.data.rows).toHaveLength(3);
    expect(new Set(read.body.data.rows.map((row: unknown[]) => row[1])).size).toBe(3);
  },
);
