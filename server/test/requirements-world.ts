import { expect } from 'vitest';
import { made, makeCourse, makePeople, makeQualificationRecord, makeQualificationType } from './builders.ts';
import type { Random } from './replica/random.ts';
import type { Client, TestApp, TestOrg } from './start-app.ts';

// People, papers and rules, and whatever can happen to them.

/** Objects that random steps are about. */
export interface Things {
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

/** Eight drivers, two tags, two courses and a type. */
export async function makeThings(
  server: Pick<TestApp, 'database'>,
  org: Client & Pick<TestOrg, 'orgId' | 'actor'>,
): Promise<Things> {
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

/** What a requirement asks, at random. */
export function randomRule(random: Random, { tags, courses, typeId }: Things): Record<string, unknown> {
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
export async function act(
  random: Random,
  clients: readonly Client[],
  org: Client,
  all: Things,
): Promise<void> {
  const by = random.pick(clients);
  const send = async (method: string, path: string, body?: unknown) => {
    const reply = await by.send(method, path, body);
    expect(reply.status, `${method} ${path}: ${reply.text}`).toBeLessThan(500);
    return reply.body?.data;
  };
  const person = random.pick(all.people);
  const actions: (() => Promise<unknown>)[] = [
    async () => {
      const made = await send('POST', '/requirements', { name: random.text(), ...randomRule(random, all) });
      await send('POST', '/requirements/publish', { id: made.id });
      all.requirements.push(made.id);
    },
    async () => {
      const id = random.pick(all.requirements);
      await send('PATCH', '/requirements', { id, ...randomRule(random, all) });
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
  await random
    .pick(actions)()
    .catch((error: unknown) => {
      // There may be nothing yet to act upon.
      if (!(error instanceof TypeError)) throw error;
    });
}

/** Rules whose statuses are kept from the beginning, so that something becomes of them whatever happens. */
export async function publishRules(random: Random, org: Client, all: Things): Promise<void> {
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
}

/** At the end something happens to everybody, after all that the rules were. */
export async function lastOccurrences(org: Client, { people }: Things): Promise<void> {
  for (const subjectId of [...people, ...people])
    await made(org, '/occurrences', { subjectId, type: 'collision', at: new Date().toISOString() });
}
