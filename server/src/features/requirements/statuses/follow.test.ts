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
