import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyField, handIn, makeSubmission, makeTemplate } from '../../../../test/forms.ts';
import { makeIds } from '../../../../test/probes.ts';
import { work } from '../../../../test/reports.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

interface Field {
  name: string;
  displayName: string;
  dataType: string;
}
interface Listed {
  id: string;
  fields: Field[];
}

test('200 lists every dataset with its fields, page by page', async () => {
  const { status, body } = await server.org.get('/reports/datasets');
  expect(status).toBe(200);
  const ids = body.data.map(({ id }: Listed) => id).sort();
  const known = server.features.flatMap(({ datasets = [] }) => datasets);
  expect(ids).toEqual(known.map(({ id }) => id).sort());
  for (const { id, fields } of body.data as Listed[]) {
    expect(new Set(fields.map(({ name }) => name)).size, id).toBe(fields.length);
    expect(new Set(fields.map(({ displayName }) => displayName)).size, id).toBe(fields.length);
  }
  const first = await server.org.get('/reports/datasets?limit=5');
  const second = await server.org.get(`/reports/datasets?limit=100&after=${first.body.pagination.endCursor}`);
  expect([...first.body.data, ...second.body.data]).toEqual(body.data);
});

test('every field of every dataset can be shown, grouped by and counted, and holds what it says', async () => {
  const { org } = server;
  const ids = await makeIds(server, org);
  const { id: template, fields } = await makeTemplate(org, everyField());
  const idOf = (label: string) => fields.find((field) => field.label === label).id;
  const defects = fields.find(({ label }) => label === 'Defects').options.slice(0, 2);
  const answers = [
    {
      id: idOf('Defects'),
      type: 'check_boxes',
      checkBoxesValue: { valueIds: defects.map(({ id }: { id: string }) => id) },
    },
    { id: idOf('Odometer'), type: 'number', numberValue: { value: 12.5 } },
  ];
  const handed = await handIn(org, (await makeSubmission(org, template)).id, answers);
  expect(handed.status, handed.text).toBe(200);
  const hour = {
    driverId: ids.driver,
    vehicleId: ids.vehicle,
    hour: new Date(Math.floor(Date.now() / 3_600_000 - 30) * 3_600_000).toISOString(),
    driveTimeDurationMs: 3_000_000,
    engineOnDurationMs: 3_600_000,
    idlingDurationMs: 600_000,
    totalBrakeDurationMs: 100_000,
    coastingDurationMs: 300_000,
  };
  const sent = await org.send('POST', '/driver-efficiency/hours', { data: [hour] });
  expect(sent.status, sent.text).toBeLessThan(300);
  const { body } = await org.get('/reports/datasets');
  const FITS: Record<string, (cell: unknown) => boolean> = {
    string: (cell) => typeof cell === 'string',
    integer: Number.isInteger,
    float: (cell) => typeof cell === 'number',
    timestamp: (cell) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/.test(String(cell)),
  };
  const ask = async (reportConfig: object) => {
    const reply = await org.send('POST', '/reports/runs', { reportConfig });
    expect(reply.status, reply.text).toBe(202);
    await work(server);
    const [run] = (await org.get(`/reports/runs?ids=${reply.body.data.id}`)).body.data;
    expect(run, JSON.stringify(reportConfig)).toMatchObject({ status: 'complete' });
    return (await org.get(`/reports/runs/data?id=${run.id}`)).body.data.rows as unknown[][];
  };
  for (const { id, fields } of body.data as Listed[]) {
    const rows = await ask({ datasetId: id, columns: fields.map(({ name }) => ({ fieldName: name })) });
    expect(rows.length, id).toBeGreaterThan(0);
    for (const row of rows)
      for (const [index, cell] of row.entries())
        expect(
          cell === null || FITS[fields[index]?.dataType as string]?.(cell),
          `${id} ${fields[index]?.name} ${cell}`,
        ).toBe(true);
    const counted = await ask({
      datasetId: id,
      columns: fields.flatMap(({ name }) => [{ fieldName: name }, { fieldName: name, aggregate: 'count' }]),
      groupBy: fields.map(({ name }) => name).slice(0, 20),
      ...(fields.length > 20
        ? { columns: fields.slice(0, 20).map(({ name }) => ({ fieldName: name })) }
        : {}),
      sort: [{ fieldName: fields[0]?.name, direction: 'desc' }],
    });
    expect(counted.length, id).toBeGreaterThan(0);
  }
});
