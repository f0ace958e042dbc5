import { afterAll, beforeAll, expect, test } from 'vitest';
import { made } from '../../../../test/builders.ts';
import { runFollowers } from '../../../../test/jobs.ts';
import { Random } from '../../../../test/replica/random.ts';
import { act, makeThings, randomRule, type Things } from '../../../../test/requirements-world.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

// Whatever has happened, and whatever is drafted: publishing yields exactly what the simulation listed.

const SEED = Number(process.env.SIMULATION_SEED ?? 5);
const DRAFTS = Number(process.env.SIMULATION_DRAFTS ?? 20);

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

interface Told {
  status: string;
  isOverdue: boolean;
}

/** What is kept of a requirement, by subject; whoever is not there does not need it. */
async function kept(requirementId: string): Promise<Map<string, Told>> {
  const { body } = await org.get(
    `/requirement-statuses?requirementIds=${requirementId}&statuses=notNeeded,waived,missing,current,expiring,expired`,
  );
  return new Map(
    body.data.map(({ subject, status, isOverdue }: Told & { subject: { id: string } }) => [
      subject.id,
      { status, isOverdue },
    ]),
  );
}

/** The whole of a simulation, read in pages of three. */
async function simulated(body: unknown) {
  const pages = [];
  for (let after = ''; ; ) {
    const { body: page } = await org.send('POST', `/requirements/simulate?limit=3&after=${after}`, body);
    pages.push(page.data);
    after = page.pagination.endCursor;
    if (!page.pagination.hasNextPage) break;
  }
  return { ...pages[0], changes: pages.flatMap(({ changes }) => changes) };
}

const madeFor = async (requirementId: string): Promise<number> => {
  const [row] = await server.database.rows(sql`
    select count(distinct id)::int from ledger_change where org_id = ${org.orgId} and resource = 'trainingAssignment'
      and operation = 'create' and document ->> 'requirementId' = ${requirementId}`);
  return row?.[0];
};

/** A draft, of a new requirement or of one in force. */
async function draft(random: Random, all: Things): Promise<Record<string, unknown>> {
  const { body } = await org.get('/requirements?states=published');
  const inForce = (body.data as { id: string }[]).map(({ id }) => id);
  const assign = random.pick([
    null,
    null,
    { courseId: random.pick(all.courses), daysBefore: random.below(60) },
  ]);
  const fields = { name: random.text(), ...randomRule(random, all), assign };
  return inForce.length > 0 && random.chance(0.5) ? { id: random.pick(inForce), ...fields } : fields;
}

test('publishing yields exactly what the simulation listed', async () => {
  const random = new Random(SEED);
  const all = await makeThings(server, org);
  let listed = 0;
  let assigned = 0;
  for (let n = 0; n < DRAFTS; n += 1) {
    for (let step = 0; step < 15; step += 1) await act(random, [org], org, all);
    await runFollowers(server);
    const { id: written, ...fields } = await draft(random, all);
    const told = await simulated(written ? { id: written, ...fields } : fields);
    const id = (written as string) ?? (await made(org, '/requirements', fields)).id;
    if (written) expect((await org.send('PATCH', '/requirements', { id, ...fields })).status).toBe(200);
    const before = await kept(id);
    const madeBefore = await madeFor(id);
    await made(org, '/requirements/publish', { id });
    await runFollowers(server);
    const after = await kept(id);
    const nothing = { status: 'notNeeded', isOverdue: false };
    const changed = all.people.flatMap((person) => {
      const [was, is] = [before.get(person) ?? nothing, after.get(person) ?? nothing];
      return was.status === is.status && was.isOverdue === is.isOverdue ? [] : [{ person, was, is }];
    });
    expect(
      told.changes.map(({ subject, before: { status, isOverdue }, after: then }: Change) => ({
        person: subject.id,
        was: { status, isOverdue },
        is: { status: then.status, isOverdue: then.isOverdue },
      })),
      `draft ${n}`,
    ).toEqual(changed);
    expect(told.after.overdue, `draft ${n}`).toBe(
      [...after.values()].filter((each) => each.isOverdue).length,
    );
    expect((await madeFor(id)) - madeBefore, `draft ${n}`).toBe(told.assignments);
    listed += changed.length;
    assigned += told.assignments;
  }
  expect(listed).toBeGreaterThan(DRAFTS);
  expect(assigned).toBeGreaterThan(0);
});

interface Change {
  subject: { id: string };
  before: Told;
  after: Told;
}
