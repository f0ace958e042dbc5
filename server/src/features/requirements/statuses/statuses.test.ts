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

let server: TestApp;
let org: TestOrg;
let course: Awaited<ReturnType<typeof makeCourse>>;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  course = await makeCourse(org);
});
afterAll(() => server.stop());

const publish = async (fields: Record<string, unknown>): Promise<string> => {
  const { id } = await made(org, '/requirements', {
    name: 'Defensive driving',
    appliesTo: { type: 'driver' },
    satisfiedBy: { course: { id: course.id } },
    ...fields,
  });
  await made(org, '/requirements/publish', { id });
  await runFollowers(server);
  return id;
};

const complete = async (learnerId: string, courseId = course.id): Promise<string> => {
  const [assignment] = await makeAssignments(org, courseId, [learnerId]);
  const id = assignment?.id as string;
  await made(org, '/training-assignments/complete', { id });
  return id;
};

const listed = async (query: string) => {
  const { status, body } = await org.get(`/requirement-statuses?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

const explained = async (subjectId: string, requirementId: string, asOf = '') => {
  const query = new URLSearchParams({ subjectId, requirementId, ...(asOf ? { asOf } : {}) });
  const { status, body } = await org.get(`/requirement-statuses/explain?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
};

describe('GET /requirement-statuses', () => {
  test('200 what is kept and what is worked out at once are the same', async () => {
    const people = await makePeople(server, org, 3);
    const requirementId = await publish({ validity: { months: 12 }, warnDays: [30], firstDue: { days: 30 } });
    await complete(people[0] as string);
    await runFollowers(server);
    const kept = await listed(`requirementIds=${requirementId}`);
    expect(kept.data.map(({ status }: { status: string }) => status)).toEqual([
      'current',
      'missing',
      'missing',
    ]);
    expect(BigInt(kept.asOfSeq)).toBeGreaterThan(0n);
    const asked = await listed(`requirementIds=${requirementId}&subjectIds=${people.join(',')}`);
    const facts = ({ updatedAtTime: _, ...rest }: Record<string, unknown>) => rest;
    expect(asked.data.map(facts)).toEqual(kept.data.map(facts));
  });

  test('200 pages of everything, with counts on the first', async () => {
    const all = await org.get('/requirement-statuses?limit=2', { prefer: 'count' });
    const { missing, current, overdue } = all.body.counts;
    expect(missing + current).toBeGreaterThan(2);
    expect(overdue).toBe(0);
    const seen = [...all.body.data];
    for (let page = all.body; page.pagination.hasNextPage; ) {
      page = await listed(`limit=2&after=${page.pagination.endCursor}`);
      expect(page.counts).toBeUndefined();
      seen.push(...page.data);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(missing + current);
  });

  test('200 only what ends soon, only what is overdue, only what is in a tag', async () => {
    const [person] = (await makePeople(server, org, 1)) as [string];
    const tag = await made(org, '/tags', { name: 'Yard', drivers: [person] });
    const overdueId = await publish({ name: 'At once' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await runFollowers(server);
    const within = await listed(`tagIds=${tag.id}&requirementIds=${overdueId}&isOverdue=true`);
    expect(within.data).toMatchObject([{ subject: { id: person }, status: 'missing', isOverdue: true }]);
    await complete(person);
    const shortId = await publish({ name: 'Short', validity: { days: 3 }, appliesTo: { tag: tag.id } });
    expect((await listed(`requirementIds=${shortId}&expiringWithinDays=4`)).data).toHaveLength(1);
    expect((await listed(`requirementIds=${shortId}&expiringWithinDays=2`)).data).toHaveLength(0);
  });

  test.each([
    ['subjectIds=1', 404, 'subjectIds'],
    ['subjectIds=x', 400, 'subjectIds'],
    ['tagIds=1', 404, 'tagIds'],
    ['requirementIds=x', 400, 'requirementIds'],
    ['statuses=good', 400, 'statuses'],
    ['asOf=2026-01-01T00:00:00Z', 400, 'asOf'],
  ])('%s is refused', async (query, status, field) => {
    const reply = await org.get(`/requirement-statuses?${query}`);
    expect(reply.status).toBe(status);
    expect(reply.body.message).toContain(field);
  });
});

describe('GET /requirement-statuses/explain', () => {
  test('200 the evidence with its entry of the ledger, the arithmetic in words, and what will change it', async () => {
    const [person] = (await makePeople(server, org, 1)) as [string];
    const id = await complete(person);
    const requirementId = await publish({
      name: 'Forklift evaluation',
      citation: '29 CFR 1910.178(l)(4)(iii)',
      validity: { months: 36 },
      warnDays: [60, 30, 7],
    });
    const told = await explained(person, requirementId);
    expect(told).toMatchObject({
      requirement: { name: 'Forklift evaluation', citation: '29 CFR 1910.178(l)(4)(iii)', severity: 'block' },
      status: 'current',
      isOverdue: false,
    });
    const texts = told.because.map(({ text }: { text: string }) => text);
    expect(texts).toEqual([
      expect.stringContaining('Forklift evaluation (29 CFR 1910.178(l)(4)(iii))'),
      expect.stringContaining('is a driver'),
      expect.stringContaining('"Defensive Driving" completed'),
      expect.stringContaining('valid 36 months, until'),
      expect.stringContaining('due'),
      expect.stringContaining('expiring from'),
    ]);
    const evidence = told.because.find(({ fact }: { fact: string }) => fact === 'evidence');
    expect(evidence).toMatchObject({ resource: 'trainingAssignment', id });
    expect(BigInt(evidence.seq)).toBeGreaterThan(0n);
  });

  test('200 an earlier moment is told as it was then, and a later one as it will be', async () => {
    const [person] = (await makePeople(server, org, 1)) as [string];
    const requirementId = await publish({ validity: { days: 10 }, firstDue: { days: 5 } });
    const before = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await complete(person);
    expect((await explained(person, requirementId)).status).toBe('current');
    expect((await explained(person, requirementId, before)).status).toBe('missing');
    const later = new Date(Date.now() + 20 * 86_400_000).toISOString();
    expect(await explained(person, requirementId, later)).toMatchObject({
      status: 'expired',
      isOverdue: true,
    });
    await org.send('DELETE', `/fleet/drivers/${person}`);
  });

  test('200 a record that is archived was evidence until then, and a renewal that is deleted gives it back', async () => {
    const [person] = (await makePeople(server, org, 1)) as [string];
    const type = await makeQualificationType(org, { name: 'Medical card' });
    const requirementId = await publish({
      satisfiedBy: { qualification: { typeId: type.id } },
      validity: 'untilRecordExpires',
    });
    const record = await makeQualificationRecord(org, type, person, {
      issueDate: '2026-01-01T00:00:00Z',
      expirationDate: '2036-01-01T00:00:00Z',
    });
    expect(await explained(person, requirementId)).toMatchObject({
      status: 'current',
      until: '2036-01-01T00:00:00Z',
    });
    const renewal = await made(org, '/qualification-records/renew', {
      id: record.id,
      issueDate: '2026-02-01T00:00:00Z',
      expirationDate: '2046-01-01T00:00:00Z',
    });
    expect(await explained(person, requirementId)).toMatchObject({ until: '2046-01-01T00:00:00Z' });
    const renewed = new Date().toISOString();
    await org.send('DELETE', '/qualification-records', { id: renewal.id });
    expect(await explained(person, requirementId)).toMatchObject({ until: '2036-01-01T00:00:00Z' });
    await org.send('POST', '/qualification-records/archive', { id: record.id });
    expect(['expired', 'missing']).toContain((await explained(person, requirementId)).status);
    expect(await explained(person, requirementId, renewed)).toMatchObject({ until: '2046-01-01T00:00:00Z' });
  });
});

describe('GET /requirement-statuses/matrix', () => {
  test('200 one character a requirement', async () => {
    const other = await server.makeOrg();
    const { id: courseId } = await makeCourse(other);
    const people = await makePeople(server, other, 2);
    const draft = { appliesTo: { type: 'driver' }, satisfiedBy: { course: { id: courseId } } };
    for (const more of [{ firstDue: { days: 9 } }, { appliesTo: { type: 'vehicle' } }, {}]) {
      const fields = { name: 'R', ...draft, ...more };
      if ('appliesTo' in more) Object.assign(fields, { appliesTo: { not: { type: 'driver' } } });
      const { id } = await made(other, '/requirements', fields);
      await made(other, '/requirements/publish', { id });
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    await runFollowers(server);
    const { body } = await other.get('/requirement-statuses/matrix');
    expect(body.data.requirements).toHaveLength(3);
    expect(body.data.subjects).toEqual(
      people.map((id, n) => ({ id, type: 'driver', name: `Person ${n + 1}`, statuses: 'm-M' })),
    );
  });
});

describe('GET /requirement-statuses/stream', () => {
  test('200 each change of a status, in order', async () => {
    const [person] = (await makePeople(server, org, 1)) as [string];
    const requirementId = await publish({ name: 'Streamed', firstDue: { days: 5 } });
    const startTime = new Date(Date.now() - 60_000).toISOString();
    const read = async () =>
      (
        await org.get(
          `/requirement-statuses/stream?${new URLSearchParams({ startTime, requirementIds: requirementId })}`,
        )
      ).body.data.filter(({ subject }: { subject: { id: string } }) => subject.id === person);
    expect(await read()).toMatchObject([{ status: 'missing' }]);
    await complete(person);
    await runFollowers(server);
    expect(await read()).toMatchObject([{ status: 'current' }]);
  });
});
