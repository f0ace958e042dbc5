import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  made,
  makeAssignments,
  makeCourse,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let driver: string;
let truck: string;
let yard: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  [driver] = (await makePeople(server, org, 1)) as [string];
  await org.send('PATCH', `/fleet/drivers/${driver}`, {
    username: 'smokey',
    timezone: 'America/Denver',
    externalIds: { payroll: '4841' },
  });
  truck = (await made(org, '/fleet/vehicles', { name: 'Truck', staticAssignedDriverId: driver })).id;
  yard = (await made(org, '/tags', { name: 'Yard', drivers: [driver] })).id;
  const course = await makeCourse(org);
  const { id } = await made(org, '/requirements', {
    name: 'Defensive driving',
    appliesTo: { type: 'driver' },
    satisfiedBy: { course: { id: course.id } },
  });
  await made(org, '/requirements/publish', { id });
  await made(org, '/waivers', { requirementId: id, subjectId: truck, reason: 'Parked' });
  await made(org, '/occurrences', { subjectId: driver, type: 'collision', at: '2026-01-02T00:00:00Z' });
  const [assignment] = await makeAssignments(org, course.id, [driver]);
  const complete = (scorePercent: number, completedAtTime: string) =>
    made(org, '/training-assignments/complete', { id: assignment?.id, scorePercent, completedAtTime });
  await complete(40, '2026-02-01T00:00:00Z');
  await made(org, '/training-assignments/reopen', { id: assignment?.id });
  await complete(90, '2026-02-03T00:00:00Z');
  const type = await makeQualificationType(org);
  await makeQualificationRecord(org, type, driver);
  await made(org, '/qualification-records/renew', {
    id: (await makeQualificationRecord(org, type, driver)).id,
    issueDate: '2026-02-15T00:00:00Z',
  });
});
afterAll(() => server.stop());

const summary = async (query: string, as: Pick<TestOrg, 'get'> = org) => {
  const { status, body, text } = await as.get(`/subjects/summary?id=${query}`);
  expect(status, text).toBe(200);
  return body.data;
};

test('200 a driver with papers, training and every attempt', async () => {
  const data = await summary('payroll:4841');
  expect(data).toMatchObject({
    id: driver,
    type: 'driver',
    name: 'Person 1',
    status: 'active',
    timeZone: 'America/Denver',
    username: 'smokey',
    externalIds: { payroll: '4841' },
    tags: [{ id: yard, name: 'Yard' }],
    staticPartner: { id: truck, type: 'vehicle', name: 'Truck' },
    requirements: [{ requirement: { name: 'Defensive driving', severity: 'block' }, status: 'current' }],
    waivers: [],
    occurrences: [{ type: 'collision' }],
  });
  expect(data.qualificationRecords).toHaveLength(2);
  expect(data.trainingAssignments).toMatchObject([
    {
      courseTitle: 'Defensive Driving',
      assignment: { status: 'completed', scorePercent: 90 },
      attempts: [
        { completedAtTime: '2026-02-01T00:00:00Z', scorePercent: 40 },
        { completedAtTime: '2026-02-03T00:00:00Z', scorePercent: 90 },
      ],
    },
  ]);
});

test('200 a vehicle', async () => {
  const data = await summary(`vehicle-${truck}`);
  expect(data).toMatchObject({
    type: 'vehicle',
    timeZone: 'UTC',
    staticPartner: { id: driver },
    requirements: [],
    waivers: [{ reason: 'Parked' }],
    qualificationRecords: [],
  });
  expect(data).not.toHaveProperty('trainingAssignments');
});

test('200 no papers, training or login name for whoever may not read them; no vehicle out of sight', async () => {
  const limited = await org.withScopes(['Read Requirements'], [yard]);
  const data = await summary(driver, limited);
  for (const name of ['qualificationRecords', 'trainingAssignments', 'username', 'staticPartner'])
    expect(data).not.toHaveProperty(name);
});

test('400 what is no id, 404 whoever is not there or out of sight', async () => {
  expect((await org.get('/subjects/summary?id=!')).status).toBe(400);
  expect((await org.get('/subjects/summary')).status).toBe(400);
  expect((await org.get('/subjects/summary?id=281474976999999')).status).toBe(404);
  const limited = await org.withScopes(['Read Requirements'], [yard]);
  expect((await limited.get(`/subjects/summary?id=${truck}`)).status).toBe(404);
});
