import { type SamsaraClient, SamsaraError } from '@samsarahq/samsara';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, samsara } from './clients.ts';
import { checked } from './contract.ts';

const LEARNERS = 100;
const RUN = Date.now().toString(36);
const startedAt = new Date().toISOString();
let client: SamsaraClient;
let courseId: string;
let learnerIds: string[];
let assignmentIds: string[];
beforeAll(() => {
  client = samsara();
});

/** Follows the stream by its cursors until it has nothing new. */
async function readStream(request: {
  startTime: string;
  endTime?: string;
  courseIds?: string[];
  learnerIds?: string[];
}) {
  const items = [];
  let after: string | undefined;
  for (;;) {
    const page = await client.trainingAssignments.getTrainingAssignmentsStream({ ...request, after });
    items.push(...page.data);
    after = page.pagination.endCursor;
    if (request.endTime ? !page.pagination.hasNextPage : page.data.length === 0) return items;
  }
}

describe('the official client, with only a base URL and a token', () => {
  test('creates 100 drivers and finds them again', async () => {
    const made = [];
    for (let n = 0; n < LEARNERS; n += 1) {
      made.push(
        await client.drivers.create({
          name: `Driver ${n}`,
          username: `driver-${RUN}-${n}`,
          password: 'correct horse 9',
          externalIds: { payroll: `${RUN}-${n}` },
        }),
      );
    }
    learnerIds = made.map((reply) => `driver-${reply.data?.id}`);
    const found = new Set<string>();
    for await (const driver of await client.drivers.list({ limit: 30 })) found.add(`driver-${driver.id}`);
    expect(learnerIds.every((id) => found.has(id))).toBe(true);
    const one = await client.drivers.get({ id: `payroll:${RUN}-7` });
    expect(`driver-${one.data?.id}`).toBe(learnerIds[7]);
  });

  test('deletes a driver', async () => {
    const username = `gone-${RUN}`;
    const { data } = await client.drivers.create({ name: 'Gone', username, password: 'correct horse 9' });
    const id = data?.id as string;
    await client.drivers.delete({ id });
    await expect(client.drivers.get({ id })).rejects.toMatchObject({ statusCode: 404 });
  });

  test('sees a course that was made and published', async () => {
    const made = await call('POST', '/training-courses', {
      title: 'Defensive Driving',
      description: 'Space, speed and sight.',
      category: { name: `Safety ${RUN}` },
      estimatedTimeToCompleteMinutes: 45,
      labels: [{ name: 'safety', type: 'defensiveDriving' }],
    });
    courseId = made.body.data.id;
    expect((await client.trainingCourses.getTrainingCourses({ courseIds: [courseId] })).data).toEqual([]);
    await call('POST', '/training-courses/publish', { id: courseId });
    const [course] = (
      await client.trainingCourses.getTrainingCourses({ courseIds: [courseId], status: ['published'] })
    ).data;
    expect(course).toMatchObject({
      id: courseId,
      title: 'Defensive Driving',
      status: 'published',
      labels: [{ type: 'defensiveDriving' }],
    });
  });

  test('assigns it to 100 learners, and again: all exist', async () => {
    const request = { courseId, dueAtTime: '2030-06-01T12:00:00+02:00', learnerIds };
    const first = await client.trainingAssignments.postTrainingAssignments(request);
    expect(first.data.map((entry) => `driver-${entry.learner.id}`)).toEqual(learnerIds);
    expect(
      first.data.every((entry) => !entry.isExistingAssignment && entry.dueAtTime === '2030-06-01T10:00:00Z'),
    ).toBe(true);
    assignmentIds = first.data.map((entry) => entry.id);
    const again = await client.trainingAssignments.postTrainingAssignments(request);
    expect(again.data.every((entry) => entry.isExistingAssignment)).toBe(true);
    expect(again.data.map((entry) => entry.id)).toEqual(assignmentIds);
  });

  test('moves due dates, deletes, and reads everything back by the stream', async () => {
    const moved = await client.trainingAssignments.patchTrainingAssignments({
      ids: assignmentIds.slice(0, 60),
      dueAtTime: '2031-01-01T00:00:00Z',
    });
    expect(moved.data.map((item) => item.id)).toEqual(assignmentIds.slice(0, 60));
    await client.trainingAssignments.deleteTrainingAssignments({ ids: assignmentIds.slice(0, 10) });
    for (const id of assignmentIds.slice(10, 20))
      await call('POST', '/training-assignments/complete', { id, scorePercent: 90, durationMinutes: 40 });
    const items = await readStream({ startTime: startedAt, courseIds: [courseId] });
    const last = new Map(items.map((item) => [item.id, item]));
    expect([...last.keys()].sort()).toEqual([...assignmentIds].sort());
    const state = (from: number, to: number) => assignmentIds.slice(from, to).map((id) => last.get(id));
    expect(state(0, 10).every((item) => item?.deletedAtTime)).toBe(true);
    expect(
      state(10, 20).every(
        (item) => item?.status === 'completed' && item.scorePercent === 90 && item.isCompletedLate === false,
      ),
    ).toBe(true);
    expect(state(20, 60).every((item) => item?.dueAtTime === '2031-01-01T00:00:00Z')).toBe(true);
    expect(
      state(60, 100).every((item) => item?.dueAtTime === '2030-06-01T10:00:00Z' && item.isOverdue === false),
    ).toBe(true);
    const window = await readStream({
      startTime: startedAt,
      endTime: new Date(Date.now() + 1000).toISOString(),
      learnerIds: [learnerIds[42] as string],
    });
    expect(window.map((item) => item.id)).toEqual([assignmentIds[42]]);
  });

  test('gets its own error types', async () => {
    const unknown = '0191d1b8-0000-7000-8000-000000000000';
    const failure = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: SamsaraError) => error,
      );
    const notFound = await failure(
      client.trainingAssignments.patchTrainingAssignments({
        ids: [unknown],
        dueAtTime: '2031-01-01T00:00:00Z',
      }),
    );
    expect(notFound).toMatchObject({
      statusCode: 404,
      body: { message: expect.stringContaining(unknown), requestId: expect.any(String) },
    });
    const bad = await failure(
      client.trainingAssignments.getTrainingAssignmentsStream({ startTime: 'yesterday' }),
    );
    expect(bad).toBeInstanceOf(SamsaraError);
    expect(bad).toMatchObject({ statusCode: 400, body: { message: expect.stringContaining('startTime') } });
    const stranger = await failure(samsara('crewready_nobody').trainingCourses.getTrainingCourses());
    expect(stranger).toMatchObject({ statusCode: 401, body: { message: 'Invalid token.' } });
  });
});

describe('the older paths', () => {
  test('PATCH and DELETE /preview/training-assignments work on the same assignments', async () => {
    const id = assignmentIds[70] as string;
    const moved = await call(
      'PATCH',
      `/preview/training-assignments?ids=${id}&dueAtTime=2032-02-02T00:00:00Z`,
    );
    expect(moved).toMatchObject({ status: 200, body: { data: [{ id, dueAtTime: '2032-02-02T00:00:00Z' }] } });
    expect((await call('DELETE', `/preview/training-assignments?ids=${id}`)).status).toBe(204);
    const read = await call('GET', `/training-assignments?ids=${id}`);
    expect(read.body.data[0].deletedAtTime).toMatch(/Z$/);
  });
  test('GET /preview/training-courses has a label, not labels', async () => {
    const { status, body } = await call('GET', `/preview/training-courses?courseIds=${courseId}`);
    expect(status).toBe(200);
    expect(body.data[0]).toMatchObject({ id: courseId, label: { name: 'safety', type: 'defensiveDriving' } });
    expect(body.data[0]).not.toHaveProperty('labels');
  });
});

test('every reply was held against a description', () => {
  expect(checked.replies).toBeGreaterThan(100);
  expect(checked.descriptions).toBeGreaterThanOrEqual(checked.replies - 10);
});
