import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toldOf } from '../../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { verifyTables } from '../../../kernel/ledger/verify-tables.ts';
import { reportConfig } from '../configs/resource.ts';
import { reportRun } from '../runs/resource.ts';
import { runDue } from './due.ts';
import { reportSchedule } from './resource.ts';

let server: TestApp;
let org: TestOrg;
let reportConfigId: string;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());
beforeEach(async () => {
  org = await server.makeOrg();
  const config = await org.send('POST', '/reports/configs', {
    name: 'Assignments',
    datasetId: 'TrainingAssignments',
    columns: [{ fieldName: 'status' }],
  });
  reportConfigId = config.body.data.id;
});

const make = (body: object) => org.send('POST', '/reports/schedules', { reportConfigId, ...body });

/** Runs what is due when `hours` have passed since a schedule's next time. */
const runLater = async (nextRunAtTime: string, hours: number) => {
  const now = new Date(Date.parse(nextRunAtTime) + hours * 3_600_000);
  await runDue({ ...server.services, clock: { now: () => now } });
};
const runs = async () => (await org.get(`/reports/runs?reportConfigIds=${reportConfigId}`)).body.data;

describe('schedules', () => {
  test('201 makes one that goes by its timezone’s clock', async () => {
    const reply = await make({ cron: '30 6 * * *', timezone: 'America/Los_Angeles', lastDays: 7 });
    expect(reply.status, reply.text).toBe(201);
    expect(reply.body.data).toMatchObject({ timezone: 'America/Los_Angeles', lastDays: 7, isPaused: false });
    const local = new Date(reply.body.data.nextRunAtTime).toLocaleTimeString('en-GB', {
      timeZone: 'America/Los_Angeles',
    });
    expect(local).toBe('06:30:00');
    expect((await org.get('/reports/schedules')).body.data).toEqual([reply.body.data]);
  });

  test.each([
    [{ cron: 'every monday' }, /cron/],
    [{ cron: '* * * * *' }, /once an hour/],
    [{ cron: '*/30 6 * * *' }, /once an hour/],
    [{ cron: '0 0 6 * * *' }, /cron/],
    [{ cron: '0 6 31 2 *' }, /never/],
    [{ cron: '0 6 * * 1', timezone: 'Mars/Olympus' }, /timezone/],
    [{ cron: '0 6 * * 1', lastDays: 800 }, /lastDays/],
  ])('400 %j', async (body, message) => {
    const reply = await make(body);
    expect(reply.status).toBe(400);
    expect(reply.body.message).toMatch(message);
  });

  test('200 pauses and resumes, 204 deletes', async () => {
    const { id } = (await make({ cron: '0 6 * * 1' })).body.data;
    const paused = await org.send('PATCH', '/reports/schedules', { id, isPaused: true });
    expect(paused.body.data.isPaused).toBe(true);
    expect(paused.body.data).not.toHaveProperty('nextRunAtTime');
    const resumed = await org.send('PATCH', '/reports/schedules', { id, isPaused: false, cron: '0 7 * * 1' });
    expect(resumed.body.data.nextRunAtTime).toMatch(/T07:00:00Z$/);
    expect((await org.send('DELETE', `/reports/schedules?id=${id}`)).status).toBe(204);
    expect((await org.get('/reports/schedules')).body.data).toEqual([]);
  });

  test('204 deleting a config deletes its schedules', async () => {
    await make({ cron: '0 6 * * 1' });
    expect((await org.send('DELETE', `/reports/configs?id=${reportConfigId}`)).status).toBe(204);
    expect((await org.get('/reports/schedules')).body.data).toEqual([]);
  });

  test('a due time is run once, however many workers notice it', async () => {
    const { id, nextRunAtTime } = (await make({ cron: '0 * * * *', lastDays: 1 })).body.data;
    await Promise.all(Array.from({ length: 6 }, () => runLater(nextRunAtTime, 0)));
    await runLater(nextRunAtTime, 0);
    expect(await runs()).toHaveLength(1);
    const [row] = await server.database.rows(sql`
      select definition->'primaryTimeRange', due_at = date_trunc('hour', due_at) from report_run
      where org_id = ${org.orgId} and schedule_id = ${id}`);
    const range = JSON.parse(row?.[0]);
    expect(Date.parse(range.endTime) - Date.parse(range.startTime)).toBe(86_400_000);
    expect(row?.[1]).toBe(true);
  });

  test('its days are those of its timezone: the range begins at the time of day at which it ends', async () => {
    const timezone = 'America/Los_Angeles';
    for (const lastDays of [100, 200, 300]) {
      const { id, nextRunAtTime } = (await make({ cron: '0 * * * *', timezone, lastDays })).body.data;
      await runLater(nextRunAtTime, 0);
      const [row] = await server.database.rows(sql`
        select definition->'primaryTimeRange' from report_run where org_id = ${org.orgId} and schedule_id = ${id}`);
      const { startTime, endTime } = JSON.parse(row?.[0]);
      const hour = (time: string) =>
        new Date(time).toLocaleTimeString('en', { timeZone: timezone, timeStyle: 'short' });
      expect(hour(startTime)).toBe(hour(endTime));
    }
  });

  test('times that were missed while the server was down are made up for, the latest 31', async () => {
    const { nextRunAtTime } = (await make({ cron: '0 * * * *', lastDays: 1 })).body.data;
    await runLater(nextRunAtTime, 3);
    expect(await runs()).toHaveLength(4);
    await runLater(nextRunAtTime, 103);
    expect(await runs()).toHaveLength(4 + 31);
    const [schedule] = (await org.get('/reports/schedules')).body.data;
    expect(Date.parse(schedule.nextRunAtTime)).toBe(Date.parse(nextRunAtTime) + 104 * 3_600_000);
  });
});

describe('the ledger tells', () => {
  const world = { at: '', get: () => undefined, all: () => [] };
  const same = () => verifyTables(server.database, org.orgId, [reportConfig, reportSchedule, reportRun]);

  test('that a schedule fires: its run, and when it is due next', async () => {
    const { id, nextRunAtTime } = (await make({ cron: '0 * * * *' })).body.data;
    await runLater(nextRunAtTime, 0);
    const [fired, made] = await toldOf(server, org, 'reportSchedule', id);
    expect(made?.document.nextRunAtTime).toBe(nextRunAtTime);
    const [served] = (await org.get('/reports/schedules')).body.data;
    expect(reportSchedule.served?.(fired?.document, world)).toEqual(served);
    const [run] = await runs();
    expect((await toldOf(server, org, 'reportRun', run.id))[0]?.document).toMatchObject({
      reportScheduleId: id,
      dueAtTime: nextRunAtTime,
      createdById: org.actor,
    });
    expect(await same()).toBeUndefined();
  });

  test('a config that is deleted, and its schedules', async () => {
    const { id } = (await make({ cron: '0 6 * * 1' })).body.data;
    const [served] = (await org.get('/reports/configs')).body.data;
    await org.send('DELETE', `/reports/configs?id=${reportConfigId}`);
    const [gone] = await toldOf(server, org, 'reportConfig', reportConfigId);
    expect(gone?.operation).toBe('delete');
    const { datasets } = server.services;
    expect(reportConfig.served?.(gone?.document, { ...world, datasets })).toEqual(served);
    expect((await toldOf(server, org, 'reportSchedule', id))[0]).toMatchObject({
      operation: 'delete',
      document: { id, reportConfigId, cron: '0 6 * * 1' },
    });
    expect(await same()).toBeUndefined();
  });
});
