import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../src/kernel/database/database.ts';
import { type Operation, Operations, urlOf } from './operations.ts';
import type { Ids } from './probe.ts';
import { makeIds } from './probes.ts';
import { PEOPLE } from './reports.ts';
import { signedIn, somebody } from './signed-in.ts';
import { type Client, type Reply, startApp, type TestApp } from './start-app.ts';

// A token that is limited to tags changes nothing that everybody shares, and nothing outside of its tags, whatever it
// writes: every write there is is sent by one that sees nobody, and by one that sees all the people.

/** Writes of what the whole organization has in common: refused to a token that is limited to tags. */
const SHARED = [
  'DELETE /attributes/{id}',
  'DELETE /reports/configs',
  'DELETE /tokens',
  'DELETE /training/package/{api_id}/',
  'PATCH /accounts',
  'PATCH /attributes/{id}',
  'PATCH /driver-efficiency/settings',
  'PATCH /form-templates',
  'PATCH /organization/settings',
  'PATCH /qualification-types',
  'PATCH /reminder-policies',
  'PATCH /reports/configs',
  'PATCH /requirements',
  'PATCH /training-courses',
  'PATCH /training/package/{api_id}/',
  'POST /accounts',
  'POST /attributes',
  'POST /form-templates',
  'POST /ledger/verify',
  'POST /qualification-types',
  'POST /qualification-types/archive',
  'POST /reports/configs',
  'POST /requirements',
  'POST /requirements/archive',
  'POST /tokens',
  'POST /training-course-categories',
  'POST /training-courses',
  'POST /training-courses/archive',
  'POST /training-courses/delete',
  'POST /training/package/',
  'PUT /training/package/{api_id}/',
];

let server: TestApp;
let ids: Ids;
let writes: Operation[];
let operations: Operations;
let empty: string;
beforeAll(async () => {
  server = await startApp();
  ids = await makeIds(server, server.org);
  operations = new Operations(server.app, ids);
  writes = operations.all
    .filter(({ method }) => method !== 'GET')
    // What takes something away comes last.
    .sort((a, b) => Number(/DELETE|delete/.test(a.name)) - Number(/DELETE|delete/.test(b.name)));
  empty = (await server.org.send('POST', '/tags', { name: 'Empty' })).body.data.id;
});
afterAll(() => server.stop());

/** What a write is sent that its schema alone does not tell. */
const bodyOf = ({ name }: Operation): object | undefined => {
  const field = { label: 'Remarks', type: 'text' };
  const bodies: Record<string, object> = {
    'PATCH /accounts': { id: ids.driver, status: 'disabled' },
    'PATCH /attributes/{id}': { entityType: 'driver', name: 'Renamed' },
    'PATCH /driver-efficiency/settings': { scoreFormat: 'letters' },
    'PATCH /organization/settings': { timeZone: 'Asia/Tokyo' },
    'PATCH /form-templates': { id: ids.formTemplate, title: 'Renamed' },
    'PATCH /qualification-types': { id: ids.qualificationType, name: 'Renamed' },
    'PATCH /reports/configs': { id: ids.reportConfig, name: 'Renamed' },
    'PATCH /requirements': { id: ids.requirement, name: 'Renamed' },
    'PATCH /training-courses': { id: ids.course, title: 'Renamed' },
    'PATCH /training/package/{api_id}/': { name: 'Renamed' },
    'POST /accounts': { name: 'New', email: 'new@example.com', role: 'viewer' },
    'POST /form-templates': { title: 'New', sections: [{ label: 'One', fields: [field] }] },
    'POST /qualification-types': { name: 'New', entityType: 'worker', fields: [field] },
    'POST /reports/configs': { name: 'New', ...PEOPLE },
    'POST /requirements': {
      name: 'New',
      appliesTo: { type: 'driver' },
      satisfiedBy: { course: { id: ids.course } },
    },
    'POST /training-courses': {
      title: 'New',
      category: { name: 'Safety' },
      estimatedTimeToCompleteMinutes: 5,
    },
    'POST /tokens': { name: 'New', scopes: ['Read Drivers'] },
    'POST /training/package/': { api_id: 'new', name: 'New' },
    'PUT /training/package/{api_id}/': { name: 'Renamed' },
  };
  return bodies[name];
};

function send(as: Client, operation: Operation, more: [string, string][] = []): Promise<Reply> {
  const { query, path, body } = operations.request(operation);
  const cascade: [string, string][] = operation.path.includes('/package/') ? [['cascade', 'true']] : [];
  const url = urlOf(operation, path, [...query, ...cascade, ...more]);
  return as.send(operation.method, url, bodyOf(operation) ?? body);
}

const limitedTo = (...tags: string[]): Promise<Client> => server.org.withScopes(['Full Access'], tags);

const manager = async (...tagIds: string[]): Promise<Client> =>
  signedIn(server, await somebody(server, server.org, 'manager', tagIds));

test('403 for every write of what everybody shares, to a manager of tags who has signed in too', async () => {
  const here = await manager(ids.tag as string);
  const odd: string[] = [];
  for (const operation of writes.filter(({ name }) => SHARED.includes(name))) {
    const reply = await send(here, operation, [['dryRun', 'true']]);
    if (reply.status !== 403) odd.push(`${operation.name}: ${reply.status} ${reply.text}`);
  }
  expect(odd).toEqual([]);
});

test('403 for every write of what everybody shares, which a token without a limit may do', async () => {
  const within = await limitedTo(ids.tag as string);
  const dry: [string, string][] = [['dryRun', 'true']];
  const refused: string[] = [];
  const odd: string[] = [];
  for (const operation of writes) {
    const reply = await send(within, operation, dry);
    if (reply.status >= 500) odd.push(`${operation.name}: ${reply.status}`);
    if (reply.status !== 403 || !reply.text.includes('shared by the whole organization')) continue;
    refused.push(operation.name);
    const whole = await send(server.org, operation, dry);
    if (whole.status >= 300) odd.push(`${operation.name} of a whole token: ${whole.status} ${whole.text}`);
  }
  expect(odd).toEqual([]);
  expect(refused.filter((name) => name !== 'DELETE /tags/{id}').sort()).toEqual(SHARED);
});

/** What the ledger was told since: the resource, its id, whether it was there before. */
async function toldSince(seq: string): Promise<string[]> {
  const rows = await server.database.rows(sql`
    select resource, id, operation from ledger_change where org_id = ${server.org.orgId} and seq > ${seq}::bigint`);
  return rows.map(([resource, id, operation]) => `${operation} ${resource} ${id}`);
}

const lastSeq = async (): Promise<string> =>
  (await server.database.rows(sql`select last_seq from org_head where org_id = ${server.org.orgId}`))[0]?.[0];

test.each(['manager', 'viewer', 'learner'] as const)(
  'no write of a %s who sees nobody changes what was there',
  async (role) => {
    const here = await signedIn(server, await somebody(server, server.org, role, [empty]));
    const before = await lastSeq();
    for (const operation of writes.filter(({ audience }) => audience === 'scope'))
      await send(here, operation);
    expect((await toldSince(before)).filter((change) => !change.startsWith('create '))).toEqual([]);
  },
);

test('no write of a token that sees nobody changes what was there', async () => {
  const nobody = await limitedTo(empty);
  const before = await lastSeq();
  for (const operation of writes) await send(nobody, operation);
  const told = await toldSince(before);
  expect(told.filter((change) => !change.startsWith('create '))).toEqual([]);
  const shared = server.services.resources.filter((resource) => resource.shared === true);
  expect(shared.map(({ name }) => name).sort()).toEqual([
    'attribute',
    'driverEfficiencySettings',
    'formTemplate',
    'ledgerVerification',
    'organization',
    'qualificationType',
    'reminderPolicy',
    'reportConfig',
    'requirement',
    'token',
    'trainingCourse',
    'trainingCourseCategory',
    'userRole',
  ]);
  expect(told.filter((change) => shared.some(({ name }) => change.includes(` ${name} `)))).toEqual([]);
});

test('403 for deleting the tag that the token’s own sight begins with; 204 for one below it', async () => {
  const { body } = await server.org.send('POST', '/tags', { name: 'Top' });
  const top = body.data.id;
  const limited = await limitedTo(top);
  const low = (await limited.send('POST', '/tags', { name: 'Low', parentTagId: top })).body.data.id;
  expect((await limited.send('DELETE', `/tags/${top}`)).status).toBe(403);
  expect((await limited.send('DELETE', `/tags/${low}`)).status).toBe(204);
  expect((await server.org.get(`/tags/${top}`)).status).toBe(200);
});

test('a refused deletion leaves the assignments and schedules of everybody', async () => {
  const limited = await limitedTo(ids.tag as string);
  const before = await lastSeq();
  for (const reply of [
    await limited.send('POST', '/training-courses/delete', { id: ids.course }),
    await limited.send('DELETE', `/reports/configs?id=${ids.reportConfig}`),
    await limited.send('DELETE', `/training/package/${ids.course}/?cascade=true`),
  ])
    expect(reply.status, reply.text).toBe(403);
  expect(await lastSeq()).toBe(before);
});
