import { afterAll, beforeAll, expect, test } from 'vitest';
import { made } from '../../../../test/builders.ts';
import { runFollowers } from '../../../../test/jobs.ts';
import { Random } from '../../../../test/replica/random.ts';
import { act, makeThings, randomRule } from '../../../../test/requirements-world.ts';
import { type Client, client, startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { followAll } from '../../../kernel/jobs/followers.ts';
import { computed as workedOut } from '../eligibility/computed.ts';
import type { Found } from '../eligibility/found.ts';
import { kept as keptFindings } from '../eligibility/kept.ts';
import { statusOf } from '../rules/status.ts';
import { answerable } from './ask.ts';
import { statusWire } from './explain.ts';

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

const inOrder = (all: ReadonlyMap<string, Found>) =>
  [...all]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([id, { findings, ...outlook }]) => ({
      id,
      ...outlook,
      findings: findings
        .map(({ status: { status, isOverdue, dueAt }, ...finding }) => ({
          ...finding,
          status,
          isOverdue,
          dueAt,
        }))
        .sort((a, b) => a.requirementId.localeCompare(b.requirementId)),
    }));

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
  for (let n = 0; n < 4; n += 1) {
    const { id } = await made(org, '/requirements', { name: `Rule ${n}`, ...randomRule(random, all) });
    await made(org, '/requirements/publish', { id });
    all.requirements.push(id);
    // Whatever becomes of the rules, somebody is let off them.
    await made(org, '/waivers', { requirementId: id, subjectId: all.people[0], reason: 'On leave' });
  }
  const onCollision = await made(org, '/requirements', {
    name: 'After a collision',
    appliesTo: { type: 'driver' },
    satisfiedBy: { course: { id: all.courses[0] } },
    onlyOnOccurrence: true,
    refresh: [{ onOccurrence: { type: 'collision', dueDays: 14 } }],
  });
  await made(org, '/requirements/publish', { id: onCollision.id });
  for (let n = 0; n < STEPS; n += 1) {
    await act(random, clients, org, all);
    if (random.chance(0.3)) working.push(followALittle(random));
  }
  // At the end something has happened to everybody, after all that the rules were.
  for (const subjectId of [...all.people, ...all.people])
    await made(org, '/occurrences', { subjectId, type: 'collision', at: new Date().toISOString() });
  await Promise.all(working);
  await runFollowers(server);
  const now = new Date();
  const live = await answerable(server.database, org, all.people, { now });
  const then = await answerable(server.database, org, all.people, {
    now: new Date(now.getTime() + 1),
    asOf: now.toISOString(),
  });
  expect(then.seq).toBe(live.seq);
  const worked = (answer: typeof live) =>
    new Map(
      [...answer.subjects.values()].flatMap((subject) =>
        answer.requirements.map((requirement): [string, unknown] => [
          `${requirement.id} ${subject.id}`,
          statusWire(statusOf(requirement, { organization: answer.organization, subject }, answer.at)),
        ]),
      ),
    );
  const computed = worked(live);
  expect(worked(then)).toEqual(computed);
  const kept = new Map<string, Record<string, unknown>>();
  const everyStatus = 'statuses=notNeeded,waived,missing,current,expiring,expired';
  for (let after = ''; ; ) {
    const { body } = await org.get(`/requirement-statuses?${everyStatus}&after=${after}`);
    for (const { id: _, requirementId, subject, updatedAtTime: _at, ...status } of body.data)
      kept.set(`${requirementId} ${subject.id}`, status);
    after = body.pagination.endCursor;
    if (!body.pagination.hasNextPage) break;
  }
  expect(kept.size).toBeGreaterThan(20);
  for (const [key, status] of computed) {
    const row = kept.get(key);
    if (row) expect(row, key).toEqual(status);
    else expect(status, key).toMatchObject({ status: 'notNeeded' });
  }
  // What eligibility takes from the kept statuses is what it would have worked out.
  const window = { from: live.at, until: live.at };
  const quick = await keptFindings(
    server.database,
    org.orgId,
    live.requirements,
    all.people,
    live.seq,
    window,
  );
  expect(inOrder(quick)).toEqual(inOrder(await workedOut(live, window)));
  const told = await server.database.rows(sql`
    select id, document::text from ledger_change
    where org_id = ${org.orgId} and resource = 'requirementStatus' order by seq`);
  const last = new Map<string, string>();
  for (const [id, document] of told) {
    const { updatedAtTime: _, ...facts } = JSON.parse(document);
    expect(JSON.stringify(facts)).not.toBe(last.get(id));
    last.set(id, JSON.stringify(facts));
  }
});
