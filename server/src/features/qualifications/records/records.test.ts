import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  asRead,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let type: Awaited<ReturnType<typeof makeQualificationType>>;
let driver: string;
let user: string;
let vehicle: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  type = await makeQualificationType(org);
  [driver] = (await makePeople(server, org, 1)) as [string];
  [user] = (await makePeople(server, org, 1, 'user')) as [string];
  vehicle = (await org.send('POST', '/fleet/vehicles', { name: 'Truck' })).body.data.id;
});
afterAll(() => server.stop());

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const field = (n: number) => type.fields[n] as (typeof type.fields)[0];
const license = (value = 'D1234567') => ({ id: field(0).id, type: 'text', textValue: { value } });
const body = (change: Record<string, unknown> = {}) => ({
  qualificationType: { id: type.id },
  owner: { entityType: 'worker', id: driver },
  issueDate: '2026-01-15T02:00:00+02:00',
  fields: [license()],
  ...change,
});
const post = (change: Record<string, unknown> = {}) =>
  org.send('POST', '/qualification-records', body(change));
const get = (ids: string, more = '', as: Pick<TestOrg, 'get'> = org) =>
  as.get(`/qualification-records?ids=${encodeURIComponent(ids)}${more}`);

describe('POST /qualification-records', () => {
  test('201 answers the record as it is then read', async () => {
    const option = field(1).options?.[1] as { id: string; label: string };
    const reply = await post({
      expirationDate: '2030-01-15T00:00:00.250Z',
      fields: [
        { id: field(1).id, type: 'multiple_choice', multipleChoiceValue: { valueId: option.id } },
        license('É 漢字 🚚 \\u00e9'),
      ],
    });
    const by = { id: org.actor.slice('user-'.length), type: 'user' };
    expect(reply.status).toBe(201);
    expect(reply.body.data).toEqual({
      id: expect.stringMatching(UUID),
      qualificationType: { id: type.id, name: 'Driver License', revisionId: type.revisionId },
      owner: { entityType: 'worker', id: driver, externalIds: {} },
      externalIds: {},
      issueDate: '2026-01-15T00:00:00Z',
      expirationDate: '2030-01-15T00:00:00.250Z',
      recordStatus: 'active',
      fields: [
        { id: field(0).id, label: 'License Number', type: 'text', textValue: { value: 'É 漢字 🚚 \\u00e9' } },
        {
          id: field(1).id,
          label: 'Class',
          type: 'multiple_choice',
          multipleChoiceValue: { value: option.label, valueId: option.id },
        },
      ],
      createdAtTime: expect.stringMatching(/Z$/),
      createdBy: by,
      updatedAtTime: reply.body.data.createdAtTime,
      updatedBy: by,
    });
    expect((await get(reply.body.data.id)).body).toEqual({ data: [asRead(reply.body.data)] });
  });
  test('201 for a user by a bare id, and for a vehicle', async () => {
    expect((await post({ owner: { entityType: 'worker', id: user } })).body.data.owner.id).toBe(user);
    const named = await post({ owner: { entityType: 'worker', id: `user-${user}` } });
    expect(named.body.data.owner).toEqual({ entityType: 'worker', id: user, externalIds: {} });
    const insurance = await makeQualificationType(org, { entityType: 'asset', fields: [] });
    const reply = await post({
      qualificationType: { id: insurance.id },
      owner: { entityType: 'asset', id: vehicle },
      fields: undefined,
    });
    expect(reply).toMatchObject({
      status: 201,
      body: { data: { owner: { entityType: 'asset', id: vehicle }, fields: [] } },
    });
  });
  test('201 takes the expiration date from the term of the type, to the last day of a short month', async () => {
    const medical = await makeQualificationType(org, {
      fields: [],
      expiration: { required: true, monthsAfterIssue: 1 },
    });
    const change = { qualificationType: { id: medical.id }, fields: [] };
    const given = async (dates: Record<string, string>) =>
      (await post({ ...change, ...dates })).body.data.expirationDate;
    expect(await given({ issueDate: '2027-01-31T10:00:00Z' })).toBe('2027-02-28T10:00:00Z');
    expect(await given({ issueDate: '2027-12-31T10:00:00Z' })).toBe('2028-01-31T10:00:00Z');
    const own = { issueDate: '2027-01-31T10:00:00Z', expirationDate: '2027-06-01T00:00:00Z' };
    expect(await given(own)).toBe('2027-06-01T00:00:00Z');
    expect(await given({ ...own, expirationDate: '1970-01-01T00:00:00Z' })).toBe('2027-02-28T10:00:00Z');
  });
  test.each([
    [1, '2026-03-01T00:00:00+01:00', '2026-03-31T23:00:00Z'],
    [6, '2026-10-01T00:00:00+02:00', '2027-03-31T22:00:00Z'],
    [24, '2026-03-01T00:00:00+01:00', '2028-02-29T23:00:00Z'],
    [1, '2026-05-01T00:00:00+12:00', '2026-05-31T12:00:00Z'],
    [1, '2027-01-31T23:30:00-08:00', '2027-03-01T07:30:00Z'],
    [12, '2028-02-29T00:00:00+05:45', '2029-02-27T18:15:00Z'],
    [1, '2026-12-31T00:00:00+14:00', '2027-01-30T10:00:00Z'],
    [6, '2026-08-31T22:00:00-09:30', '2027-03-01T07:30:00Z'],
  ])(
    '201 a term of %i months from %s is counted in the days of that offset',
    async (months, issueDate, expires) => {
      const expiration = { required: true, monthsAfterIssue: months };
      const kind = await makeQualificationType(org, { fields: [], expiration });
      const body = { qualificationType: { id: kind.id }, fields: [], issueDate };
      const made = await post(body);
      expect(made.body.data.expirationDate).toBe(expires);
      const { id } = made.body.data;
      const renewed = await org.send('POST', '/qualification-records/renew', { id, issueDate });
      expect(renewed.body.data.expirationDate).toBe(expires);
    },
  );
  test('201 with external ids of the record and of its owner', async () => {
    const made = await org.send('POST', '/fleet/vehicles', { name: 'T', externalIds: { plant: 'V 1' } });
    const asset = await makeQualificationType(org, { entityType: 'asset', fields: [] });
    const reply = await post({
      qualificationType: { id: asset.id },
      owner: { entityType: 'asset', id: 'plant:V 1' },
      fields: [],
      externalIds: { paper: 'P "7"', number: 7 },
    });
    const { data } = reply.body;
    expect(data).toMatchObject({
      owner: { id: made.body.data.id },
      externalIds: { paper: 'P "7"', number: '7' },
    });
    expect(data.owner.externalIds).toEqual({ plant: 'V 1' });
    const [plain] = (await get(data.id)).body.data;
    expect(plain).not.toHaveProperty('externalIds');
    const full = await get('paper:P "7"', '&includeExternalIds=true');
    expect(full.body.data).toEqual([
      {
        ...plain,
        owner: { ...plain.owner, externalIds: { plant: 'V 1' } },
        externalIds: { number: '7', paper: 'P "7"' },
      },
    ]);
  });
  test.each([
    ['qualificationType is missing', { qualificationType: undefined }],
    ['qualificationType.id is missing', { qualificationType: {} }],
    ['owner is missing', { owner: undefined }],
    ['owner.id is missing', { owner: { entityType: 'worker' } }],
    ['owner.entityType: use one of worker, asset', { owner: { entityType: 'driver', id: '1' } }],
    ['owner.entityType: the qualification type is for workers', { owner: { entityType: 'asset', id: '1' } }],
    ['owner.id: "somebody" is an invalid ID', { owner: { entityType: 'worker', id: 'somebody' } }],
    ['issueDate is missing', { issueDate: undefined }],
    ['issueDate: "today" is not an RFC 3339 time', { issueDate: 'today' }],
    ['expirationDate: "" is not an RFC 3339 time', { expirationDate: '' }],
    ['expirationDate: it is before issueDate', { expirationDate: '2025-01-01T00:00:00Z' }],
    ['"License Number"', { fields: [] }],
    ['fields: it must be a list', { fields: {} }],
    ['externalIds', { externalIds: { 'a:b': 'c' } }],
  ])('400 %s', async (message, change) => {
    expect(await post(change)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message) },
    });
  });
  test('400 names a wrong value by its field’s label and id', async () => {
    const { id } = field(2);
    const reply = await post({ fields: [license(), { id, type: 'number', numberValue: { value: 'many' } }] });
    expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining('"Points"') } });
    expect(reply.body.message).toContain(id);
  });
  test('400 without the expiration date that the type requires', async () => {
    const strict = await makeQualificationType(org, { fields: [], expiration: { required: true } });
    expect(await post({ qualificationType: { id: strict.id }, fields: [] })).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/^expirationDate is missing/) },
    });
  });
  test('400 for an external id that another object has, until its record is deleted', async () => {
    const [first, taken] = [
      await post({ externalIds: { hr: 'X1' } }),
      await post({ externalIds: { hr: 'X1' } }),
    ];
    expect(taken).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('hr:X1 is taken') },
    });
    await org.send('DELETE', '/qualification-records', { id: 'hr:X1' });
    const free = await post({ externalIds: { hr: 'X1' } });
    expect(free.status).toBe(201);
    expect((await get('hr:X1')).body.data).toMatchObject([{ id: free.body.data.id }]);
    expect((await get(first.body.data.id)).body.data).toMatchObject([{ recordStatus: 'deleted' }]);
  });
  test('401 without a token, 403 without the scope', async () => {
    expect((await org.send('POST', '/qualification-records', body(), { authorization: '' })).status).toBe(
      401,
    );
    const reader = await org.withScopes(['Read Qualification Records']);
    expect((await reader.send('POST', '/qualification-records', body())).status).toBe(403);
  });
  test('404 names an unknown type and an unknown owner', async () => {
    for (const [change, message] of [
      [{ qualificationType: { id: field(0).id } }, 'qualificationType.id: no qualification type'],
      [{ qualificationType: { id: 'abc' } }, 'qualificationType.id: no qualification type abc'],
      [{ owner: { entityType: 'worker', id: vehicle } }, `owner.id: no person ${vehicle}`],
    ] as const)
      expect(await post(change)).toMatchObject({
        status: 404,
        body: { message: expect.stringContaining(message) },
      });
  });
  test('404 for an owner outside of the token’s tags, whose records it does not see either', async () => {
    const { data: tag } = (await org.send('POST', '/tags', { name: 'North' })).body;
    const limited = await org.withScopes(['Full Access'], [tag.id]);
    const record = await makeQualificationRecord(org, type, driver);
    expect((await limited.send('POST', '/qualification-records', body())).status).toBe(404);
    expect((await get(record.id, '', limited)).status).toBe(404);
    expect((await limited.send('DELETE', '/qualification-records', { id: record.id })).status).toBe(404);
    await org.send('PATCH', `/tags/${tag.id}`, { drivers: [driver] });
    expect((await get(record.id, '', limited)).status).toBe(200);
  });
});

describe('GET /qualification-records', () => {
  test('200 in the order of the ids, each once, deleted ones too', async () => {
    const [a, b] = [
      await makeQualificationRecord(org, type, driver),
      await makeQualificationRecord(org, type, user),
    ];
    await org.send('DELETE', '/qualification-records', { id: a.id });
    const reply = await get(`${b.id},${a.id},${b.id.toUpperCase()}`);
    expect(reply.body.data).toEqual([
      b,
      { ...a, recordStatus: 'deleted', updatedAtTime: expect.any(String) },
    ]);
  });
  test.each([
    ['ids is missing', ''],
    ['ids: "abc" is an invalid ID', 'ids=abc'],
    ['ids: it has more than 100 values', `ids=${Array(101).fill('a')}`],
  ])('400 %s', async (message, query) => {
    expect(await org.get(`/qualification-records?${query}`)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message) },
    });
  });
  test('404 names the first unknown id', async () => {
    const record = await makeQualificationRecord(org, type, driver);
    for (const unknown of [field(0).id, 'paper:none'])
      expect(await get(`${record.id},${unknown}`)).toMatchObject({
        status: 404,
        body: { message: `Object not found. ids: no qualification record ${unknown}.` },
      });
    expect((await get(record.id, '', await server.makeOrg())).status).toBe(404);
  });
});
