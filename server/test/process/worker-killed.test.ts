import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sql } from '../../src/kernel/database/database.ts';
import { cloneDatabase, type TestDatabase } from '../database.ts';
import { jpeg, multipart } from '../pictures.ts';
import { type Client, client } from '../start-app.ts';
import { crewready, dataFolder, freePort, type Process, settingsOf, TOKEN, terminate } from './crewready.ts';

/** What is pending has to have come to its end so long after the restart. */
const END_MS = 120_000;
const ROWS = 60_000;
const EACH = 4;

async function made(org: Client, path: string, body: unknown) {
  const reply = await org.send('POST', path, body);
  expect(Math.floor(reply.status / 100), reply.text).toBe(2);
  return reply.body.data;
}

/** Things to ask for that a job makes, by the name of the job. */
async function kinds(org: Client, { database }: TestDatabase): Promise<Record<string, () => Promise<void>>> {
  const template = await made(org, '/form-templates', {
    title: 'Check',
    sections: [{ label: 'One', fields: [{ label: 'Remarks', type: 'text' }] }],
  });
  const submission = await made(org, '/form-submissions', {
    formTemplate: { id: template.id, revisionId: template.revisionId },
    status: 'notStarted',
  });
  const vehicle = await made(org, '/fleet/vehicles', { name: 'Truck' });
  const picture = await jpeg(6000, 4000);
  const at = '2026-11-20T08:00:00Z';
  await database.rows(sql`
    insert into person (org_id, type, name, created_at, updated_at)
    select org_id, 'driver', 'Row ' || n, now(), now() from org, generate_series(1, ${ROWS}::int) n`);
  return {
    'forms.make-pdf': () => made(org, `/form-submissions/pdf-exports?id=${submission.id}`, {}),
    'media.process': () => {
      const fields = { vehicleId: vehicle.id, input: 'analog1', mediaType: 'image', triggerReason: 'api' };
      return made(org, '/cameras/media', multipart({ ...fields, startTime: at, endTime: at }, picture));
    },
    'reports.run': () =>
      made(org, '/reports/runs', {
        reportConfig: { datasetId: 'People', columns: [{ fieldName: 'personName' }] },
      }),
  };
}

/** A schedule that was due while no worker ran. */
async function missedSchedule(org: Client, { database }: TestDatabase): Promise<void> {
  const columns = [{ fieldName: 'vehicleName' }];
  const config = await made(org, '/reports/configs', { name: 'Daily', datasetId: 'Vehicles', columns });
  await made(org, '/reports/schedules', { reportConfigId: config.id, cron: '0 6 * * *' });
  await database.rows(sql`update report_schedule set next_at = next_at - interval '1 day'`);
}

/** How many of each kind are in which state. */
const states = async ({ database }: TestDatabase): Promise<Record<string, number>> =>
  Object.fromEntries(
    await database.rows(sql`
      select 'pdf ' || status, count(*)::int from form_pdf group by status
      union all select 'media ' || status, count(*)::int from media_file group by status
      union all select case when schedule_id is null then 'run ' else 'scheduled run ' end || status, count(*)::int
        from report_run group by schedule_id is null, status`),
  );

test('kill -9 of the worker amid PDFs, media, reports and schedules: all is done within two minutes of its restart', async () => {
  const clone = await cloneDatabase(2);
  const folder = await dataFolder();
  const settings = settingsOf(clone, folder);
  const apiPort = await freePort();
  const url = `http://127.0.0.1:${apiPort}`;
  const api = crewready(['serve'], { ...settings, CREWREADY_ROLE: 'api', PORT: String(apiPort) });
  while (!api.stdout().includes(url)) await sleep(20);
  const org = client(url, TOKEN);
  const work = (): Process => crewready(['serve'], { ...settings, CREWREADY_ROLE: 'worker' });

  for (const [job, ask] of Object.entries(await kinds(org, clone))) {
    const worker = work();
    await Promise.all(Array.from({ length: EACH }, ask));
    const inHand = async () =>
      (
        await clone.database.rows(sql`
          select 1 from graphile_worker.jobs where task_identifier = ${job} and locked_at is not null`)
      ).length > 0;
    while (!(await inHand())) await sleep(2);
    process.kill(-(worker.child.pid as number), 'SIGKILL');
    await worker.ended;
    expect(await inHand(), job).toBe(true);
  }
  await missedSchedule(org, clone);
  const pending = await states(clone);
  for (const state of ['pdf pending', 'media processing', 'run pending'])
    expect(pending[state], JSON.stringify(pending)).toBeGreaterThan(0);

  const last = work();
  const done = {
    'pdf done': EACH,
    'media finished': EACH,
    'run complete': EACH,
    'scheduled run complete': 1,
  };
  await expect.poll(() => states(clone), { timeout: END_MS, interval: 250 }).toEqual(done);
  for (const one of [last, api]) expect((await terminate(one)).code, one.stderr()).toBe(0);
  await clone.drop();
  await folder.remove();
}, 900_000);
