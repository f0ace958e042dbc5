/**
 * Whether an organization's growth slows down its daily work: pages and single operations on training assignments,
 * over HTTP, in turn on servers that hold more and more of them, as times of what the smallest takes.
 *
 *   npm run growth --workspace bench [-- --rows 10000,1000000 --times 200]
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type Fixture, fillAssignments, median, startServer, TOKEN } from './fixture.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,1000000' },
    times: { type: 'string', default: '200' },
  },
});
const sizes = values.rows.split(',').map(Number);
const DAY = 'startTime=2024-01-03T00:00:00Z&endTime=2024-01-03T08:00:00Z';

/** A server with ids to work with, spread over all that it holds. */
interface Filled extends Fixture {
  assignments: string[];
  drivers: string[];
  course: string;
}

/** An operation on the `n`-th of the ids; each changes nothing, or a thing of its own. */
const OPERATIONS: Record<string, (server: Filled, n: number) => [method: string, path: string]> = {
  'page of 512, the first': () => ['GET', '/training-assignments/stream?startTime=2020-01-01T00:00:00Z'],
  'page of 457, the hours of one day': () => ['GET', `/training-assignments/stream?${DAY}`],
  'one by id': ({ assignments }, n) => ['GET', `/training-assignments?ids=${assignments[n]}`],
  'a hundred by id': ({ assignments }) => [
    'GET',
    `/training-assignments?ids=${assignments.slice(0, 100).join(',')}`,
  ],
  'change of one': ({ assignments }, n) => [
    'PATCH',
    `/training-assignments?ids=${assignments[n]}&dueAtTime=2030-01-01T00:00:${String(n % 60).padStart(2, '0')}Z`,
  ],
  'a new one': ({ drivers, course }, n) => [
    'POST',
    `/training-assignments?courseId=${course}&learnerIds=driver-${drivers[n]}&dueAtTime=2030-01-01T00:00:00Z`,
  ],
  'deletion of one': ({ assignments }, n) => ['DELETE', `/training-assignments?ids=${assignments[n]}`],
};

async function fill(rows: number): Promise<Filled> {
  const server = await startServer();
  console.log(`filling ${rows.toLocaleString('en')} assignments …`);
  await fillAssignments(server, rows);
  await server.query('vacuum analyze assignment');
  const ids = async (text: string): Promise<string[]> =>
    (await server.query(text, [server.orgId])).rows.map(({ id }) => id);
  const assignments = await ids(
    `select id from assignment tablesample bernoulli (${Math.min(100, (100 * 8000) / rows)})
     where org_id = $1 and deleted_at is null limit 2000`,
  );
  const drivers = await ids(
    `select id from person where org_id = $1 and type = 'driver' order by id limit 2000`,
  );
  const [course] = await ids(
    `insert into course (org_id, id, revision_id, category_id, title, estimated_minutes, status, created_at, updated_at)
     select $1, gen_random_uuid(), gen_random_uuid(), id, 'New course', 30, 'published', now(), now()
     from course_category where org_id = $1 limit 1 returning id`,
  );
  return { ...server, assignments, drivers, course: course as string };
}

async function time(server: Filled, [method, path]: [string, string]): Promise<number> {
  const begin = performance.now();
  const reply = await fetch(server.url + path, { method, headers: { authorization: `Bearer ${TOKEN}` } });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path}: ${text}`);
  return performance.now() - begin;
}

const servers: Filled[] = [];
try {
  for (const size of sizes) servers.push(await fill(size));
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    const taken = servers.map((): number[] => []);
    for (let n = 0; n < Number(values.times); n += 1)
      for (const [index, server] of servers.entries())
        taken[index]?.push(await time(server, operation(server, n)));
    const [least, ...rest] = taken.map(median) as [number, ...number[]];
    const ratios = rest.map(
      (ms, n) => `${sizes[n + 1]?.toLocaleString('en')} rows ${(ms / least).toFixed(2)}×`,
    );
    console.log(`${name}: ${ratios.join(', ')}`);
  }
} finally {
  for (const server of servers) await server.stop();
}
