import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  made,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let people: string[];
let tagId: string;
let medical: string;
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  people = await makePeople(server, org, 3);
  await org.send('PATCH', `/fleet/drivers/${people[2]}`, { name: 'Zoë Quill' });
  tagId = (await made(org, '/tags', { name: 'Yard', drivers: people.slice(2) })).id;
  const license = await makeQualificationType(org);
  const card = await makeQualificationType(org, { name: 'Medical Card' });
  medical = card.id;
  const make = (type: typeof card, owner: number, expirationDate?: string) =>
    makeQualificationRecord(org, type, people[owner] as string, {
      ...(expirationDate ? { expirationDate } : {}),
    });
  await make(license, 0, inDays(400));
  await make(card, 1, inDays(10));
  await make(card, 2, inDays(-10));
  const archived = await make(license, 2);
  await made(org, '/qualification-records/archive', { id: archived.id }).catch(() => {});
});
afterAll(() => server.stop());

const list = async (query = '', headers = {}, as: Pick<TestOrg, 'get'> = org) => {
  const { status, body, text } = await as.get(`/qualification-records/list?${query}`, headers);
  expect(status, text).toBe(200);
  return body;
};
interface Item {
  record: { qualificationType: { name: string } };
  ownerName: string;
  standing: string;
}
const told = async (query = ''): Promise<string[]> =>
  (await list(query)).data.map(
    ({ record, ownerName, standing }: Item) => `${record.qualificationType.name}, ${ownerName}: ${standing}`,
  );

test('200 what expires first, with names and what it is worth', async () => {
  expect(await told()).toEqual([
    'Medical Card, Zoë Quill: lapsed',
    'Medical Card, Person 2: expiring',
    'Driver License, Person 1: valid',
  ]);
  expect(await told('standings=expiring,lapsed&expiringDays=5')).toEqual(['Medical Card, Zoë Quill: lapsed']);
  expect(await told('statuses=archived')).toEqual(['Driver License, Zoë Quill: valid']);
});

test('200 by a part of the type’s name or of whose it is, by type, owner and tag', async () => {
  expect(await told('search=quill')).toEqual(['Medical Card, Zoë Quill: lapsed']);
  expect(await told('search=LICENSE')).toEqual(['Driver License, Person 1: valid']);
  expect(await told(`qualificationTypeIds=${medical}`)).toHaveLength(2);
  expect(await told(`ownerIds=driver-${people[1]}`)).toHaveLength(1);
  expect(await told(`tagIds=${tagId}`)).toHaveLength(1);
});

test.each(['expiry', 'newest', 'changed'])('200 page by page in the order %s, counted', async (sort) => {
  const whole = (await list(`sort=${sort}`)).data;
  const first = await list(`sort=${sort}&limit=2`, { prefer: 'count' });
  const second = await list(`sort=${sort}&limit=2&after=${first.pagination.endCursor}`);
  expect(first.count).toBe(3);
  expect([...first.data, ...second.data]).toEqual(whole);
});

test('200 nobody else’s for a token that is limited to tags', async () => {
  const limited = await org.withScopes(['Read Qualification Records'], [tagId]);
  const body = await list('', { prefer: 'count' }, limited);
  expect([body.count, body.data.length]).toEqual([1, 1]);
});

test('400 a standing that is none, 404 whoever is not there', async () => {
  expect((await org.get('/qualification-records/list?standings=good')).status).toBe(400);
  expect((await org.get('/qualification-records/list?ownerIds=281474976999999')).status).toBe(404);
});
