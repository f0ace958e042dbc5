import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeAssignments, makeCourse, makePeople } from '../../../../test/builders.ts';
import { runFollowers } from '../../../../test/jobs.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

const kept = async (requirementId: string) =>
  (
    await server.database.rows(sql`
      select subject_id, status, is_overdue, is_in_hand from requirement_status
      where org_id = ${server.org.orgId} and requirement_id = ${requirementId} order by subject_id`)
  ).map((row) => row.join(' '));

test('a published requirement is kept for everybody, and follows what happens', async () => {
  const { org } = server;
  const course = await makeCourse(org);
  const [first, second] = (await makePeople(server, org, 2)) as [string, string];
  const { id } = await made(org, '/requirements', {
    name: 'Defensive driving',
    appliesTo: { type: 'driver' },
    satisfiedBy: { course: { id: course.id } },
    validity: { months: 12 },
    warnDays: [30],
    firstDue: { days: 30 },
  });
  await runFollowers(server);
  expect(await kept(id)).toEqual([]);
  await made(org, '/requirements/publish', { id });
  await runFollowers(server);
  expect(await kept(id)).toEqual([`${first} missing false false`, `${second} missing false false`]);
  const [assignment] = await makeAssignments(org, course.id, [first]);
  await runFollowers(server);
  expect(await kept(id)).toEqual([`${first} missing false true`, `${second} missing false false`]);
  await org.send('POST', '/training-assignments/complete', { id: assignment?.id });
  await runFollowers(server);
  expect(await kept(id)).toEqual([`${first} current false false`, `${second} missing false false`]);
});

test('an assignment is made once a cycle, names its requirement in the ledger, and is not made again', async () => {
  const { org } = server;
  const course = await makeCourse(org, { title: 'Assigned' });
  const [person] = (await makePeople(server, org, 1)) as [string];
  const { id: tagId } = await made(org, '/tags', { name: 'Assigned to', drivers: [person] });
  const { id } = await made(org, '/requirements', {
    name: 'Assigned by itself',
    appliesTo: { tag: tagId },
    satisfiedBy: { course: { id: course.id } },
    firstDue: { days: 20 },
    assign: { courseId: course.id, daysBefore: 30 },
  });
  await made(org, '/requirements/publish', { id });
  await runFollowers(server);
  const assignments = async () =>
    (
      await org.get(`/training-assignments/stream?startTime=2020-01-01T00:00:00Z&courseIds=${course.id}`)
    ).body.data.filter(({ deletedAtTime }: { deletedAtTime?: string }) => !deletedAtTime);
  const [assignment] = await assignments();
  expect(assignment).toMatchObject({ learner: { id: person }, status: 'notStarted' });
  expect(await kept(id)).toEqual([`${person} missing false true`]);
  const [entry] = await server.database.rows(sql`
    select document ->> 'requirementId' from ledger_change
    where org_id = ${org.orgId} and resource = 'trainingAssignment' and id = ${assignment.id}`);
  expect(entry).toEqual([id]);
  await org.send('DELETE', `/training-assignments?ids=${assignment.id}`);
  await runFollowers(server);
  expect(await assignments()).toEqual([]);
  expect(await kept(id)).toEqual([`${person} missing false false`]);
});
