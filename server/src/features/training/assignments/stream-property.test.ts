import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCourse, makePeople } from '../../../../test/builders.ts';
import { emptyFolder, serve, terminate } from '../../../../test/process/crewready.ts';
import { type Client, type Reply, startApp, type TestApp } from '../../../../test/start-app.ts';
import { holding, type StreamCase, streamMissesNothing } from '../../../../test/stream-property.ts';
import { sql } from '../../../kernel/database/database.ts';

/** Writes of a case; the longest proof takes more. */
const WRITES = Number(process.env.STREAM_WRITES ?? 1500);

let server: TestApp;
let courses: { id: string }[];
let drivers: string[];
beforeAll(async () => {
  server = await startApp({ wrap: holding(0.005, 300), poolSize: 16 });
  courses = await Promise.all(Array.from({ length: 40 }, () => makeCourse(server.org)));
  drivers = await makePeople(server, server.org, 200);
});
afterAll(() => server.stop());

const ok = ({ status, text, body }: Reply) => {
  if (status >= 300) throw new Error(text);
  return body;
};

/** Assigns, reschedules, starts, completes, reopens and deletes at random. */
function assignments(urls: string[]): StreamCase {
  let made = 0;
  let turn = 0;
  const steps = [
    (to: Client, id: string) =>
      to.send('PATCH', `/training-assignments?ids=${id}&dueAtTime=2031-01-01T00:00:0${turn % 10}Z`),
    (to: Client, id: string) =>
      to.send('POST', '/training-assignments/progress', { id, durationMinutes: turn }),
    (to: Client, id: string) =>
      to.send('POST', '/training-assignments/complete', { id, scorePercent: turn % 101 }),
    (to: Client, id: string) => to.send('POST', '/training-assignments/reopen', { id }),
  ];
  return {
    urls,
    token: server.org.token,
    path: '/training-assignments/stream',
    writes: WRITES,
    async create(to) {
      const pair = made++;
      const course = courses[pair % courses.length]?.id;
      const driver = drivers[Math.floor(pair / courses.length) % drivers.length];
      const body = ok(
        await to.send(
          'POST',
          `/training-assignments?courseId=${course}&learnerIds=${driver}&dueAtTime=2030-01-01T00:00:00Z`,
        ),
      );
      return [body.data[0].id];
    },
    async update(to, id) {
      // A step that the assignment's state refuses writes nothing; rescheduling always does.
      for (let n = turn++; ; n = 0) {
        const reply = await (steps[n % steps.length] as (typeof steps)[0])(to, id);
        if (reply.status === 200) return;
        expect(reply.status).toBe(400);
      }
    },
    async remove(to, id) {
      ok(await to.send('DELETE', `/training-assignments?ids=${id}`));
    },
    async table() {
      const states = new Map<string, unknown>();
      const rows = await server.database.rows(sql`
        select id from assignment where org_id = ${server.org.orgId} and course_id = any(${courses.map(({ id }) => id)}::uuid[])
        order by updated_at, id`);
      for (let i = 0; i < rows.length; i += 100) {
        const ids = rows.slice(i, i + 100).map(([id]) => id);
        for (const item of ok(await server.org.get(`/training-assignments?ids=${ids}`)).data)
          states.set(item.id, item);
      }
      return states;
    },
  };
}

test(`200 misses none of ${WRITES} writes by 8 writers`, { timeout: 900_000 }, async () => {
  await streamMissesNothing(assignments([server.url]));
});

test(`200 misses none of ${WRITES} writes through processes of their own on one database`, {
  timeout: 900_000,
}, async () => {
  courses = await Promise.all(Array.from({ length: 40 }, () => makeCourse(server.org)));
  const folder = await emptyFolder();
  const others = await Promise.all(
    [1, 2].map(() => serve(folder.path, { DATABASE_URL: server.databaseUrl })),
  );
  // Through this application some transactions are held open.
  await streamMissesNothing(assignments([server.url, ...others.map(({ url }) => url)]));
  await Promise.all(others.map(terminate));
  await folder.remove();
});
