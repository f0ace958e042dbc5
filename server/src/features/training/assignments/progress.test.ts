import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { noteTransitions } from '../../../kernel/ledger/transitions.ts';
import { trainingAssignment } from './resource.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

const LATER = '2030-01-01T00:00:00Z';
const PAST = '2020-01-01T00:00:00Z';
async function fresh(due = LATER): Promise<string> {
  const course = await makeCourse(org);
  const [assignment] = await makeAssignments(org, course.id, await makePeople(server, org, 1), due);
  return assignment?.id as string;
}
const step = (verb: string, body: object) => org.send('POST', `/training-assignments/${verb}`, body);

describe('POST /training-assignments/start', () => {
  test('200 begins, and a second time changes nothing', async () => {
    const id = await fresh();
    const first = await step('start', { id, startedAtTime: '2026-01-05T10:00:00+01:00' });
    expect(first).toMatchObject({
      status: 200,
      body: { data: { id, status: 'inProgress', startedAtTime: '2026-01-05T09:00:00Z' } },
    });
    expect((await step('start', { id })).body).toEqual(first.body);
  });
  test('400 in the future, and for a completed one', async () => {
    const id = await fresh();
    expect(await step('start', { id, startedAtTime: '2099-01-01T00:00:00Z' })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('startedAtTime: it is in the future') },
    });
    await step('complete', { id });
    expect(await step('start', { id })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('reopen it first') },
    });
  });
  test('404 for unknown, malformed, deleted and foreign ids', async () => {
    const gone = await fresh();
    await org.send('DELETE', `/training-assignments?ids=${gone}`);
    const other = await server.makeOrg();
    const [theirs] = await makeAssignments(
      other,
      (await makeCourse(other)).id,
      await makePeople(server, other, 1),
    );
    for (const id of ['x', '0191d1b8-0000-7000-8000-000000000000', gone, theirs?.id]) {
      for (const [verb, more] of [
        ['start', {}],
        ['progress', { durationMinutes: 1 }],
        ['complete', {}],
        ['reopen', {}],
      ] as const) {
        expect((await step(verb, { id, ...more })).status).toBe(404);
      }
    }
  });
});

describe('POST /training-assignments/progress', () => {
  test('200 begins and records the total', async () => {
    const id = await fresh();
    expect((await step('progress', { id, durationMinutes: 5 })).body.data).toMatchObject({
      status: 'inProgress',
      durationMinutes: 5,
      startedAtTime: expect.any(String),
    });
    expect((await step('progress', { id, durationMinutes: 12 })).body.data).toMatchObject({
      durationMinutes: 12,
    });
  });
  test('400 for less than before, a fraction, a negative number and none', async () => {
    const id = await fresh();
    await step('progress', { id, durationMinutes: 5 });
    for (const durationMinutes of [4, 5.5, -1, '6', undefined]) {
      expect(await step('progress', { id, durationMinutes })).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining('durationMinutes') },
      });
    }
  });
});

describe('POST /training-assignments/complete', () => {
  test('200 on time, with score and duration', async () => {
    const id = await fresh();
    const reply = await step('complete', { id, scorePercent: 87.5, durationMinutes: 31 });
    expect(reply.body.data).toMatchObject({
      status: 'completed',
      scorePercent: 87.5,
      durationMinutes: 31,
      isCompletedLate: false,
    });
    expect(reply.body.data.startedAtTime).toBe(reply.body.data.completedAtTime);
    expect(reply.body.data).not.toHaveProperty('isOverdue');
  });
  test('200 late stays late when the due time moves', async () => {
    const id = await fresh(PAST);
    expect((await org.get(`/training-assignments?ids=${id}`)).body.data[0].isOverdue).toBe(true);
    expect((await step('complete', { id })).body.data.isCompletedLate).toBe(true);
    const moved = await org.send('PATCH', `/training-assignments?ids=${id}&dueAtTime=${LATER}`);
    expect(moved.body.data[0]).toMatchObject({ dueAtTime: LATER, isCompletedLate: true });
  });
  test('400 twice, before the start, a score over 100, in the future', async () => {
    const id = await fresh();
    await step('start', { id, startedAtTime: '2026-05-05T00:00:00Z' });
    for (const [message, body] of [
      ['completedAtTime: it is before the start', { completedAtTime: '2026-05-04T00:00:00Z' }],
      ['completedAtTime: it is in the future', { completedAtTime: '2099-05-04T00:00:00Z' }],
      ['scorePercent: it must be <= 100', { scorePercent: 101 }],
      ['Unknown field score', { score: 1 }],
    ] as const) {
      expect(await step('complete', { id, ...body })).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining(message) },
      });
    }
    await step('complete', { id });
    expect((await step('complete', { id })).status).toBe(400);
  });
});

describe('POST /training-assignments/reopen', () => {
  test('200 takes the completion back and keeps it in the ledger', async () => {
    const id = await fresh();
    await step('complete', { id, scorePercent: 50 });
    const reply = await step('reopen', { id });
    expect(reply.body.data).toMatchObject({ status: 'inProgress' });
    for (const field of ['completedAtTime', 'scorePercent', 'isCompletedLate'])
      expect(reply.body.data).not.toHaveProperty(field);
    const rows = await server.database.rows(
      sql`select document->>'status', document->>'scorePercent' from ledger_change where id = ${id} order by seq`,
    );
    expect(rows).toEqual([
      ['notStarted', null],
      ['completed', '50'],
      ['inProgress', null],
    ]);
  });
  test('400 when it is not completed, or when another attempt is open', async () => {
    const course = await makeCourse(org);
    const drivers = await makePeople(server, org, 1);
    const [first] = await makeAssignments(org, course.id, drivers);
    expect(await step('reopen', { id: first?.id })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('is notStarted') },
    });
    await step('complete', { id: first?.id });
    await makeAssignments(org, course.id, drivers);
    expect(await step('reopen', { id: first?.id })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('another unfinished assignment') },
    });
  });
});

describe('the passing of a due date', () => {
  const note = () => noteTransitions({ database: server.database, resources: [trainingAssignment] });
  test('is in the ledger once, leaves updatedAtTime, and again after a new due date', async () => {
    const id = await fresh(PAST);
    const before = (await org.get(`/training-assignments?ids=${id}`)).body.data[0];
    expect(await note()).toBeGreaterThan(0);
    expect(await note()).toBe(0);
    expect((await org.get(`/training-assignments?ids=${id}`)).body.data[0]).toEqual(before);
    await org.send('PATCH', `/training-assignments?ids=${id}&dueAtTime=2021-01-01T00:00:00Z`);
    expect(await note()).toBe(1);
    const rows = await server.database.rows(
      sql`select operation, document->>'updatedAtTime', actor from ledger_change
        join ledger_write using (org_id, seq) where id = ${id} order by seq`,
    );
    expect(rows.map(([operation]) => operation)).toEqual(['create', 'overdue', 'update', 'overdue']);
    expect(rows[1]?.[1]).toBe(before.updatedAtTime);
    // The organization's own user, not whoever assigned it.
    expect(rows[1]?.[2]).toMatch(/^user-\d+$/);
    expect(rows[1]?.[2]).not.toBe(org.actor);
  });
});
