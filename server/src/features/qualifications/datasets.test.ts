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
async function rows(
  datasetId: string,
  fields: string[],
  as: Pick<TestOrg, 'send' | 'get'> = org,
  more: object = {},
) {
  const columns = fields.map((fieldName) => ({ fieldName }));
  const made = await as.send('POST', '/reports/runs', { reportConfig: { datasetId, columns, ...more } });
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

describe('a validity that begins later', () => {
  const held = async (...records: [issued: number, expires: number][]) => {
    const other = await server.makeOrg();
    const [driver] = (await makePeople(server, other, 1)) as [string];
    const kind = await makeQualificationType(other);
    for (const [issued, expires] of records)
      await makeQualificationRecord(other, kind, driver, {
        issueDate: inDays(issued),
        expirationDate: inDays(expires),
      });
    const [row] = await rows('QualificationMatrix', ['state', 'daysUntilExpiration'], other);
    return row;
  };

  test.each<[string, [number, number][], [string, number]]>([
    [
      'a lapsed card and one of next March',
      [
        [-700, -25.5],
        [95, 826],
      ],
      ['lapsed', -26],
    ],
    [
      'a card in force and its longer successor',
      [
        [-300, 10.5],
        [10, 400],
      ],
      ['expiring', 10],
    ],
    [
      'two in force',
      [
        [-300, 40.5],
        [-10, 400.5],
      ],
      ['valid', 400],
    ],
    [
      'only cards of later, the next of which counts',
      [
        [200, 900],
        [20, 300.5],
      ],
      ['notYetValid', 300],
    ],
    [
      'two that lapsed, the last of which counts',
      [
        [-900, -500],
        [-400, -30.5],
      ],
      ['lapsed', -31],
    ],
  ])('200 %s', async (_, records, state) => {
    expect(await held(...records)).toEqual(state);
  });

  test('200 a renewed record stands until its renewal begins', async () => {
    const other = await server.makeOrg();
    const [driver] = (await makePeople(server, other, 1)) as [string];
    const kind = await makeQualificationType(other);
    const { id } = await makeQualificationRecord(other, kind, driver, {
      issueDate: inDays(-300),
      expirationDate: inDays(60.5),
    });
    const renewal = await other.send('POST', '/qualification-records/renew', {
      id,
      issueDate: inDays(50),
      expirationDate: inDays(700),
    });
    expect(renewal.status).toBe(201);
    expect(await rows('QualificationMatrix', ['state', 'recordId'], other)).toEqual([['valid', id]]);
    await makeQualificationRecord(other, kind, driver, { issueDate: inDays(0.0001) });
    const primaryTimeRange = { startTime: inDays(-400), endTime: inDays(400) };
    const states = await rows('QualificationRecords', ['validity'], other, { primaryTimeRange });
    expect(states).toEqual([['valid'], ['notYetValid'], ['notYetValid']]);
  });
});

test('200 a record says what its type was called, today’s name beside it', async () => {
  const other = await server.makeOrg();
  const [driver] = (await makePeople(server, other, 1)) as [string];
  const kind = await makeQualificationType(other, { name: 'Forklift card v1' });
  await makeQualificationRecord(other, kind, driver);
  await other.send('PATCH', '/qualification-types', { id: kind.id, name: 'Lift truck licence v2' });
  await makeQualificationRecord(other, kind, driver);
  const found = await rows('QualificationRecords', ['typeName', 'currentTypeName'], other);
  expect(found.sort()).toEqual([
    ['Forklift card v1', 'Lift truck licence v2'],
    ['Lift truck licence v2', 'Lift truck licence v2'],
  ]);
});
