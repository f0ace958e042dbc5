import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAssignments, makeCourse } from '../../../../../test/builders.ts';
import { startApp, type TestApp } from '../../../../../test/start-app.ts';
import { buildApp, findFeatures } from '../../../../app.ts';

interface Item {
  api_id: string;
  person_api_id: string;
  date_assigned: string;
}

let server: TestApp;
let org: TestApp['org'];
let all: Item[];
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  const names = ['Ada Byron', 'Max van Dam', '100 % Max', 'under_score', 'Ärla Öst'];
  const drivers: string[] = [];
  for (const [n, name] of names.entries()) {
    const driver = { name, username: `learner${n}`, password: 'a long password' };
    drivers.push((await org.send('POST', '/fleet/drivers', driver)).body.data.id);
  }
  const fatigue = await makeCourse(org, { title: 'Fatigue', description: 'Sleep before you drive.' });
  const speed = await makeCourse(org, { title: 'Speed' });
  await makeAssignments(org, fatigue.id, drivers);
  await makeAssignments(org, speed.id, drivers.slice(0, 2));
  const other = await server.makeOrg();
  await makeAssignments(other, (await makeCourse(other)).id, []).catch(() => undefined);
  all = (await list('')).results;
});
afterAll(() => server.stop());

const list = async (query: string) => {
  const reply = await org.get(`/training/record/${query}`);
  expect(reply.status).toBe(200);
  return reply.body as { count: number; next: string | null; previous: string | null; results: Item[] };
};
const ids = (items: Item[]) => items.map((item) => item.api_id);

describe('GET /training/record/', () => {
  test('200 newest assigned first, then api_id', () => {
    expect(all).toHaveLength(7);
    const sorted = [...all].sort(
      (a, b) => Date.parse(b.date_assigned) - Date.parse(a.date_assigned) || (a.api_id < b.api_id ? -1 : 1),
    );
    expect(ids(all)).toEqual(ids(sorted));
  });
  test('200 pages that follow each other by next and previous', async () => {
    const first = await list('?limit=3');
    expect(first).toMatchObject({
      count: 7,
      next: `${server.url}/training/record/?limit=3&offset=3`,
      previous: null,
    });
    const follow = async (url: string | null) =>
      (await org.get((url as string).slice(server.url.length))).body;
    const second = await follow(first.next);
    const third = await follow(second.next);
    expect([...first.results, ...second.results, ...third.results].map(({ api_id }) => api_id)).toEqual(
      ids(all),
    );
    expect(third).toMatchObject({
      count: 7,
      next: null,
      previous: `${server.url}/training/record/?limit=3&offset=3`,
    });
    expect(second.previous).toBe(`${server.url}/training/record/?limit=3`);
    expect(await follow(second.previous)).toEqual(first);
  });
  test('200 links keep the search and are the same without the slash', async () => {
    const page = (await org.get('/training/record?search=m%C3%A4x%26%20&limit=1')).body;
    expect(page.next).toBeNull();
    const max = (await org.get('/training/record?search=max&limit=1')).body;
    expect(max).toMatchObject({
      count: 3,
      next: `${server.url}/training/record/?search=max&limit=1&offset=1`,
    });
  });
  test('200 links begin with CREWREADY_PUBLIC_URL', async () => {
    const config = {
      logLevel: 'silent',
      rateLimitFactor: undefined,
      publicUrl: 'https://crew.example.com/api',
    };
    const parts = { ...server.services, secret: Buffer.alloc(32, 7), config };
    const app = await buildApp(parts, await findFeatures());
    const headers = { authorization: `Token ${org.token}` };
    const reply = await app.inject({ url: '/training/record/?limit=1', headers });
    expect(reply.json().next).toBe('https://crew.example.com/api/training/record/?limit=1&offset=1');
    await app.close();
  });
  test('200 past the end, with the count', async () => {
    expect(await list('?offset=7')).toMatchObject({ count: 7, next: null, results: [] });
    expect(await list('?limit=1&offset=9007199254740991')).toMatchObject({ count: 7, results: [] });
  });
  test.each([
    ['max', 3],
    ['VAN DAM', 2],
    ['ÄRLA', 1],
    ['%', 1],
    ['_', 1],
    ['\\', 0],
    ['fatigue', 5],
    ['speed', 2],
    ['before you', 5],
    ['nothing', 0],
    ['', 7],
    ['a', 7],
  ])('200 search=%s finds %i', async (term, count) => {
    const found = await list(`?search=${encodeURIComponent(term)}`);
    expect(found.count).toBe(count);
    expect(ids(found.results)).toEqual(ids(all).filter((id) => ids(found.results).includes(id)));
    expect(found.results).toHaveLength(count);
    expect((await list(`?search=${encodeURIComponent(term)}&limit=2&offset=1`)).results).toEqual(
      found.results.slice(1, 3),
    );
  });
  test('200 only what is there', async () => {
    const [gone] = all as [Item];
    await org.send('DELETE', `/training/record/${gone.api_id}/`);
    expect(ids((await list('')).results)).toEqual(ids(all).slice(1));
    expect((await (await server.makeOrg()).get('/training/record/')).body.count).toBe(0);
  });
  test.each([
    ['limit', '0', 'It must be >= 1.'],
    ['limit', '1001', 'It must be <= 1000.'],
    ['limit', 'ten', 'It must be an integer.'],
    ['offset', '-1', 'It must be >= 0.'],
    ['search', 'x'.repeat(256), 'It is longer than 255 characters.'],
  ])('400 %s=%s', async (name, value, message) => {
    expect(await org.get(`/training/record/?${name}=${value}`)).toMatchObject({
      status: 400,
      body: { [name]: [message] },
    });
  });
});
