import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJobs } from './jobs.ts';
import type { View } from './probe.ts';
import { makeIds, PROBES } from './probes.ts';
import { emptyFolder, serve, terminate } from './process/crewready.ts';
import { type Score, writeAtRandom } from './replica/acting.ts';
import { differencesFromTables, type Replica, replicaOf, worldOf } from './replica/replica.ts';
import { differencesFromServed } from './replica/views.ts';
import { startApp, type TestApp } from './start-app.ts';

// Random writes over everything there is, by several writers through two processes on one database. From the
// ledger alone, read in its order, the tables and what the API serves of them can then be told.

const WRITES = Number(process.env.REPLICA_WRITES ?? 600);
const SEED = Number(process.env.REPLICA_SEED ?? Math.floor(Math.random() * 1_000_000));
const WRITERS = 6;

/** Resources that no operation serves, each with its reason. This list may only shrink. */
const NOT_SERVED: Record<string, string> = {
  formIssue: 'issues have no operation of their own',
  reminderRefusal: 'reminders say that somebody has unsubscribed',
};

const VIEWS: readonly View[] = PROBES.flatMap(({ views = [] }) => views);

let server: TestApp;
let score: Score;
let replica: Replica;
beforeAll(
  async () => {
    console.log(`REPLICA_SEED=${SEED} REPLICA_WRITES=${WRITES}`);
    server = await startApp({ poolSize: 16 });
    const ids = await makeIds(server, server.org);
    const folder = await emptyFolder();
    // Jobs run here, beside the files that they are about.
    const other = await serve(folder.path, {
      DATABASE_URL: server.databaseUrl,
      CREWREADY_ROLE: 'api',
      CREWREADY_BLOBS: server.blobFolder,
    });
    const urls = [server.url, other.url];
    score = await writeAtRandom(server, urls, ids, { seed: SEED, writes: WRITES, writers: WRITERS });
    await terminate(other);
    await folder.remove();
    await runJobs(server);
    replica = await replicaOf(server.database, server.org.orgId);
  },
  60_000 + WRITES * 1000,
);
afterAll(() => server.stop(), 120_000);

const NAMED = `seed ${SEED}`;

test('each random write was done, and not only refused', () => {
  const refused = [...score]
    .filter(([, { tried, done }]) => tried >= 20 && done === 0)
    .map(([name, { refusals }]) => `${name}: ${[...refusals].join(' ')}`);
  expect(refused, NAMED).toEqual([]);
});

test('the tables are what the ledger tells', async () => {
  const odd: string[] = [];
  for (const resource of server.services.resources)
    odd.push(...(await differencesFromTables(server.database, server.org.orgId, resource, replica)));
  expect(odd, NAMED).toEqual([]);
});

test('what is served is what the ledger tells', { timeout: 900_000 }, async () => {
  const { resources, datasets } = server.services;
  const world = worldOf(replica, { datasets });
  const declared = (name: string): boolean => resources.some((resource) => resource.name === name);
  const odd: string[] = [];
  for (const view of VIEWS)
    if ([view.of].flat().every(declared))
      odd.push(...(await differencesFromServed(view, resources, replica, world, server.org)));
  expect(odd, NAMED).toEqual([]);
});

test('every resource is served somewhere, and has been written', () => {
  const names = server.services.resources.map(({ name }) => name);
  const unseen = names.filter((name) => !VIEWS.some(({ of }) => [of].flat().includes(name)));
  expect(unseen.sort()).toEqual(Object.keys(NOT_SERVED).sort());
  expect(names.filter((name) => !replica.has(name))).toEqual([]);
});
