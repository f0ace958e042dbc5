import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, makeAssignments, makeCourse, makePeople } from './builders.ts';
import { everyField, makeTemplate } from './forms.ts';
import { dot, multipart } from './pictures.ts';
import { FACTS, misfits } from './preview-facts.ts';
import { work } from './reports.ts';
import { type Reply, startApp, type TestApp, type TestOrg } from './start-app.ts';

let server: TestApp;
let org: TestOrg;
const replies: Record<string, Reply> = {};
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  const people = await makePeople(server, org, 2);
  const vehicleId = (await made(org, '/fleet/vehicles', { name: 'Truck' })).id;
  const at = '2026-05-01T00:00:00Z';
  for (const input of ['dashcamRoadFacing', 'dashcamDriverFacing', 'analog1', 'analog4']) {
    const still = { vehicleId, input, mediaType: 'image', triggerReason: 'api', startTime: at, endTime: at };
    await made(org, '/cameras/media', multipart(still, dot));
  }
  await made(
    org,
    '/cameras/media',
    multipart(
      {
        vehicleId,
        input: 'analog2',
        mediaType: 'image',
        triggerReason: 'rfidEvent',
        startTime: at,
        endTime: at,
      },
      dot,
    ),
  );
  const tagIds = [Number((await made(org, '/tags', { name: 'All', drivers: people })).id)];
  const customReportId = (
    await made(org, '/reports/configs', {
      name: 'Hours',
      datasetId: 'DriverEfficiencyHours',
      columns: ['driverId', 'hour', 'driveTimeDurationMs', 'averageVehicleWeightKg'].map((fieldName) => ({
        fieldName,
      })),
    })
  ).id;
  const metric = {
    driverId: people[0],
    vehicleId,
    hour: '2026-05-02T03:00:00Z',
    driveTimeDurationMs: 3_000_000,
    engineOnDurationMs: 3_600_000,
    idlingDurationMs: 600_000,
    totalBrakeDurationMs: 1000,
    anticipationBrakeEventCount: 1,
    totalBrakeEventCount: 3,
    averageVehicleWeightKg: 12_345,
    coastingDurationMs: 5,
    cruiseControlDurationMs: 5,
    greenBandDurationMs: 5,
    highGradeRoadDrivingDurationMs: 5,
    highTorqueDurationMs: 5,
    overSpeedDurationMs: 5,
    wearFreeBrakeDurationMs: 5,
  };
  await made(org, '/driver-efficiency/hours', { data: [metric] });
  const approvalConfig = { type: 'singleApproval', singleApprovalConfig: { requirements: { roleIds: [] } } };
  await makeTemplate(org, everyField(), { approvalConfig, description: 'Everything' });
  await makeTemplate(org, [
    { label: 'Only a table', type: 'table', columns: [{ label: 'A', type: 'barcode' }] },
  ]);
  await makeTemplate(org, [{ label: 'Only a barcode', type: 'barcode', isRequired: true }]);
  const course = await makeCourse(org, { labels: [{ name: 'safety', type: 'drowsy' }] });
  await makeCourse(org, { title: 'Without a label', description: 'Text' });
  const ids = (await makeAssignments(org, course.id, people)).map(({ id }) => id);

  const range = { startTime: '2026-05-01T00:00:00Z', endTime: '2026-06-01T00:00:00Z' };
  const window = `startTime=${range.startTime}&endTime=${range.endTime}`;
  const ask = async (operation: string, query = '', body?: unknown) => {
    const [method = '', path = ''] = operation.split(' ');
    replies[operation] = await org.send(method, `${path}?${query}`, body);
    return replies[operation];
  };
  const run = await ask('POST /preview/custom-reports/runs', '', { customReportId, ...range, tagIds });
  await work(server);
  await ask('GET /preview/cameras/media', window);
  await ask('GET /preview/custom-reports/configs');
  await ask('GET /preview/custom-reports/runs');
  await ask('GET /preview/custom-reports/runs/data', `id=${run.body?.data?.id}`);
  for (const group of ['drivers', 'vehicles'])
    await ask(`GET /preview/driver-efficiency/${group}`, `${window}&dataFormats=score,raw,percentage`);
  await ask('GET /preview/form-templates');
  await ask('GET /preview/training-courses');
  await ask('PATCH /preview/training-assignments', `ids=${ids}&dueAtTime=2020-01-01T00:00:00Z`);
  await ask('DELETE /preview/training-assignments', `ids=${ids}`);
});
afterAll(() => server.stop());

test('all older operations are told here', () => {
  // biome-ignore lint/suspicious/noExplicitAny: a document is walked by its keys
  const { paths } = server.app.swagger() as any;
  const served = Object.keys(paths)
    .filter((path) => path.startsWith('/preview/'))
    .flatMap((path) => Object.keys(paths[path]).map((method) => `${method.toUpperCase()} ${path}`));
  expect(served.sort()).toEqual(Object.keys(FACTS).sort());
});

test.each(Object.entries(FACTS))('%s is told as its clients know it', (operation, [status, fact]) => {
  const reply = replies[operation] as Reply;
  expect(reply.status, reply.text).toBe(status);
  if (!fact) return expect(reply.text).toBe('');
  expect(misfits(fact, reply.body, operation)).toEqual([]);
  const { data } = reply.body;
  expect([data.media ?? data.rows ?? data].flat(), 'it shows something').not.toEqual([]);
});

describe('200 GET /preview/form-templates', () => {
  test('tells kinds of fields that it does not know as text, and the indexes of sections hold', async () => {
    const [every, table, barcode] = replies['GET /preview/form-templates']?.body.data ?? [];
    const today = (await org.get('/form-templates')).body.data[0];
    const told = every.fields.map(({ label, type }: { label: string; type: string }) => [label, type]);
    const expected = today.fields.map(({ label, type }: { label: string; type: string }) => [
      label,
      type === 'table' || type === 'barcode' ? 'text' : type,
    ]);
    expect(told).toEqual(expected);
    expect(told.filter(([label]: string[]) => label === 'Tires' || label === 'Seal')).toEqual([
      ['Tires', 'text'],
      ['Seal', 'text'],
    ]);
    expect(every.sections[0].fieldIndexLastInclusive).toBe(every.fields.length - 1);
    expect(table.fields).toEqual([expect.not.objectContaining({ columns: expect.anything() })]);
    expect(barcode.fields).toMatchObject([{ label: 'Only a barcode', type: 'text', isRequired: true }]);
  });
});

describe('GET /preview/cameras/media', () => {
  const WINDOW = 'startTime=2026-05-01T00:00:00Z&endTime=2026-05-01T01:00:00Z';
  let vehicles: string[];
  beforeAll(async () => {
    const add = async (_: unknown, n: number) => {
      const body = { name: `Truck ${n}`, externalIds: { fleet: `T${n}` } };
      return (await made(org, '/fleet/vehicles', body)).id as string;
    };
    vehicles = await Promise.all(Array.from({ length: 45 }, add));
  });
  test.each([21, 45])('200 for %i vehicles, 400 at the path of today', async (count) => {
    const named = vehicles.slice(0, count).map((id, n) => (n % 2 ? id : `fleet:T${n}`));
    for (const list of [`vehicleIds=${named}`, named.map((id) => `vehicleIds=${id}`).join('&')])
      expect((await org.get(`/preview/cameras/media?${WINDOW}&${list}`)).status).toBe(200);
    const today = await org.get(`/cameras/media?${WINDOW}&vehicleIds=${named}`);
    expect([today.status, today.body.message]).toEqual([400, expect.stringContaining('more than 20 values')]);
  });
  test('414 beyond what any list takes', async () => {
    const reply = await org.get(`/preview/cameras/media?${WINDOW}&vehicleIds=${Array(2001).fill(1)}`);
    expect(reply.status).toBe(414);
  });
});

describe('POST /preview/custom-reports/runs', () => {
  const order = async () => {
    const id = replies['GET /preview/custom-reports/configs']?.body.data[0].id;
    return { customReportId: id, startTime: '2026-05-01T00:00:00Z', endTime: '2026-05-02T00:00:00Z' };
  };
  test('200 also again under one key, and as dry run', async () => {
    const key = { 'idempotency-key': 'once' };
    const path = '/preview/custom-reports/runs';
    const [first, second] = [
      await org.send('POST', path, await order(), key),
      await org.send('POST', path, await order(), key),
    ];
    expect([first.status, second.status, second.text]).toEqual([200, 200, first.text]);
    expect((await org.send('POST', `${path}?dryRun=true`, await order())).status).toBe(200);
  });
  test.each([
    [{ startTime: '2020-01-01T00:00:00Z' }, /parameter endTime: the range is longer than/],
    [{ startTime: '2026-05-03T00:00:00Z' }, /parameter endTime: it must be after startTime/],
    [{ endTime: '2100-01-01T00:00:00Z' }, /parameter endTime: it is in the future/],
    [{ startTime: 'May' }, /parameter startTime: "May"/],
    [{ customReportId: 'x' }, /parameter customReportId: "x"/],
  ])('400 %j in the words of its own parameters', async (change, message) => {
    const reply = await org.send('POST', '/preview/custom-reports/runs', { ...(await order()), ...change });
    expect([reply.status, reply.body.message]).toEqual([400, expect.stringMatching(message)]);
    expect(reply.body.message).not.toContain('primaryTimeRange');
  });
});
