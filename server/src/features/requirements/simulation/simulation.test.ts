import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeAssignments, makeCourse, makePeople } from '../../../../test/builders.ts';
import { runFollowers } from '../../../../test/jobs.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let people: string[];
let courseId: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  courseId = (await makeCourse(org)).id;
  people = await makePeople(server, org, 5);
  const [assignment] = await makeAssignments(org, courseId, [people[0] as string]);
  await made(org, '/training-assignments/complete', { id: assignment?.id });
});
afterAll(() => server.stop());

const draft = (more: Record<string, unknown> = {}) => ({
  name: 'Defensive driving',
  appliesTo: { type: 'driver' },
  satisfiedBy: { course: { id: courseId } },
  ...more,
});

const simulated = async (body: unknown, query = '') => {
  const reply = await org.send('POST', `/requirements/simulate${query}`, body);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
};

const changes = (data: {
  changes: { subject: { id: string }; after: { status: string; isOverdue: boolean } }[];
}) => data.changes.map(({ subject, after }) => `${subject.id} ${after.status} ${after.isOverdue}`);

test('200 publishing does what the simulation said', async () => {
  const body = draft({ assign: { courseId, daysBefore: 30 }, firstDue: { days: 10 } });
  const { data } = await simulated(body);
  expect(data).toMatchObject({
    before: { notNeeded: data.subjects, overdue: 0 },
    after: { current: 1, missing: 4, overdue: 0 },
    assignments: 4,
  });
  expect(data.changes[0]).toMatchObject({ subject: { type: 'driver', name: 'Person 1' }, isAssigned: false });
  const { id } = await made(org, '/requirements', body);
  await made(org, '/requirements/publish', { id });
  await runFollowers(server);
  const kept = await org.get(`/requirement-statuses?requirementIds=${id}`);
  expect(
    kept.body.data.map(
      ({ subject, status, isOverdue }: { subject: { id: string }; status: string; isOverdue: boolean }) =>
        `${subject.id} ${status} ${isOverdue}`,
    ),
  ).toEqual(changes(data));
  const assigned = await org.get('/training-assignments/stream?startTime=2020-01-01T00:00:00Z');
  expect(assigned.body.data).toHaveLength(5);
  expect(kept.body.data.filter(({ isInHand }: { isInHand: boolean }) => isInHand)).toHaveLength(4);
});

test('200 a change of one in force, page by page', async () => {
  const { id } = await made(org, '/requirements', draft({ firstDue: { days: 10 } }));
  await made(org, '/requirements/publish', { id });
  await runFollowers(server);
  const changed = { id, firstDue: null };
  const whole = await simulated(changed);
  expect(whole.data.before).toMatchObject({ missing: 4, overdue: 0 });
  expect(whole.data.after).toMatchObject({ missing: 4, overdue: 4 });
  const first = await simulated(changed, '?limit=3');
  const second = await simulated(changed, `?limit=3&after=${first.pagination.endCursor}`);
  expect([...changes(first.data), ...changes(second.data)]).toEqual(changes(whole.data));
  expect(second.data.before).toBeUndefined();
  expect(second.pagination.hasNextPage).toBe(false);
});

test('200 a token limited to tags counts and names nobody outside', async () => {
  const { id: tagId } = await made(org, '/tags', { name: 'Yard', drivers: [people[1]] });
  const limited = await org.withScopes(['Read Requirements'], [tagId]);
  const { status, body } = await limited.send('POST', '/requirements/simulate', draft());
  expect(status).toBe(200);
  expect(body.data).toMatchObject({ subjects: 1, after: { missing: 1 } });
  expect(changes(body.data)).toEqual([`${people[1]} missing true`]);
});

test.each([
  [{ appliesTo: { tag: '1' } }, 404, 'appliesTo.tag'],
  [{ validity: { months: 0 } }, 400, 'validity.months'],
  [{ id: '0191d1b8-0000-7000-8000-000000000000' }, 404, 'id'],
])('%j is refused', async (more, expected, place) => {
  const { status, body } = await org.send('POST', '/requirements/simulate', draft(more));
  expect(status).toBe(expected);
  expect(body.message).toContain(place);
});
