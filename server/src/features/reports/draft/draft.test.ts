import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, makePeople } from '../../../../test/builders.ts';
import { PEOPLE, work } from '../../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { draftRows } from './rows.ts';

let server: TestApp;
let org: TestOrg;
let drivers: string[];
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  drivers = await makePeople(server, org, 60);
});
afterAll(() => server.stop());

const draft = (body: object, as: Pick<TestOrg, 'send'> = org) => as.send('POST', '/reports/runs/draft', body);

describe('POST /reports/runs/draft', () => {
  test('200 with the first 50 rows, and that there are more', async () => {
    const { status, body } = await draft({ ...PEOPLE, sort: [{ fieldName: 'personName' }] });
    expect(status).toBe(200);
    expect(body.data.columns).toEqual([{ name: 'Person: name', dataType: 'string' }]);
    expect(body.data.rows).toHaveLength(50);
    expect(body.data.hasMoreRows).toBe(true);
  });

  test('200 with fewer where fewer are asked for, and nothing is kept', async () => {
    const { body } = await draft({ ...PEOPLE, limit: 2 });
    expect(body.data.rows).toHaveLength(2);
    expect((await org.get('/reports/runs')).body.data).toEqual([]);
  });

  test('200 with the cells that a run has, for every dataset', async () => {
    for (const { id, columns } of server.services.datasets.all) {
      const reportConfig = { datasetId: id, columns: columns.map(({ name }) => ({ fieldName: name })) };
      const drafted = await draft(reportConfig);
      expect(drafted.status, drafted.text).toBe(200);
      const run = await made(org, '/reports/runs', { reportConfig });
      await work(server);
      const { body } = await org.get(`/reports/runs/data?id=${run.id}&limit=50`);
      expect(drafted.body.data.columns).toEqual(body.data.columns);
      // What a run itself tells is in the ledger meanwhile.
      if (id !== 'LedgerChanges') expect(drafted.body.data.rows).toEqual(body.data.rows);
    }
  });

  test('200 of those that a token limited to a tag sees', async () => {
    const tag = await made(org, '/tags', { name: 'Reno', drivers: [drivers[0]] });
    const limited = await org.withScopes(['Full Access'], [tag.id]);
    const fieldName = 'personId';
    const { body } = await draft({ datasetId: 'People', columns: [{ fieldName }] }, limited);
    expect(body.data.rows).toEqual([[drivers[0]]]);
  });

  test('200 without groups where the list of groups is empty, also of a config that had some', async () => {
    const { body } = await draft({ ...PEOPLE, groupBy: [], limit: 3 });
    expect(body.data.rows).toHaveLength(3);
    const config = await made(org, '/reports/configs', { name: 'X', ...PEOPLE, groupBy: ['personName'] });
    const reply = await org.send('PATCH', '/reports/configs', { id: config.id, groupBy: [] });
    expect([reply.status, reply.body.data.groupBy]).toEqual([200, undefined]);
  });

  test.each([
    ['columns', { ...PEOPLE, columns: [] }],
    ['columns', { ...PEOPLE, columns: [{ fieldName: 'shoeSize' }] }],
    ['filters', { ...PEOPLE, filters: { fields: [{ fieldName: 'personName', operator: 'equals' }] } }],
    ['limit', { ...PEOPLE, limit: 51 }],
  ])('400 for wrong %s', async (field, body) => {
    const reply = await draft(body);
    expect([reply.status, reply.body.message]).toEqual([400, expect.stringContaining(field)]);
  });

  test('400 for rows that take too long', async () => {
    const people = server.services.datasets.require('People', () => new Error('no dataset'));
    const source: typeof people.source = (...of) =>
      sql`${people.source(...of)} and pg_sleep(60)::text is not null`;
    const order = {
      dataset: { ...people, source },
      definition: PEOPLE,
      sight: { orgId: org.orgId, tagIds: null },
      at: new Date().toISOString(),
    };
    await expect(draftRows(server.database, order, 50, 1)).rejects.toMatchObject({ status: 400 });
  });

  test('403 without the scopes of what it shows, 404 for a dataset that is not there', async () => {
    const without = await org.withScopes(['Read Custom Reports']);
    expect((await draft(PEOPLE, without)).status).toBe(403);
    expect((await draft({ ...PEOPLE, datasetId: 'Shoes' })).status).toBe(404);
  });
});
