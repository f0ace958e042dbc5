import { afterAll, beforeAll, test } from 'vitest';
import { runFollowers } from '../../../../test/jobs.ts';
import { Random } from '../../../../test/replica/random.ts';
import { expectKept } from '../../../../test/requirements-kept.ts';
import { act, lastOccurrences, makeThings, publishRules } from '../../../../test/requirements-world.ts';
import { type Client, client, startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { followAll } from '../../../kernel/jobs/followers.ts';

// Whatever happens in whatever order, written through two processes while followers come and go: once everything is
// followed, each kept status is what its facts say, and the ledger tells each of its changes once.

const STEPS = Number(process.env.KEPT_STEPS ?? 150);
const SEED = Number(process.env.KEPT_SEED ?? 7);

let server: TestApp;
let org: TestOrg;
let clients: Client[];
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  clients = [org, client(await server.another(), org.token)];
});
afterAll(() => server.stop());

/** Follows for a while in a worker that may be gone in the middle. */
async function followALittle(random: Random): Promise<void> {
  const gone = new AbortController();
  const ends = setTimeout(() => gone.abort(), random.below(30));
  for (const follower of server.features.flatMap(({ followers = [] }) => followers))
    await followAll(follower, server.services, gone.signal);
  clearTimeout(ends);
}

test('every kept status is what its facts say, and each change of it is in the ledger once', async () => {
  const random = new Random(SEED);
  const all = await makeThings(server, org);
  const working: Promise<void>[] = [];
  await publishRules(random, org, all);
  for (let n = 0; n < STEPS; n += 1) {
    await act(random, clients, org, all);
    if (random.chance(0.3)) working.push(followALittle(random));
  }
  await lastOccurrences(org, all);
  await Promise.all(working);
  await runFollowers(server);
  await expectKept(server.database, org, all.people);
});
