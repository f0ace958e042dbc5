import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from '../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { changesAfter, type LedgerChange } from '../../kernel/ledger/read.ts';
import type { World } from '../../kernel/ledger/resource.ts';
import { verifyTables } from '../../kernel/ledger/verify-tables.ts';
import { feature, trainingAssignment, trainingCourse, trainingCourseCategory } from './index.ts';

let server: TestApp;
let org: TestOrg;
let driver: string;
let other: string;
let course: Awaited<ReturnType<typeof makeCourse>>;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());
beforeEach(async () => {
  org = await server.makeOrg();
  [driver, other] = (await makePeople(server, org, 2)) as [string, string];
  course = await makeCourse(org, { description: 'Space and sight.' });
});

const START = '2026-03-01T08:00:00Z';
const END = '2026-03-01T09:30:00Z';

/** What the ledger says of one kind of object, in order. */
const told = async (
  resource: string,
): Promise<(Omit<LedgerChange, 'document'> & { document: Document })[]> => {
  const all = await changesAfter(server.database, org.orgId, { seq: '0' }, { resources: [resource] }, 1000);
  return all.map((change) => ({ ...change, document: JSON.parse(change.document as string) }));
};
// biome-ignore lint/suspicious/noExplicitAny: tests look into every part of it
type Document = any;

const lastTold = async (resource: string): Promise<Document> => (await told(resource)).at(-1)?.document;
const about = async (aboutId: string): Promise<string[]> => {
  const filter = { aboutId, resources: ['trainingAssignment'] };
  const all = await changesAfter(server.database, org.orgId, { seq: '0' }, filter, 1000);
  return all.map(({ operation }) => operation);
};
const verified = async () =>
  expect(await verifyTables(server.database, org.orgId, feature.resources ?? [])).toBeUndefined();

const makeRecord = async (fields: object = {}): Promise<string> => {
  const body = { person_api_id: `driver-${driver}`, package_api_id: course.id, ...fields };
  return (await org.send('POST', '/training/record/', body)).body.api_id;
};
const patchRecord = async (apiId: string, fields: object) => {
  const reply = await org.send('PATCH', `/training/record/${apiId}/`, fields);
  expect(reply.status, reply.text).toBe(200);
};

describe('the ledger tells what the weekly10 surface changes of a record', () => {
  test('the ledger tells another api_id, and that there is none any more', async () => {
    const id = await makeRecord();
    expect(await lastTold('trainingAssignment')).not.toHaveProperty('apiId');
    const name = 'a "b" \\ ü 1.000Z';
    await patchRecord(id, { api_id: name });
    expect(await lastTold('trainingAssignment')).toMatchObject({ id, apiId: name });
    await verified();
    await patchRecord(encodeURIComponent(name), { api_id: id });
    expect(await lastTold('trainingAssignment')).not.toHaveProperty('apiId');
    await verified();
  });
  test('the ledger tells other dates', async () => {
    const id = await makeRecord();
    await patchRecord(id, { date_started: START, date_completed: END });
    expect(await lastTold('trainingAssignment')).toMatchObject({
      status: 'completed',
      startedAtTime: START,
      completedAtTime: END,
    });
    await patchRecord(id, { date_completed: null });
    expect(await lastTold('trainingAssignment')).not.toHaveProperty('completedAtTime');
    await verified();
  });
  test('the ledger tells another person, and tells it of the former one too', async () => {
    const id = await makeRecord();
    await patchRecord(id, { person_api_id: `driver-${other}` });
    expect(await lastTold('trainingAssignment')).toMatchObject({ learner: { id: other, type: 'driver' } });
    expect(await about(driver)).toEqual(['create', 'update']);
    expect(await about(other)).toEqual(['update']);
    await verified();
  });
  test('the ledger tells another course, with its revision', async () => {
    const next = await makeCourse(org);
    const id = await makeRecord();
    await patchRecord(id, { package_api_id: next.id });
    expect(await lastTold('trainingAssignment')).toMatchObject({
      course: { id: next.id, revisionId: next.revisionId },
    });
    await verified();
  });
});

describe('the ledger tells what happens to courses', () => {
  test('the ledger tells another api_id of a package, alone or with other words', async () => {
    await org.send('PATCH', `/training/package/${course.id}/`, { api_id: 'P-1' });
    expect(await lastTold('trainingCourse')).toMatchObject({ apiId: 'P-1', revisionId: course.revisionId });
    await org.send('PATCH', '/training/package/P-1/', { api_id: 'P-2', name: 'Other', description: '' });
    const document = await lastTold('trainingCourse');
    expect(document).toMatchObject({ apiId: 'P-2', title: 'Other' });
    expect(document).not.toHaveProperty('description');
    await org.send('POST', '/training/package/', { name: 'Fatigue', api_id: 'P-3' });
    expect(await lastTold('trainingCourse')).toMatchObject({ apiId: 'P-3', status: 'published' });
    await verified();
  });
  test('the ledger tells the category by its id, and the category once', async () => {
    await makeCourse(org);
    expect((await told('trainingCourse')).map(({ document }) => document.categoryId)).toEqual([
      course.category.id,
      course.category.id,
    ]);
    expect((await told('trainingCourseCategory')).map(({ document }) => document)).toEqual([
      { id: course.category.id, name: 'Safety', createdAtTime: expect.stringMatching(/Z$/) },
    ]);
    await verified();
  });
  test('the ledger tells the assignments that go with a course', async () => {
    const made = await makeAssignments(org, course.id, [driver, other]);
    await org.send('POST', '/training-assignments/start', { id: made[0]?.id });
    await org.send('POST', '/training-courses/archive', { id: course.id });
    await org.send('POST', '/training-courses/delete', { id: course.id });
    expect(await about(driver)).toEqual(['create', 'update', 'delete']);
    expect(await about(other)).toEqual(['create', 'delete']);
    expect((await told('trainingCourse')).map(({ operation }) => operation)).toEqual([
      'create',
      'update',
      'delete',
    ]);
    await verified();
  });
});

test('documents hold what is served, but for what depends on the moment', async () => {
  const [made] = await makeAssignments(org, course.id, [driver], '2020-01-01T00:00:00Z');
  await org.send('PATCH', `/training/record/${made?.id}/`, { api_id: 'R-1' });
  const at = '2026-11-21T09:00:00Z';
  const category = await lastTold('trainingCourseCategory');
  const world: World = {
    at,
    get: (({ name }: { name: string }) =>
      name === trainingCourseCategory.name ? category : undefined) as World['get'],
    all: () => [],
  };
  const assignment = (await org.get(`/training-assignments?ids=${made?.id}`)).body.data[0];
  expect(assignment.isOverdue).toBe(true);
  const document = await lastTold('trainingAssignment');
  expect(document).not.toHaveProperty('isOverdue');
  expect(trainingAssignment.served?.(document, world)).toEqual(assignment);
  expect(trainingAssignment.served?.(document, { ...world, at: '2019-01-01T00:00:00Z' })).toMatchObject({
    isOverdue: false,
  });
  const [served] = (await org.get('/training-courses')).body.data;
  expect(trainingCourse.served?.(await lastTold('trainingCourse'), world)).toEqual(served);
});

test('a person keeps records until the last one is deleted', async () => {
  const keeps = (id: string) => feature.keepsRecords?.(server.database, org.orgId, id);
  const [made] = await makeAssignments(org, course.id, [driver]);
  expect([await keeps(driver), await keeps(other)]).toEqual([true, false]);
  await org.send('DELETE', `/training-assignments?ids=${made?.id}`);
  expect(await keeps(driver)).toBe(false);
});
