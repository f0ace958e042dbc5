import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makePeople } from '../../../test/builders.ts';
import { work } from '../../../test/reports.ts';
import { signedIn, somebody } from '../../../test/signed-in.ts';
import { type Client, startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { sql } from '../../kernel/database/database.ts';
import { runDue } from './schedules/due.ts';

// A report is no way around the scopes of what it shows, and what a token has set going ends with it.

const REPORTS = ['Read Custom Reports', 'Write Custom Reports'];
let server: TestApp;
let org: TestOrg;
let reporter: Client;
beforeAll(async () => {
  server = await startApp({ tampers: 'tokens are changed behind the back of the ledger' });
});
afterAll(() => server.stop());
beforeEach(async () => {
  org = await server.makeOrg();
  reporter = await org.withScopes(REPORTS);
});

const whole = (datasetId: string) => {
  const dataset = server.services.datasets.get(datasetId);
  return { datasetId, columns: (dataset?.columns ?? []).map(({ name }) => ({ fieldName: name })) };
};

describe('reports of each dataset', () => {
  test('403 without the scopes of what it shows, naming one; 202 with them alone', async () => {
    const all = server.services.datasets.all;
    expect(all.filter(({ scopes }) => scopes.length === 0)).toEqual([]);
    for (const { id, scopes } of all) {
      const body = { reportConfig: whole(id) };
      const refused = await reporter.send('POST', '/reports/runs', body);
      expect(refused.status, id).toBe(403);
      expect(refused.body.message).toContain(`"${scopes[0]}"`);
      const able = await org.withScopes([...REPORTS, ...scopes]);
      expect((await able.send('POST', '/reports/runs', body)).status, id).toBe(202);
    }
  });

  test('403 for a part of the scopes', async () => {
    const drivers = await org.withScopes([...REPORTS, 'Read Drivers']);
    const reply = await drivers.send('POST', '/reports/runs', { reportConfig: whole('People') });
    expect(reply.status).toBe(403);
    expect(reply.body.message).toContain('"Read Users"');
  });

  test('202 with the scopes that stand for all', async () => {
    const reader = await org.withScopes(['Write Custom Reports', 'Read-only']);
    expect((await reader.send('POST', '/reports/runs', { reportConfig: whole('People') })).status).toBe(202);
  });

  test('403 by a config, a schedule, the older shape, and for the rows of a run of somebody else', async () => {
    await makePeople(server, org, 1);
    const config = await org.send('POST', '/reports/configs', {
      name: 'All',
      ...whole('TrainingAssignments'),
    });
    const { id } = config.body.data;
    const run = await org.send('POST', '/reports/runs', { reportConfig: { id } });
    await work(server);
    const runId = run.body.data.id;
    const range = { startTime: '2026-01-01T00:00:00Z', endTime: '2026-01-02T00:00:00Z' };
    const preview = await org.withScopes([...REPORTS, 'Read Preview', 'Write Preview']);
    for (const reply of [
      await reporter.send('POST', '/reports/runs', { reportConfig: { id } }),
      await reporter.send('POST', '/reports/schedules', { reportConfigId: id, cron: '0 6 * * *' }),
      await preview.send('POST', '/preview/custom-reports/runs', { customReportId: id, ...range }),
      await reporter.get(`/reports/runs/data?id=${runId}`),
      await preview.get(`/preview/custom-reports/runs/data?id=${runId}`),
      await reporter.get(`/reports/runs/export?id=${runId}&format=csv`),
    ])
      expect(reply.status, reply.text).toBe(403);
    expect((await org.get(`/reports/runs/data?id=${runId}`)).status).toBe(200);
  });
});

describe('a schedule', () => {
  const scheduled = async (scopes: string[]) => scheduledBy(await org.withScopes(scopes));
  const scheduledBy = async (maker: Client) => {
    const config = await org.send('POST', '/reports/configs', { name: 'All', ...whole('Vehicles') });
    const body = { reportConfigId: config.body.data.id, cron: '0 6 * * *' };
    const made = await maker.send('POST', '/reports/schedules', body);
    expect(made.status, made.text).toBe(201);
    return made.body.data as { id: string; createdById: string; nextRunAtTime: string };
  };
  const runsAfter = async ({ nextRunAtTime }: { nextRunAtTime: string }) => {
    const now = new Date(Date.parse(nextRunAtTime) + 1000);
    await runDue({ ...server.services, clock: { now: () => now } });
    const rows = await server.database.rows(sql`
      select count(*)::int from report_run where org_id = ${org.orgId} and schedule_id is not null`);
    return rows[0]?.[0];
  };
  test('runs while its token lives', async () => {
    expect(await runsAfter(await scheduled([...REPORTS, 'Read Vehicles']))).toBe(1);
  });

  test('runs while whoever made it may sign in, and is paused when their account is disabled or another', async () => {
    const person = await somebody(server, org, 'manager');
    const change = (body: object) => org.send('PATCH', '/accounts', { id: person.id, ...body });
    const here = await signedIn(server, person);
    expect(await runsAfter(await scheduledBy(here))).toBe(1);
    const again = await scheduledBy(await signedIn(server, person));
    await change({ status: 'disabled' });
    expect(await runsAfter(again)).toBe(1);
    await change({ status: 'active' });
    const third = await scheduledBy(await signedIn(server, person));
    await change({ role: 'viewer' });
    expect(await runsAfter(third)).toBe(1);
  });

  test.each([
    ['is revoked', sql`revoked_at = now()`],
    ['may not ask for reports any more', sql`scopes = '{Read Vehicles}'`],
    ['may not read any more what it shows', sql`scopes = '{Read Custom Reports,Write Custom Reports}'`],
  ])('is paused when its token %s', async (_what, change) => {
    const schedule = await scheduled([...REPORTS, 'Read Vehicles']);
    await server.database.rows(sql`
      update token set ${change} where org_id = ${org.orgId}
        and id = (select id from token where org_id = ${org.orgId} order by created_at desc limit 1)`);
    expect(await runsAfter(schedule)).toBe(0);
    const { data } = (await org.get('/reports/schedules')).body;
    expect(data).toMatchObject([{ id: schedule.id, isPaused: true }]);
  });
});
