/**
 * What the ledger, HTTP and validation cost a write: batches of 100 assigned, rescheduled and deleted over HTTP
 * against the same statements through the driver alone, each in a process of its own, in turn: by one client, by
 * eight inside one organization, and by eight over four organizations.
 *
 *   npm run writes --workspace bench [-- --rounds 5 --seconds 4]
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { median, percent, startServer } from './fixture.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '4' } },
});
const CLIENTS = 8;
const load = (path: string) => import(new URL(`../server/dist/${path}.js`, import.meta.url).href);
const { openDatabase } = await load('kernel/database');
const { createOrganization } = await load('features/tokens/index');

const fixture = await startServer();
const database = openDatabase(fixture.connection, 2);
try {
  const organizations: object[] = [];
  for (let n = 1; n <= 4; n += 1) organizations.push(await organization(`Fleet ${n}`));
  for (const [clients, over] of [
    [1, 1],
    [CLIENTS, 1],
    [CLIENTS, 4],
  ] as const) {
    const places = Array.from({ length: clients }, (_, n) => ({ ...organizations[n % over], slot: n }));
    const run = async (script: string): Promise<number> => {
      const path = fileURLToPath(new URL(script, import.meta.url));
      const input = {
        url: fixture.url,
        connection: fixture.connection,
        seconds: Number(values.seconds),
        places,
      };
      const args = ['--import', 'tsx', path, JSON.stringify(input)];
      return Number((await promisify(execFile)(process.execPath, args)).stdout);
    };
    const served: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round <= Number(values.rounds); round += 1) {
      const [http, driver] = [await run('writes-http.ts'), await run('writes-driver.ts')];
      if (round === 0) continue; // warm-up
      served.push(http);
      bare.push(driver);
    }
    const ratio = percent(median(served.map((value, index) => value / (bare[index] as number))));
    console.log(
      `${clients} clients, ${over} organizations: served ${rate(served)}, same statements alone ${rate(bare)}, ratio ${ratio}`,
    );
  }
} finally {
  await database.close();
  await fixture.stop();
}

function rate(batches: number[]): string {
  return `${Math.round(median(batches) * 100).toLocaleString('en')} objects/s`;
}

/** An organization with a course and 100 drivers for each client. */
async function organization(name: string): Promise<object> {
  const { orgId, token } = await createOrganization(database, { name });
  await fixture.query(
    `with category as (
       insert into course_category (org_id, id, name, created_at) values ($1, gen_random_uuid(), 'Safety', now()) returning id)
     insert into course (org_id, id, revision_id, category_id, title, estimated_minutes, status, created_at, updated_at)
     select $1, gen_random_uuid(), gen_random_uuid(), id, 'Course', 30, 'published', now(), now() from category`,
    [orgId],
  );
  const course = await fixture.query('select id, revision_id from course where org_id = $1', [orgId]);
  const people = await fixture.query(
    `insert into person (org_id, type, name, created_at, updated_at)
     select $1, 'driver', 'Driver ' || n, now(), now() from generate_series(1, $2::int) n returning id`,
    [orgId, CLIENTS * 100],
  );
  const { id, revision_id: revisionId } = course.rows[0];
  return { orgId, token, course: { id, revisionId }, drivers: people.rows.map((row) => row.id) };
}
