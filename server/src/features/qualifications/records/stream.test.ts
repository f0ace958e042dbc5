import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  asRead,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { systemWriter } from '../../../kernel/auth.ts';
import { importRecords, type PastRecord } from './import.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

const START = '2020-01-01T00:00:00Z';
type Item = { id: string; updatedAtTime: string } & Record<string, unknown>;
const page = (query: Record<string, string>, as: Pick<TestOrg, 'get'> = org) =>
  as.get(
    `/qualification-records/stream?${new URLSearchParams({ startTime: START, entityType: 'worker', ...query })}`,
  );
const idsOf = (reply: { body: { data: Item[] } }): string[] => reply.body.data.map((item) => item.id);

/** An organization with a type and some drivers. */
async function makeFleet(drivers: number) {
  const fleet = await server.makeOrg();
  const type = await makeQualificationType(fleet);
  const ids = await makePeople(server, fleet, drivers);
  const make = (n = 0, fields = {}) => makeQualificationRecord(fleet, type, ids[n] as string, fields);
  return { fleet, type, drivers: ids, make };
}

describe('GET /qualification-records/stream', () => {
  test('200 sorts by last change and shows a record where it was last changed, as GET does', async () => {
    const { fleet, make } = await makeFleet(1);
    const [a, b, c] = [await make(), await make(), await make()];
    await fleet.send('PATCH', '/qualification-records', { id: a.id, issueDate: '2026-05-05T00:00:00Z' });
    await fleet.send('POST', '/qualification-records/archive', { id: b.id });
    const reply = await page({}, fleet);
    expect(idsOf(reply)).toEqual([c.id, a.id, b.id]);
    expect(reply.body.pagination).toEqual({ hasNextPage: true, endCursor: expect.stringMatching(/.+/) });
    const read = await fleet.get(`/qualification-records?ids=${c.id},${a.id},${b.id}`);
    expect(reply.body.data).toEqual(read.body.data);
  });
  test('200 shows a renewal and the record that it superseded', async () => {
    const { fleet, make } = await makeFleet(1);
    const old = await make();
    const renewed = await fleet.send('POST', '/qualification-records/renew', {
      id: old.id,
      issueDate: '2027-01-01T00:00:00Z',
    });
    const { data } = (await page({}, fleet)).body;
    expect(data.map(({ id }: Item) => id).sort()).toEqual([old.id, renewed.body.data.id].sort());
    expect(data.find(({ id }: Item) => id === old.id)).toMatchObject({ recordStatus: 'archived' });
    expect(data.find(({ id }: Item) => id !== old.id)).toEqual(asRead(renewed.body.data));
  });
  test('200 shows deleted records only when asked', async () => {
    const { fleet, make } = await makeFleet(1);
    const [a, b] = [await make(), await make()];
    await fleet.send('DELETE', '/qualification-records', { id: a.id });
    expect(idsOf(await page({}, fleet))).toEqual([b.id]);
    const all = await page({ includeDeleted: 'true' }, fleet);
    expect(idsOf(all)).toEqual([b.id, a.id]);
    expect(all.body.data[1]).toMatchObject({ recordStatus: 'deleted', owner: a.owner, fields: a.fields });
  });
  test('200 shows external ids only when asked', async () => {
    const { fleet, drivers, make } = await makeFleet(2);
    await fleet.send('PATCH', `/fleet/drivers/${drivers[0]}`, { externalIds: { hr: '"7" \\ é' } });
    await make(0, { externalIds: { paper: '{1}' } });
    await make(1);
    const plain = (await page({}, fleet)).body.data;
    const full = (await page({ includeExternalIds: 'true' }, fleet)).body.data;
    expect(full).toEqual([
      {
        ...plain[0],
        owner: { ...plain[0].owner, externalIds: { hr: '"7" \\ é' } },
        externalIds: { paper: '{1}' },
      },
      { ...plain[1], owner: { ...plain[1].owner, externalIds: {} }, externalIds: {} },
    ]);
    expect(plain[0]).not.toHaveProperty('externalIds');
  });
  test('200 filters by type and owner, and tells workers from assets', async () => {
    const { fleet, type, drivers, make } = await makeFleet(2);
    const medical = await makeQualificationType(fleet, { name: 'Medical Card', fields: [] });
    const insurance = await makeQualificationType(fleet, { entityType: 'asset', fields: [] });
    const vehicle = await fleet.send('POST', '/fleet/vehicles', { name: 'T', externalIds: { plant: '7' } });
    const [user] = (await makePeople(server, fleet, 1, 'user')) as [string];
    const [a, b] = [await make(0), await make(1)];
    const c = await makeQualificationRecord(fleet, medical, drivers[0] as string);
    const d = await makeQualificationRecord(fleet, medical, user);
    const e = await makeQualificationRecord(fleet, insurance, '', {
      owner: { entityType: 'asset', id: 'plant:7' },
    });
    const found = async (query: Record<string, string>) => idsOf(await page(query, fleet));
    expect(await found({})).toEqual([a.id, b.id, c.id, d.id]);
    expect(await found({ entityType: 'asset' })).toEqual([e.id]);
    expect(await found({ qualificationTypeIds: medical.id })).toEqual([c.id, d.id]);
    expect(await found({ qualificationTypeIds: `${medical.id},${type.id}` })).toHaveLength(4);
    expect(await found({ ownerIds: drivers[0] as string })).toEqual([a.id, c.id]);
    expect(await found({ ownerIds: `driver-${drivers[1]},${user}` })).toEqual([b.id, d.id]);
    expect(await found({ ownerIds: drivers[0] as string, qualificationTypeIds: type.id })).toEqual([a.id]);
    expect(await found({ entityType: 'asset', ownerIds: 'plant:7' })).toEqual([e.id]);
    expect(await found({ entityType: 'asset', ownerIds: vehicle.body.data.id })).toEqual([e.id]);
    await fleet.send('DELETE', `/users/${user}`);
    expect(await found({ ownerIds: user })).toEqual([d.id]);
  });
  test('200 with endTime is exclusive and ends; without it goes on from the cursor', async () => {
    const { fleet, make } = await makeFleet(1);
    const at = Date.parse((await make()).updatedAtTime);
    const window = async (from: number, to: number) =>
      (await page({ startTime: new Date(from).toISOString(), endTime: new Date(to).toISOString() }, fleet))
        .body;
    expect((await window(at, at + 1)).data).toHaveLength(1);
    expect(await window(at - 1000, at)).toEqual({
      data: [],
      pagination: { endCursor: '', hasNextPage: false },
    });
    const first = await page({}, fleet);
    const { endCursor: after } = first.body.pagination;
    expect((await page({ after }, fleet)).body).toMatchObject({
      data: [],
      pagination: { hasNextPage: true },
    });
    const next = await make();
    expect(idsOf(await page({ after }, fleet))).toEqual([next.id]);
  });
  test('200 pages 1,300 records without a gap or a repeat, also those of one moment', async () => {
    const { fleet, drivers, make } = await makeFleet(1);
    await make();
    const plain = (await makeQualificationType(fleet, { fields: [] })) as unknown as PastRecord['type'];
    const of = { owner: { entityType: 'worker', id: drivers[0] as string }, ownerType: 'driver' } as const;
    const past = { ...of, type: plain, issueDate: START, fields: [], recordStatus: 'active' } as const;
    const many = Array.from({ length: 1299 }, () => ({ ...past, id: randomUUID() }));
    await importRecords(server.services, systemWriter(fleet.orgId, 'test'), many);
    for (const endTime of ['', '2099-01-01T00:00:00Z']) {
      const seen: string[] = [];
      let after = '';
      for (let more = true; more; ) {
        const { body } = await page({ after, ...(endTime ? { endTime } : {}) }, fleet);
        seen.push(...body.data.map(({ id }: Item) => id));
        after = body.pagination.endCursor;
        more = endTime ? body.pagination.hasNextPage : body.data.length > 0;
      }
      expect(seen).toHaveLength(1300);
      expect(new Set(seen).size).toBe(1300);
    }
  });
  test.each([
    ['startTime is missing', { startTime: undefined }],
    ['entityType is missing', { entityType: undefined }],
    ['entityType: use one of worker, asset', { entityType: 'driver' }],
    ['startTime: "" is not an RFC 3339 time', { startTime: '' }],
    ['endTime: it is before startTime', { endTime: '2019-01-01T00:00:00Z' }],
    ['ownerIds: "abc" is an invalid ID', { ownerIds: 'abc' }],
    ['ownerIds: "abc" is an invalid ID', { ownerIds: 'abc', entityType: 'asset' }],
    ['qualificationTypeIds: "abc" is not a UUID', { qualificationTypeIds: 'abc' }],
    ['ownerIds: it has more than 100 values', { ownerIds: Array(101).fill('1').join(',') }],
    ['includeDeleted: use true or false', { includeDeleted: 'perhaps' }],
    ['invalid or expired pagination cursor', { after: 'MjkY' }],
  ])('400 %s', async (message, change) => {
    const given = { startTime: START, entityType: 'worker', ...change };
    const fields = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
    expect(await org.get(`/qualification-records/stream?${new URLSearchParams(fields)}`)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message) },
    });
  });
  test('400 for a cursor with another filter, or of another organization', async () => {
    const after = (await page({})).body.pagination.endCursor;
    const changed: Record<string, string>[] = [
      { includeDeleted: 'true' },
      { includeExternalIds: 'true' },
      { entityType: 'asset' },
    ];
    for (const change of changed)
      expect(await page({ after, ...change })).toMatchObject({
        status: 400,
        body: { message: 'Parameters differ from previous paginated request.' },
      });
    expect((await page({ after }, await server.makeOrg())).status).toBe(400);
  });
  test('401 without a token, 403 without the scope', async () => {
    expect((await org.get('/qualification-records/stream', { authorization: '' })).status).toBe(401);
    const writer = await org.withScopes(['Write Qualification Records']);
    expect((await page({}, writer)).status).toBe(403);
  });
  test('404 names an unknown type and an unknown owner', async () => {
    const { type, drivers } = await makeFleet(1);
    for (const [change, message] of [
      [{ qualificationTypeIds: type.id }, `qualificationTypeIds: no qualification type ${type.id}`],
      [{ ownerIds: drivers[0] as string }, `ownerIds: no person ${drivers[0]}`],
      [{ ownerIds: drivers[0] as string, entityType: 'asset' }, `ownerIds: no vehicle ${drivers[0]}`],
    ] as [Record<string, string>, string][])
      expect(await page(change)).toMatchObject({
        status: 404,
        body: { message: expect.stringContaining(message) },
      });
  });
});
