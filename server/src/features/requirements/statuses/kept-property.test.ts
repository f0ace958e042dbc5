import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  made,
  makeCourse,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../../../test/builders.ts';
import { runFollowers } from '../../../../test/jobs.ts';
import { Random } from '../../../../test/replica/random.ts';
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

/** Objects that random steps are about. */
interface Things {
  people: string[];
  tags: string[];
  courses: string[];
  typeId: string;
  typeFields: { id: string; label: string; type: string; isRequired: boolean }[];
  requirements: string[];
  assignments: string[];
  records: string[];
  waivers: string[];
}

async function things(): Promise<Things> {
  const people = await makePeople(server, org, 8);
  const { id: above } = await made(org, '/tags', { name: 'Above' });
  const { id: below } = await made(org, '/tags', { name: 'Below', parentTagId: above });
  const courses = [(await makeCourse(org)).id, (await makeCourse(org, { title: 'Second' })).id];
  const type = await makeQualificationType(org, { name: 'Card' });
  return {
    people,
    tags: [above, below],
    courses,
    typeId: type.id,
    typeFields: type.fields,
    requirements: [],
    assignments: [],
    records: [],
    waivers: [],
  };
}

function rule(random: Random, { tags, courses, typeId }: Things): Record<string, unknown> {
  const selector = () =>
    random.pick([{ type: 'driver' }, { tag: random.pick(tags) }, { not: { tag: random.pick(tags) } }]);
  const course = { course: { id: random.pick(courses), revision: random.pick(['any', 'current']) } };
  const card = { qualification: { typeId } };
  return {
    appliesTo: random.pick([
      selector(),
      { all: [{ type: 'driver' }, selector()] },
      { any: [selector(), selector()] },
    ]),
    satisfiedBy: random.pick<Record<string, unknown>>([
      course,
      card,
      { anyOf: [course, card] },
      { allOf: [course, card] },
    ]),
    validity: random.pick<unknown>(['forever', 'untilRecordExpires', { days: 1 }, { months: 12 }]),
    firstDue: random.pick<unknown>([null, { days: 0 }, { days: 30 }]),
    severity: random.pick(['warn', 'block']),
    warnDays: random.pick<number[]>([[], [30]]),
    graceDays: random.pick([0, 2]),
    ...random.pick<Record<string, unknown>>([
      { refresh: [], onlyOnOccurrence: false },
      { refresh: [{ onCourseRevision: { dueDays: 3 } }], onlyOnOccurrence: false },
      {
        refresh: [
          { onOccurrence: { type: 'collision', count: random.pick([1, 2]), withinDays: 30, dueDays: 14 } },
        ],
        onlyOnOccurrence: random.chance(0.5),
      },
    ]),
  };
}

/** Does something at random. What is refused is no mistake. */
async function act(random: Random, all: Things): Promise<void> {
  const by = random.pick(clients);
  const send = async (method: string, path: string, body?: unknown) => {
    const reply = await by.send(method, path, body);
    expect(reply.status, `${method} ${path}: ${reply.text}`).toBeLessThan(500);
    return reply.body?.data;
  };
  const person = random.pick(all.people);
  const actions: (() => Promise<unknown>)[] = [
    async () => {
      const made = await send('POST', '/requirements', { name: random.text(), ...rule(random, all) });
      await send('POST', '/requirements/publish', { id: made.id });
      all.requirements.push(made.id);
    },
    async () => {
      const id = random.pick(all.requirements);
      await send('PATCH', '/requirements', { id, ...rule(random, all) });
      await send('POST', '/requirements/publish', { id });
    },
    () =>
      send('POST', '/requirements/archive', {
        id: random.chance(0.15) ? random.pick(all.requirements) : all.typeId,
      }),
    async () => {
      const query = `courseId=${random.pick(all.courses)}&learnerIds=${person}&dueAtTime=2030-01-01T00:00:00Z`;
      const [assignment] = await send('POST', `/training-assignments?${query}`);
      all.assignments.push(assignment.id);
    },
    () => send('POST', '/training-assignments/complete', { id: random.pick(all.assignments) }),
    () => send('POST', '/training-assignments/reopen', { id: random.pick(all.assignments) }),
    () => send('DELETE', `/training-assignments?ids=${random.pick(all.assignments)}`),
    async () => {
      const record = await makeQualificationRecord(org, { id: all.typeId, fields: all.typeFields }, person, {
        issueDate: '2026-01-01T00:00:00Z',
        expirationDate: random.pick(['2026-03-01T00:00:00Z', '2040-01-01T00:00:00Z']),
      }).catch(() => undefined);
      if (record) all.records.push(record.id);
    },
    async () => {
      const renewal = await send('POST', '/qualification-records/renew', {
        id: random.pick(all.records),
        expirationDate: '2050-01-01T00:00:00Z',
      });
      if (renewal) all.records.push(renewal.id);
    },
    () =>
      send('POST', `/qualification-records/${random.pick(['archive', 'unarchive'])}`, {
        id: random.pick(all.records),
      }),
    () => send('DELETE', '/qualification-records', { id: random.pick(all.records) }),
    () =>
      send('PATCH', `/fleet/drivers/${person}`, {
        tagIds: random.pick([[], [random.pick(all.tags)], all.tags]),
      }),
    () =>
      send('PATCH', `/fleet/drivers/${person}`, {
        driverActivationStatus: random.pick(['active', 'deactivated']),
      }),
    async () => {
      const waiver = await send('POST', '/waivers', {
        requirementId: random.pick(all.requirements),
        subjectId: person,
        reason: random.text(),
        ...random.pick([{}, { until: '2040-01-01T00:00:00Z' }, { from: '2039-01-01T00:00:00Z' }]),
      });
      if (waiver) all.waivers.push(waiver.id);
    },
    () => send('DELETE', `/waivers?id=${random.pick(all.waivers)}`),
    () =>
      send('POST', '/occurrences', {
        subjectId: person,
        type: 'collision',
        at: random.pick(['2026-01-10T00:00:00Z', new Date().toISOString()]),
        ...random.pick([{}, { externalId: person }]),
      }),
    () => send('PATCH', `/tags/${all.tags[1]}`, { parentTagId: random.pick(['', all.tags[0]]) }),
    () => send('PATCH', '/training-courses', { id: random.pick(all.courses), description: random.text() }),
    () =>
      send('PATCH', '/organization/settings', {
        timeZone: random.pick(['UTC', 'Asia/Tokyo', 'America/Chicago']),
      }),
  ];
  await random.pick(actions)();
}

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
  const all = await things();
  const working: Promise<void>[] = [];
  for (let n = 0; n < 4; n += 1) {
    const { id } = await made(org, '/requirements', { name: `Rule ${n}`, ...rule(random, all) });
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
    await act(random, all).catch((error: unknown) => {
      // There may be nothing yet to act upon.
      if (!(error instanceof TypeError)) throw error;
    });
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
