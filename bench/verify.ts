/**
 * What proving a large ledger costs: writes of 1,000 documents each, then `verifyLedger` over all of it, with the
 * memory of this process at its start, middle and end. The walk holds a page of rows and one write at a time, so its
 * memory must not grow with the ledger.
 *
 *   npm run verify --workspace bench [-- --rows 1000000]
 */
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { median, startServer } from './fixture.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const BATCH = 1000;
const writes = Math.ceil(Number(values.rows) / BATCH);
/** How far the memory may go up and down by chance. */
const PLAY_MB = 32;
const load = (path: string) => import(new URL(`../server/dist/${path}.js`, import.meta.url).href);
const { openDatabase, sql } = await load('kernel/database/database');
const { verifyLedger } = await load('kernel/ledger/verify');
const { write } = await load('kernel/ledger/write');

/** A resource without a table: what it is about is the ledger alone. */
const leaf = { name: 'leaf', about: ({ learnerId }: { learnerId: string }) => [learnerId] };

const fixture = await startServer();
const database = openDatabase(fixture.connection, 2);
try {
  await fill();
  await fixture.query('vacuum analyze ledger_write, ledger_change, ledger_about');
  const memory = await verify();
  const part = (from: number, to: number): number =>
    median(memory.slice(Math.floor(memory.length * from), Math.ceil(memory.length * to)));
  const [start, middle, end] = [part(0.1, 0.3), part(0.4, 0.6), part(0.8, 1)];
  console.log(
    `memory before ${mb(memory[0] as number)}, at the start ${mb(start)}, in the middle ${mb(middle)}, at the end ${mb(end)}, at most ${mb(Math.max(...memory))}`,
  );
  const isConstant = end - start < PLAY_MB;
  console.log(isConstant ? 'memory is constant' : `MEMORY GROWS by ${mb(end - start)}`);
  if (!isConstant) process.exitCode = 1;
} finally {
  await database.close();
  await fixture.stop();
}

async function fill(): Promise<void> {
  const writer = { orgId: fixture.orgId, tagIds: null, actor: 'system', requestId: 'bench' };
  const begin = performance.now();
  for (let n = 0; n < writes; n += 1)
    // biome-ignore lint/suspicious/noExplicitAny: the built server has no types here
    await write(database, writer, async (tx: any) => {
      const leaves = Array.from({ length: BATCH }, () => randomUUID());
      tx.changed(
        leaf,
        'create',
        leaves.map((id, index) => ({ id, document: documentOf(id, index) })),
      );
    });
  console.log(`wrote ${count(writes * BATCH)} documents at ${rate(begin)}`);
}

/** As large as a training assignment's. */
function documentOf(id: string, index: number): object {
  return {
    id,
    courseId: randomUUID(),
    learnerId: String(281474976710656 + index),
    status: 'completed',
    dueAtTime: '2030-01-01T00:00:00Z',
    completedAtTime: '2029-12-01T09:30:00Z',
    durationMinutes: 30,
    scorePercent: 92.5,
    createdById: 'user-281474976710657',
    createdAtTime: '2029-11-01T09:30:00Z',
  };
}

/** Verifies, and answers the memory in MB, ten times a second. */
async function verify(): Promise<number[]> {
  const [[size]] = await database.rows(sql`select count(*)::int from ledger_change`);
  const memory = (): number => process.memoryUsage().rss / 1e6;
  const seen: number[] = [memory()];
  const watching = setInterval(() => seen.push(memory()), 100);
  const begin = performance.now();
  const report = await verifyLedger(database, []).finally(() => clearInterval(watching));
  const seconds = (performance.now() - begin) / 1000;
  if (report.bad) throw new Error(JSON.stringify(report.bad));
  console.log(`verified ${count(size)} documents at ${count(Math.round(size / seconds))} rows/s`);
  return seen;
}

function mb(megabytes: number): string {
  return `${Math.round(megabytes)} MB`;
}

function count(n: number): string {
  return n.toLocaleString('en');
}

function rate(begin: number): string {
  return `${count(Math.round((writes * BATCH * 1000) / (performance.now() - begin)))} rows/s`;
}
