import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeAssignments, makeCourse, makePeople } from '../../../../../test/builders.ts';
import { startApp, type TestApp } from '../../../../../test/start-app.ts';

let server: TestApp;
let people: string[];
let courseId: string;
beforeAll(async () => {
  server = await startApp();
  const { org } = server;
  people = await makePeople(server, org, 3);
  courseId = (await makeCourse(org)).id;
  await makeCourse(org, { title: 'Nobody has it' });
  await makeAssignments(org, courseId, people.slice(0, 1), '2020-01-01T00:00:00Z');
  const [done] = await makeAssignments(org, courseId, people.slice(1));
  await made(org, '/training-assignments/complete', { id: done?.id });
});
afterAll(() => server.stop());

test('200 how many have each course, have completed it, and are late', async () => {
  const { status, body } = await server.org.get('/training-courses/figures');
  expect(status).toBe(200);
  expect(body.data).toEqual([{ courseId, assigned: 3, completed: 1, overdue: 1 }]);
});

test('200 those in its tags alone for a token that is limited to them', async () => {
  const { id } = await made(server.org, '/tags', { name: 'Yard', drivers: people.slice(0, 1) });
  const limited = await server.org.withScopes(['Read Training Assignments'], [id]);
  const { body } = await limited.get('/training-courses/figures');
  expect(body.data).toEqual([{ courseId, assigned: 1, completed: 0, overdue: 1 }]);
});

test('403 without the scope', async () => {
  const other = await server.org.withScopes(['Read Training Courses']);
  expect((await other.get('/training-courses/figures')).status).toBe(403);
});
