/**
 * How much of the database's own speed the training stream keeps: pages of 512 out of 1,000,000 assignments over
 * HTTP against the same SQL through the driver alone, each in a process of its own, in turn. Then page 1,900
 * against page 1.
 *
 *   npm run stream --workspace bench [-- --rows 1000000 --rounds 5 --seconds 4]
 */
import { execFile } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { fillAssignments, median, percent, startServer, TOKEN } from './fixture.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    followers: { type: 'string', default: '4' },
  },
});
const rows = Number(values.rows);
const seconds = Number(values.seconds);
const followers = Number(values.followers);

const fixture = await startServer();
try {
  console.log(`filling ${rows.toLocaleString('en')} assignments …`);
  await fillAssignments(fixture, rows);
  const statement = await pageStatement();
  const run = async (script: string, input: object): Promise<number> => {
    const path = fileURLToPath(new URL(script, import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      path,
      JSON.stringify(input),
    ]);
    return Number(stdout);
  };
  const served: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    const http = await run('stream-http.ts', { url: fixture.url, token: TOKEN, seconds, followers });
    const driver = await run('stream-driver.ts', {
      connection: fixture.connection,
      orgId: fixture.orgId,
      seconds,
      followers,
      statement,
    });
    if (round === 0) continue; // warm-up
    served.push(http);
    bare.push(driver);
  }
  console.log(`served: ${Math.round(median(served))} pages/s, ${Math.round(median(served) * 512)} rows/s`);
  console.log(
    `same SQL through the driver alone: ${Math.round(median(bare))} pages/s, ${Math.round(median(bare) * 512)} rows/s`,
  );
  console.log(`ratio: ${percent(median(served.map((value, index) => value / (bare[index] as number))))}`);
  await compareDepth();
} finally {
  await fixture.stop();
}

/** The statement that the server runs for a page, taken from the built server itself. */
async function pageStatement(): Promise<{ text: string; values: unknown[] }> {
  const store = await import(
    new URL('../server/dist/features/training/assignments/store.js', import.meta.url).href
  );
  let statement: { text: string; values: unknown[] } | undefined;
  const capture = {
    rows: async (given: { text: string; values: unknown[] }) => {
      statement = { text: given.text, values: given.values };
      return [[null, 0]];
    },
  };
  const position = { at: 'AT', id: 'ID', binding: {} };
  await store.streamAssignments(
    capture,
    { orgId: fixture.orgId, tagIds: null },
    position,
    { learnerTypes: ['driver'] },
    new Date(),
  );
  if (!statement) throw new Error('the store ran no statement');
  return statement;
}

/** Walks the stream once by its cursors, then times its first pages against its last ones, in turn. */
async function compareDepth(): Promise<void> {
  const get = async (after: string): Promise<{ endCursor: string; ms: number }> => {
    const begin = performance.now();
    const reply = await fetch(
      `${fixture.url}/training-assignments/stream?startTime=2020-01-01T00:00:00Z&after=${after}`,
      { headers: { authorization: `Bearer ${TOKEN}` } },
    );
    const body = await reply.text();
    return {
      endCursor: /"endCursor":"([^"]+)"/.exec(body.slice(-400))?.[1] as string,
      ms: performance.now() - begin,
    };
  };
  const cursors = [''];
  const last = Math.min(1900, Math.floor(rows / 512) - 2);
  while (cursors.length < last + 1) cursors.push((await get(cursors.at(-1) as string)).endCursor);
  const first: number[] = [];
  const deep: number[] = [];
  for (let i = 0; i < 200; i += 1) {
    first.push((await get('')).ms);
    deep.push((await get(cursors[last - 1] as string)).ms);
  }
  console.log(`page ${last} takes ${percent(median(deep) / median(first))} of the time of page 1`);
}
