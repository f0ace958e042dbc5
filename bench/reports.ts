/**
 * What a report of 1,000,000 rows costs: a run of every column of the training assignments against
 * `COPY (the same query) TO STDOUT`, in turn, with the server's memory; then the same result as CSV, XLSX and Parquet.
 *
 *   npm run reports --workspace bench [-- --rows 1000000 --rounds 3]
 */
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { fillAssignments, median, percent, startServer, TOKEN } from './fixture.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '3' } },
});
const count = Number(values.rows);
const RANGE = { startTime: '2024-01-01T00:00:00Z', endTime: '2026-01-01T00:00:00Z' };
const server = new URL('../server/dist/', import.meta.url).href;

const fixture = await startServer();
const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
// biome-ignore lint/suspicious/noExplicitAny: replies of every shape
const call = async (path: string, body?: unknown): Promise<any> => {
  const reply = await fetch(fixture.url + path, {
    headers,
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  if (!reply.ok) throw new Error(await reply.text());
  return reply.json();
};

const memory = async (): Promise<number> =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${fixture.pid}/status`, 'utf8'))?.[1]) / 1024;

/** Runs `work` and tells how far the server's memory went up and down meanwhile, in MB. */
async function watched<T>(work: () => Promise<T>): Promise<{ result: T; ms: number; memory: number[] }> {
  const seen = [await memory()];
  let over = false;
  const watching = (async () => {
    while (!over) {
      seen.push(await memory());
      await sleep(100);
    }
  })();
  const begin = performance.now();
  const result = await work();
  const ms = performance.now() - begin;
  over = true;
  await watching;
  return { result, ms, memory: seen };
}

async function run(columns: { fieldName: string }[]): Promise<string> {
  const reportConfig = { datasetId: 'TrainingAssignments', columns, filters: { primaryTimeRange: RANGE } };
  const { id } = (await call('/reports/runs', { reportConfig })).data;
  for (;;) {
    const [found] = (await call(`/reports/runs?ids=${id}`)).data;
    if (found.status === 'complete') return id;
    if (found.status !== 'pending') throw new Error(JSON.stringify(found));
    await sleep(25);
  }
}

/** The run's own query, taken from the built server. */
async function copyText(columns: { fieldName: string }[]): Promise<string> {
  const [{ reportQuery }, { inlined }, { feature }] = await Promise.all([
    import(`${server}features/reports/definition/statement.js`),
    import(`${server}kernel/copy.js`),
    import(`${server}features/training/index.js`),
  ]);
  const dataset = feature.datasets.find(({ id }: { id: string }) => id === 'TrainingAssignments');
  const definition = { datasetId: dataset.id, columns, primaryTimeRange: RANGE };
  return inlined(
    reportQuery(dataset, definition, { orgId: fixture.orgId, tagIds: null }, new Date().toISOString()),
  );
}

async function copy(text: string): Promise<number> {
  const client = new pg.Client(fixture.connection);
  await client.connect();
  const begin = performance.now();
  for await (const _chunk of client.query(copyTo(`copy (${text}) to stdout`)));
  const ms = performance.now() - begin;
  await client.end();
  return ms;
}

try {
  console.log(`filling ${count.toLocaleString('en')} assignments …`);
  await fillAssignments(fixture, count);
  await fixture.query(
    `update assignment set deleted_at = null, status = 'completed', completed_at = created_at + interval '2 hours'
     where org_id = $1 and deleted_at is not null`,
    [fixture.orgId],
  );
  await fixture.query('vacuum analyze assignment');
  const [dataset] = (await call('/reports/datasets?ids=TrainingAssignments')).data;
  const columns = dataset.fields.map(({ name }: { name: string }) => ({ fieldName: name }));
  const text = await copyText(columns);
  const ratios: number[] = [];
  let id = '';
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    const copied = await copy(text);
    const made = await watched(() => run(columns));
    id = made.result;
    const [least, most] = [Math.min(...made.memory), Math.max(...made.memory)];
    console.log(
      `${round === 0 ? 'warm-up' : `round ${round}`}: run ${Math.round(made.ms)} ms, COPY ${Math.round(copied)} ms, ratio ${percent(copied / made.ms)}, memory ${Math.round(least)} to ${Math.round(most)} MB (began at ${Math.round(made.memory[0] as number)})`,
    );
    if (round > 0) ratios.push(copied / made.ms);
  }
  console.log(
    `rows/s of the run by those of COPY: ${percent(median(ratios))} with ${columns.length} columns`,
  );
  for (const format of ['csv', 'parquet', 'xlsx']) {
    const made = await watched(async () => {
      const reply = await fetch(`${fixture.url}/reports/runs/export?id=${id}&format=${format}`, { headers });
      let bytes = 0;
      for await (const chunk of reply.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
      return bytes;
    });
    const [least, most] = [Math.min(...made.memory), Math.max(...made.memory)];
    console.log(
      `${format}: ${(made.result / 1e6).toFixed(1)} MB in ${(made.ms / 1000).toFixed(1)} s, memory ${Math.round(least)} to ${Math.round(most)} MB`,
    );
  }
} finally {
  await fixture.stop();
}
