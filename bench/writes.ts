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
const { openDatabase } = await load('kernel/database/database');
const { createOrganization } = await load('features/tokens/index');
const { importDrivers } = await load('features/directory/index');

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
  const { orgId, token, userId } = await createOrganization(database, { name });
  const reply = await fetch(`${fixture.url}/training-courses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      title: 'Course',
      category: { name: 'Safety' },
      estimatedTimeToCompleteMinutes: 30,
      status: 'published',
    }),
  });
  if (!reply.ok) throw new Error(await reply.text());
  const { data: course } = (await reply.json()) as { data: { id: string; revisionId: string } };
  const writer = { orgId, tagIds: null, actor: `user-${userId}`, requestId: 'bench' };
  const people = Array.from({ length: CLIENTS * 100 }, (_, n) => ({
    name: `Driver ${n + 1}`,
    username: `driver${n + 1}`,
  }));
  const drivers: { id: string }[] = await importDrivers(database, writer, people);
  const { id, revisionId } = course;
  return { orgId, token, course: { id, revisionId }, drivers: drivers.map((driver) => driver.id) };
}
