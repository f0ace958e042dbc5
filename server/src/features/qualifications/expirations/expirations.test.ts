import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  made,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let tagId: string;
let typeId: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  const people = await makePeople(server, org, 3);
  tagId = (await made(org, '/tags', { name: 'Yard', drivers: people.slice(2) })).id;
  await org.send('PATCH', '/organization/settings', { timeZone: 'America/Chicago' });
  const license = await makeQualificationType(org);
  typeId = license.id;
  const make = (owner: number, expirationDate: string) =>
    makeQualificationRecord(org, license, people[owner] as string, { expirationDate });
  // A Monday in UTC, still the Sunday before in Chicago.
  await make(0, '2031-03-10T04:00:00Z');
  await make(1, '2031-03-10T12:00:00Z');
  await make(2, '2031-03-14T12:00:00Z');
  const { id } = await make(0, '2031-03-12T12:00:00Z');
  await org.send('POST', '/qualification-records/archive', { id });
});
afterAll(() => server.stop());

const START = 'startTime=2031-01-01T00:00:00Z';
const counts = async (query: string, as: Pick<TestOrg, 'get'> = org) => {
  const { status, body, text } = await as.get(`/expirations?${query}`);
  expect(status, text).toBe(200);
  return body.data.map(({ day, count }: { day: string; count: number }) => [day, count]);
};

test('200 by the week, of the zone of the organization, whose clocks are put forward in it', async () => {
  const { body } = await org.get(`/expirations?${START}`);
  expect(body.data).toEqual([
    { day: '2031-03-03', startTime: '2031-03-03T06:00:00Z', endTime: '2031-03-10T05:00:00Z', count: 1 },
    { day: '2031-03-10', startTime: '2031-03-10T05:00:00Z', endTime: '2031-03-17T05:00:00Z', count: 2 },
  ]);
});

test('200 by the day, by type and tag, within a time', async () => {
  expect(await counts(`${START}&by=day`)).toEqual([
    ['2031-03-09', 1],
    ['2031-03-10', 1],
    ['2031-03-14', 1],
  ]);
  expect(await counts(`${START}&by=day&tagIds=${tagId}`)).toEqual([['2031-03-14', 1]]);
  expect(await counts(`${START}&endTime=2031-03-10T12:00:00Z`)).toEqual([['2031-03-03', 1]]);
  expect(await counts(`${START}&qualificationTypeIds=${typeId}`)).toHaveLength(2);
  expect(await counts('startTime=2029-01-01T00:00:00Z')).toEqual([]);
});

test('200 nobody else’s for a token that is limited to tags, here and in the figures of types', async () => {
  const limited = await org.withScopes(['Read Qualification Records'], [tagId]);
  expect(await counts(START, limited)).toEqual([['2031-03-10', 1]]);
  expect((await limited.get('/qualification-types/figures')).body.data).toEqual([
    { typeId, active: 1, expiring: 0, lapsed: 0 },
  ]);
});

test('200 how many records each type has', async () => {
  const { body } = await org.get('/qualification-types/figures?expiringDays=3660');
  expect(body.data).toEqual([{ typeId, active: 3, expiring: 3, lapsed: 0 }]);
});

test('200 the records that expire in a week', async () => {
  const { body } = await org.get(
    '/qualification-records/list?expiresFrom=2031-03-10T05:00:00Z&expiresUntil=2031-03-17T05:00:00Z',
  );
  expect(body.data).toHaveLength(2);
});

test('400 a time that is none, an end before the start or too far', async () => {
  for (const query of [
    'startTime=soon',
    `${START}&endTime=2030-01-01T00:00:00Z`,
    `${START}&endTime=2041-01-01T00:00:00Z`,
    `${START}&by=month`,
  ])
    expect((await org.get(`/expirations?${query}`)).status, query).toBe(400);
});
