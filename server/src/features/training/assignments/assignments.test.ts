import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

let server: TestApp;
let org: TestOrg;
let course: { id: string; revisionId: string };
let drivers: string[];
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  course = await makeCourse(org);
  drivers = await makePeople(server, org, 120);
});
afterAll(() => server.stop());

const UUID = '0191d1b8-0000-7000-8000-000000000000';
const DUE = '2030-01-01T00:00:00Z';
const query = (fields: Record<string, string | undefined>): string =>
  new URLSearchParams(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
const count = async (): Promise<number> =>
  (await server.database.rows(sql`select count(*)::int from ledger_write`))[0]?.[0];

describe('POST /training-assignments', () => {
  const assign = (change: Record<string, string | undefined> = {}, as: Pick<TestOrg, 'send'> = org) =>
    as.send(
      'POST',
      `/training-assignments?${query({ courseId: course.id, dueAtTime: DUE, learnerIds: `driver-${drivers[0]}`, ...change })}`,
    );

  test('200 assigns to 100 learners, and leaves what exists untouched', async () => {
    const learnerIds = drivers
      .slice(0, 100)
      .map((id) => `driver-${id}`)
      .join(',');
    const first = await assign({ learnerIds });
    expect(first.status).toBe(200);
    expect(first.body.data).toHaveLength(100);
    expect(first.body.data[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      course: { id: course.id, revisionId: course.revisionId },
      learner: { id: drivers[0], type: 'driver' },
      createdAtTime: expect.stringMatching(/Z$/),
      createdById: org.actor,
      dueAtTime: DUE,
      isExistingAssignment: false,
    });
    const before = await count();
    const again = await assign({ learnerIds, dueAtTime: '2031-01-01T00:00:00Z' });
    expect(again.body.data).toEqual(
      first.body.data.map((entry: object) => ({ ...entry, isExistingAssignment: true })),
    );
    expect(await count()).toBe(before);
  });
  test('200 trains again after a completion; every attempt stays', async () => {
    const own = await makeCourse(org);
    const [first] = await makeAssignments(org, own.id, [drivers[0] as string]);
    await org.send('POST', '/training-assignments/complete', { id: first?.id });
    const [second] = await makeAssignments(org, own.id, [drivers[0] as string]);
    expect(second).toMatchObject({ isExistingAssignment: false });
    expect(second?.id).not.toBe(first?.id);
    const both = await org.get(`/training-assignments?ids=${first?.id},${second?.id}`);
    expect(both.body.data.map((a: { status: string }) => a.status)).toEqual(['completed', 'notStarted']);
  });
  test('200 takes bare ids, repeated keys and external ids, each learner once', async () => {
    const own = await makeCourse(org);
    const named = await org.send('PATCH', `/fleet/drivers/${drivers[7]}`, {
      externalIds: { payroll: '48:41' },
    });
    expect(named.status, named.text).toBe(200);
    const reply = await org.send(
      'POST',
      `/training-assignments?courseId=${own.id}&dueAtTime=${DUE}&learnerIds=${drivers[5]}&learnerIds=driver-${drivers[6]},payroll:48:41&learnerIds=driver-${drivers[5]}`,
    );
    expect(reply.body.data.map((a: { learner: { id: string } }) => a.learner.id)).toEqual([
      drivers[5],
      drivers[6],
      drivers[7],
    ]);
  });
  test('200 two at once for one learner make one assignment', async () => {
    const own = await makeCourse(org);
    const both = await Promise.all(
      [1, 2, 3, 4].map(() => makeAssignments(org, own.id, [drivers[9] as string])),
    );
    expect(new Set(both.map(([entry]) => entry?.id)).size).toBe(1);
    expect(both.filter(([entry]) => !entry?.isExistingAssignment)).toHaveLength(1);
  });
  test.each([
    ['courseId is missing', { courseId: undefined }],
    ['dueAtTime is missing', { dueAtTime: undefined }],
    ['learnerIds is missing', { learnerIds: undefined }],
    ['learnerIds is missing', { learnerIds: '' }],
    ['dueAtTime: "tomorrow" is not an RFC 3339 time', { dueAtTime: 'tomorrow' }],
    ['dueAtTime: "2026-02-30T00:00:00Z" is not a time that exists', { dueAtTime: '2026-02-30T00:00:00Z' }],
    ['dueAtTime: "10000-01-01T00:00:00Z" is not an RFC 3339 time', { dueAtTime: '10000-01-01T00:00:00Z' }],
    [
      'dueAtTime: "9999-12-31T23:59:59-01:00" is not a time that exists',
      { dueAtTime: '9999-12-31T23:59:59-01:00' },
    ],
    ['learnerIds: it has more than 100 values', { learnerIds: Array(101).fill('driver-1').join(',') }],
    ['learnerIds: "x" is an invalid ID', { learnerIds: 'x' }],
    ['courseId: it contains a NUL byte', { courseId: '\0' }],
    ['dryRun: use true or false', { dryRun: 'maybe' }],
  ])('400 %s', async (message, change) => {
    const before = await count();
    expect(await assign(change)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message), requestId: expect.any(String) },
    });
    expect(await count()).toBe(before);
  });
  test('400 for an archived course', async () => {
    const own = await makeCourse(org);
    await org.send('POST', '/training-courses/archive', { id: own.id });
    expect(await assign({ courseId: own.id })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('only published') },
    });
  });
  test('401 without a token', async () => {
    const reply = await org.send('POST', '/training-assignments', undefined, { authorization: '' });
    expect(reply).toMatchObject({ status: 401, body: { message: 'Invalid token.' } });
  });
  test('403 names the scope', async () => {
    const reader = await org.withScopes(['Read Training Assignments']);
    expect(await assign({}, reader)).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('"Write Training Assignments"') },
    });
  });
  test('404 for a draft, an unknown course, an unknown learner and those of another organization', async () => {
    const other = await server.makeOrg();
    const theirs = await makeCourse(other);
    const [stranger] = await makePeople(server, other, 1);
    const draft = await makeCourse(org, { status: 'draft' });
    for (const courseId of [draft.id, theirs.id, UUID, '7']) {
      expect(await assign({ courseId })).toMatchObject({
        status: 404,
        body: { message: expect.stringContaining(`courseId: no training course ${courseId}`) },
      });
    }
    for (const learnerIds of [`driver-${stranger}`, 'driver-1', 'payroll:none', `user-${drivers[0]}`]) {
      expect(await assign({ learnerIds })).toMatchObject({
        status: 404,
        body: { message: expect.stringContaining(`learnerIds: no person ${learnerIds}`) },
      });
    }
  });
});

describe('PATCH /training-assignments', () => {
  const patch = (ids: string, dueAtTime: string | undefined = '2031-06-01T00:00:00+02:00', prefix = '') =>
    org.send('PATCH', `${prefix}/training-assignments?${query({ ids, dueAtTime })}`);

  test.each(['', '/preview'])(
    '200 moves the due time and answers whole objects in order (%s)',
    async (prefix) => {
      const own = await makeCourse(org);
      const made = await makeAssignments(org, own.id, drivers.slice(0, 3));
      const ids = made.map((a) => a.id).reverse();
      const reply = await patch(ids.join(','), undefined, prefix);
      expect(reply.status).toBe(200);
      expect(reply.body.data.map((a: { id: string }) => a.id)).toEqual(ids);
      expect(reply.body.data[0]).toMatchObject({
        dueAtTime: '2031-05-31T22:00:00Z',
        status: 'notStarted',
        isOverdue: false,
        durationMinutes: 0,
        updatedById: org.actor,
      });
      expect(reply.body.data[0].updatedAtTime > reply.body.data[0].createdAtTime).toBe(true);
    },
  );
  test('404 names one unknown id among 100 and changes nothing', async () => {
    const own = await makeCourse(org);
    const made = await makeAssignments(org, own.id, drivers.slice(0, 99));
    const before = await count();
    const ids = [...made.slice(0, 50).map((a) => a.id), UUID, ...made.slice(50).map((a) => a.id)];
    expect(await patch(ids.join(','))).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining(UUID) },
    });
    const { body } = await org.get(`/training-assignments?ids=${made.map((a) => a.id)}`);
    expect(new Set(body.data.map((a: { dueAtTime: string }) => a.dueAtTime))).toEqual(new Set([DUE]));
    expect(await count()).toBe(before);
  });
  test('404 for another organization’s assignment and for a deleted one', async () => {
    const other = await server.makeOrg();
    const [theirs] = await makeAssignments(
      other,
      (await makeCourse(other)).id,
      await makePeople(server, other, 1),
    );
    expect((await patch(theirs?.id as string)).status).toBe(404);
    const [gone] = await makeAssignments(org, (await makeCourse(org)).id, [drivers[0] as string]);
    await org.send('DELETE', `/training-assignments?ids=${gone?.id}`);
    expect((await patch(gone?.id as string)).status).toBe(404);
  });
  test.each([
    ['ids is missing', '', DUE],
    ['ids: "x" is not a UUID', 'x', DUE],
    ['ids: it has more than 100 values', Array(101).fill(UUID).join(','), DUE],
    ['dueAtTime: "soon" is not', UUID, 'soon'],
  ])('400 %s', async (message, ids, due) => {
    expect(await patch(ids, due)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message) },
    });
  });
});

describe('DELETE /training-assignments', () => {
  test.each(['', '/preview'])('204 deletes what it can and leaves tombstones (%s)', async (prefix) => {
    const [a, b] = await makeAssignments(org, (await makeCourse(org)).id, drivers.slice(0, 2));
    const reply = await org.send('DELETE', `${prefix}/training-assignments?ids=${a?.id},${UUID}`);
    expect(reply).toMatchObject({ status: 204, text: '' });
    const { body } = await org.get(`/training-assignments?ids=${a?.id},${b?.id}`);
    expect(body.data[0].deletedAtTime).toBe(body.data[0].updatedAtTime);
    expect(body.data[1]).not.toHaveProperty('deletedAtTime');
    expect((await org.send('DELETE', `${prefix}/training-assignments?ids=${UUID}`)).status).toBe(204);
  });
  test('200 with Prefer: return=representation tells the outcome of each id', async () => {
    const [a] = await makeAssignments(org, (await makeCourse(org)).id, drivers.slice(0, 1));
    const reply = await org.send('DELETE', `/training-assignments?ids=${UUID},${a?.id}`, undefined, {
      prefer: 'return=representation',
    });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        data: [
          { id: UUID, outcome: 'notFound' },
          { id: a?.id, outcome: 'deleted' },
        ],
      },
    });
  });
  test('204 replayed by its Idempotency-Key', async () => {
    const [a] = await makeAssignments(org, (await makeCourse(org)).id, drivers.slice(0, 1));
    const remove = () =>
      org.send('DELETE', `/training-assignments?ids=${a?.id}`, undefined, { 'idempotency-key': 'del-1' });
    await remove();
    const again = await remove();
    expect(again).toMatchObject({ status: 204, text: '' });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });
  test('204 does not touch another organization’s assignment', async () => {
    const other = await server.makeOrg();
    const [theirs] = await makeAssignments(
      other,
      (await makeCourse(other)).id,
      await makePeople(server, other, 1),
    );
    expect((await org.send('DELETE', `/training-assignments?ids=${theirs?.id}`)).status).toBe(204);
    const { body } = await other.get(`/training-assignments?ids=${theirs?.id}`);
    expect(body.data[0]).not.toHaveProperty('deletedAtTime');
  });
  test('400 for an id that is none', async () => {
    expect((await org.send('DELETE', '/training-assignments?ids=x')).status).toBe(400);
  });
});

describe('a token limited to tags', () => {
  test('404 for learners and assignments outside its tags; the stream shows only those inside', async () => {
    const fleet = await server.makeOrg();
    const [inside, outside] = await makePeople(server, fleet, 2);
    const top = (await fleet.send('POST', '/tags', { name: 'North' })).body.data;
    await fleet.send('POST', '/tags', { name: 'Yard', parentTagId: top.id, drivers: [inside] });
    const limited = await fleet.withScopes(['Full Access'], [top.id]);
    const own = await makeCourse(fleet);
    const [mine, theirs] = await makeAssignments(fleet, own.id, [inside as string, outside as string]);
    expect(
      (
        await limited.send(
          'POST',
          `/training-assignments?${query({ courseId: own.id, dueAtTime: DUE, learnerIds: outside })}`,
        )
      ).status,
    ).toBe(404);
    expect((await limited.get(`/training-assignments?ids=${theirs?.id}`)).status).toBe(404);
    expect(
      (await limited.send('PATCH', `/training-assignments?ids=${theirs?.id}&dueAtTime=${DUE}`)).status,
    ).toBe(404);
    const stream = await limited.get('/training-assignments/stream?startTime=2020-01-01T00:00:00Z');
    expect(stream.body.data.map((a: { id: string }) => a.id)).toEqual([mine?.id]);
  });
});
