import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeAssignments, makeCourse, makePeople } from '../../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let drivers: string[];
let users: string[];
let tagId: string;
let winter: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  drivers = await makePeople(server, org, 3);
  users = await makePeople(server, org, 1, 'user');
  await org.send('PATCH', `/fleet/drivers/${drivers[0]}`, { name: 'Zoë Quill' });
  tagId = (await made(org, '/tags', { name: 'Yard', drivers: drivers.slice(0, 1) })).id;
  const safety = await makeCourse(org);
  winter = (await makeCourse(org, { title: 'Winter Driving' })).id;
  await makeAssignments(org, safety.id, drivers, '2030-03-01T00:00:00Z');
  await makeAssignments(org, winter, [drivers[0] as string], '2020-01-01T00:00:00Z');
  const [done] = await makeAssignments(org, winter, [`user-${users[0]}`], '2030-01-01T00:00:00Z');
  await made(org, '/training-assignments/complete', { id: done?.id });
});
afterAll(() => server.stop());

const list = async (query = '', headers = {}, as: Pick<TestOrg, 'get'> = org) => {
  const { status, body, text } = await as.get(`/training-assignments/list?${query}`, headers);
  expect(status, text).toBe(200);
  return body;
};
const told = async (query = ''): Promise<string[]> =>
  (await list(query)).data.map(
    ({ courseTitle, learnerName }: { courseTitle: string; learnerName: string }) =>
      `${courseTitle}: ${learnerName}`,
  );

test('200 what is due first, with names', async () => {
  const [first, ...others] = await told();
  expect(first).toBe('Winter Driving: Zoë Quill');
  expect(others[0]).toBe('Winter Driving: Person 1');
  expect(others).toHaveLength(4);
  const { data } = await list('isOverdue=true');
  expect(data).toMatchObject([{ assignment: { learner: { id: drivers[0] }, isOverdue: true } }]);
});

test('200 by a part of the title or of who learns', async () => {
  expect(await told('search=ZO%C3%8B')).toEqual([
    'Winter Driving: Zoë Quill',
    'Defensive Driving: Zoë Quill',
  ]);
  expect(await told('search=winter')).toHaveLength(2);
  expect(await told('search=100%25')).toEqual([]);
});

test('200 by person, course, tag and status', async () => {
  expect(await told(`learnerIds=user-${users[0]}`)).toEqual(['Winter Driving: Person 1']);
  expect(await told(`courseIds=${winter}&statuses=notStarted`)).toEqual(['Winter Driving: Zoë Quill']);
  expect(await told(`tagIds=${tagId}`)).toHaveLength(2);
  expect(await told('statuses=completed')).toHaveLength(1);
});

test.each(['due', 'newest', 'changed'])(
  '200 page by page in the order %s, counted on the first',
  async (sort) => {
    const whole = (await list(`sort=${sort}`)).data;
    const paged: unknown[] = [];
    let after = '';
    do {
      const body = await list(`sort=${sort}&limit=2&after=${after}`, { prefer: 'count' });
      expect(body.count).toBe(after ? undefined : 5);
      paged.push(...body.data);
      after = body.pagination.endCursor;
    } while (after);
    expect(paged).toEqual(whole);
  },
);

test('200 nobody else’s for a token that is limited to tags', async () => {
  const limited = await org.withScopes(['Read Training Assignments'], [tagId]);
  const body = await list('', { prefer: 'count' }, limited);
  expect([body.count, body.data.length]).toEqual([2, 2]);
});

test('400 an order that is none, 404 whoever is not there', async () => {
  expect((await org.get('/training-assignments/list?sort=best')).status).toBe(400);
  expect((await org.get('/training-assignments/list?learnerIds=281474976999999')).status).toBe(404);
});
