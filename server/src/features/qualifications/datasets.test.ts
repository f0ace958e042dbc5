import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePeople, makeQualificationRecord, makeQualificationType } from '../../../test/builders.ts';
import { work } from '../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let drivers: [string, string, string];
let type: Awaited<ReturnType<typeof makeQualificationType>>;
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  drivers = (await makePeople(server, org, 3)) as [string, string, string];
  type = await makeQualificationType(org);
  await makeQualificationType(org, { name: 'Insurance', entityType: 'asset', fields: [] });
  await org.send('POST', '/fleet/vehicles', { name: 'Truck 1' });
  const make = (n: number, days: number) =>
    makeQualificationRecord(org, type, drivers[n] as string, { expirationDate: inDays(days) });
  await make(0, -5.5);
  await make(1, -5.5);
  await make(1, 10.5);
  const gone = await make(2, 400);
  await org.send('DELETE', '/qualification-records', { id: gone.id });
});
afterAll(() => server.stop());

/** Runs a report and answers its rows. */
async function rows(datasetId: string, fields: string[], as: Pick<TestOrg, 'send' | 'get'> = org) {
  const columns = fields.map((fieldName) => ({ fieldName }));
  const made = await as.send('POST', '/reports/runs', { reportConfig: { datasetId, columns } });
  if (made.status !== 202) throw new Error(made.text);
  await work(server);
  const reply = await as.get(`/reports/runs/data?id=${made.body.data.id}`);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.data.rows as unknown[][];
}

describe('QualificationRecords', () => {
  test('200 has a row a record, without deleted ones', async () => {
    const found = await rows('QualificationRecords', [
      'ownerId',
      'typeName',
      'validity',
      'daysUntilExpiration',
    ]);
    const name = 'Driver License';
    expect(found.sort()).toEqual([
      [drivers[0], name, 'lapsed', -6],
      [drivers[1], name, 'expiring', 10],
      [drivers[1], name, 'lapsed', -6],
    ]);
  });
});

describe('QualificationMatrix', () => {
  test('200 has a row for everyone and every type they may have', async () => {
    const found = await rows('QualificationMatrix', ['ownerName', 'typeName', 'state']);
    expect(found).toEqual([
      ['Person 1', 'Driver License', 'lapsed'],
      ['Person 2', 'Driver License', 'expiring'],
      ['Person 3', 'Driver License', 'missing'],
      ['Truck 1', 'Insurance', 'missing'],
    ]);
  });
});
