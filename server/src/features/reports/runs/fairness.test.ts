import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { handIn, makeSubmission, makeTemplate } from '../../../../test/forms.ts';
import { png } from '../../../../test/pictures.ts';
import { PEOPLE } from '../../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { startWorker, type Working } from '../../../kernel/jobs/jobs.ts';

let server: TestApp;
let worker: Working | undefined;
let holder: pg.PoolClient;
beforeAll(async () => {
  server = await startApp();
  holder = await server.database.pool.connect();
});
afterEach(async () => {
  await holder.query('rollback');
  await worker?.stop();
  worker = undefined;
});
afterAll(async () => {
  holder.release();
  await server.stop();
});

const RUNS = 60;

/** Asks for reports; answers their ids, in order. */
async function ask(org: TestOrg, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const reply = await org.send('POST', '/reports/runs', { reportConfig: PEOPLE });
    expect(reply.status, reply.text).toBe(202);
    ids.push(reply.body.data.id);
  }
  return ids;
}

/** Hands in a form of three photos, and asks for its PDF. */
async function askForPdf(org: TestOrg): Promise<void> {
  const template = await makeTemplate(org, [{ label: 'Photos', type: 'media' }]);
  const { id } = await makeSubmission(org, template.id);
  const photo = { base64Payload: (await png()).toString('base64'), mediaType: 'image/png' };
  const mediaValue = { mediaList: [photo, photo, photo] };
  await handIn(org, id, [{ id: template.fields[0].id, type: 'media', mediaValue }]);
  const pdf = await org.send('POST', `/form-submissions/pdf-exports?id=${id}`);
  expect(pdf.status, pdf.text).toBe(202);
}

async function startWorking(): Promise<void> {
  const jobs = server.features.flatMap(({ jobs = [] }) => jobs).filter(({ cron }) => !cron);
  worker = await startWorker(jobs, server.services, () => {});
}

async function completeRuns({ orgId }: TestOrg): Promise<number> {
  const [row] = await server.database.rows(sql`
    select count(*)::int from report_run where org_id = ${orgId} and status = 'complete'`);
  return row?.[0];
}

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await sleep(50);
}

test('202 for one report, which is done while all long work of another organization is stuck', async () => {
  const busy = await server.makeOrg('Busy');
  const other = await server.makeOrg('Other');
  await askForPdf(busy);
  await ask(busy, RUNS);
  // Whoever takes one of these waits here: for its row, not for any time.
  await holder.query('begin');
  for (const table of ['report_run', 'form_pdf', 'media_file'])
    await holder.query(`select from ${table} where org_id = $1 for update`, [busy.orgId]);
  await ask(other, 1);
  await startWorking();
  await until(async () => (await completeRuns(other)) === 1);
  expect(await completeRuns(busy)).toBe(0);
  await holder.query('rollback');
  await until(async () => (await completeRuns(busy)) === RUNS);
});

test('202 for one report, which is done long before those that others had asked for', async () => {
  // More organizations than a worker has places.
  const busy: TestOrg[] = [];
  for (let n = 0; n < 5; n += 1) busy.push(await server.makeOrg(`Busy ${n}`));
  for (const org of busy) await ask(org, 15);
  const other = await server.makeOrg('Other');
  await ask(other, 1);
  await startWorking();
  await until(async () => (await Promise.all(busy.map(completeRuns))).every((done) => done === 15));
  const rows = await server.database.rows(sql`
    select org_id from report_run where org_id = any(${[...busy, other].map(({ orgId }) => orgId)}::bigint[])
    order by updated_at`);
  const place = rows.findIndex(([orgId]) => orgId === other.orgId);
  expect(place).toBeGreaterThanOrEqual(0);
  // In turns it is among the first six, each of which may be overtaken by a few.
  expect(place).toBeLessThan(38);
});
