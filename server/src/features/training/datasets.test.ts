import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from '../../../test/builders.ts';
import { work } from '../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

test('200 an assignment says what its course was, what it is today beside it', async () => {
  const [one, other] = (await makePeople(server, org, 2)) as [string, string];
  const { id, revisionId } = await makeCourse(org, { title: 'Dangerous goods 2025' });
  await makeAssignments(org, id, [one]);
  const patch = async (fields: object) =>
    (await org.send('PATCH', '/training-courses', { id, ...fields })).body.data;
  await patch({ category: { name: 'Transport' } });
  const { revisionId: latest } = await patch({ title: 'Dangerous goods 2026', category: { name: 'Road' } });
  await makeAssignments(org, id, [other]);
  const fields = [
    'courseTitle',
    'categoryName',
    'courseRevisionId',
    'currentCourseTitle',
    'currentCategoryName',
  ];
  const columns = fields.map((fieldName) => ({ fieldName }));
  const reportConfig = { datasetId: 'TrainingAssignments', columns };
  const run = await org.send('POST', '/reports/runs', { reportConfig });
  await work(server);
  const found = await org.get(`/reports/runs/data?id=${run.body.data.id}`);
  expect(found.body.data.rows).toEqual([
    ['Dangerous goods 2025', 'Transport', revisionId, 'Dangerous goods 2026', 'Road'],
    ['Dangerous goods 2026', 'Road', latest, 'Dangerous goods 2026', 'Road'],
  ]);
});
