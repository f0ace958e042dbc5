import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCourse, makePeople } from '../../../../../test/builders.ts';
import { type Reply, startApp, type TestApp, type TestOrg } from '../../../../../test/start-app.ts';
import { sql } from '../../../../kernel/database/database.ts';
import type { World } from '../../../../kernel/ledger/resource.ts';
import { trainingAssignment } from '../../assignments/resource.ts';
import { weekly10Record } from '../documents.ts';

// Whatever is written on either surface, in whatever order: both tell the same story after every step.

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

interface Place {
  org: TestOrg;
  /** As each surface names them: two drivers and a user. */
  people: string[];
  packages: string[];
}

async function makeWorld(): Promise<Place> {
  const org = await server.makeOrg();
  const drivers = await makePeople(server, org, 2);
  const [user] = await makePeople(server, org, 1, 'user');
  const courses = [await makeCourse(org), await makeCourse(org, { title: 'Fatigue' })];
  return {
    org,
    people: [...drivers.map((id) => `driver-${id}`), `user-${user}`],
    packages: courses.map(({ id }) => id),
  };
}

const person = fc.nat(2);
const course = fc.nat(1);
const target = fc.nat(5);
/** Absent, null, or one of three times. */
const date = fc.constantFrom(
  undefined,
  null,
  '2026-01-01T00:00:00Z',
  '2026-02-01T10:00:00.250Z',
  '2026-03-01T00:00:00Z',
);
const dates = fc.record({ date_started: date, date_completed: date });

const step = fc.oneof(
  fc.record({ op: fc.constant('post' as const), person, course, dates }),
  fc.record({ op: fc.constant('put' as const), target, person, course, dates }),
  fc.record({ op: fc.constant('patch' as const), target, dates }),
  fc.record({ op: fc.constant('rename' as const), target, name: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ op: fc.constant('move' as const), target, person, course }),
  fc.record({ op: fc.constant('remove' as const), target }),
  fc.record({ op: fc.constant('active' as const), course, to: fc.boolean() }),
  fc.record({ op: fc.constant('assign' as const), person, course }),
  fc.record({
    op: fc.constantFrom('start' as const, 'reopen' as const, 'delete' as const, 'due' as const),
    target,
  }),
  fc.record({ op: fc.constant('progress' as const), target, minutes: fc.nat(50) }),
  fc.record({ op: fc.constant('complete' as const), target, score: fc.nat(100) }),
  fc.record({ op: fc.constantFrom('archive' as const, 'publish' as const), course }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Takes one step; those on an object that is not there name one that never was. */
async function take({ org, people, packages }: Place, now: Story, given: Step): Promise<Reply> {
  const nth = 'target' in given ? given.target % Math.max(1, now.records.length) : 0;
  const apiId = now.records[nth]?.api_id ?? 'nothing';
  const id = now.ids.get(apiId) ?? '0191d1b8-0000-7000-8000-000000000009';
  const who = 'person' in given ? people[given.person] : undefined;
  const what = 'course' in given ? packages[given.course] : undefined;
  const native = (verb: string, body: object = {}) =>
    org.send('POST', `/training-assignments/${verb}`, { id, ...body });
  const record = (method: string, body?: object) => org.send(method, `/training/record/${apiId}/`, body);
  switch (given.op) {
    case 'post':
      return org.send('POST', '/training/record/', {
        person_api_id: who,
        package_api_id: what,
        ...given.dates,
      });
    case 'put':
      return record('PUT', { person_api_id: who, package_api_id: what, ...given.dates });
    case 'patch':
      return record('PATCH', given.dates);
    case 'rename':
      return record('PATCH', { api_id: given.name });
    case 'move':
      return record('PATCH', { person_api_id: who, package_api_id: what });
    case 'remove':
      return record('DELETE');
    case 'active':
      return org.send('PATCH', `/training/package/${what}/`, { is_active: given.to });
    case 'assign':
      return org.send(
        'POST',
        `/training-assignments?courseId=${what}&learnerIds=${who}&dueAtTime=2026-02-15T00:00:00Z`,
      );
    case 'delete':
      return org.send('DELETE', `/training-assignments?ids=${id}`);
    case 'due':
      return org.send('PATCH', `/training-assignments?ids=${id}&dueAtTime=2026-02-20T00:00:00Z`);
    case 'progress':
      return native('progress', { durationMinutes: given.minutes });
    case 'complete':
      return native('complete', { scorePercent: given.score });
    case 'archive':
    case 'publish':
      return org.send('POST', `/training-courses/${given.op}`, { id: what });
    default:
      return native(given.op);
  }
}

interface Item {
  id: string;
  status: string;
  updatedAtTime: string;
  startedAtTime?: string;
  completedAtTime?: string;
  createdAtTime: string;
  deletedAtTime?: string;
  course: { id: string };
  learner: { id: string; type: string };
}

interface Story {
  records: { api_id: string }[];
  items: Item[];
  /** Assignment ids by api_id. */
  ids: Map<string, string>;
}

const WINDOW = 'startTime=2020-01-01T00:00:00Z&endTime=2100-01-01T00:00:00Z&learnerTypes=driver,user';

/** Reads both surfaces and the ledger, and compares them. */
async function compare({ org }: Place): Promise<Story> {
  const { results, count } = (await org.get('/training/record/?limit=1000')).body;
  const items: Item[] = (await org.get(`/training-assignments/stream?${WINDOW}`)).body.data;
  const rows = await server.database.rows(sql`
    select api_id, id from assignment where org_id = ${org.orgId} and deleted_at is null`);
  const ids = new Map(rows as [string, string][]);
  const told = items
    .filter((item) => !item.deletedAtTime)
    .map((item) => ({
      id: item.id,
      person_api_id: `${item.learner.type}-${item.learner.id}`,
      package_api_id: item.course.id,
      package_desc: '',
      date_assigned: item.createdAtTime,
      date_started: item.startedAtTime ?? null,
      date_completed: item.completedAtTime ?? null,
    }));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const seen = results.map(({ api_id, ...rest }: { api_id: string }) => ({
    id: ids.get(api_id) as string,
    ...rest,
  }));
  expect(seen.sort(byId)).toEqual(told.sort(byId));
  expect(count).toBe(told.length);
  for (const { status, startedAtTime, completedAtTime } of items)
    expect(status).toBe(completedAtTime ? 'completed' : startedAtTime ? 'inProgress' : 'notStarted');
  const ledger = await server.database.rows(sql`
    select distinct on (id) resource, id, operation, document::text from ledger_change
    where org_id = ${org.orgId} order by id, seq desc`);
  const documents = (name: string, deletedToo: boolean) =>
    ledger
      .filter(([resource, , operation]) => resource === name && (deletedToo || operation !== 'delete'))
      .map(([, , , document]) => JSON.parse(document));
  const at = new Date().toISOString();
  const world: World = {
    at,
    get: ({ name }, id) => documents(name, true).find((document) => document.id === id),
    all: ({ name }) => documents(name, false),
  };
  // Both surfaces are told by the ledger alone.
  expect(documents('trainingAssignment', true).map((one) => trainingAssignment.served?.(one, world))).toEqual(
    [...items].sort(byId),
  );
  const byApiId = (a: { api_id: string }, b: { api_id: string }) => (a.api_id < b.api_id ? -1 : 1);
  const personApiId = ({ type, id }: { type: string; id: string }) => `${type}-${id}`;
  expect(
    documents('trainingAssignment', false)
      .map((one) => weekly10Record(one, world, personApiId))
      .sort(byApiId),
  ).toEqual([...results].sort(byApiId));
  return { records: results, items, ids };
}

test('both surfaces tell the same story after any sequence of writes on either', {
  timeout: 900_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30, size: 'max' }), async (steps) => {
      const world = await makeWorld();
      let now = await compare(world);
      for (const given of steps) {
        const reply = await take(world, now, given);
        expect(reply.status, reply.text).toBeLessThan(500);
        const next = await compare(world);
        const before = new Map(now.items.map((item) => [item.id, item]));
        for (const item of next.items) {
          const old = before.get(item.id);
          if (!old || JSON.stringify(old) === JSON.stringify(item)) continue;
          expect(reply.status).toBeLessThan(300);
          expect(Date.parse(item.updatedAtTime)).toBeGreaterThanOrEqual(Date.parse(old.updatedAtTime));
          expect(item.updatedAtTime).not.toBe(old.updatedAtTime);
        }
        if (reply.status >= 400) expect(next).toEqual(now);
        now = next;
      }
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 25) },
  );
});
