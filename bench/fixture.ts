import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export const TOKEN = 'crewready_bench_token_0123456789';
const BIN = fileURLToPath(new URL('../server/bin/crewready.js', import.meta.url));

/** The built server on a data folder of its own, and a way into its database. */
export interface Fixture {
  url: string;
  pid: number;
  /** Of the process that works in the background; the same unless that is apart. */
  workerPid: number;
  connection: pg.PoolConfig;
  dataFolder: string;
  orgId: string;
  query(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  stop(): Promise<void>;
}

/**
 * Starts the server without rate limits; `DATABASE_URL` makes it use another PostgreSQL. With `apart` what goes on in
 * the background has a process of its own, whose id is `workerPid`.
 */
export async function startServer(apart = false): Promise<Fixture> {
  const folder = mkdtempSync(join(tmpdir(), 'crewready-bench-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const connection: pg.PoolConfig = process.env.DATABASE_URL
    ? { connectionString: process.env.DATABASE_URL }
    : { host: join(folder, 'postgres'), user: 'crewready', database: 'crewready' };
  const start = (more: Record<string, string>): ChildProcess =>
    spawn(BIN, ['serve'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        PORT: String(port),
        CREWREADY_DATA: folder,
        CREWREADY_TOKEN: TOKEN,
        CREWREADY_RATE_LIMITS: 'off',
        LOG_LEVEL: 'warn',
        NODE_ENV: 'production',
        ...more,
      },
    });
  const child = start(apart ? { CREWREADY_ROLE: 'api' } : {});
  const children = [child];
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (
      await fetch(`${url}/me`, { headers: { authorization: `Bearer ${TOKEN}` } }).then(
        (reply) => reply.ok,
        () => false,
      )
    )
      break;
    if (child.exitCode !== null || tries > 600) throw new Error('the server did not start');
    await sleep(50);
  }
  if (apart) children.push(start({ CREWREADY_ROLE: 'worker', DATABASE_URL: databaseUrl(connection) }));
  const pool = new pg.Pool({ ...connection, max: 2 });
  const { rows } = await pool.query('select org_id from org order by org_id limit 1');
  return {
    url,
    pid: child.pid as number,
    workerPid: children.at(-1)?.pid as number,
    connection,
    dataFolder: folder,
    orgId: rows[0].org_id,
    query: (text, values) => pool.query(text, values),
    async stop() {
      await pool.end();
      for (const each of children.reverse()) {
        const ended = once(each, 'exit');
        each.kill('SIGTERM');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const databaseUrl = ({ connectionString, host }: pg.PoolConfig): string =>
  connectionString ?? `postgres://crewready@/crewready?host=${encodeURIComponent(host as string)}`;

/** A module of the built server, to be used without it. */
export const built = (path: string) => import(new URL(`../server/dist/${path}.js`, import.meta.url).href);

/** Posts a body and answers the reply's `data`. */
// biome-ignore lint/suspicious/noExplicitAny: what a reply holds is known to whoever asks
export type Post = (path: string, body: unknown) => Promise<any>;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/**
 * Fills the organization with `count` assignments of 25 courses to 10,000 drivers over two years, each changed at
 * a time of its own.
 */
export async function fillAssignments({ query, orgId }: Fixture, count: number): Promise<void> {
  await query(
    `insert into course_category (org_id, id, name, created_at) values ($1, gen_random_uuid(), 'Safety', now())`,
    [orgId],
  );
  await query(
    `insert into course (org_id, id, revision_id, category_id, title, estimated_minutes, status, created_at, updated_at)
     select $1, gen_random_uuid(), gen_random_uuid(), category.id, 'Course ' || n, 30, 'published', now(), now()
     from course_category category, generate_series(1, 25) n where category.org_id = $1`,
    [orgId],
  );
  await query(
    `insert into person (org_id, type, name, created_at, updated_at)
     select $1, 'driver', 'Driver ' || n, now(), now() from generate_series(1, 10000) n`,
    [orgId],
  );
  await query(
    `insert into assignment (org_id, id, course_id, revision_id, learner_type, learner_id, status, duration_minutes,
       score_percent, due_at, started_at, completed_at, completed_late, created_at, created_by, updated_at, updated_by, deleted_at)
     select $1, gen_random_uuid(), c.ids[1 + n % 25], c.revisions[1 + n % 25], 'driver', p.ids[1 + n % 10000],
       case when n % 10 < 7 then 'completed' when n % 10 < 9 then 'inProgress' else 'notStarted' end, n % 60,
       case when n % 10 < 7 then 50 + n % 51 end, t + interval '30 days', case when n % 10 < 9 then t + interval '1 hour' end,
       case when n % 10 < 7 then t + interval '2 hours' end, case when n % 10 < 7 then n % 11 = 0 end, t, 'user-1', t + interval '3 hours', 'user-1',
       case when n % 10 >= 7 then t + interval '3 hours' end
     from generate_series(1, $2::int) n
       cross join (select array_agg(id order by id) ids, array_agg(revision_id order by id) revisions from course where org_id = $1) c
       cross join (select array_agg(id order by id) ids from person where org_id = $1 and type = 'driver') p
       cross join lateral (select timestamptz '2024-01-01' + n * interval '63 seconds' + n * interval '1 microsecond' as t) at`,
    [orgId, count],
  );
  await query('analyze');
}

/** The middle of the values. */
export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
export const percent = (ratio: number): string => `${Math.floor(ratio * 1000) / 10} %`;
