import { sql } from '../src/kernel/database.ts';
import type { TestApp, TestOrg } from './start-app.ts';

/** Adds people straight to the directory's table; answers their ids. */
export async function makePeople(
  server: TestApp,
  org: TestOrg,
  count: number,
  type: 'driver' | 'user' = 'driver',
): Promise<string[]> {
  const rows = await server.database.rows(sql`
    insert into person (org_id, type, name, created_at, updated_at)
    select ${org.orgId}, ${type}, 'Person ' || n, now(), now() from generate_series(1, ${count}) n returning id`);
  return rows.map(([id]) => id);
}

/** Makes a course over HTTP and answers it. */
export async function makeCourse(org: TestOrg, fields: Record<string, unknown> = {}) {
  const reply = await org.send('POST', '/training-courses', {
    title: 'Defensive Driving',
    category: { name: 'Safety' },
    estimatedTimeToCompleteMinutes: 30,
    status: 'published',
    ...fields,
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body.data as { id: string; revisionId: string; category: { id: string; name: string } };
}

/** Assigns a course to drivers over HTTP and answers the entries. */
export async function makeAssignments(
  org: TestOrg,
  courseId: string,
  learnerIds: string[],
  dueAtTime = '2030-01-01T00:00:00Z',
) {
  const query = new URLSearchParams({ courseId, dueAtTime, learnerIds: learnerIds.join(',') });
  const reply = await org.send('POST', `/training-assignments?${query}`);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.data as { id: string; learner: { id: string }; isExistingAssignment: boolean }[];
}
