import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCourse, makePeople } from '../../server/test/builders.ts';
import { dot } from '../../server/test/pictures.ts';
import { work } from '../../server/test/reports.ts';
import { startApp, type TestApp } from '../../server/test/start-app.ts';
import * as client from '../src/index.ts';

let server: TestApp;
let crew: client.Crewready;
beforeAll(async () => {
  server = await startApp();
  crew = new client.Crewready({ url: server.url, token: server.org.token });
});
afterAll(() => server.stop());

const caught = (call: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(call).then(
    () => undefined,
    (error: unknown) => error,
  );

test('a rehearsal writes nothing, the deed does, and its key finds it again', async () => {
  expect(await crew.tags.create({ name: 'Reno' }, { dryRun: true })).toMatchObject({ name: 'Reno' });
  expect(await crew.tags.list().toArray(10)).toEqual([]);
  const idempotencyKey = 'payroll-2026-11';
  const tag = await crew.tags.create({ name: 'Reno' }, { idempotencyKey });
  expect(await crew.tags.create({ name: 'Reno' }, { idempotencyKey })).toEqual(tag);
  const error = await caught(crew.tags.create({ name: 'Elko' }, { idempotencyKey }));
  expect(error).toBeInstanceOf(client.KeyReusedError);
  expect(error).toMatchObject({ status: 422, kind: 'keyReused', idempotencyKey });
  expect(await crew.tags.delete({ id: tag.id })).toBeUndefined();
});

test('whoever deletes many is told what became of each', async () => {
  const { id: courseId } = await makeCourse(server.org);
  const learnerIds = await makePeople(server, server.org, 2);
  const made = await crew.assignments.create({
    courseId,
    learnerIds: learnerIds.map((id) => `driver-${id}`),
    dueAtTime: '2030-01-01T00:00:00Z',
  });
  const ids = made.map(({ id }) => id);
  expect(await crew.assignments.delete({ ids })).toEqual(ids.map((id) => ({ id, outcome: 'deleted' })));
});

test('errors have a class for each status, and say which request', async () => {
  const nobody = crew.with({ token: 'crewready_nobody' });
  const reader = crew.with({ token: (await server.org.withScopes(['Read Tags'])).token });
  const large = { name: 'x'.repeat(3_000_000) };
  const cases: [() => PromiseLike<unknown>, unknown, number, string][] = [
    [() => nobody.organization.get(), client.UnauthorizedError, 401, 'unauthorized'],
    [() => reader.tags.create({ name: 'Reno' }), client.ForbiddenError, 403, 'forbidden'],
    [() => crew.tags.get({ id: '1' }), client.NotFoundError, 404, 'notFound'],
    [() => crew.tags.list({ limit: 0 }), client.InvalidError, 400, 'invalid'],
    [() => crew.tags.create(large), client.TooLargeError, 413, 'tooLarge'],
  ];
  for (const [call, type, status, kind] of cases) {
    const error = await caught(call());
    expect(error).toBeInstanceOf(type);
    expect(error).toBeInstanceOf(client.StatusError);
    expect(error).toMatchObject({ status, kind, requestId: expect.stringMatching(/./) });
  }
});

test('each problem of a weekly10 request is told by its field', async () => {
  const error = await caught(crew.weekly10.trainingPackages.create({ name: '' }));
  expect(error).toBeInstanceOf(client.InvalidError);
  const { fields, message } = error as client.InvalidError;
  expect(Object.keys(fields)).toContain('name');
  expect(message).toMatch(/^\w+: /);
});

test('an id of the path is needed, and one of the body can have the same name', async () => {
  await expect(crew.tags.get({ id: '' })).rejects.toThrow('id is missing');
  const api_id = 'a/b c';
  await crew.weekly10.trainingPackages.create({ api_id, name: 'Ladders' });
  const moved = await crew.weekly10.trainingPackages.update({ api_id, body: { api_id: 'd' } });
  expect(moved).toMatchObject({ api_id: 'd', name: 'Ladders' });
});

test('a file is sent, once', async () => {
  const vehicle = await crew.vehicles.create({ name: 'Truck 1' });
  const at = '2026-01-01T00:00:00Z';
  const input = {
    vehicleId: vehicle.id,
    input: 'analog1' as const,
    mediaType: 'image' as const,
    triggerReason: 'api' as const,
    startTime: at,
    endTime: at,
    file: new Blob([dot as Uint8Array<ArrayBuffer>], { type: 'image/png' }),
  };
  const options = { idempotencyKey: 'first' };
  const media = await crew.cameraMedia.upload(input, options);
  expect(await crew.cameraMedia.upload(input, options)).toMatchObject({ vehicleId: media.vehicleId });
  const all = crew.cameraMedia.list({
    vehicleIds: [vehicle.id],
    startTime: at,
    endTime: '2026-01-02T00:00:00Z',
  });
  expect((await all.toArray(10)).length).toBe(1);
});

test('a report run is waited for, told of and read', async () => {
  const columns = [{ fieldName: 'personName' }];
  const { id: reportConfigId } = await crew.reportConfigs.create({
    name: 'People',
    datasetId: 'People',
    columns,
  });
  const begun = await crew.reportRuns.create({ reportConfig: { id: reportConfigId } });
  const told: (number | undefined)[] = [];
  const done = crew.reportRuns.done(begun, { onProgress: ({ percent }) => told.push(percent) });
  await work(server);
  expect(await done).toMatchObject({ id: begun.id, status: 'complete' });
  expect(told.at(-1)).toBe(100);
  expect((await crew.reportRuns.data({ id: begun.id })).reply.data.columns.length).toBe(1);
  const csv = await crew.reportRuns.export({ id: begun.id, format: 'csv' });
  expect((await new Response(csv).text()).length).toBeGreaterThan(1);
});

test('a job that does not end well is an error, and a signal ends the waiting', async () => {
  const columns = [{ fieldName: 'personName' }];
  const begun = await crew.reportRuns.create({ reportConfig: { datasetId: 'People', columns } });
  const aborter = new AbortController();
  const waiting = crew.reportRuns.done(begun, { signal: aborter.signal });
  setTimeout(() => aborter.abort(new Error('enough')), 200);
  await expect(waiting).rejects.toThrow('enough');
  await crew.reportRuns.cancel({ id: begun.id });
  const error = await caught(crew.reportRuns.done(begun));
  expect(error).toBeInstanceOf(client.JobFailedError);
  expect(error).toMatchObject({ message: 'The job is canceled.', job: { id: begun.id } });
});

test('a failure that nobody looks at is no silent one', async () => {
  const unseen: unknown[] = [];
  const note = (reason: unknown) => unseen.push(reason);
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', note);
  void crew.tags.get({ id: '1' });
  await expect.poll(() => unseen.length).toBe(1);
  process.removeAllListeners('unhandledRejection');
  for (const other of others) process.on('unhandledRejection', other);
  expect(unseen[0]).toBeInstanceOf(client.NotFoundError);
});
