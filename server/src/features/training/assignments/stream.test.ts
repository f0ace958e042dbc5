import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { systemWriter } from '../../../kernel/auth.ts';
import { sql } from '../../../kernel/database/database.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { trainingAssignment } from './resource.ts';
import type { AssignmentDocument } from './schema.ts';
import { readDocuments } from './store.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

const START = '2020-01-01T00:00:00Z';
interface Item {
  id: string;
  updatedAtTime: string;
  deletedAtTime?: string;
}
const page = (query: Record<string, string>, as: Pick<TestOrg, 'get'> = org) =>
  as.get(`/training-assignments/stream?${new URLSearchParams({ startTime: START, ...query })}`);
/** Puts changes at a moment of our choosing, which no request can; the ledger is told, so that it agrees. */
const setUpdatedAt = ({ orgId }: TestOrg, at: string, below = 'z') =>
  write(server.database, systemWriter(orgId, 'test'), async (tx) => {
    const rows = await tx.rows(sql`
      update assignment set updated_at = ${at} where org_id = ${orgId} and right(id::text, 1) < ${below} returning id`);
    tx.changed(
      trainingAssignment,
      'update',
      rows.map(([id]) => id),
    );
  });
const idsOf = (reply: { body: { data: Item[] } }): string[] => reply.body.data.map((item) => item.id);

describe('GET /training-assignments/stream', () => {
  test('200 sorts by last change and shows an assignment where it was last changed', async () => {
    const fleet = await server.makeOrg();
    const course = await makeCourse(fleet);
    const made = await makeAssignments(fleet, course.id, await makePeople(server, fleet, 3));
    const [a, b, c] = made.map((item) => item.id);
    await fleet.send('POST', '/training-assignments/start', { id: a });
    await fleet.send('DELETE', `/training-assignments?ids=${b}`);
    const reply = await page({}, fleet);
    expect(idsOf(reply)).toEqual([c, a, b]);
    expect(reply.body.data[2].deletedAtTime).toBe(reply.body.data[2].updatedAtTime);
    expect(reply.body.pagination).toEqual({ hasNextPage: true, endCursor: expect.stringMatching(/.+/) });
  });
  test('200 without endTime goes on for ever from the same cursor', async () => {
    const fleet = await server.makeOrg();
    const course = await makeCourse(fleet);
    let after = (await page({}, fleet)).body.pagination.endCursor;
    for (const _ of [1, 2]) {
      const idle = await page({ after }, fleet);
      expect(idle.body).toMatchObject({ data: [], pagination: { hasNextPage: true } });
      after = idle.body.pagination.endCursor;
    }
    const [made] = await makeAssignments(fleet, course.id, await makePeople(server, fleet, 1));
    const next = await page({ after }, fleet);
    expect(idsOf(next)).toEqual([made?.id]);
    expect((await page({ after: next.body.pagination.endCursor }, fleet)).body.data).toEqual([]);
  });
  test('200 with endTime is exclusive and ends', async () => {
    const fleet = await server.makeOrg();
    const course = await makeCourse(fleet);
    const drivers = await makePeople(server, fleet, 2);
    await makeAssignments(fleet, course.id, [drivers[0] as string]);
    await setUpdatedAt(fleet, '2025-05-05T05:05:05.5Z');
    const windows = async (startTime: string, endTime: string) =>
      (await page({ startTime, endTime }, fleet)).body;
    expect((await windows('2025-05-05T05:05:05.5Z', '2025-05-05T05:05:05.501Z')).data).toHaveLength(1);
    expect(await windows('2025-05-05T05:05:05Z', '2025-05-05T05:05:05.5Z')).toEqual({
      data: [],
      pagination: { endCursor: '', hasNextPage: false },
    });
    expect((await windows('2025-05-05T07:05:05.500+02:00', '2025-05-06T00:00:00+02:00')).data).toHaveLength(
      1,
    );
  });
  test('200 pages 1,300 assignments without a gap or a repeat, also those of one moment', async () => {
    const fleet = await server.makeOrg();
    const course = await makeCourse(fleet);
    const drivers = await makePeople(server, fleet, 1300);
    for (let i = 0; i < drivers.length; i += 100)
      await makeAssignments(fleet, course.id, drivers.slice(i, i + 100));
    await setUpdatedAt(fleet, '2025-01-01T00:00:00Z', '8');
    for (const endTime of ['', '2099-01-01T00:00:00Z']) {
      const seen: Item[] = [];
      let after = '';
      for (let more = true; more; ) {
        const { body } = await page({ after, ...(endTime ? { endTime } : {}) }, fleet);
        seen.push(...body.data);
        after = body.pagination.endCursor;
        more = endTime ? body.pagination.hasNextPage : body.data.length > 0;
      }
      expect(new Set(seen.map((item) => item.id)).size).toBe(1300);
      expect(seen).toHaveLength(1300);
      const keys = seen.map((item) => Date.parse(item.updatedAtTime));
      expect(keys).toEqual([...keys].sort((a, b) => a - b));
    }
  });
  test('200 filters by learner, course, category, status and overdue', async () => {
    const fleet = await server.makeOrg();
    const [one, two] = [await makeCourse(fleet), await makeCourse(fleet, { category: { name: 'Other' } })];
    const drivers = (await makePeople(server, fleet, 3)) as [string, string, string];
    const [a, b, c] = await makeAssignments(fleet, one.id, drivers, '2020-01-01T00:00:00Z');
    const [d] = await makeAssignments(fleet, two.id, [drivers[0]]);
    await fleet.send('POST', '/training-assignments/start', { id: b?.id });
    await fleet.send('POST', '/training-assignments/complete', { id: c?.id });
    const found = async (query: Record<string, string>) => idsOf(await page(query, fleet)).sort();
    const sorted = (...items: (Item | { id: string } | undefined)[]) => items.map((item) => item?.id).sort();
    expect(await found({ learnerIds: `driver-${drivers[0]}` })).toEqual(sorted(a, d));
    expect(await found({ learnerIds: `${drivers[1]},${drivers[2]}` })).toEqual(sorted(b, c));
    expect(await found({ courseIds: two.id })).toEqual(sorted(d));
    expect(await found({ categoryIds: one.category.id })).toEqual(sorted(a, b, c));
    expect(await found({ status: 'inProgress,completed' })).toEqual(sorted(b, c));
    expect(await found({ isOverdue: 'true' })).toEqual(sorted(a, b));
    expect(await found({ isOverdue: 'false' })).toEqual(sorted(c, d));
    expect(await found({ isOverdue: 'true', status: 'notStarted', courseIds: one.id })).toEqual(sorted(a));
  });
  test('200 what was deleted is not overdue, wherever it is told', async () => {
    const fleet = await server.makeOrg();
    const course = await makeCourse(fleet);
    const drivers = await makePeople(server, fleet, 5);
    const made = await makeAssignments(fleet, course.id, drivers, '2020-01-01T00:00:00Z');
    const [open, begun, dropped, gone, later] = made.map(({ id }) => id);
    for (const id of [begun, gone]) await fleet.send('POST', '/training-assignments/start', { id });
    await fleet.send('PATCH', `/training-assignments?ids=${later}&dueAtTime=2090-01-01T00:00:00Z`);
    await fleet.send('DELETE', `/training-assignments?ids=${dropped},${later}`);
    const path = `/preview/training-assignments?ids=${gone}`;
    await fleet.send('DELETE', path);
    const overdue = async (query: Record<string, string>) =>
      Object.fromEntries(
        (await page(query, fleet)).body.data.map((item: { id: string; isOverdue: boolean }) => [
          item.id,
          item.isOverdue,
        ]),
      );
    const alive = { [String(open)]: true, [String(begun)]: true };
    const dead = { [String(dropped)]: false, [String(gone)]: false, [String(later)]: false };
    expect(await overdue({})).toEqual({ ...alive, ...dead });
    expect(await overdue({ isOverdue: 'True' })).toEqual(alive);
    expect(await overdue({ isOverdue: '0' })).toEqual(dead);
    expect(await overdue({ isOverdue: 'true', status: 'inProgress' })).toEqual({ [String(begun)]: true });
    const byId = await fleet.get(`/training-assignments?ids=${dropped},${open}`);
    expect(byId.body.data.map((item: { isOverdue: boolean }) => item.isOverdue)).toEqual([false, true]);
    // What is served is a view of the document too, without a row.
    for (const [id, isOverdue] of Object.entries({ ...alive, ...dead })) {
      const [read] = await readDocuments(server.database, fleet.orgId, [id]);
      const document: AssignmentDocument = JSON.parse(read?.document as string);
      const at = new Date().toISOString();
      const served = trainingAssignment.served?.(document, { at } as never) as { isOverdue: boolean };
      expect(served.isOverdue).toBe(isOverdue);
    }
  });
  test('200 shows people who are not drivers only when asked', async () => {
    const fleet = await server.makeOrg();
    const course = await makeCourse(fleet);
    const [driver] = await makePeople(server, fleet, 1);
    const [user] = await makePeople(server, fleet, 1, 'user');
    await makeAssignments(fleet, course.id, [`driver-${driver}`, `user-${user}`]);
    const types = async (query: Record<string, string>) =>
      (await page(query, fleet)).body.data
        .map((item: { learner: { type: string } }) => item.learner.type)
        .sort();
    expect(await types({})).toEqual(['driver']);
    expect(await types({ learnerTypes: 'driver,user' })).toEqual(['driver', 'user']);
    expect(await types({ learnerTypes: 'user' })).toEqual(['user']);
  });
  test('200 goes on when a list comes in another order or spelling', async () => {
    const course = await makeCourse(org);
    const [x, y] = await makePeople(server, org, 2);
    const first = await page({ learnerIds: `${x},${y}`, courseIds: course.id });
    const after = first.body.pagination.endCursor;
    expect(
      (
        await page({
          learnerIds: `driver-${y},driver-${x}`,
          courseIds: course.id,
          startTime: '2020-01-01T01:00:00+01:00',
          after,
        })
      ).status,
    ).toBe(200);
  });
  test.each([
    ['startTime is missing', { startTime: undefined }],
    ['startTime: "" is not an RFC 3339 time', { startTime: '' }],
    ['startTime: "2026-13-01T00:00:00Z" is not a time', { startTime: '2026-13-01T00:00:00Z' }],
    ['endTime: it is before startTime', { endTime: '2019-01-01T00:00:00Z' }],
    ['learnerIds: "abc" is an invalid ID', { learnerIds: 'abc' }],
    ['courseIds: "abc" is not a UUID', { courseIds: 'abc' }],
    ['categoryIds: "abc" is not a UUID', { categoryIds: 'abc' }],
    ['courseIds: it has more than 100 values', { courseIds: Array(101).fill('a').join(',') }],
    ['status[0]: use one of notStarted, inProgress, completed', { status: 'done' }],
    ['isOverdue: use true or false', { isOverdue: 'perhaps' }],
    ['learnerTypes[0]: use one of driver, user', { learnerTypes: 'asset' }],
    ['invalid or expired pagination cursor', { after: 'MjkY' }],
    ['after: it contains a NUL byte', { after: '\0' }],
  ])('400 %s', async (message, change) => {
    const fields: [string, string][] = Object.entries({ startTime: START, ...change }).flatMap(([k, v]) =>
      v === undefined ? [] : [[k, v] as [string, string]],
    );
    const reply = await org.get(`/training-assignments/stream?${new URLSearchParams(fields)}`);
    expect(reply).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message), requestId: expect.any(String) },
    });
  });
  test('400 for a cursor with another filter, or of another organization', async () => {
    const after = (await page({})).body.pagination.endCursor;
    expect(await page({ after, status: 'completed' })).toMatchObject({
      status: 400,
      body: { message: 'Parameters differ from previous paginated request.' },
    });
    const other = await server.makeOrg();
    expect((await page({ after }, other)).status).toBe(400);
  });
  test('401 without a token, 403 without the scope', async () => {
    expect((await org.get('/training-assignments/stream', { authorization: '' })).status).toBe(401);
    const writer = await org.withScopes(['Write Training Assignments']);
    expect(await page({}, writer)).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('"Read Training Assignments"') },
    });
  });
  test('404 names another organization’s course and category', async () => {
    const theirs = await makeCourse(await server.makeOrg());
    for (const [name, id] of [
      ['courseIds', theirs.id],
      ['categoryIds', theirs.category.id],
    ] as const) {
      expect(await page({ [name]: id })).toMatchObject({
        status: 404,
        body: { message: expect.stringContaining(`${name}: no training course`) },
      });
    }
  });
  test('200 waits for an endTime that is a moment ahead, so that the next window misses nothing', async () => {
    const fleet = await server.makeOrg();
    const course = await makeCourse(fleet);
    const drivers = await makePeople(server, fleet, 1);
    const endTime = new Date(Date.now() + 600).toISOString();
    const reading = page({ endTime }, fleet);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const [made] = await makeAssignments(fleet, course.id, drivers);
    expect(idsOf(await reading)).toEqual([made?.id]);
  });
  test('404 names an unknown learner', async () => {
    const other = await server.makeOrg();
    const [stranger] = await makePeople(server, other, 1);
    expect(await page({ learnerIds: stranger as string })).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining('learnerIds') },
    });
  });
});
