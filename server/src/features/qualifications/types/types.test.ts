import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePeople, makeQualificationRecord, makeQualificationType } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { systemWriter } from '../../../kernel/auth.ts';
import { sql } from '../../../kernel/database/database.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { addType } from './service.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const list = (query: string, as: Pick<TestOrg, 'get'> = org) => as.get(`/qualification-types?${query}`);
const idsOf = (reply: { body: { data: { id: string }[] } }) => reply.body.data.map(({ id }) => id);

describe('POST /qualification-types', () => {
  test('201 answers the type with ids for its fields and options', async () => {
    const reply = await org.send('POST', '/qualification-types', {
      name: ' Medical Card ',
      entityType: 'worker',
      fields: [
        { label: 'Examiner', type: 'text', isRequired: true },
        { label: 'Result', type: 'multiple_choice', options: [{ label: 'Fit' }, { label: 'Unfit' }] },
      ],
      expiration: { required: true, monthsAfterIssue: 24 },
    });
    const by = { id: org.actor.slice('user-'.length), type: 'user' };
    expect(reply).toMatchObject({
      status: 201,
      body: {
        data: {
          id: expect.stringMatching(UUID),
          revisionId: expect.stringMatching(UUID),
          name: 'Medical Card',
          entityType: 'worker',
          fields: [
            { id: expect.stringMatching(UUID), label: 'Examiner', type: 'text', isRequired: true },
            {
              label: 'Result',
              type: 'multiple_choice',
              isRequired: false,
              options: [{ id: expect.stringMatching(UUID), label: 'Fit' }, { label: 'Unfit' }],
            },
          ],
          expiration: { required: true, monthsAfterIssue: 24 },
          status: 'active',
          createdAtTime: expect.stringMatching(/Z$/),
          createdBy: by,
          updatedBy: by,
        },
      },
    });
    const { data } = reply.body;
    expect((await list(`entityType=worker&ids=${data.id}`)).body.data).toEqual([data]);
  });
  test.each([
    ['name is missing', { name: undefined }],
    ['name: it is empty', { name: '  ' }],
    ['entityType: use one of worker, asset', { entityType: 'driver' }],
    ['fields is missing', { fields: undefined }],
    ['geofence', { fields: [{ label: 'Where', type: 'geofence' }] }],
    ['it needs options', { fields: [{ label: 'Class', type: 'multiple_choice' }] }],
    ['expiration.required is missing', { expiration: { monthsAfterIssue: 3 } }],
    ['expiration.monthsAfterIssue: it must be >= 1', { expiration: { required: true, monthsAfterIssue: 0 } }],
    ['Unknown field colour', { colour: 'red' }],
  ])('400 %s', async (message, change) => {
    const body = { name: 'X', entityType: 'worker', fields: [], ...change };
    expect(await org.send('POST', '/qualification-types', body)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message) },
    });
  });
  test('403 without the scope', async () => {
    const reader = await org.withScopes(['Read Qualification Records']);
    expect((await reader.send('POST', '/qualification-types', {})).status).toBe(403);
  });
});

describe('PATCH /qualification-types', () => {
  test('200 makes a new revision, and a record keeps the one it was made with', async () => {
    const type = await makeQualificationType(org);
    const [driver] = (await makePeople(server, org, 1)) as [string];
    const record = await makeQualificationRecord(org, type, driver);
    const [number, ...others] = type.fields;
    const reply = await org.send('PATCH', '/qualification-types', {
      id: type.id,
      name: 'Commercial Driver License',
      fields: [
        { ...number, label: 'CDL Number' },
        { label: 'State', type: 'text', isRequired: true },
      ],
    });
    expect(reply.body.data).toMatchObject({
      id: type.id,
      name: 'Commercial Driver License',
      fields: [{ id: number?.id, label: 'CDL Number' }, { label: 'State' }],
    });
    expect(reply.body.data.revisionId).not.toBe(type.revisionId);
    // The old record still takes the fields of its own revision, and only those.
    const points = others[1]?.id;
    const patched = await org.send('PATCH', '/qualification-records', {
      id: record.id,
      fields: [{ id: points, type: 'number', numberValue: { value: 1.5 } }],
    });
    expect(patched.body.data.qualificationType).toEqual({
      id: type.id,
      name: 'Driver License',
      revisionId: type.revisionId,
    });
    expect(patched.body.data.fields.map((field: { label: string }) => field.label)).toEqual([
      'License Number',
      'Points',
    ]);
    const state = reply.body.data.fields[1].id;
    expect(
      await org.send('PATCH', '/qualification-records', {
        id: record.id,
        fields: [{ id: state, type: 'text', textValue: { value: 'CA' } }],
      }),
    ).toMatchObject({ status: 400, body: { message: expect.stringContaining(state) } });
  });
  test('200 without a change keeps the revision and writes nothing', async () => {
    const type = await makeQualificationType(org);
    const seq = () =>
      server.database.rows(sql`select last_seq from org_head where org_id = ${org.orgId}`).then(String);
    const before = await seq();
    const reply = await org.send('PATCH', '/qualification-types', { id: type.id, name: type.name });
    expect(reply.body.data).toEqual(type);
    expect(await seq()).toBe(before);
  });
  test('400 for an archived type, 404 for an unknown one', async () => {
    const type = await makeQualificationType(org);
    await org.send('POST', '/qualification-types/archive', { id: type.id });
    expect(await org.send('PATCH', '/qualification-types', { id: type.id, name: 'X' })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('archived') },
    });
    expect((await org.send('PATCH', '/qualification-types', { id: org.orgId, name: 'X' })).status).toBe(404);
  });
});

describe('POST /qualification-types/archive', () => {
  test('200 leaves it out of the list, found by id, and out of reach of new records', async () => {
    const type = await makeQualificationType(org);
    const [driver] = (await makePeople(server, org, 1)) as [string];
    const reply = await org.send('POST', '/qualification-types/archive', { id: type.id });
    expect(reply).toMatchObject({ status: 200, body: { data: { id: type.id, status: 'archived' } } });
    expect(idsOf(await list('entityType=worker'))).not.toContain(type.id);
    expect(idsOf(await list('entityType=worker&includeArchived=true'))).toContain(type.id);
    expect(idsOf(await list(`entityType=worker&ids=${type.id}`))).toEqual([type.id]);
    await expect(makeQualificationRecord(org, type, driver)).rejects.toThrow('archived');
    const again = await org.send('POST', '/qualification-types/archive', { id: type.id });
    expect(again.body).toEqual(reply.body);
  });
});

describe('GET /qualification-types', () => {
  test('200 tells workers from assets', async () => {
    const fleet = await server.makeOrg();
    const [a, b] = [
      await makeQualificationType(fleet),
      await makeQualificationType(fleet, { name: 'Insurance', entityType: 'asset' }),
    ];
    expect(await list('entityType=worker', fleet)).toMatchObject({
      status: 200,
      body: { data: [{ id: a.id }], pagination: { endCursor: '', hasNextPage: false } },
    });
    expect(idsOf(await list('entityType=asset', fleet))).toEqual([b.id]);
  });
  test('200 pages 600 types', async () => {
    const fleet = await server.makeOrg();
    await write(server.database, systemWriter(fleet.orgId, 'test'), async (tx) => {
      for (let n = 0; n < 600; n += 1) await addType(tx, { name: 'T', entityType: 'asset', fields: [] });
    });
    const first = await list('entityType=asset', fleet);
    expect(first.body.pagination.hasNextPage).toBe(true);
    const second = await list(`entityType=asset&after=${first.body.pagination.endCursor}`, fleet);
    expect(second.body.pagination).toEqual({ endCursor: '', hasNextPage: false });
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(600);
    const other = await list(`entityType=worker&after=${first.body.pagination.endCursor}`, fleet);
    expect(other.body.message).toBe('Parameters differ from previous paginated request.');
  });
  test.each([
    ['entityType is missing', ''],
    ['entityType: use one of worker, asset', 'entityType=driver'],
    ['ids: "abc" is not a UUID', 'entityType=worker&ids=abc'],
    ['ids: it has more than 100 values', `entityType=worker&ids=${Array(101).fill('a')}`],
    ['invalid or expired pagination cursor', 'entityType=worker&after=MjkY'],
  ])('400 %s', async (message, query) => {
    expect(await list(query)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message) },
    });
  });
  test('404 names a type of the other kind, or of another organization', async () => {
    const type = await makeQualificationType(await server.makeOrg());
    const mine = await makeQualificationType(org);
    for (const query of [`entityType=worker&ids=${type.id}`, `entityType=asset&ids=${mine.id}`])
      expect(await list(query)).toMatchObject({
        status: 404,
        body: { message: expect.stringContaining('ids: no qualification type') },
      });
  });
});
