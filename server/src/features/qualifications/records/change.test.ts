import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  asRead,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

let server: TestApp;
let org: TestOrg;
let type: Awaited<ReturnType<typeof makeQualificationType>>;
let drivers: [string, string];
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  type = await makeQualificationType(org);
  drivers = (await makePeople(server, org, 2)) as [string, string];
});
afterAll(() => server.stop());

const field = (n: number) => type.fields[n] as (typeof type.fields)[0];
const points = (value: number) => ({ id: field(2).id, type: 'number', numberValue: { value } });
const make = (fields: Record<string, unknown> = {}) => makeQualificationRecord(org, type, drivers[0], fields);
const patch = (body: Record<string, unknown>) => org.send('PATCH', '/qualification-records', body);
const read = async (id: string) => (await org.get(`/qualification-records?ids=${id}`)).body.data[0];

describe('PATCH /qualification-records', () => {
  test('200 shows external ids of the record and its owner, also when there are none', async () => {
    const [id, other] = [(await make()).id, (await makePeople(server, org, 1))[0]];
    const none = { owner: { externalIds: {} }, externalIds: {} };
    expect((await patch({ id, issueDate: '2026-02-01T00:00:00Z' })).body.data).toMatchObject(none);
    const named = await patch({ id, externalIds: { paper: `P ${id}` } });
    expect(named.body.data).toMatchObject({ owner: { externalIds: {} }, externalIds: { paper: `P ${id}` } });
    await org.send('PATCH', `/fleet/drivers/${other}`, { externalIds: { payroll: `E ${id}` } });
    const moved = await patch({ id, owner: { entityType: 'worker', id: `driver-${other}` } });
    const owners = { owner: { id: other, externalIds: { payroll: `E ${id}` } } };
    expect(moved.body.data).toMatchObject(owners);
    const emptied = await patch({ id, externalIds: { paper: '' } });
    expect(emptied.body.data).toMatchObject({ ...owners, externalIds: {} });
    expect(emptied.body.data.externalIds).toEqual({});
    const read = await org.get(`/qualification-records?ids=${id}&includeExternalIds=True&entityType=worker`);
    expect(read.body.data).toEqual([emptied.body.data]);
    const renewed = await org.send('POST', '/qualification-records/renew', {
      id,
      issueDate: '2026-03-01T00:00:00Z',
    });
    expect(renewed.body.data).toMatchObject({ ...owners, externalIds: {} });
    const plain = await org.get(`/qualification-records?ids=${id}&entityType=worker`);
    expect(plain.body.data[0]).not.toHaveProperty('externalIds');
    expect(plain.body.data[0].owner).not.toHaveProperty('externalIds');
  });
  test('200 changes what is sent and nothing else', async () => {
    const record = await make({ expirationDate: '2030-01-01T00:00:00Z' });
    const { updatedAtTime, ...same } = record;
    const changes: [Record<string, unknown>, Record<string, unknown>][] = [
      [{ issueDate: '2026-02-01T00:00:00Z' }, {}],
      [{ owner: { entityType: 'worker', id: drivers[1] } }, {}],
      [{ expirationDate: '2031-01-01T00:00:00Z' }, {}],
      [{ fields: [points(2.5)] }, { fields: [...record.fields, { ...points(2.5), label: 'Points' }] }],
    ];
    let expected: Record<string, unknown> = same;
    for (const [sent, shown] of changes) {
      expected = { ...expected, ...sent, ...shown };
      const reply = await patch({ id: record.id, ...sent });
      expect(reply).toMatchObject({ status: 200 });
      const { updatedAtTime: now, ...rest } = asRead(reply.body.data);
      expect(rest).toEqual(expected);
      expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse(updatedAtTime));
      expect(await read(record.id)).toEqual(asRead(reply.body.data));
    }
  });
  test('200 clears the expiration date with the epoch', async () => {
    const record = await make({ expirationDate: '2030-01-01T00:00:00Z' });
    const reply = await patch({ id: record.id, expirationDate: '1970-01-01T00:00:00Z' });
    expect(reply.body.data).not.toHaveProperty('expirationDate');
    expect(await read(record.id)).toEqual(asRead(reply.body.data));
  });
  test('200 clears a field that comes without a value', async () => {
    const record = await make();
    await patch({ id: record.id, fields: [points(1)] });
    const reply = await patch({ id: record.id, fields: [{ id: field(2).id, type: 'number' }] });
    expect(reply.body.data.fields).toEqual(record.fields);
  });
  test('200 by external id merges external ids, an empty one is taken off', async () => {
    const record = await make({ externalIds: { a: '1', b: '2' } });
    const reply = await patch({ id: 'a:1', externalIds: { b: '', c: '3' } });
    expect(reply.body.data).toMatchObject({ id: record.id, externalIds: { a: '1', c: '3' } });
    const full = await org.get('/qualification-records?ids=c:3&includeExternalIds=true');
    expect(full.body.data[0].externalIds).toEqual({ a: '1', c: '3' });
    expect((await patch({ id: 'b:2' })).status).toBe(404);
  });
  test('200 two changes of different fields at once both hold', async () => {
    const record = await make();
    const option = field(1).options?.[0];
    const choice = { id: field(1).id, type: 'multiple_choice', multipleChoiceValue: { valueId: option?.id } };
    await Promise.all([
      patch({ id: record.id, fields: [points(3)] }),
      patch({ id: record.id, fields: [choice] }),
      patch({ id: record.id, issueDate: '2026-03-03T00:00:00Z' }),
    ]);
    const now = await read(record.id);
    expect(now.issueDate).toBe('2026-03-03T00:00:00Z');
    expect(now.fields.map(({ label }: { label: string }) => label)).toEqual([
      'License Number',
      'Class',
      'Points',
    ]);
  });
  test('200 is evidence: the ledger has every version', async () => {
    const record = await make();
    await patch({ id: record.id, fields: [points(1)] });
    await patch({ id: record.id, fields: [points(2)] });
    await org.send('DELETE', '/qualification-records', { id: record.id });
    const rows = await server.database.rows(sql`
      select operation, document -> 'fields' -> 1 -> 'numberValue' ->> 'value' from ledger_change
      where org_id = ${org.orgId} and resource = 'qualificationRecord' and id = ${record.id} order by seq`);
    expect(rows).toEqual([
      ['create', null],
      ['update', '1'],
      ['update', '2'],
      ['delete', '2'],
    ]);
  });
  test.each([
    ['id is missing', { id: undefined }],
    ['id: "abc" is an invalid ID', { id: 'abc' }],
    ['issueDate: "soon" is not an RFC 3339 time', { issueDate: 'soon' }],
    ['expirationDate: it is before issueDate', { expirationDate: '2020-01-01T00:00:00Z' }],
    ['owner.entityType: the qualification type is for workers', { owner: { entityType: 'asset', id: '1' } }],
    ['fields: it must be a list', { fields: null }],
  ])('400 %s', async (message, change) => {
    const { id } = await make();
    expect(await patch({ id, ...change })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message) },
    });
  });
  test('400 for clearing what the type requires', async () => {
    const { id } = await make();
    const reply = await patch({ id, fields: [{ id: field(0).id, type: 'text' }] });
    expect(reply).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('"License Number"') },
    });
    const strict = await makeQualificationType(org, { fields: [], expiration: { required: true } });
    const dated = await makeQualificationRecord(org, strict, drivers[0], {
      expirationDate: '2030-01-01T00:00:00Z',
    });
    expect(await patch({ id: dated.id, expirationDate: '1970-01-01T00:00:00Z' })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('expirationDate') },
    });
  });
  test('404 for an unknown, a deleted and another organization’s record', async () => {
    const deleted = await make();
    await org.send('DELETE', '/qualification-records', { id: deleted.id });
    for (const id of [type.id, deleted.id, 'paper:none'])
      expect(await patch({ id })).toMatchObject({
        status: 404,
        body: { message: `Object not found. id: no qualification record ${id}.` },
      });
    const { id } = await make();
    expect((await (await server.makeOrg()).send('PATCH', '/qualification-records', { id })).status).toBe(404);
  });
});

describe.each([
  ['POST', '/qualification-records/archive', 'archived'],
  ['DELETE', '/qualification-records', 'deleted'],
])('%s %s', (method, path, status) => {
  test('200 without a body', async () => {
    const record = await make();
    const reply = await org.send(method, path, { id: record.id });
    expect(reply).toMatchObject({ status: 200, text: '' });
    expect(reply.headers.get('content-type')).toBeNull();
    expect(await read(record.id)).toEqual({
      ...record,
      recordStatus: status,
      updatedAtTime: expect.any(String),
    });
  });
  test('200 by external id', async () => {
    const record = await make({ externalIds: { [status]: 'x' } });
    expect((await org.send(method, path, { id: `${status}:x` })).status).toBe(200);
    expect(await read(record.id)).toMatchObject({ recordStatus: status });
  });
  test('400 without an id, 404 for an unknown one', async () => {
    expect((await org.send(method, path, {})).body.message).toBe('id is missing');
    expect((await org.send(method, path, { id: type.id })).status).toBe(404);
  });
});

describe('POST /qualification-records/unarchive', () => {
  test('200 makes it active again; twice is the same', async () => {
    const record = await make();
    await org.send('POST', '/qualification-records/archive', { id: record.id });
    expect((await org.send('POST', '/qualification-records/archive', { id: record.id })).status).toBe(200);
    for (const _ of [1, 2])
      expect(await org.send('POST', '/qualification-records/unarchive', { id: record.id })).toMatchObject({
        status: 200,
        text: '',
      });
    expect(await read(record.id)).toMatchObject({ recordStatus: 'active' });
  });
  test('404 for a deleted record', async () => {
    const record = await make();
    await org.send('DELETE', '/qualification-records', { id: record.id });
    for (const path of ['unarchive', 'archive'])
      expect((await org.send('POST', `/qualification-records/${path}`, { id: record.id })).status).toBe(404);
  });
});
