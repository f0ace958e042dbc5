import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createToken, withdrawToken } from '../src/features/tokens/index.ts';
import { made } from './builders.ts';
import { ROLE } from './field-ids.ts';
import { makeSubmission, makeTemplate } from './forms.ts';
import type { Json } from './operations.ts';
import { makeIds } from './probes.ts';
import { told as toldOf, untold } from './replica/told.ts';
import { startApp, type TestApp } from './start-app.ts';

// Writes that change more than the object they name, and fields that only one dialect shows: after each, what the
// ledger has of every object is what its row says, and the entry says what is different now.

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterEach(async () => expect(await untold(server, server.org)).toEqual([]));
afterAll(() => server.stop());

let count = 0;
const add = async (path: string, body: object): Promise<Json & { id: string }> => {
  count += 1;
  return made(server.org, path, { name: `Object ${count}`, ...body });
};
const addDriver = (body: object = {}) =>
  add('/fleet/drivers', { username: `driver${count + 1}`, password: 'correct horse', ...body });
const change = async (method: string, path: string, body?: object): Promise<Json> => {
  const reply = await server.org.send(method, path, body);
  expect(reply.status, reply.text).toBeLessThan(300);
  return reply.body;
};
const told = (resource: string, id: string) => toldOf(server, server.org, resource, id);
const last = async (resource: string, id: string): Promise<Json> =>
  (await told(resource, id)).at(-1)?.document as Json;
const writes = async (resource: string, id: string): Promise<number> => (await told(resource, id)).length;

test('the ledger tells a tag’s new name once, however many are in it', async () => {
  const tag = await add('/tags', {});
  const driver = await addDriver({ tagIds: [tag.id], peerGroupTagId: tag.id });
  await change('PATCH', `/tags/${tag.id}`, { name: 'Renamed' });
  expect(await last('tag', tag.id)).toMatchObject({ name: 'Renamed' });
  expect(await writes('driver', driver.id)).toBe(1);
  expect(JSON.stringify(await last('driver', driver.id))).not.toContain(tag.name);
});

test('the ledger tells a vehicle’s new name once, whoever drives it', async () => {
  const driver = await addDriver();
  const vehicle = await add('/fleet/vehicles', { staticAssignedDriverId: driver.id });
  const before = await writes('driver', driver.id);
  await change('PATCH', `/fleet/vehicles/${vehicle.id}`, { name: 'Renamed' });
  expect(await last('vehicle', vehicle.id)).toMatchObject({ name: 'Renamed' });
  expect(await writes('driver', driver.id)).toBe(before);
});

test('the ledger tells who is put into a tag, and who is taken out', async () => {
  const [one, two] = [await addDriver(), await addDriver()];
  const tag = await add('/tags', { drivers: [one.id] });
  expect(await last('driver', one.id)).toMatchObject({ tagIds: [tag.id] });
  await change('PATCH', `/tags/${tag.id}`, { drivers: [two.id] });
  expect(await last('driver', one.id)).toMatchObject({ tagIds: [] });
  expect(await last('driver', two.id)).toMatchObject({ tagIds: [tag.id] });
});

test('the ledger tells an attribute’s new name once, and who loses its value with it', async () => {
  const driver = await addDriver();
  const attribute = await add('/attributes', {
    entityType: 'driver',
    attributeType: 'single-select',
    stringValues: ['North'],
    entities: [{ entityId: driver.id, stringValues: ['North'] }],
  });
  expect(await last('driver', driver.id)).toMatchObject({ attributes: [{ id: attribute.id }] });
  const before = await writes('driver', driver.id);
  await change('PATCH', `/attributes/${attribute.id}`, { entityType: 'driver', name: 'Renamed' });
  expect(await last('attribute', attribute.id)).toMatchObject({ name: 'Renamed' });
  expect(await writes('driver', driver.id)).toBe(before);
  await change('DELETE', `/attributes/${attribute.id}?entityType=driver`);
  expect(await last('driver', driver.id)).toMatchObject({ attributes: [] });
});

test('the ledger tells who leaves a tag that is deleted, and whose roles end with it', async () => {
  const tag = await add('/tags', {});
  const below = await add('/tags', { parentTagId: tag.id });
  const [member, peer] = [await addDriver({ tagIds: [tag.id] }), await addDriver({ peerGroupTagId: tag.id })];
  const vehicle = await add('/fleet/vehicles', { tagIds: [tag.id] });
  const roles = [{ roleId: ROLE, tagId: tag.id }];
  const user = await add('/users', { email: 'held@example.com', authType: 'default', roles });
  await change('DELETE', `/tags/${tag.id}`);
  expect((await told('tag', tag.id)).at(-1)?.operation).toBe('delete');
  expect(await last('tag', below.id)).not.toHaveProperty('parentTagId');
  expect(await last('driver', member.id)).toMatchObject({ tagIds: [] });
  expect(await last('driver', peer.id)).not.toHaveProperty('peerGroupTagId');
  expect(await last('vehicle', vehicle.id)).toMatchObject({ tagIds: [] });
  expect(await last('user', user.id)).toMatchObject({ roles: [] });
});

test('the ledger tells what weekly10 alone shows of a person', async () => {
  const driver = await addDriver();
  const manager = await addDriver();
  await change('PATCH', `/directory/user/driver-${driver.id}/`, {
    job_title: 'Dispatcher',
    first_name: 'Ann',
    last_name: 'van Dyke',
    manager_api_id: `driver-${manager.id}`,
  });
  expect(await last('driver', driver.id)).toMatchObject({
    weekly10: { firstName: 'Ann', lastName: 'van Dyke', jobTitle: 'Dispatcher', managerId: manager.id },
  });
});

test('the ledger tells what weekly10 calls a package and a record', async () => {
  const { course, assignment } = await makeIds(server, server.org);
  await change('PATCH', `/training/package/${course}/`, { api_id: 'defensive' });
  await change('PATCH', `/training/record/${assignment}/`, { api_id: 'ann-defensive' });
  expect(await last('trainingCourse', course as string)).toMatchObject({ apiId: 'defensive' });
  expect(await last('trainingAssignment', assignment as string)).toMatchObject({ apiId: 'ann-defensive' });
});

test('the ledger tells the external ids of a form submission', async () => {
  const template = await makeTemplate(server.org, [{ label: 'Remarks', type: 'text' }]);
  const { id } = await makeSubmission(server.org, template.id, { externalIds: { erp: '1' } });
  expect(await last('formSubmission', id)).toMatchObject({ externalIds: { erp: '1' } });
  await change('PATCH', '/form-submissions', { id, externalIds: { erp: '2' } });
  expect(await last('formSubmission', id)).toMatchObject({ externalIds: { erp: '2' } });
});

test('the ledger tells what a revoked token was, and when it ended', async () => {
  const { database, org } = server;
  const request = { name: 'Gate', scopes: ['Read Drivers'], tagIds: null };
  const { id } = await createToken(database, org.orgId, request);
  await withdrawToken(database, org.orgId, id);
  const { operation, document } = (await told('token', id)).at(-1) ?? {};
  expect(operation).toBe('delete');
  expect(document).toMatchObject({
    name: 'Gate',
    scopes: ['Read Drivers'],
    revokedAtTime: expect.any(String),
  });
});
