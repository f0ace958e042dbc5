import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePeople } from '../../../../test/builders.ts';
import { work } from '../../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let people: string[];
let customReportId: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  people = await makePeople(server, org, 3);
  const columns = [{ fieldName: 'personId' }, { fieldName: 'assigned' }, { fieldName: 'durationMinutes' }];
  customReportId = await config('TrainingByPerson', columns);
});
afterAll(() => server.stop());

async function config(datasetId: string, columns: object[]): Promise<string> {
  const reply = await org.send('POST', '/reports/configs', { name: datasetId, datasetId, columns });
  expect(reply.status, reply.text).toBe(201);
  return reply.body.data.id;
}

const RANGE = { startTime: '2026-01-01T00:00:00Z', endTime: '2026-02-01T00:00:00Z' };
const run = (body: object) =>
  org.send('POST', '/preview/custom-reports/runs', { customReportId, ...RANGE, ...body });

describe('/preview/custom-reports', () => {
  test('200 lists configs with the older columns', async () => {
    const { body } = await org.get('/preview/custom-reports/configs');
    expect(body.data[0]).toEqual({
      id: customReportId,
      reportName: 'TrainingByPerson',
      columns: [
        { displayName: 'Person: ID', type: 'string' },
        { displayName: 'Assignments', type: 'numeric' },
        { displayName: 'Time spent', type: 'numeric' },
      ],
    });
    const efficiency = await config('DriverEfficiencyHours', [{ fieldName: 'driveTimeDurationMs' }]);
    const all = await org.get('/preview/custom-reports/configs');
    expect(all.body.data.find(({ id }: { id: string }) => id === efficiency).columns).toEqual([
      { displayName: 'Driving time', type: 'numeric', unit: 'milliseconds', baseUnit: 'milliseconds' },
    ]);
  });

  test('200 runs a config for tags and attribute values, tells its own statuses and rows', async () => {
    const tag = (await org.send('POST', '/tags', { name: 'Depot', drivers: people.slice(0, 2) })).body.data;
    const attribute = await org.send('POST', '/attributes', {
      name: 'Site',
      entityType: 'driver',
      stringValues: ['North'],
      entities: [{ entityId: people[1], stringValues: ['North'] }],
    });
    const valueId = attribute.body.data.values[0].id;
    const made = await run({ tagIds: [Number(tag.id)], attributeValueIds: [valueId] });
    expect(made.status, made.text).toBe(200);
    const { id } = made.body.data;
    expect(Object.keys(made.body.data)).toEqual(['id', 'customReportId', 'createdAtTime']);
    const listed = async () => (await org.get(`/preview/custom-reports/runs?ids=${id}`)).body.data[0];
    expect(await listed()).toMatchObject({ status: 'pending', percentComplete: 0, ...RANGE });
    await work(server);
    expect(await listed()).toMatchObject({
      status: 'completed',
      percentComplete: 100,
      tagIds: [tag.id],
      attributeValueIds: [valueId],
    });
    const { body } = await org.get(`/preview/custom-reports/runs/data?id=${id}`);
    expect(body.data.rows).toEqual([[people[1], 0, 0]]);
    expect(body.data).not.toHaveProperty('status');
  });

  test('200 a canceled run is cancelled here, and runs without a config are not listed', async () => {
    const { id } = (await run({})).body.data;
    await org.send('POST', '/reports/runs/cancel', { id });
    const adhoc = { datasetId: 'People', columns: [{ fieldName: 'personId' }] };
    await org.send('POST', '/reports/runs', { reportConfig: adhoc });
    const { body } = await org.get('/preview/custom-reports/runs');
    expect(body.data[0]).toMatchObject({ id, status: 'cancelled' });
  });

  test('400 both kinds of ids, a range that ends in the future, tags where no row is about anyone', async () => {
    const both = await org.get(
      `/preview/custom-reports/runs?ids=${customReportId}&customReportIds=${customReportId}`,
    );
    expect(both.status).toBe(400);
    expect((await run({ endTime: '2100-01-01T00:00:00Z' })).body.message).toMatch(/future/);
    const courses = await config('TrainingCourses', [{ fieldName: 'courseTitle' }]);
    const tag = (await org.send('POST', '/tags', { name: 'Other' })).body.data;
    const reply = await run({ customReportId: courses, tagIds: [Number(tag.id)] });
    expect(reply.status).toBe(400);
    expect(reply.body.message).toMatch(/not about people or vehicles/);
  });
});

test.each(['limit=-1', 'limit=x', 'limit[]=5', 'ofConfigs=false', 'configIds=x', 'orgId=1'])(
  '200 /preview/custom-reports/runs?%s, which it does not know',
  async (query) => {
    expect((await server.org.get(`/preview/custom-reports/runs?${query}`)).status).toBe(200);
  },
);
