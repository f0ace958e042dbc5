import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  made,
  makeAssignments,
  makeCourse,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../../../test/builders.ts';
import { runFollowers } from '../../../../test/jobs.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

let server: TestApp;
let org: TestOrg;
let trained: string;
let novice: string;
let vehicle: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  const course = await makeCourse(org);
  [trained, novice] = (await makePeople(server, org, 2)) as [string, string];
  const [assignment] = await makeAssignments(org, course.id, [trained]);
  await made(org, '/training-assignments/complete', { id: assignment?.id });
  vehicle = (await made(org, '/fleet/vehicles', { name: 'Truck 7' })).id;
  const type = await makeQualificationType(org, { name: 'Inspection', entityType: 'asset' });
  await makeQualificationRecord(org, type, vehicle, {
    owner: { entityType: 'asset', id: vehicle },
    issueDate: inDays(-20),
    expirationDate: inDays(10),
  });
  const publish = async (fields: Record<string, unknown>) => {
    const { id } = await made(org, '/requirements', {
      name: 'Hazmat',
      citation: '49 CFR 172.704',
      appliesTo: { type: 'driver' },
      satisfiedBy: { course: { id: course.id } },
      validity: { days: 30 },
      firstDue: { days: 90 },
      ...fields,
    });
    await made(org, '/requirements/publish', { id });
  };
  await publish({});
  await publish({
    name: 'Annual inspection',
    appliesTo: { type: 'vehicle' },
    satisfiedBy: { qualification: { typeId: type.id } },
    validity: 'untilRecordExpires',
    firstDue: null,
  });
});
afterAll(() => server.stop());

const check = async (body: Record<string, unknown>) => {
  const reply = await org.send('POST', '/eligibility/check', body);
  expect(reply.status, reply.text).toBe(200);
  return reply.body.data.results;
};

describe('POST /eligibility/check', () => {
  test('200 allow who meets it, warn of who has not yet to, and when each will lapse', async () => {
    const [ready, notYet] = await check({ subjectIds: [trained, novice] });
    expect(ready).toMatchObject({ subject: { id: trained }, verdict: 'allow', reasons: [] });
    expect(ready.lapsesAt.slice(0, 10)).toBe(inDays(31).slice(0, 10));
    expect(notYet).toMatchObject({
      verdict: 'warn',
      reasons: [{ name: 'Hazmat', citation: '49 CFR 172.704', status: 'missing', isOverdue: false }],
    });
    expect(notYet.lapsesAt.slice(0, 10)).toBe(inDays(91).slice(0, 10));
  });

  test('200 block once it is overdue, and when it becomes so within the time asked for', async () => {
    const [later] = await check({ subjectIds: [novice], from: inDays(100) });
    expect(later).toMatchObject({ verdict: 'block', reasons: [{ status: 'missing', isOverdue: true }] });
    const [during] = await check({ subjectIds: [novice], from: inDays(80), until: inDays(100) });
    expect(during.verdict).toBe('block');
    expect(during.reasons[0].from.slice(0, 10)).toBe(inDays(91).slice(0, 10));
  });

  test('200 what blocks the vehicle blocks whoever would drive it', async () => {
    const [now] = await check({ subjectIds: [trained], vehicleId: vehicle });
    expect(now.verdict).toBe('allow');
    expect(now.lapsesAt.slice(0, 10)).toBe(inDays(10).slice(0, 10));
    const [later] = await check({ subjectIds: [trained], vehicleId: vehicle, from: inDays(12) });
    expect(later).toMatchObject({
      verdict: 'block',
      reasons: [{ name: 'Annual inspection', subjectId: vehicle, status: 'expired' }],
    });
  });

  test('200 a warning lapses with the first that blocks, whatever only warns before it', async () => {
    const [person] = await makePeople(server, org, 1);
    const course = await makeCourse(org, { title: 'Ladders' });
    const [assignment] = await makeAssignments(org, course.id, [person as string]);
    await made(org, '/training-assignments/complete', { id: assignment?.id });
    const ids: string[] = [];
    for (const fields of [
      { severity: 'warn', satisfiedBy: { course: { id: (await makeCourse(org, { title: 'Never' })).id } } },
      { severity: 'warn', validity: { days: 5 }, satisfiedBy: { course: { id: course.id } } },
      { validity: { days: 10 }, graceDays: 7, satisfiedBy: { course: { id: course.id } } },
    ]) {
      const { id } = await made(org, '/requirements', {
        name: 'One of three',
        appliesTo: { type: 'driver' },
        ...fields,
      });
      await made(org, '/requirements/publish', { id });
      ids.push(id);
    }
    for (const kept of [false, true]) {
      if (kept) await runFollowers(server);
      const [warned] = await check({ subjectIds: [person] });
      expect(warned.verdict).toBe('warn');
      expect(warned.lapsesAt.slice(0, 10), `kept: ${kept}`).toBe(inDays(18).slice(0, 10));
    }
    for (const id of ids) await made(org, '/requirements/archive', { id });
  });

  test('200 what has not been followed yet counts, beside what has been', async () => {
    const tomorrow = inDays(1);
    const asked = () => check({ subjectIds: [trained, novice], from: tomorrow });
    await runFollowers(server);
    const before = await asked();
    const reply = await org.send('POST', '/waivers', {
      requirementId: before[1].reasons[0].requirementId,
      subjectId: novice,
      reason: 'On leave',
    });
    const after = await asked();
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toMatchObject({ verdict: 'allow', reasons: [] });
    await org.send('DELETE', `/waivers?id=${reply.body.data.id}`);
    expect(await asked()).toEqual(before);
    await runFollowers(server);
    expect(await asked()).toEqual(before);
  });

  test('200 an override that holds all the time makes a block a warning, and says why', async () => {
    const day = inDays(100);
    const { id } = await made(org, '/eligibility/overrides', {
      subjectId: novice,
      from: inDays(99),
      until: inDays(101),
      reason: 'Supervised by Ann',
    });
    const [overridden] = await check({ subjectIds: [novice], from: day });
    expect(overridden.lapsesAt.slice(0, 10), 'the override ends').toBe(inDays(101).slice(0, 10));
    expect(overridden).toMatchObject({ verdict: 'warn', reasons: [{ verdict: 'warn', overrideId: id }] });
    expect(overridden.reasons[0].text).toContain('Supervised by Ann');
    expect((await check({ subjectIds: [novice], from: day, until: inDays(102) }))[0].verdict).toBe('block');
    await org.send('DELETE', `/eligibility/overrides?id=${id}`);
    expect((await check({ subjectIds: [novice], from: day }))[0].verdict).toBe('block');
  });

  test.each([
    [{ subjectIds: [] }, 400, 'subjectIds'],
    [{ subjectIds: ['1'] }, 404, 'subjectIds'],
    [{ from: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' }, 400, 'until'],
    [{ from: 'soon' }, 400, 'from'],
  ])('%j is refused', async (more, expected, field) => {
    const { status, body } = await org.send('POST', '/eligibility/check', { subjectIds: [trained], ...more });
    expect(status).toBe(expected);
    expect(body.message).toContain(field);
  });

  test('400 a vehicle that is a person', async () => {
    const { status, body } = await org.send('POST', '/eligibility/check', {
      subjectIds: [trained],
      vehicleId: novice,
    });
    expect(status).toBe(400);
    expect(body.message).toContain('vehicleId');
  });
});
