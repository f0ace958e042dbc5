import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeAssignments, makeCourse, makePeople } from '../../../../test/builders.ts';
import { runFollowers } from '../../../../test/jobs.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { type ReportFilter, reportStatuses } from './report.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

/** A report as `Person 1: Yearly current`. */
async function told({ orgId }: TestOrg, filter: ReportFilter = {}): Promise<string[]> {
  const lines: string[] = [];
  const { pages } = await reportStatuses(server.database, orgId, filter, new Date());
  for await (const rows of pages)
    for (const { subject, requirement, status } of rows)
      lines.push(`${subject.name}: ${requirement.name} ${status}`);
  return lines;
}

async function publish(
  org: TestOrg,
  name: string,
  fields: object = {},
): Promise<[id: string, courseId: string]> {
  const course = await makeCourse(org, { title: name });
  const { id } = await made(org, '/requirements', {
    name,
    appliesTo: { type: 'driver' },
    satisfiedBy: { course: { id: course.id } },
    ...fields,
  });
  await made(org, '/requirements/publish', { id });
  return [id, course.id];
}

/** A moment after all that was done, and before all that comes. */
async function moment(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const at = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return at;
}

test('kept statuses and those worked out are the same, page after page', async () => {
  const org = await server.makeOrg();
  const people = await makePeople(server, org, 300);
  for (let n = 0; n < 7; n += 1) await publish(org, `Rule ${n}`, { firstDue: { days: 30 } });
  expect((await reportStatuses(server.database, org.orgId, {}, new Date())).isBehind).toBe(true);
  await runFollowers(server);
  const all: unknown[] = [];
  const { pages, isBehind, asOfSeq } = await reportStatuses(server.database, org.orgId, {}, new Date());
  for await (const rows of pages) all.push(...rows);
  expect(all.length).toBe(people.length * 7);
  expect(isBehind).toBe(false);
  const worked: unknown[] = [];
  const past = await reportStatuses(server.database, org.orgId, { asOf: await moment() }, new Date());
  for await (const rows of past.pages) worked.push(...rows);
  expect(worked).toEqual(all);
  expect(past.asOfSeq).toBe(asOfSeq);
  const future = await told(org, { asOf: new Date(Date.now() + 40 * 86_400_000).toISOString() });
  expect(future.length).toBe(all.length);
});

test('as of an earlier moment people have the statuses, names and tags that they had, whoever was deleted too', async () => {
  const org = await server.makeOrg();
  const [ann, bob] = (await makePeople(server, org, 2)) as [string, string];
  const yard = await made(org, '/tags', { name: 'Yard' });
  const gate = await made(org, '/tags', { name: 'Gate', parentTagId: yard.id, drivers: [ann, bob] });
  const before = await moment();
  const [yearly, courseId] = await publish(org, 'Yearly', { validity: { months: 12 } });
  const [assignment] = await makeAssignments(org, courseId, [bob]);
  await made(org, '/training-assignments/complete', { id: assignment?.id });
  const then = await moment();
  const [other] = await publish(org, 'Other', { firstDue: { days: 30 } });
  await org.send('PATCH', `/fleet/drivers/${ann}`, { name: 'Ann', tagIds: [] });
  await org.send('DELETE', `/training-assignments?ids=${assignment?.id}`);
  const removed = await org.send('DELETE', `/directory/user/driver-${bob}/`);
  expect(removed.status, removed.text).toBeLessThan(300);
  await runFollowers(server);

  expect(await told(org)).toEqual(['Ann: Yearly missing', 'Ann: Other missing']);
  expect(await told(org, { asOf: await moment() })).toEqual(['Ann: Yearly missing', 'Ann: Other missing']);
  expect(await told(org, { asOf: then })).toEqual(['Person 1: Yearly missing', 'Person 2: Yearly current']);
  expect(await told(org, { asOf: before })).toEqual([]);
  expect(await told(org, { tagIds: [yard.id] })).toEqual([]);
  for (const { id } of [yard, gate]) expect((await told(org, { asOf: then, tagIds: [id] })).length).toBe(2);
  expect(await told(org, { requirementIds: [other] })).toEqual(['Ann: Other missing']);
  expect(await told(org, { asOf: then, requirementIds: [other] })).toEqual([]);
  expect(await told(org, { asOf: then, requirementIds: [yearly] })).toHaveLength(2);
});

test('404 for a requirement of another organization', async () => {
  const [id] = await publish(await server.makeOrg(), 'Theirs');
  await expect(told(server.org, { requirementIds: [id] })).rejects.toMatchObject({ status: 404 });
});
