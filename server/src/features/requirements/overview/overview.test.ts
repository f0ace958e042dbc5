import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeAssignments, makeCourse, makePeople } from '../../../../test/builders.ts';
import { runFollowers } from '../../../../test/jobs.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let people: string[];
let tagId: string;
let blocking: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  const course = await makeCourse(org);
  people = await makePeople(server, org, 4);
  tagId = (await made(org, '/tags', { name: 'Yard', drivers: people.slice(0, 2) })).id;
  const [assignment] = await makeAssignments(org, course.id, [people[0] as string]);
  await made(org, '/training-assignments/complete', { id: assignment?.id });
  const publish = async (fields: Record<string, unknown>): Promise<string> => {
    const { id } = await made(org, '/requirements', {
      appliesTo: { type: 'driver' },
      satisfiedBy: { course: { id: course.id } },
      ...fields,
    });
    await made(org, '/requirements/publish', { id });
    return id;
  };
  blocking = await publish({ name: 'At once' });
  await publish({ name: 'Warned of', severity: 'warn' });
  await publish({ name: 'In five days', firstDue: { days: 5 } });
  await publish({ name: 'Ends soon', validity: { days: 20 }, warnDays: [30], appliesTo: { tag: tagId } });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await runFollowers(server);
});
afterAll(() => server.stop());

test('200 readiness as a whole, by requirement and by tag', async () => {
  const { status, body } = await org.get('/readiness');
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.data).toMatchObject({
    subjects: 4,
    ready: 1,
    needed: 14,
    met: 4,
    counts: { waived: 0, missing: 10, current: 3, expiring: 1, expired: 0 },
  });
  expect(body.data.share).toBeCloseTo(4 / 14);
  expect(body.data.requirements[0]).toMatchObject({
    id: blocking,
    name: 'At once',
    needed: 4,
    met: 1,
    overdue: 3,
  });
  expect(body.data.tags).toMatchObject([{ id: tagId, name: 'Yard', needed: 8, met: 4 }]);
});

test('200 readiness of those in a tag, and of those whom a token may see', async () => {
  const within = await org.get(`/readiness?tagIds=${tagId}`);
  expect(within.body.data).toMatchObject({ subjects: 2, needed: 8 });
  const limited = await org.withScopes(['Read Requirements'], [tagId]);
  expect((await limited.get('/readiness')).body.data).toMatchObject({ subjects: 2, needed: 8 });
});

test('200 readiness day by day, from the ledger', async () => {
  const { status, body } = await org.get(
    `/readiness/history?startTime=${new Date(Date.now() - 86_400_000).toISOString()}`,
  );
  expect(status).toBe(200);
  const [yesterday, today] = body.data;
  expect(yesterday).toMatchObject({ needed: 0, met: 0, share: null });
  expect(today).toMatchObject({ day: new Date().toISOString().slice(0, 10), needed: 14, met: 4 });
});

test('200 what lapses week by week, of those whom a token may see', async () => {
  const weeks = async (as: Pick<TestOrg, 'get'>, query = '') =>
    (await as.get(`/readiness/lapses${query}`)).body.data.map(({ count }: { count: number }) => count);
  // What is good for twenty days lapses as the next one begins, of the one who has it.
  expect(await weeks(org)).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0]);
  expect(await weeks(org, `?weeks=4&tagIds=${tagId}`)).toEqual([0, 0, 0, 1]);
  const elsewhere = (await made(org, '/tags', { name: 'Elsewhere', drivers: people.slice(2) })).id;
  expect(await weeks(await org.withScopes(['Read Requirements'], [elsewhere]), '?weeks=4')).toEqual([
    0, 0, 0, 0,
  ]);
  const { body } = await org.get('/readiness/lapses?weeks=1');
  expect(body.data).toEqual([{ day: new Date().toISOString().slice(0, 10), count: 0 }]);
});

test('400 more days than a year', async () => {
  const { status, body } = await org.get('/readiness/history?startTime=2020-01-01T00:00:00Z');
  expect(status).toBe(400);
  expect(body.message).toContain('ask for at most 366');
});

test('200 what to do today, the most urgent first', async () => {
  const { body } = await org.get('/attention');
  expect(body.data.groups.map(({ kind, count }: { kind: string; count: number }) => [kind, count])).toEqual([
    ['blocked', 4],
    ['overdue', 3],
    ['expired', 0],
    ['dueThisWeek', 3],
    ['expiring', 1],
  ]);
  expect(body.data.groups[0].items[0]).toMatchObject({
    subject: { type: 'driver', name: 'Person 2' },
    requirement: { severity: 'block' },
    status: 'missing',
  });
});
