import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeCourse, makePeople } from '../../../../test/builders.ts';
import { runFollowers } from '../../../../test/jobs.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let people: string[];
let truck: string;
let yard: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  people = await makePeople(server, org, 3);
  truck = (await made(org, '/fleet/vehicles', { name: 'Äpfel 100%', externalIds: { asset: 'T-17' } })).id;
  await org.send('PATCH', `/fleet/drivers/${people[1]}`, {
    username: 'Smokey.B',
    externalIds: { payroll: '4841' },
  });
  await org.send('PATCH', `/fleet/drivers/${people[2]}`, { driverActivationStatus: 'deactivated' });
  await made(org, '/users', { name: 'Uma Office', email: 'uma@example.com', authType: 'default', roles: [] });
  const above = (await made(org, '/tags', { name: 'Depot' })).id;
  yard = (
    await made(org, '/tags', { name: 'Yard', parentTagId: above, drivers: [people[1]], vehicles: [truck] })
  ).id;
  const course = await makeCourse(org);
  for (const [name, appliesTo] of [
    ['At once', { tag: yard }],
    ['For drivers', { type: 'driver' }],
  ] as const) {
    const { id } = await made(org, '/requirements', {
      name,
      appliesTo,
      satisfiedBy: { course: { id: course.id } },
    });
    await made(org, '/requirements/publish', { id });
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
  await runFollowers(server);
});
afterAll(() => server.stop());

const names = async (query = ''): Promise<string[]> => {
  const { status, body, text } = await org.get(`/subjects?${query}`);
  expect(status, text).toBe(200);
  return body.data.map(({ name }: { name: string }) => name);
};

test('200 drivers, users and vehicles by name, with tags and figures', async () => {
  expect(await names()).toEqual(
    expect.arrayContaining(['Person 1', 'Person 2', 'Person 3', 'Uma Office', 'Äpfel 100%']),
  );
  const { body } = await org.get('/subjects?search=smokey');
  expect(body).toEqual({
    data: [
      {
        id: people[1],
        type: 'driver',
        name: 'Person 2',
        status: 'active',
        tags: [{ id: yard, name: 'Yard' }],
        requirements: { needed: 2, met: 0, overdue: 2, expired: 0, missing: 2, expiring: 0 },
      },
    ],
    pagination: { endCursor: '', hasNextPage: false },
  });
});

test('200 those who have a text in their name, login name, email or external id', async () => {
  expect(await names('search=SMOKEY')).toEqual(['Person 2']);
  expect(await names('search=uma%40EXAMPLE')).toEqual(['Uma Office']);
  expect(await names('search=484')).toEqual(['Person 2']);
  expect(await names('search=payroll%3A4841')).toEqual(['Person 2']);
  expect(await names('search=payroll')).toEqual([]);
  expect(await names(`search=${encodeURIComponent('äPFEL')}`)).toEqual(['Äpfel 100%']);
  expect(await names('search=0%25')).toEqual(['Äpfel 100%']);
  expect(await names('search=_')).toEqual([]);
});

test('200 by ids, without those that nobody has, or that are not of the type asked for', async () => {
  expect(await names(`ids=${people[2]},${truck},281474976999999`)).toEqual(['Person 3', 'Äpfel 100%']);
  expect(await names(`ids=${people[2]},${truck}&types=vehicle`)).toEqual(['Äpfel 100%']);
  expect((await org.get('/subjects?ids=x')).status).toBe(400);
});

test('200 by type, tag and status', async () => {
  expect(await names('types=vehicle')).toEqual(['Äpfel 100%']);
  expect(await names('types=user,vehicle&search=u')).toEqual(['Uma Office']);
  expect(await names(`tagIds=${yard}`)).toEqual(['Person 2', 'Äpfel 100%']);
  expect(await names('status=deactivated')).toEqual(['Person 3']);
  expect(await names('status=active&types=driver')).toEqual(['Person 1', 'Person 2']);
});

test('200 the worst first, page by page, counted on the first', async () => {
  const told: [string, number][] = [];
  let after = '';
  let count: unknown;
  do {
    const { body } = await org.get(`/subjects?sort=worst&limit=2&after=${after}`, { prefer: 'count' });
    count ??= body.count;
    if (after) expect(body).not.toHaveProperty('count');
    for (const { name, requirements } of body.data) told.push([name, requirements.overdue]);
    after = body.pagination.endCursor;
  } while (after);
  expect(told.slice(0, 3)).toEqual([
    ['Person 2', 2],
    ['Person 1', 1],
    ['Äpfel 100%', 1],
  ]);
  expect(told.length).toBe(count);
  expect(new Set(told.map(([name]) => name)).size).toBe(count);
});

test('200 nobody else for a token that is limited to tags', async () => {
  const limited = await org.withScopes(['Read Requirements'], [yard]);
  const { body } = await limited.get('/subjects', { prefer: 'count' });
  expect(body.count).toBe(2);
  expect(body.data.map(({ name }: { name: string }) => name)).toEqual(['Person 2', 'Äpfel 100%']);
  const asked = await limited.get(`/subjects?ids=${people.join()}`);
  expect(asked.body.data.map(({ id }: { id: string }) => id)).toEqual([people[1]]);
});

test('400 a type or an order that is none, 404 a tag that is not there', async () => {
  expect((await org.get('/subjects?types=trailer')).status).toBe(400);
  expect((await org.get('/subjects?sort=best')).status).toBe(400);
  expect((await org.get('/subjects?tagIds=281474976999999')).status).toBe(404);
});
