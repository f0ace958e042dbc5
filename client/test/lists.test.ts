import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCourse, makePeople } from '../../server/test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../server/test/start-app.ts';
import { Crewready, NotFoundError } from '../src/index.ts';
import { type Faulty, faulty } from './faulty.ts';

let server: TestApp;
let proxy: Faulty;
let org: TestOrg;
let crew: Crewready;
beforeAll(async () => {
  server = await startApp();
  proxy = await faulty(server.url);
  org = server.org;
  crew = new Crewready({ url: proxy.url, token: org.token, pause: 20 });
  await makePeople(server, org, 7);
});
afterAll(async () => {
  await proxy.stop();
  await server.stop();
});

const START = '2020-01-01T00:00:00Z';
const numbers = Array.from({ length: 7 }, (_, n) => `Person ${n + 1}`);

test('a list is every object of every page, in order', async () => {
  const names: string[] = [];
  for await (const { name } of crew.drivers.list({ limit: 2 })) names.push(name);
  expect(names.sort()).toEqual(numbers);
});

test('it asks for no page before it is wanted', async () => {
  proxy.seen.length = 0;
  const list = crew.drivers.list({ limit: 2 });
  expect(proxy.seen).toEqual([]);
  for await (const _one of list) break;
  expect(proxy.seen.length).toBe(1);
});

test('awaited it is one page, and goes on from its cursor', async () => {
  const first = await crew.drivers.list({ limit: 5 });
  expect([first.data.length, first.hasNextPage, first.endCursor !== '']).toEqual([5, true, true]);
  const second = await crew.drivers.list({ limit: 5, after: first.endCursor });
  expect([second.data.length, second.hasNextPage, second.endCursor]).toEqual([2, false, '']);
  expect(second.reply).toEqual({ data: second.data, pagination: { endCursor: '', hasNextPage: false } });
});

test('pages come one by one', async () => {
  const sizes: number[] = [];
  for await (const { data } of crew.drivers.list({ limit: 3 }).pages()) sizes.push(data.length);
  expect(sizes).toEqual([3, 3, 1]);
});

test('toArray answers all, or says that there are more', async () => {
  expect((await crew.drivers.list({ limit: 2 }).toArray(7)).length).toBe(7);
  await expect(crew.drivers.list({ limit: 2 }).toArray(6)).rejects.toThrow('There are more than 6 objects.');
});

test('a list by offset goes on as one by cursor does', async () => {
  const pages = [];
  for await (const page of crew.weekly10.users.list({ limit: 3 }).pages()) pages.push(page);
  expect(pages.map(({ data, endCursor }) => [data.length, endCursor])).toEqual([
    [3, '3'],
    [3, '6'],
    [1, ''],
  ]);
  const rest = await crew.weekly10.users.list({ offset: 5 }).toArray(10);
  expect(rest).toEqual(pages.flatMap(({ data }) => data).slice(5));
});

test('raw has the headers', async () => {
  const { data, response } = await crew.drivers.list({ limit: 1 }).raw();
  expect(data.data.length).toBe(1);
  expect(response.headers.get('x-request-id')).toMatch(/./);
  const one = await crew.organization.get().raw();
  expect([one.data.name, one.response.status]).toEqual(['Test Fleet', 200]);
  await expect(crew.tags.get({ id: '1' }).raw()).rejects.toBeInstanceOf(NotFoundError);
});

test('a stream goes on for ever, from a cursor that is kept, through a restart', async () => {
  const { id: courseId } = await makeCourse(org);
  const people = await crew.drivers.list().toArray(10);
  const learnerIds = people.map(({ id }) => `driver-${id}`);
  const assign = (from: number, to: number) =>
    crew.assignments.create({
      courseId,
      dueAtTime: '2030-01-01T00:00:00Z',
      learnerIds: learnerIds.slice(from, to),
    });
  await assign(0, 2);
  const kept: string[] = [];
  const seen: string[] = [];
  const follow = async (until: number, after?: string): Promise<void> => {
    const stream = crew.assignments.stream({ startTime: START, after }, { every: 20 });
    for await (const { data, endCursor } of stream.pages()) {
      seen.push(...data.map(({ id }) => id));
      kept.push(endCursor);
      if (seen.length >= until) return;
    }
  };
  await follow(2);
  await assign(2, 4);
  const following = follow(5, kept.at(-1));
  await expect.poll(() => seen.length).toBe(4);
  // More failures than a single call would bear.
  for (let n = 0; n < 8; n += 1) proxy.faults.push(n % 2 ? 'before' : { status: 503 });
  await new Crewready({ url: server.url, token: org.token }).assignments.create({
    courseId,
    dueAtTime: '2030-01-01T00:00:00Z',
    learnerIds: learnerIds.slice(4, 5),
  });
  await following;
  expect(new Set(seen).size).toBe(5);
});

test('a stream says once that there is nothing more for now, and a signal ends it', async () => {
  const other = await server.makeOrg();
  const client = new Crewready({ url: server.url, token: other.token });
  const aborter = new AbortController();
  const sizes: number[] = [];
  const following = (async () => {
    const stream = client.formSubmissions.stream({ startTime: START }, { every: 10, signal: aborter.signal });
    for await (const { data } of stream.pages()) sizes.push(data.length);
  })();
  const ended = expect(following).rejects.toThrow('enough');
  await expect.poll(() => sizes.length).toBe(1);
  setTimeout(() => aborter.abort(new Error('enough')), 200);
  await ended;
  expect(sizes).toEqual([0]);
});

test('a stream with an endTime ends', async () => {
  const names: string[] = [];
  const window = { startTime: START, endTime: '2030-01-01T00:00:00Z' };
  for await (const { learner } of crew.assignments.stream(window)) names.push(learner.id);
  expect(names.length).toBe(5);
});
