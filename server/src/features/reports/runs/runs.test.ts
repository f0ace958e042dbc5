import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from '../../../../test/builders.ts';
import { work } from '../../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  const people = await makePeople(server, org, 30);
  const course = await makeCourse(org, { title: 'Tab\there, "quotes", \\back\\ and 🚚\nnew line' });
  await makeAssignments(org, course.id, people);
});
afterAll(() => server.stop());

const COLUMNS = [{ fieldName: 'learnerName' }, { fieldName: 'courseTitle' }, { fieldName: 'dueAtTime' }];

/** Asks for a run and answers the reply. */
const ask = (reportConfig: object) => org.send('POST', '/reports/runs', { reportConfig });

describe('POST /reports/runs', () => {
  test('202 by dataset and columns, pending, then complete with its rows', async () => {
    const reply = await ask({ datasetId: 'TrainingAssignments', columns: COLUMNS });
    expect(reply.status, reply.text).toBe(202);
    expect(reply.body.data).toMatchObject({ status: 'pending', percentComplete: 0 });
    const { id } = reply.body.data;
    const before = await org.get(`/reports/runs/data?id=${id}`);
    expect(before.body).toMatchObject({
      data: { status: 'pending', rows: [] },
      pagination: { endCursor: '', hasNextPage: false },
    });
    await work(server);
    const after = await org.get(`/reports/runs/data?id=${id}`);
    expect(after.body.data.columns).toEqual([
      { name: 'Learner: name', dataType: 'string' },
      { name: 'Course: title', dataType: 'string' },
      { name: 'Due at', dataType: 'timestamp' },
    ]);
    expect(after.body.data.rows).toHaveLength(30);
    expect(after.body.data.rows[0].slice(1)).toEqual([
      'Tab\there, "quotes", \\back\\ and 🚚\nnew line',
      '2030-01-01T00:00:00Z',
    ]);
    const listed = await org.get(`/reports/runs?ids=${id}`);
    expect(listed.body.data).toMatchObject([{ id, status: 'complete', percentComplete: 100, rowCount: 30 }]);
  });
});
