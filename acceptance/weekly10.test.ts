import { beforeAll, describe, expect, inject, test } from 'vitest';
import { call, samsara } from './clients.ts';

// The weekly10 dialect as its clients speak it: plain HTTP, the header form Token, slashes at the end or not.

const RUN = Date.now().toString(36);
const START = '2026-03-01T08:00:00Z';
const END = '2026-03-01T09:30:00Z';
const startedAt = new Date().toISOString();
const asToken = { authorization: `Token ${inject('token')}` };
const send = (method: string, path: string, body?: unknown) => call(method, path, body, asToken);

let driverId: string;
beforeAll(async () => {
  const made = await samsara().drivers.create({
    name: `Weekly ${RUN}`,
    username: `weekly-${RUN}`,
    password: 'correct horse 9',
    externalIds: { payroll: `weekly-${RUN}` },
  });
  driverId = made.data?.id as string;
});

/** The assignment of the driver as the official client last hears of it. */
async function heard() {
  const page = await samsara().trainingAssignments.getTrainingAssignmentsStream({
    startTime: startedAt,
    learnerIds: [`driver-${driverId}`],
  });
  return page.data.at(-1);
}

describe('records', () => {
  const apiId = `record-${RUN}`;
  const path = `/training/record/${apiId}/`;
  const fields = { person_api_id: `payroll:weekly-${RUN}`, package_api_id: `package-${RUN}` };

  test('a package, and a record of it that the official client hears of', async () => {
    const made = await send('POST', '/training/package/', {
      api_id: fields.package_api_id,
      name: `Fatigue ${RUN}`,
      description: 'Sleep first.',
    });
    expect(made).toMatchObject({ status: 201, body: { api_id: fields.package_api_id, is_active: true } });
    const record = await send('POST', '/training/record', { api_id: apiId, ...fields, date_started: START });
    expect(record).toMatchObject({
      status: 201,
      body: {
        api_id: apiId,
        person_api_id: `driver-${driverId}`,
        package_desc: 'Sleep first.',
        date_completed: null,
      },
    });
    expect(await heard()).toMatchObject({
      status: 'inProgress',
      createdAtTime: record.body.date_assigned,
      startedAtTime: START,
    });
  });

  test('completed here, open again by PUT, completed there', async () => {
    const done = await send('PATCH', path, { date_completed: END });
    expect(done).toMatchObject({ status: 200, body: { date_started: START, date_completed: END } });
    const before = await heard();
    expect(before).toMatchObject({ status: 'completed', completedAtTime: END });
    await send('PUT', path, { ...fields, date_started: START, date_completed: null });
    const open = await heard();
    expect(open).toMatchObject({ id: before?.id, status: 'inProgress' });
    expect(Date.parse(open?.updatedAtTime as string)).toBeGreaterThan(
      Date.parse(before?.updatedAtTime as string),
    );
    await call('POST', '/training-assignments/complete', {
      id: open?.id,
      completedAtTime: END,
      scorePercent: 90,
    });
    expect((await send('GET', path)).body).toMatchObject({ date_started: START, date_completed: END });
  });

  test('found by the person’s name, one page after the other', async () => {
    await send('POST', '/training/record/', fields);
    const first = (await send('GET', `/training/record/?search=weekly%20${RUN}&limit=1`)).body;
    expect(first).toMatchObject({ count: 2, previous: null });
    const url = new URL(first.next);
    const second = (await send('GET', url.pathname + url.search)).body;
    expect(second).toMatchObject({ count: 2, next: null, results: [{ api_id: apiId }] });
  });

  test('deleted here is a tombstone there, and the package goes with its records', async () => {
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await heard())?.deletedAtTime).toMatch(/Z$/);
    const refused = await send('DELETE', `/training/package/${fields.package_api_id}/`);
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.any(String) } });
    const gone = await send('DELETE', `/training/package/${fields.package_api_id}/?cascade=true`);
    expect(gone.status).toBe(204);
    expect((await send('GET', `/training/record/?search=${RUN}`)).body.count).toBe(0);
  });
});

test('people', async () => {
  const api_id = `person-${RUN}`;
  const made = await send('POST', '/directory/user/', {
    api_id,
    email: `${api_id}@example.com`,
    first_name: 'Ada',
    last_name: 'Byron',
    manager_api_id: `driver-${driverId}`,
  });
  expect(made).toMatchObject({
    status: 201,
    body: { api_id, is_active: true, manager_api_id: `driver-${driverId}` },
  });
  expect((await send('PUT', `/directory/user/${api_id}`, made.body)).body).toEqual(made.body);
  expect((await send('DELETE', `/directory/user/${api_id}/`)).status).toBe(204);
  expect((await send('GET', `/directory/user/${api_id}/`)).body.is_active).toBe(false);
});

test('errors are of this dialect', async () => {
  const wrong = await send('POST', '/training/record/', { person_api_id: 'nobody', date_started: 'soon' });
  expect(wrong).toMatchObject({ status: 400, body: { package_api_id: [expect.any(String)] } });
  const stranger = await call('GET', '/training/record/', undefined, { authorization: 'Token nobody' });
  expect(stranger).toMatchObject({ status: 401, body: { detail: 'Invalid token.' } });
  for (const [method, path, status] of [
    ['GET', `/training/record/nothing-${RUN}`, 404],
    ['GET', '/training/record/a/b/', 404],
    ['DELETE', '/training/record/', 405],
  ] as const)
    expect(await send(method, path)).toMatchObject({ status, body: { detail: expect.any(String) } });
});
