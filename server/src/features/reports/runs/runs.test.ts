import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from '../../../../test/builders.ts';
import { toldOf, work } from '../../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { verifyTables } from '../../../kernel/ledger/verify-tables.ts';
import { DAY_MS } from '../../../kernel/time.ts';
import { executeRun } from './execute.ts';
import { forgetRuns } from './forget.ts';
import { recoverRuns } from './recover.ts';
import { reportRun } from './resource.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp({ tampers: 'runs of older versions and lost workers' });
  org = server.org;
  const people = await makePeople(server, org, 30);
  const course = await makeCourse(org, { title: 'Tab\there, "quotes", \\back\\ and 🚚\nnew line' });
  await makeAssignments(org, course.id, people);
});
afterAll(() => server.stop());

const COLUMNS = [{ fieldName: 'learnerName' }, { fieldName: 'courseTitle' }, { fieldName: 'dueAtTime' }];

/** Asks for a run and answers the reply. */
const ask = (reportConfig: object) => org.send('POST', '/reports/runs', { reportConfig });

describe('POST /reports/runs', () => {
  test('202 by dataset and columns, pending, then complete with its rows', async () => {
    const reply = await ask({ datasetId: 'TrainingAssignments', columns: COLUMNS });
    expect(reply.status, reply.text).toBe(202);
    expect(reply.body.data).toMatchObject({ status: 'pending', percentComplete: 0 });
    const { id } = reply.body.data;
    const before = await org.get(`/reports/runs/data?id=${id}`);
    expect(before.body).toMatchObject({
      data: { status: 'pending', rows: [] },
      pagination: { endCursor: '', hasNextPage: false },
    });
    await work(server);
    const after = await org.get(`/reports/runs/data?id=${id}`);
    expect(after.body.data.columns).toEqual([
      { name: 'Learner: name', dataType: 'string' },
      { name: 'Course: title', dataType: 'string' },
      { name: 'Due at', dataType: 'timestamp' },
    ]);
    expect(after.body.data.rows).toHaveLength(30);
    expect(after.body.data.rows[0].slice(1)).toEqual([
      'Tab\there, "quotes", \\back\\ and 🚚\nnew line',
      '2030-01-01T00:00:00Z',
    ]);
    const listed = await org.get(`/reports/runs?ids=${id}`);
    expect(listed.body.data).toMatchObject([{ id, status: 'complete', percentComplete: 100, rowCount: 30 }]);
  });
});

describe('bad input of POST /reports/runs', () => {
  const range = (startTime: string, endTime: string) => ({ primaryTimeRange: { startTime, endTime } });
  const adhoc = { datasetId: 'TrainingAssignments', columns: COLUMNS };
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  test.each([
    ['an unknown column', { ...adhoc, columns: [{ fieldName: 'shoeSize' }] }, 400, /no field "shoeSize"/],
    ['both id and dataset', { ...adhoc, id: '0191d1b8-0000-7000-8000-000000000001' }, 400, /not both/],
    ['neither', {}, 400, /send id, or datasetId and columns/],
    ['a dataset without columns', { datasetId: 'People' }, 400, /datasetId and columns/],
    ['no columns', { ...adhoc, columns: [] }, 400, /columns/],
    ['an unknown dataset', { ...adhoc, datasetId: 'Ships' }, 404, /no dataset Ships/],
    [
      'a range over the limit',
      { ...adhoc, filters: range('2020-01-01T00:00:00Z', '2023-01-01T00:00:00Z') },
      400,
      /longer than the 731 days/,
    ],
    [
      'an end in the future',
      { ...adhoc, filters: range('2026-01-01T00:00:00Z', inAnHour) },
      400,
      /endTime.*future/,
    ],
    [
      'an empty range',
      { ...adhoc, filters: range('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z') },
      400,
      /after startTime/,
    ],
    [
      'a range for a dataset without times',
      {
        datasetId: 'People',
        columns: [{ fieldName: 'personName' }],
        filters: range('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),
      },
      400,
      /no time range filter/,
    ],
    [
      'a sum of text',
      { ...adhoc, columns: [{ fieldName: 'status', aggregate: 'sum' }] },
      400,
      /use count, min or max/,
    ],
    [
      'a column in no group',
      { ...adhoc, groupBy: ['status'] },
      400,
      /needs an aggregate, or a place in groupBy/,
    ],
  ])('%s', async (_what, reportConfig, status, message) => {
    const reply = await ask(reportConfig);
    expect(reply.status, reply.text).toBe(status);
    expect(reply.body.message).toMatch(message);
  });
});

describe('runs', () => {
  test('202 by config id, with the config’s filters or other ones', async () => {
    const config = await org.send('POST', '/reports/configs', {
      name: 'Finished',
      datasetId: 'TrainingAssignments',
      columns: [{ fieldName: 'learnerName' }],
      filters: { fields: [{ fieldName: 'status', operator: 'equals', values: ['completed'] }] },
    });
    expect(config.status, config.text).toBe(201);
    const { id } = config.body.data;
    const narrow = (await ask({ id })).body.data;
    const wide = (
      await ask({
        id,
        filters: { fields: [{ fieldName: 'status', operator: 'notEquals', values: ['completed'] }] },
      })
    ).body.data;
    await work(server);
    expect((await org.get(`/reports/runs/data?id=${narrow.id}`)).body.data).toMatchObject({
      status: 'complete',
      rows: [],
    });
    expect((await org.get(`/reports/runs/data?id=${wide.id}`)).body.data.rows).toHaveLength(30);
    const listed = (await org.get(`/reports/runs?reportConfigIds=${id}`)).body.data;
    expect(listed.map((run: { id: string }) => run.id)).toEqual([wide.id, narrow.id]);
  });

  test('200 cancels a pending run, which then has no rows; 400 for one that is complete', async () => {
    const { id } = (await ask({ datasetId: 'People', columns: [{ fieldName: 'personName' }] })).body.data;
    const canceled = await org.send('POST', '/reports/runs/cancel', { id });
    expect(canceled.body.data).toMatchObject({ id, status: 'canceled' });
    await work(server);
    expect((await org.get(`/reports/runs/data?id=${id}`)).body.data).toMatchObject({
      status: 'canceled',
      rows: [],
    });
    const other = (await ask({ datasetId: 'People', columns: [{ fieldName: 'personName' }] })).body.data;
    await work(server);
    expect((await org.send('POST', '/reports/runs/cancel', { id: other.id })).status).toBe(400);
  });

  test('200 of a canceled run that a worker is in the middle of: it stops', async () => {
    // Behind the ledger's back, and gone before the end: over HTTP they would take longer than the test.
    await server.database.rows(sql`
      insert into person (org_id, type, name, created_at, updated_at)
      select ${org.orgId}, 'user', 'Extra ' || n, now(), now() from generate_series(1, 40000) n`);
    const { id } = (await ask({ datasetId: 'People', columns: [{ fieldName: 'personName' }] })).body.data;
    const working = work(server);
    while ((await org.get(`/reports/runs?ids=${id}`)).body.data[0].percentComplete === 0);
    await org.send('POST', '/reports/runs/cancel', { id });
    await working;
    expect((await org.get(`/reports/runs?ids=${id}`)).body.data[0].status).toBe('canceled');
    const [left] = await server.database.rows(sql`
      select count(*)::int from report_run_page where org_id = ${org.orgId} and run_id = ${id}`);
    expect(left?.[0]).toBe(0);
    await server.database.rows(sql`delete from person where org_id = ${org.orgId} and name like 'Extra %'`);
  });

  test('a run that cannot be computed has failed, with the reason', async () => {
    const { id } = (await ask({ datasetId: 'People', columns: [{ fieldName: 'personName' }] })).body.data;
    await server.database.rows(sql`
      update report_run set definition = '{"datasetId":"Gone","columns":[]}' where org_id = ${org.orgId} and id = ${id}`);
    await work(server);
    expect((await org.get(`/reports/runs?ids=${id}`)).body.data[0]).toMatchObject({
      status: 'failed',
      failureReason: 'There is no dataset Gone any more.',
    });
  });

  test('a worker that is gone is noticed: its run is queued again, and fails after the third time', async () => {
    const { id } = (await ask({ datasetId: 'People', columns: [{ fieldName: 'personName' }] })).body.data;
    const abandon = (attempts: number) =>
      server.database.rows(sql`
      update report_run set attempts = ${attempts}, lease_until = now() - interval '1 second'
      where org_id = ${org.orgId} and id = ${id}`);
    await abandon(1);
    await recoverRuns(server.database);
    const [job] = await server.database.rows(sql`
      select count(*)::int from graphile_worker.jobs where key = ${`report-run ${id}`}`);
    expect(job?.[0]).toBe(1);
    await abandon(3);
    await recoverRuns(server.database);
    expect((await org.get(`/reports/runs?ids=${id}`)).body.data[0]).toMatchObject({ status: 'failed' });
  });

  test('404 a run is deleted with its result after 30 days, not before', async () => {
    const columns = [{ fieldName: 'personName' }];
    const { id } = (await ask({ datasetId: 'People', columns })).body.data;
    await work(server);
    const daysLater = (days: number) => ({
      database: server.database,
      clock: { now: () => new Date(Date.now() + days * DAY_MS) },
    });
    await forgetRuns(daysLater(29));
    expect((await org.get(`/reports/runs/data?id=${id}`)).status).toBe(200);
    const [before] = (await org.get(`/reports/runs?ids=${id}`)).body.data;
    await forgetRuns(daysLater(31));
    expect((await org.get(`/reports/runs/data?id=${id}`)).status).toBe(404);
    const [left] = await server.database.rows(sql`
      select count(*)::int from report_run_page where org_id = ${org.orgId} and run_id = ${id}`);
    expect(left?.[0]).toBe(0);
    // The ledger tells what was forgotten.
    const [told] = await toldOf(server, org, 'reportRun', id);
    expect(told).toMatchObject({
      operation: 'delete',
      document: {
        id,
        status: 'complete',
        rowCount: before.rowCount,
        definition: { datasetId: 'People', columns },
      },
    });
  });

  test('two workers at once make one result', async () => {
    const { id } = (await ask({ datasetId: 'People', columns: [{ fieldName: 'personName' }] })).body.data;
    await Promise.all([1, 2, 3].map(() => executeRun(server.services, org.orgId, id)));
    const { rowCount } = (await org.get(`/reports/runs?ids=${id}`)).body.data[0];
    expect((await org.get(`/reports/runs/data?id=${id}`)).body.data.rows).toHaveLength(rowCount);
  });

  test('a token that is limited to tags sees rows about its own people only, and no ledger', async () => {
    const [someone] = (await makePeople(server, org, 1)) as [string];
    const tag = (await org.send('POST', '/tags', { name: 'Depot', drivers: [someone] })).body.data;
    const limited = await org.withScopes(['Full Access'], [tag.id]);
    const reportConfig = { datasetId: 'People', columns: [{ fieldName: 'personId' }] };
    const { id } = (await limited.send('POST', '/reports/runs', { reportConfig })).body.data;
    await work(server);
    expect((await limited.get(`/reports/runs/data?id=${id}`)).body.data.rows).toEqual([[someone]]);
    const whole = (await ask(reportConfig)).body.data;
    expect((await limited.get(`/reports/runs/data?id=${whole.id}`)).status).toBe(404);
    const ledger = { datasetId: 'LedgerChanges', columns: [{ fieldName: 'resource' }] };
    expect((await limited.send('POST', '/reports/runs', { reportConfig: ledger })).status).toBe(403);
  });
});

describe('the ledger tells', () => {
  const reportConfig = { datasetId: 'People', columns: [{ fieldName: 'personName' }] };
  const served = async (id: string) => (await org.get(`/reports/runs?ids=${id}`)).body.data[0];

  test('what was asked for, by whom, and that it has ended with so many rows', async () => {
    const { id } = (await ask(reportConfig)).body.data;
    await work(server);
    const [end, begin] = await toldOf(server, org, 'reportRun', id);
    expect(begin).toMatchObject({
      operation: 'create',
      actor: org.actor,
      document: { status: 'pending', definition: reportConfig, createdById: org.actor },
    });
    expect(end).toMatchObject({ operation: 'update', document: { status: 'complete' } });
    expect(end?.actor).not.toBe(org.actor);
    expect(
      reportRun.served?.(end?.document as never, { at: '', get: () => undefined, all: () => [] }),
    ).toEqual(await served(id));
  });

  test('that a run was canceled, or has failed and why', async () => {
    const canceled = (await ask(reportConfig)).body.data.id;
    await org.send('POST', '/reports/runs/cancel', { id: canceled });
    const failed = (await ask(reportConfig)).body.data.id;
    await server.database.rows(sql`
      update report_run set attempts = 3, lease_until = now() - interval '1 second'
      where org_id = ${org.orgId} and id = ${failed}`);
    await recoverRuns(server.database);
    for (const id of [canceled, failed]) {
      const [end] = await toldOf(server, org, 'reportRun', id);
      expect(
        reportRun.served?.(end?.document as never, { at: '', get: () => undefined, all: () => [] }),
      ).toEqual(await served(id));
    }
  });

  test('each run as its row is', async () => {
    expect(await verifyTables(server.database, org.orgId, [reportRun])).toBeUndefined();
  });
});

describe('GET /reports/runs/data', () => {
  test('200 pages of any size are complete and in order while rows arrive', async () => {
    // Behind the ledger's back, and gone before the end: over HTTP they would take longer than the test.
    const fill = (from: number, to: number) =>
      server.database.rows(sql`
      insert into person (org_id, type, name, created_at, updated_at)
      select ${org.orgId}, 'user', 'Row ' || lpad(n::text, 6, '0'), now(), now()
      from generate_series(${from}::int, ${to}::int) n`);
    await fill(1, 5000);
    const reportConfig = {
      datasetId: 'People',
      columns: [{ fieldName: 'personName' }],
      filters: { fields: [{ fieldName: 'personName', operator: 'contains', values: ['row '] }] },
    };
    const { id } = (await ask(reportConfig)).body.data;
    await work(server);
    for (const limit of [1, 1000, 1024, 7]) {
      const names: string[] = [];
      for (let after = '', more = true; more && names.length < 3000; ) {
        const { body } = await org.get(`/reports/runs/data?id=${id}&limit=${limit}&after=${after}`);
        names.push(...body.data.rows.flat());
        ({ endCursor: after, hasNextPage: more } = body.pagination);
        if (limit < 10 && names.length > 20 * limit) break;
        await fill(5001, 5100);
      }
      expect(names).toEqual(names.map((_name, index) => `Row ${String(index + 1).padStart(6, '0')}`));
    }
    const all: string[] = [];
    for (let after = '', more = true; more; ) {
      const { body } = await org.get(`/reports/runs/data?id=${id}&after=${after}`);
      all.push(...body.data.rows.flat());
      ({ endCursor: after, hasNextPage: more } = body.pagination);
    }
    expect(all).toHaveLength(5000);
    await server.database.rows(sql`delete from person where org_id = ${org.orgId} and name like 'Row %'`);
  });

  test('400 for a cursor of another run', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 2; n += 1)
      ids.push((await ask({ datasetId: 'People', columns: [{ fieldName: 'personName' }] })).body.data.id);
    await work(server);
    const { endCursor } = (await org.get(`/reports/runs/data?id=${ids[0]}&limit=1`)).body.pagination;
    expect((await org.get(`/reports/runs/data?id=${ids[1]}&limit=1&after=${endCursor}`)).status).toBe(400);
  });
});
