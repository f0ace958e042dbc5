/**
 * What keeping statuses costs: the first evaluation of everybody, one completion, a page of the matrix, eligibility and
 * a simulation, each beside the bare statements that fetch the same facts, in one run. A figure over its bound fails.
 *
 *   npm run requirements --workspace bench [-- --people 50000 --together]
 *
 * Statuses are kept by a worker of its own; with `--together` by the process that answers requests.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { built, median, startServer, TOKEN } from './fixture.ts';
import { COURSES, type Filled, fill, rules } from './requirements-data.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '20' },
    together: { type: 'boolean', default: false },
  },
});
const people = Number(values.people);
const rounds = Number(values.rounds);

const fixture = await startServer(!values.together);
const { orgId } = fixture;
const { openDatabase } = await built('kernel/database/database');
const database = openDatabase(fixture.connection, 4);

/** Sends a request and answers its `data`. */
async function send(method: string, path: string, body?: unknown) {
  const reply = await fetch(fixture.url + path, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
  return text ? JSON.parse(text) : {};
}
const post = async (path: string, body: unknown) => (await send('POST', path, body)).data;

let failed = false;
/** Tells a figure; over its bound the run fails. */
function tell(what: string, figure: number, bound: number | undefined, unit = 'ms', beside = ''): void {
  const over = bound !== undefined && figure > bound;
  failed ||= over;
  const shown = figure < 10 ? figure.toFixed(1) : figure.toFixed(0);
  const limit = bound === undefined ? '' : `, bound ${bound} ${unit}${over ? ': OVER' : ''}`;
  console.log(`${what}: ${shown} ${unit}${limit}${beside && `; ${beside}`}`);
}

const timed = async <T>(work: () => Promise<T>): Promise<[ms: number, result: T]> => {
  const from = performance.now();
  const result = await work();
  return [performance.now() - from, result];
};

/** Runs `work` through a database that notes its statements; answers them. */
async function statementsOf(work: (database: unknown) => Promise<unknown>): Promise<pg.QueryConfig[]> {
  const noted: pg.QueryConfig[] = [];
  const noting = {
    rows: (statement: { text: string; values: unknown[] }) => {
      noted.push({ text: statement.text, values: statement.values });
      return database.rows(statement);
    },
  };
  await work(noting);
  return noted;
}

const pool = new pg.Pool({ ...fixture.connection, max: 1, options: '-c TimeZone=UTC' });
async function bare(statements: readonly pg.QueryConfig[]): Promise<number> {
  const [ms] = await timed(async () => {
    for (const [n, { text, values: given }] of statements.entries())
      await pool.query({ name: `bare${n}-${text.length}`, text, values: given, rowMode: 'array' } as never);
  });
  return ms;
}

async function publish(fields: Record<string, unknown>): Promise<string> {
  const { id } = await post('/requirements', { appliesTo: { type: 'driver' }, ...fields });
  await post('/requirements/publish', { id });
  return id;
}

/** Whether statuses are kept up to now. */
async function isIdle(): Promise<boolean> {
  const { rows } = await fixture.query(
    `select (select last_seq from org_head where org_id = $1) = (select seq from requirement_follower where org_id = $1)
       and not exists (select 1 from requirement_sweep where org_id = $1) as idle`,
    [orgId],
  );
  return rows[0].idle === true;
}

/** The memory of the worker's process, in MB. */
const memory = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${fixture.workerPid}/status`, 'utf8'))?.[1]) / 1024;

/** The processor time of the worker's process so far, in seconds. */
const processorTime = (): number => {
  const fields = readFileSync(`/proc/${fixture.workerPid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

/** Reads and writes as a client would, until `done`; answers how long each took. */
async function others(learner: string, courseId: string, done: () => boolean): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; !done(); n += 1) {
    const [ms] = await timed(() =>
      n % 3 === 0
        ? send(
            'POST',
            `/training-assignments?courseId=${courseId}&learnerIds=${learner}&dueAtTime=2030-01-01T00:00:00Z`,
          )
        : send('GET', n % 3 === 1 ? `/fleet/drivers/${learner}` : '/training-courses'),
    );
    took.push(ms);
    await sleep(20);
  }
  return took.sort((a, b) => a - b);
}

try {
  console.log(`filling ${people.toLocaleString('en')} people …`);
  const filled = await fill(fixture, post, people);
  const { drivers, courses, types } = filled;
  const ids: string[] = [];
  let most = memory();
  const before = most;
  const from = performance.now();
  const used = processorTime();
  let idle = false;
  const watch = setInterval(() => {
    most = Math.max(most, memory());
  }, 200);
  const latencies = others(drivers[7] as string, courses[13] as string, () => idle);
  for (const rule of rules(courses, types)) ids.push(await publish(rule));
  const published = performance.now();
  while (!(await isIdle())) await sleep(100);
  idle = true;
  clearInterval(watch);
  const evaluation = (performance.now() - from) / 1000;
  const busy = processorTime() - used;
  const took = await latencies;
  const { rows: counts } = await fixture.query(
    'select status, count(*)::int from requirement_status where org_id = $1 group by status order by status',
    [orgId],
  );
  console.log(counts.map(({ status, count }) => `${status} ${count}`).join(', '));
  const { readSubjects } = await built('features/requirements/facts/live');
  const { readOrganization } = await built('features/requirements/facts/organization');
  const { publishedRequirements } = await built('features/requirements/authoring/store');
  const requirements = await publishedRequirements(database, orgId);
  const organization = await readOrganization(database, orgId, requirements);
  let alone = 0;
  for (let at = 0; at < drivers.length; at += 500)
    alone += await bare(
      await statementsOf((noting) => readSubjects(noting, orgId, organization, drivers.slice(at, at + 500))),
    );
  tell(
    `first evaluation of ${people} × ${ids.length} (publishing took ${((published - from) / 1000).toFixed(1)} s of it)`,
    evaluation,
    60,
    's',
    `the same facts by SQL alone ${(alone / 1000).toFixed(1)} s, ratio ${(evaluation / (alone / 1000)).toFixed(1)}; ${busy.toFixed(1)} s of processor time`,
  );
  tell(
    '  requests meanwhile, the slowest',
    took.at(-1) ?? 0,
    250,
    'ms',
    `median ${median(took).toFixed(0)} ms of ${took.length}`,
  );
  tell(
    `  memory of ${values.together ? 'the server with its worker' : 'the worker'} at most`,
    most,
    values.together ? undefined : 250,
    'MB',
    `${before.toFixed(0)} MB before`,
  );

  const behind: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const learner = drivers[100 + n] as string;
    const [assigned] = await post(
      `/training-assignments?courseId=${courses[1]}&learnerIds=${learner}&dueAtTime=2030-01-01T00:00:00Z`,
      undefined,
    );
    await post('/training-assignments/complete', { id: assigned.id });
    const [ms] = await timed(async () => {
      for (;;) {
        const { rows } = await fixture.query(
          `select 1 from requirement_status where org_id = $1 and subject_id = $2 and requirement_id = $3
             and since > now() - interval '20 seconds' or org_id = $1 and subject_id = $2 and requirement_id = $3 and updated_at > now() - interval '5 seconds' and status = 'current'`,
          [orgId, learner, ids[1]],
        );
        if (rows.length > 0) return;
        await sleep(10);
      }
    });
    behind.push(ms);
  }
  tell('a completion is in the kept status after', Math.max(...behind), 1000);
  await more(filled);
} finally {
  await pool.end();
  await database.close();
  await fixture.stop();
}
if (failed) process.exitCode = 1;

/** What is asked of kept and of fresh statuses. */
async function more({ drivers, courses, tagId }: Filled): Promise<void> {
  for (let n = 0; n < 40; n += 1)
    await publish({
      name: `Yard ${n}`,
      appliesTo: { tag: tagId },
      satisfiedBy: { course: { id: courses[n % COURSES] } },
      validity: { months: 12 },
    });
  while (!(await isIdle())) await sleep(100);
  await fixture.query('vacuum analyze requirement_status');
  const matrix: number[] = [];
  for (let n = 0; n < rounds; n += 1) {
    const [ms, { data }] = await timed(() =>
      send('GET', `/requirement-statuses/matrix?tagIds=${tagId}&limit=5000`),
    );
    if (n === 0) console.log(`matrix of ${data.subjects.length} × ${data.requirements.length}`);
    else matrix.push(ms);
  }
  const cells = await bare([
    {
      text: 'select subject_id, requirement_id, status, is_overdue from requirement_status where org_id = $1 and subject_id = any($2)',
      values: [orgId, drivers.slice(0, 5000)],
    },
  ]);
  tell(
    'matrix of 5,000 × 60',
    median(matrix),
    300,
    'ms',
    `its rows by SQL alone ${cells.toFixed(0)} ms, ratio ${(median(matrix) / cells).toFixed(1)}`,
  );
  const eligibility = async (count: number, offset: number): Promise<number> => {
    const subjectIds = drivers.slice(5000 + offset, 5000 + offset + count);
    return (await timed(() => post('/eligibility/check', { subjectIds })))[0];
  };
  for (const [count, bound] of [
    [1, 10],
    [1000, 200],
  ] as const) {
    const took: number[] = [];
    for (let n = 0; n <= rounds; n += 1) {
      const ms = await eligibility(count, (n * 7) % 500);
      if (n > 0) took.push(ms);
    }
    tell(`eligibility of ${count}`, median(took), bound);
  }
  const [tried] = await timed(() =>
    post('/requirements/simulate', {
      name: 'Tried',
      appliesTo: { type: 'driver' },
      satisfiedBy: { course: { id: courses[3] } },
      validity: { months: 18 },
      warnDays: [60],
    }),
  );
  tell(`simulation of a rule for ${people}`, tried / 1000, 10, 's');
}
