import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from '../../../../../test/builders.ts';
import { startApp, type TestApp } from '../../../../../test/start-app.ts';
import { sql } from '../../../../kernel/database/database.ts';

let server: TestApp;
let org: TestApp['org'];
let driver: string;
let user: string;
let course: { id: string; revisionId: string };
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());
beforeEach(async () => {
  org = await server.makeOrg();
  [driver] = (await makePeople(server, org, 1)) as [string];
  [user] = (await makePeople(server, org, 1, 'user')) as [string];
  course = await makeCourse(org, { description: 'Space, speed and sight.' });
});

const START = '2026-03-01T08:00:00Z';
const END = '2026-03-01T09:30:00Z';
const post = (fields: object, headers?: Record<string, string>) =>
  org.send(
    'POST',
    '/training/record/',
    { person_api_id: `driver-${driver}`, package_api_id: course.id, ...fields },
    headers,
  );
const make = async (fields: object = {}) => {
  const reply = await post(fields);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body;
};
const record = (method: string, apiId: string, body?: unknown) =>
  org.send(method, `/training/record/${encodeURIComponent(apiId)}/`, body);
const list = async (query = '') => (await org.get(`/training/record/${query}`)).body;
/** Everything that the other surface tells, by its stream. */
const assignments = async () =>
  (
    await org.get(
      '/training-assignments/stream?startTime=2020-01-01T00:00:00Z&endTime=2100-01-01T00:00:00Z&learnerTypes=driver,user',
    )
  ).body.data;
const ledger = async (id: string) =>
  server.database.rows(sql`
    select operation, document->>'status', document->>'completedAtTime', document->>'scorePercent' from ledger_change
    where org_id = ${org.orgId} and resource = 'trainingAssignment' and id = ${id} order by seq`);

describe('POST /training/record/', () => {
  test('201 a package that is assigned', async () => {
    const reply = await post({});
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      api_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      person_api_id: `driver-${driver}`,
      package_api_id: course.id,
      package_desc: 'Space, speed and sight.',
      date_assigned: expect.stringMatching(/Z$/),
      date_started: null,
      date_completed: null,
    });
    expect(await assignments()).toEqual([
      expect.objectContaining({
        id: reply.body.api_id,
        status: 'notStarted',
        course: { id: course.id, revisionId: course.revisionId },
        learner: { id: driver, type: 'driver' },
        createdAtTime: reply.body.date_assigned,
      }),
    ]);
  });
  test('201 with an api_id of the client, in progress', async () => {
    const made = await make({ api_id: 'LMS/7 ü', date_started: '2026-03-01T09:00:00+01:00' });
    expect(made).toMatchObject({ api_id: 'LMS/7 ü', date_started: START, date_completed: null });
    expect((await record('GET', 'LMS/7 ü')).body).toEqual(made);
    const [item] = await assignments();
    expect(item).toMatchObject({ status: 'inProgress', startedAtTime: START });
  });
  test.each([
    '2026-03-01T08:00',
    '2026-03-01T08:00:00',
    '2026-03-01T08:00:00.000000',
    '2026-03-01T08:00:00+00:00',
  ])('201 the date %s is in UTC', async (date_started) =>
    expect((await make({ date_started })).date_started).toBe(START),
  );
  test('201 completed without a start began when it was completed', async () => {
    const made = await make({ date_completed: END });
    expect(made).toMatchObject({ date_started: END, date_completed: END });
    const [item] = await assignments();
    expect(item).toMatchObject({ status: 'completed', startedAtTime: END, completedAtTime: END });
    expect(item).not.toHaveProperty('isCompletedLate');
  });
  test('201 training again after a completion', async () => {
    await make({ date_completed: END });
    await make();
    expect((await list()).count).toBe(2);
  });
  test.each(['driver-', 'user-', 'payroll:'])('201 a person named as %s…', async (form) => {
    await org.send('PATCH', `/fleet/drivers/${driver}`, { externalIds: { payroll: '4841' } });
    const name = form === 'payroll:' ? 'payroll:4841' : form + (form === 'user-' ? user : driver);
    const made = await make({ person_api_id: name });
    expect(made.person_api_id).toBe(form === 'user-' ? `user-${user}` : `driver-${driver}`);
  });
  test('201 again for the same Idempotency-Key, and one record', async () => {
    const headers = { 'idempotency-key': 'once' };
    const [first, second] = [await post({}, headers), await post({}, headers)];
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect((await list()).count).toBe(1);
  });
  test('201 and nothing is written with dryRun=true', async () => {
    const body = { person_api_id: `driver-${driver}`, package_api_id: course.id };
    expect((await org.send('POST', '/training/record/?dryRun=true', body)).status).toBe(201);
    expect((await list()).count).toBe(0);
  });
  test('400 every wrong field at once, by its name', async () => {
    const reply = await post({ person_api_id: true, package_api_id: '', date_started: 5 });
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({
      person_api_id: ['It must be a string.'],
      package_api_id: ['It is empty.'],
      date_started: ['It must be a string or null.'],
    });
    const missing = await org.send('POST', '/training/record/', {});
    expect(missing.body).toEqual({
      person_api_id: ['This field is required.'],
      package_api_id: ['This field is required.'],
    });
  });
  test('400 an unknown person and package', async () => {
    const reply = await post({ person_api_id: 'user-1', package_api_id: 'nothing' });
    expect(reply).toMatchObject({
      status: 400,
      body: {
        person_api_id: ['There is no person "user-1".'],
        package_api_id: ['There is no package "nothing".'],
      },
    });
  });
  test('400 people and packages of another organization', async () => {
    const other = await server.makeOrg();
    const [theirs] = await makePeople(server, other, 1);
    const { id } = await makeCourse(other);
    const reply = await post({ person_api_id: `driver-${theirs}`, package_api_id: id });
    expect(Object.keys(reply.body)).toEqual(['person_api_id', 'package_api_id']);
  });
  test('400 the user that a token acts as is no person', async () => {
    expect(await post({ person_api_id: org.actor })).toMatchObject({
      status: 400,
      body: { person_api_id: [expect.stringContaining(org.actor)] },
    });
  });
  test('400 a package that is not active', async () => {
    await org.send('POST', '/training-courses/archive', { id: course.id });
    expect(await post({})).toMatchObject({
      status: 400,
      body: { package_api_id: [expect.stringContaining('not active')] },
    });
  });
  test('400 an api_id that exists', async () => {
    const [other] = await makePeople(server, org, 1);
    const made = await make({ api_id: 'one' });
    const same = { person_api_id: `driver-${other}` };
    expect(await post({ ...same, api_id: 'one' })).toMatchObject({
      status: 400,
      body: { api_id: ['Another record has the api_id "one" already.'] },
    });
    await record('DELETE', made.api_id);
    const { api_id } = await make();
    expect((await post({ ...same, api_id })).status).toBe(400);
    expect((await post({ ...same, api_id: 'one' })).status).toBe(201);
  });
  test.each(['', ' ', 'x'.repeat(256)])('400 the api_id %j', async (api_id) => {
    expect(Object.keys((await post({ api_id })).body)).toEqual(['api_id']);
  });
  test.each(['yesterday', '2026-02-30T00:00:00Z', '2026-02-30T00:00', '2026-1-1', '2026-W41-1'])(
    '400 the date %s',
    async (date_started) => {
      expect(await post({ date_started })).toMatchObject({
        status: 400,
        body: { date_started: [expect.stringContaining(date_started)] },
      });
    },
  );
  test('400 completed before it began', async () => {
    const reply = await post({ date_started: END, date_completed: START });
    expect(reply).toMatchObject({
      status: 400,
      body: { date_completed: ['date_completed is before date_started.'] },
    });
  });
  test('400 another record of the two is not finished; it is named', async () => {
    await make({ api_id: 'first' });
    expect(await post({})).toMatchObject({
      status: 400,
      body: { package_api_id: [expect.stringContaining('"first"')] },
    });
    expect((await post({ date_completed: END })).status).toBe(201);
  });
  test('400 no JSON, no body, a wrong key or dryRun', async () => {
    const send = (text: string | undefined, query = '') =>
      org.send('POST', `/training/record/${query}`, text);
    for (const reply of [
      await send('{'),
      await send(undefined),
      await post({}, { 'idempotency-key': 'x'.repeat(256) }),
    ]) {
      expect(reply).toMatchObject({ status: 400, body: { detail: expect.any(String) } });
      expect(Object.keys(reply.body)).toEqual(['detail']);
    }
    expect((await send('{}', '?dryRun=maybe')).body).toEqual({
      dryRun: [expect.stringMatching(/^Use true or false/)],
    });
    expect((await send('[]')).body).toEqual({ non_field_errors: ['It must be an object.'] });
  });
  test('413 a body that is too large', async () => {
    const reply = await org.send('POST', '/training/record/', { api_id: 'x'.repeat(1024 * 1024) });
    expect(reply).toMatchObject({ status: 413, body: { detail: expect.any(String) } });
  });
  test('422 a key that was used with another request', async () => {
    const headers = { 'idempotency-key': 'twice' };
    await post({}, headers);
    expect(await post({ api_id: 'other' }, headers)).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining('twice') },
    });
  });
});

describe('GET /training/record/{api_id}/', () => {
  test('200 an assignment that was made on the other surface', async () => {
    const [made] = await makeAssignments(org, course.id, [`user-${user}`]);
    expect(await record('GET', made?.id as string)).toMatchObject({
      status: 200,
      body: { api_id: made?.id, person_api_id: `user-${user}`, date_started: null },
    });
  });
  test('404 in this dialect', async () => {
    const other = await server.makeOrg();
    const [theirs] = await makeAssignments(
      other,
      (await makeCourse(other)).id,
      await makePeople(server, other, 1),
    );
    const made = await make({ api_id: 'chosen' });
    const [{ id }] = await assignments();
    await record('DELETE', made.api_id);
    for (const apiId of ['nothing', theirs?.id as string, 'chosen', id])
      expect(await record('GET', apiId)).toMatchObject({
        status: 404,
        body: { detail: `Object not found. No training record ${apiId}.` },
      });
  });
});

describe('PUT and PATCH /training/record/{api_id}/', () => {
  const both = () => ({ person_api_id: `driver-${driver}`, package_api_id: course.id });
  test('200 PUT replaces; a date that is absent or null is taken away', async () => {
    const { api_id } = await make({ date_started: START, date_completed: END });
    for (const dates of [{ date_started: START }, { date_started: START, date_completed: null }]) {
      const reply = await record('PUT', api_id, { ...both(), ...dates });
      expect(reply).toMatchObject({ status: 200, body: { date_started: START, date_completed: null } });
      expect((await assignments())[0]).toMatchObject({ status: 'inProgress' });
      await record('PATCH', api_id, { date_completed: END });
    }
    expect((await record('PUT', api_id, both())).body).toMatchObject({
      date_started: null,
      date_completed: null,
    });
    const [item] = await assignments();
    expect(item.status).toBe('notStarted');
    expect(item).not.toHaveProperty('startedAtTime');
  });
  test('200 PATCH changes what is sent', async () => {
    const { api_id, date_assigned } = await make({ date_started: START });
    expect((await record('PATCH', api_id, { date_completed: END })).body).toMatchObject({
      date_assigned,
      date_started: START,
      date_completed: END,
    });
    expect((await record('PATCH', api_id, { date_completed: null })).body).toMatchObject({
      date_started: START,
      date_completed: null,
    });
    expect((await record('PATCH', api_id, { date_started: null })).body.date_started).toBeNull();
  });
  test('200 reopened there, score and lateness gone, every step in the ledger', async () => {
    const [made] = await makeAssignments(org, course.id, [driver], '2026-03-01T09:00:00Z');
    const id = made?.id as string;
    await org.send('POST', '/training-assignments/start', { id, startedAtTime: START });
    await org.send('POST', '/training-assignments/complete', { id, completedAtTime: END, scorePercent: 80 });
    expect((await record('GET', id)).body).toMatchObject({ date_started: START, date_completed: END });
    const [late] = await assignments();
    expect(late).toMatchObject({ isCompletedLate: true, scorePercent: 80 });
    await record('PUT', id, { ...both(), date_started: START, date_completed: null });
    const [open] = await assignments();
    expect(open).toMatchObject({ status: 'inProgress', startedAtTime: START });
    for (const gone of ['completedAtTime', 'scorePercent', 'isCompletedLate'])
      expect(open).not.toHaveProperty(gone);
    expect(Date.parse(open.updatedAtTime)).toBeGreaterThan(Date.parse(late.updatedAtTime));
    expect(await ledger(id)).toEqual([
      ['create', 'notStarted', null, null],
      ['update', 'inProgress', null, null],
      ['update', 'completed', END, '80'],
      ['update', 'inProgress', null, null],
    ]);
  });
  test('200 whether it was late is decided at completion and kept', async () => {
    const [made] = await makeAssignments(org, course.id, [driver], '2026-03-01T09:00:00Z');
    await record('PATCH', made?.id as string, { date_completed: END });
    expect((await assignments())[0].isCompletedLate).toBe(true);
    await org.send('PATCH', `/training-assignments?ids=${made?.id}&dueAtTime=2030-01-01T00:00:00Z`);
    await record('PATCH', made?.id as string, { date_started: START });
    expect((await assignments())[0].isCompletedLate).toBe(true);
  });
  test('200 another person, package and api_id', async () => {
    const next = await makeCourse(org, { title: 'Fatigue' });
    const made = await make();
    const reply = await record('PATCH', made.api_id, {
      api_id: 'mine',
      person_api_id: `user-${user}`,
      package_api_id: next.id,
    });
    expect(reply.body).toMatchObject({
      api_id: 'mine',
      person_api_id: `user-${user}`,
      package_api_id: next.id,
      package_desc: '',
    });
    expect((await record('GET', made.api_id)).status).toBe(404);
    expect((await record('PUT', 'mine', { ...both(), api_id: made.api_id })).body.api_id).toBe(made.api_id);
  });
  test('200 what changes nothing writes nothing', async () => {
    const made = await make({ date_started: START });
    const before = await assignments();
    expect((await record('PUT', made.api_id, made)).body).toEqual(made);
    expect((await record('PATCH', made.api_id, {})).body).toEqual(made);
    expect(await assignments()).toEqual(before);
  });
  test('400 PUT without person and package', async () => {
    const { api_id } = await make();
    expect(await record('PUT', api_id, {})).toMatchObject({
      status: 400,
      body: { person_api_id: ['This field is required.'], package_api_id: ['This field is required.'] },
    });
  });
  test('400 what POST refuses too', async () => {
    const [other] = await makePeople(server, org, 1);
    await make({ api_id: 'taken', person_api_id: `driver-${other}` });
    const { api_id } = await make({ date_started: END });
    const wrong = async (fields: object) => {
      const reply = await record('PATCH', api_id, fields);
      expect(reply.status).toBe(400);
      return Object.keys(reply.body);
    };
    expect(await wrong({ api_id: 'taken' })).toEqual(['api_id']);
    expect(await wrong({ person_api_id: 'x', package_api_id: 'x' })).toEqual([
      'person_api_id',
      'package_api_id',
    ]);
    expect(await wrong({ date_completed: START })).toEqual(['date_completed']);
    expect(await wrong({ date_started: 'x' })).toEqual(['date_started']);
    expect(await wrong({ person_api_id: `driver-${other}` })).toEqual(['package_api_id']);
    await record('PATCH', api_id, { date_completed: END });
    expect(await wrong({ date_started: '2026-04-01T00:00:00Z' })).toEqual(['date_started']);
    await make();
    expect(await wrong({ date_completed: null })).toEqual(['package_api_id']);
  });
  test.each(['PUT', 'PATCH'])('404 %s of a record that is not there', async (method) => {
    expect(await record(method, 'nothing', both())).toMatchObject({
      status: 404,
      body: { detail: expect.any(String) },
    });
  });
});

describe('DELETE /training/record/{api_id}/', () => {
  test('204, and a tombstone on the other surface', async () => {
    const made = await make({ api_id: 'gone' });
    const reply = await record('DELETE', 'gone');
    expect(reply).toMatchObject({ status: 204, text: '' });
    expect((await list()).count).toBe(0);
    const [item] = await assignments();
    expect(item.deletedAtTime).toBe(item.updatedAtTime);
    expect(item.createdAtTime).toBe(made.date_assigned);
    expect((await ledger(item.id)).map(([operation]) => operation)).toEqual(['create', 'delete']);
  });
  test('404 a second time', async () => {
    const { api_id } = await make();
    await record('DELETE', api_id);
    expect(await record('DELETE', api_id)).toMatchObject({
      status: 404,
      body: { detail: expect.any(String) },
    });
  });
});

describe('the other way round', () => {
  test('200 a change there is a change here', async () => {
    const [made] = await makeAssignments(org, course.id, [driver]);
    const id = made?.id as string;
    const read = async () => (await record('GET', id)).body;
    await org.send('POST', '/training-assignments/start', { id });
    await org.send('POST', '/training-assignments/complete', { id });
    const [item] = await assignments();
    expect(await read()).toMatchObject({
      date_assigned: item.createdAtTime,
      date_started: item.startedAtTime,
      date_completed: item.completedAtTime,
    });
    await org.send('POST', '/training-assignments/reopen', { id });
    expect(await read()).toMatchObject({ date_started: item.startedAtTime, date_completed: null });
    await org.send('DELETE', `/training-assignments?ids=${id}`);
    expect((await record('GET', id)).status).toBe(404);
  });
});
