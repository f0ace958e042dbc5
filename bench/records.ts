/**
 * What the pages of training records cost: the first page, the page at offset 100,000 and searches, each over HTTP
 * against the same SQL through the driver alone, in turn and in one run. Prints the plans too, with and without the
 * values; a plan that reads all assignments in sequence fails the run.
 *
 *   npm run records --workspace bench [-- --rows 200000 --rounds 5 --seconds 2]
 */
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { fillAssignments, median, percent, startServer, TOKEN } from './fixture.ts';

interface Statement {
  text: string;
  values: unknown[];
}
/** Runs the statements of a page one after the other; a statement's rows may be the next one's values. */
type Run = (statement: Statement) => Promise<unknown[][]>;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    clients: { type: 'string', default: '4' },
  },
});
const rows = Number(values.rows);
const clients = Number(values.clients);

const fixture = await startServer();
const pool = new pg.Pool({
  ...fixture.connection,
  max: clients,
  types: { getTypeParser: ((oid: number) => (text: string) => (oid === 23 ? Number(text) : text)) as never },
  options: '-c TimeZone=UTC -c DateStyle=ISO',
});
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const load = (path: string) => import(new URL(`../server/dist/features/${path}.js`, import.meta.url).href);
const { listRecords } = await load('training/weekly10/records/store');
const { findCoursesNamed } = await load('training/weekly10/packages/store');
const { findPeopleNamed } = await load('directory/weekly10/api-ids');

const names = new Map<string, string>();
const run: Run = async ({ text, values: given }) => {
  const name = names.get(text) ?? `page${names.size}`;
  names.set(text, name);
  return (await pool.query({ name, text, values: given, rowMode: 'array' })).rows;
};

try {
  console.log(`filling ${rows.toLocaleString('en')} live records …`);
  // Three in ten of the fixture's assignments are tombstones.
  await fillAssignments(fixture, Math.ceil(rows / 0.7));
  await fixture.query(
    `insert into external_id (org_id, key, value, entity_type, entity_id)
     select org_id, 'weekly10', 'E-' || id, type, id::text from person where org_id = $1 and id % 2 = 0`,
    [fixture.orgId],
  );
  await fixture.query('vacuum analyze');
  await compare('first page', '?', {});
  await compare('page at offset 100,000', '?offset=100000', { offset: 100_000 });
  await compare('search by name, 111 people', '?search=driver%2077', { pattern: '%driver 77%' });
  await compare('search by name, everybody', '?search=driver', { pattern: '%driver%' });
  await compare('search by package', '?search=course%207', { pattern: '%course 7%' });
} finally {
  agent.destroy();
  await pool.end();
  await fixture.stop();
}

interface Page {
  offset?: number;
  pattern?: string;
}

async function compare(name: string, query: string, page: Page): Promise<void> {
  const statements: Statement[] = [];
  await bare(page, async (statement) => {
    statements.push(statement);
    return run(statement);
  });
  const served: number[] = [];
  const alone: number[] = [];
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    const http = await perSecond(() => get(`/training/record/${query}`));
    const driver = await perSecond(() => bare(page, run));
    if (round === 0) continue; // warm-up
    served.push(http);
    alone.push(driver);
  }
  const ratio = percent(median(served.map((value, index) => value / (alone[index] as number))));
  const { count } = JSON.parse(await get(`/training/record/${query}`));
  console.log(
    `\n${name}: ${count.toLocaleString('en')} found, ${median(served).toFixed(0)} pages/s served, ${median(alone).toFixed(0)} by the same SQL alone: ${ratio}`,
  );
  for (const { text, values: given } of statements) {
    const custom = await plan(`explain (costs off) ${text}`, given);
    const generic = await plan(`explain (generic_plan, costs off) ${text}`, undefined);
    console.log(custom === generic ? custom : `${custom}\n  without the values:\n${generic}`);
    if (/Seq Scan on assignment/.test(custom + generic)) {
      console.log('  reads all assignments in sequence');
      process.exitCode = 1;
    }
  }
}

async function bare({ offset = 0, pattern }: Page, through: Run): Promise<void> {
  const database = { rows: (statement: Statement) => through(statement) };
  const { orgId } = fixture;
  const matches = pattern && {
    people: await findPeopleNamed(database, orgId, pattern),
    courses: await findCoursesNamed(database, orgId, pattern),
  };
  await listRecords(database, { orgId, tagIds: null }, { limit: 100, offset }, matches);
}

/** How often `work` is done a second by all clients together. */
async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const seconds = Number(values.seconds);
  const until = Date.now() + seconds * 1000;
  let done = 0;
  const client = async (): Promise<void> => {
    for (; Date.now() < until; done += 1) await work();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return done / seconds;
}

async function plan(text: string, given: unknown[] | undefined): Promise<string> {
  const { rows: lines } = await pool.query({ text, values: given, rowMode: 'array' });
  return lines.map(([line]) => `    ${line}`).join('\n');
}

function get(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(
      fixture.url + path,
      { agent, headers: { authorization: `Token ${TOKEN}` } },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk) => chunks.push(chunk));
        reply.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (reply.statusCode === 200) resolve(text);
          else reject(new Error(text));
        });
      },
    );
    call.on('error', reject);
    call.end();
  });
}
