import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  made,
  makeAssignments,
  makeCourse,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../../test/builders.ts';
import { runFollowers } from '../../../test/jobs.ts';
import { work } from '../../../test/reports.ts';
import { type Client, startApp, type TestApp } from '../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

/** The rows of a report, each by its columns' names. */
async function reported(reader: Client, datasetId: string, names: string[], more: object = {}) {
  const reportConfig = { datasetId, columns: names.map((fieldName) => ({ fieldName })), ...more };
  const run = await reader.send('POST', '/reports/runs', { reportConfig });
  expect(run.status, run.text).toBe(202);
  await work(server);
  const { rows } = (await reader.get(`/reports/runs/data?id=${run.body.data.id}`)).body.data;
  return (rows as unknown[][]).map((row) => Object.fromEntries(row.map((cell, n) => [names[n], cell])));
}

test('reports say of each requirement and person what the statuses say, and count them by person', async () => {
  const org = await server.makeOrg();
  const [ann, bob] = (await makePeople(server, org, 2)) as [string, string];
  const vehicle = await made(org, '/fleet/vehicles', { name: 'Truck' });
  const tag = await made(org, '/tags', { name: 'Yard', drivers: [ann] });
  const publish = async (name: string, fields: object) => {
    const course = await makeCourse(org, { title: name });
    const { id } = await made(org, '/requirements', {
      name,
      appliesTo: { type: 'driver' },
      satisfiedBy: { course: { id: course.id } },
      ...fields,
    });
    await made(org, '/requirements/publish', { id });
    return { id, courseId: course.id };
  };
  const yearly = await publish('Yearly', {
    citation: '49 CFR 391',
    severity: 'warn',
    validity: { months: 12 },
    firstDue: { days: 30 },
  });
  await publish('At once', { appliesTo: { all: [{ type: 'driver' }, { not: { tag: tag.id } }] } });
  const [assignment] = await makeAssignments(org, yearly.courseId, [ann]);
  await made(org, '/training-assignments/complete', { id: assignment?.id });
  await makeAssignments(org, yearly.courseId, [bob]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await runFollowers(server);

  const { data } = (await org.get('/requirement-statuses')).body;
  const rows = await reported(org, 'RequirementStatuses', ['statusId', 'status', 'since', 'until', 'dueAt']);
  expect(rows).toEqual(
    data.map(({ id, status, since, until = null, dueAt = null }: Record<string, unknown>) => ({
      statusId: id,
      status,
      since,
      until,
      dueAt,
    })),
  );
  const told = ['requirementName', 'citation', 'severity', 'subjectName', 'status', 'isOverdue', 'isInHand'];
  const first = { filters: { fields: [{ fieldName: 'subjectId', operator: 'equals', values: [ann, bob] }] } };
  expect((await reported(org, 'RequirementStatuses', told, first)).map((row) => Object.values(row))).toEqual([
    ['Yearly', '49 CFR 391', 'warn', 'Person 1', 'current', 'no', 'no'],
    ['Yearly', '49 CFR 391', 'warn', 'Person 2', 'missing', 'no', 'yes'],
    ['At once', null, 'block', 'Person 2', 'missing', 'yes', 'no'],
  ]);

  const counts = [
    'subjectId',
    'worstStatus',
    'needed',
    'current',
    'missing',
    'overdue',
    'inHand',
    'metPercent',
  ];
  const matrix = await reported(org, 'RequirementMatrix', counts);
  const of = (id: string) => Object.values(matrix.find(({ subjectId }) => subjectId === id) ?? {}).slice(1);
  expect(of(ann)).toEqual(['current', 1, 1, 0, 0, 0, 100]);
  expect(of(bob)).toEqual(['missing', 2, 0, 2, 1, 1, 0]);
  expect(of(vehicle.id)).toEqual(['notNeeded', 0, 0, 0, 0, 0, null]);
  const dues = await reported(org, 'RequirementMatrix', ['subjectId', 'nextDueAt', 'overdueSince']);
  const due = (id: string, name: string) =>
    data.find(
      ({ subject, isOverdue }: { subject: { id: string }; isOverdue: boolean }) =>
        subject.id === id && isOverdue === (name === 'overdue'),
    )?.dueAt ?? null;
  for (const id of [ann, bob])
    expect(dues.find(({ subjectId }) => subjectId === id)).toEqual({
      subjectId: id,
      nextDueAt: due(id, 'next'),
      overdueSince: due(id, 'overdue'),
    });

  const inYard = await org.withScopes(['Full Access'], [tag.id]);
  expect(
    new Set((await reported(inYard, 'RequirementStatuses', ['subjectId'])).flatMap(Object.values)),
  ).toEqual(new Set([ann]));
  expect(await reported(inYard, 'RequirementMatrix', ['subjectName', 'needed'])).toEqual([
    { subjectName: 'Person 1', needed: 1 },
  ]);
});

test('the worst status is one that is overdue, then expired before missing before expiring before current', async () => {
  const org = await server.makeOrg();
  const [ann] = (await makePeople(server, org, 1)) as [string];
  const worst = async () => {
    await runFollowers(server);
    const [row] = await reported(org, 'RequirementMatrix', ['worstStatus'], {
      filters: { fields: [{ fieldName: 'subjectId', operator: 'equals', values: [ann] }] },
    });
    return row?.worstStatus;
  };
  const publish = async (fields: object): Promise<string> => {
    const course = await makeCourse(org);
    const { id } = await made(org, '/requirements', {
      name: 'Rule',
      appliesTo: { type: 'driver' },
      satisfiedBy: { course: { id: course.id } },
      ...fields,
    });
    await made(org, '/requirements/publish', { id });
    return course.id;
  };
  const complete = async (courseId: string) => {
    const [assignment] = await makeAssignments(org, courseId, [ann]);
    await made(org, '/training-assignments/complete', { id: assignment?.id });
  };
  expect(await worst()).toBe('notNeeded');
  await complete(await publish({ validity: { months: 12 }, firstDue: { days: 30 } }));
  expect(await worst()).toBe('current');
  await complete(await publish({ validity: { days: 10 }, warnDays: [30], firstDue: { days: 30 } }));
  expect(await worst()).toBe('expiring');
  await publish({ firstDue: { days: 30 } });
  expect(await worst()).toBe('missing');
  const type = await makeQualificationType(org, { expiration: { required: true } });
  const lapsing = new Date(Date.now() + 1000);
  await makeQualificationRecord(org, type, ann, { expirationDate: lapsing.toISOString() });
  const satisfiedBy = { qualification: { typeId: type.id } };
  await publish({ satisfiedBy, validity: 'untilRecordExpires', graceDays: 30, firstDue: { days: 30 } });
  await new Promise((resolve) => setTimeout(resolve, lapsing.getTime() + 5 - Date.now()));
  expect(await worst()).toBe('expired');
  const overdue = await publish({});
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await worst()).toBe('missing');
  await complete(overdue);
  expect(await worst()).toBe('expired');
});

test('reports on waivers say which hold, and those on occurrences what happened in their range', async () => {
  const org = await server.makeOrg();
  const [ann, bob] = (await makePeople(server, org, 2)) as [string, string];
  const tag = await made(org, '/tags', { name: 'Yard', drivers: [ann] });
  const course = await makeCourse(org);
  const { id: requirementId } = await made(org, '/requirements', {
    name: 'Yearly',
    citation: '49 CFR 391',
    appliesTo: { type: 'driver' },
    satisfiedBy: { course: { id: course.id } },
  });
  const waive = (subjectId: string, from: string, until?: string) =>
    made(org, '/waivers', {
      requirementId,
      subjectId,
      from,
      reason: 'On leave',
      ...(until ? { until } : {}),
    });
  await waive(ann, '2026-01-01T00:00:00Z');
  await waive(bob, '2026-01-02T00:00:00Z', '2026-02-01T00:00:00Z');
  await waive(bob, '2096-01-01T00:00:00Z');
  const names = ['requirementName', 'citation', 'subjectName', 'holds', 'from', 'until', 'reason'];
  expect((await reported(org, 'Waivers', names)).map((row) => Object.values(row).slice(2, 6))).toEqual([
    ['Person 1', 'yes', '2026-01-01T00:00:00Z', null],
    ['Person 2', 'no', '2026-01-02T00:00:00Z', '2026-02-01T00:00:00Z'],
    ['Person 2', 'no', '2096-01-01T00:00:00Z', null],
  ]);
  const happened = (subjectId: string, at: string, more: object = {}) =>
    made(org, '/occurrences', { subjectId, type: 'collision', at, ...more });
  await happened(bob, '2026-03-01T00:00:00Z', { externalId: 'claim-1', details: { speed: 20 } });
  await happened(ann, '2026-02-01T00:00:00Z');
  await happened(ann, '2020-01-01T00:00:00Z');
  const range = { startTime: '2026-01-01T00:00:00Z', endTime: '2026-04-01T00:00:00Z' };
  const rows = await reported(org, 'Occurrences', ['subjectName', 'type', 'at', 'externalId', 'details'], {
    filters: { primaryTimeRange: range },
  });
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['Person 1', 'collision', '2026-02-01T00:00:00Z', null, null],
    ['Person 2', 'collision', '2026-03-01T00:00:00Z', 'claim-1', '{"speed":20}'],
  ]);
  const inYard = await org.withScopes(['Full Access'], [tag.id]);
  for (const datasetId of ['Waivers', 'Occurrences'])
    expect(new Set((await reported(inYard, datasetId, ['subjectId'])).flatMap(Object.values))).toEqual(
      new Set([ann]),
    );
});
