import { afterAll, beforeAll, expect, test } from 'vitest';
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
import { tell } from './words.ts';

let server: TestApp;
let org: TestOrg;
let driver: string;
let yard: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  [driver] = (await makePeople(server, org, 1)) as [string];
  yard = (await made(org, '/tags', { name: 'Yard', drivers: [driver] })).id;
  const course = await makeCourse(org);
  const { id } = await made(org, '/requirements', {
    name: 'Safe driver',
    appliesTo: { type: 'driver' },
    satisfiedBy: { course: { id: course.id } },
  });
  await made(org, '/requirements/publish', { id });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await runFollowers(server);
  await made(org, '/waivers', { requirementId: id, subjectId: driver, reason: 'On leave' });
  const [assignment] = await makeAssignments(org, course.id, [driver]);
  await made(org, '/training-assignments/complete', { id: assignment?.id, scorePercent: 85 });
  await makeQualificationRecord(org, await makeQualificationType(org), driver);
  await made(org, '/fleet/vehicles', { name: 'Truck', staticAssignedDriverId: driver });
});
afterAll(() => server.stop());

interface Entry {
  seq: string;
  actor: string;
  actorName?: string;
  resource: string;
  text: string;
}

async function timeline(query = '', as: Pick<TestOrg, 'get'> = org): Promise<Entry[]> {
  const { status, body, text } = await as.get(`/subjects/timeline?id=${driver}${query}`);
  expect(status, text).toBe(200);
  return body.data;
}

test('200 what happened to a driver, the latest first, in sentences', async () => {
  const entries = await timeline();
  expect(entries.map(({ text }) => text)).toEqual([
    'Truck was added as a vehicle.',
    'Person 1 was saved, nothing of its own changed.',
    '“Driver License” was recorded.',
    'Training “Defensive Driving” was completed with 85 %.',
    'Training “Defensive Driving” was assigned, due 2030-01-01.',
    '“Safe driver” was waived: On leave.',
    '“Safe driver” is missing and overdue.',
    'Person 1 was changed: tags.',
    'Person 1 was added as a driver.',
  ]);
  expect(entries[0]).toMatchObject({ actor: org.actor, actorName: expect.any(String), operation: 'create' });
  expect(entries.map(({ seq }) => Number(seq))).toEqual(
    entries.map(({ seq }) => Number(seq)).sort((a, b) => b - a),
  );
});

test('200 page by page, and of some kinds alone', async () => {
  const all = await timeline();
  const first = await org.get(`/subjects/timeline?id=${driver}&limit=3`);
  const { endCursor } = first.body.pagination;
  const second = await org.get(`/subjects/timeline?id=${driver}&limit=3&after=${endCursor}`);
  expect([...first.body.data, ...second.body.data]).toEqual(all.slice(0, 6));
  expect(await timeline('&resources=waiver')).toEqual(all.filter(({ resource }) => resource === 'waiver'));
});

test('200 what a token may read, and by whom it sees', async () => {
  const some = await org.withScopes(['Read Requirements', 'Read Training Assignments']);
  expect(new Set((await timeline('', some)).map(({ resource }) => resource))).toEqual(
    new Set(['trainingAssignment', 'waiver', 'requirementStatus']),
  );
  const limited = await org.withScopes(['Read-only'], [yard]);
  const entries = await timeline('', limited);
  expect(entries.map(({ resource }) => resource)).not.toContain('vehicle');
  expect(entries.length).toBe(8);
  for (const entry of entries) {
    expect(entry.actor).toBe('');
    expect(entry).not.toHaveProperty('actorName');
  }
});

test('200 what was erased says so little', () => {
  const nameOf = () => '';
  const told = { resource: 'trainingAssignment', operation: 'update', before: undefined, nameOf };
  expect(tell({ ...told, document: undefined })).toBe('A training assignment was changed.');
  expect(tell({ ...told, document: { status: 'inProgress' } })).toBe(
    'The assignment of training one that is not there any more was changed.',
  );
});

test('400 a kind that is none, 404 whoever is not there or out of sight', async () => {
  const odd = await org.get(`/subjects/timeline?id=${driver}&resources=trailer`);
  expect([odd.status, odd.body.message]).toEqual([400, expect.stringContaining('"trailer"')]);
  expect((await org.get('/subjects/timeline?id=281474976999999')).status).toBe(404);
  const limited = await org.withScopes(['Read-only'], [yard]);
  const truck = (await org.get('/subjects?types=vehicle')).body.data[0].id;
  expect((await limited.get(`/subjects/timeline?id=${truck}`)).status).toBe(404);
});
