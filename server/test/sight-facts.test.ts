import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePdf } from '../src/features/forms/pdf/service.ts';
import { handIn, makeSubmission, makeTemplate } from './forms.ts';
import { Operations } from './operations.ts';
import type { Ids } from './probe.ts';
import { makeIds } from './probes.ts';
import { work } from './reports.ts';
import { type Client, type Reply, startApp, type TestApp, type TestOrg } from './start-app.ts';

// What is inside a token's tags refers to people, vehicles and tags outside of them, in every way there is: of those
// the token learns neither name nor id, whatever it reads.

let server: TestApp;
let org: TestOrg;
let ids: Ids;
let inside: Client;
let reads: { name: string; url: string }[];
/** What tells of something outside: ids, and names that all begin so. */
const outside: string[] = ['Zz-'];
const form = { submission: '', fields: [] as object[] };

const done = (reply: Reply): Reply => {
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`);
  return reply;
};
const send = async (method: string, path: string, body: unknown) =>
  done(await org.send(method, path, body)).body;
const made = async (path: string, body: unknown): Promise<string> => (await send('POST', path, body)).data.id;

beforeAll(async () => {
  server = await startApp();
  org = server.org;
  ids = await makeIds(server, org);
  const { driver, vehicle, user } = ids as Record<string, string>;
  const root = await made('/tags', { name: 'Zz-root' });
  const tag = await made('/tags', { name: 'Inside', parentTagId: root });
  const other = await made('/tags', { name: 'Zz-tag' });
  const password = 'Correct horse 99';
  const stranger = await made('/fleet/drivers', {
    name: 'Zz-driver',
    username: 'zz.driver',
    password,
    tagIds: [other],
    externalIds: { payroll: 'taken' },
    licenseNumber: 'Q1',
    licenseState: 'TX',
  });
  const away = await made('/fleet/vehicles', {
    name: 'Zz-vehicle',
    tagIds: [other],
    staticAssignedDriverId: driver,
    vin: '1FTFW1ET5DFC10312',
  });
  // Whoever made and handed in what is inside is outside too: the user of a token without a limit.
  const [, author] = org.actor.split('-') as [string, string];
  outside.push(root, other, stranger, away, author);
  const peers = { peerGroupTagId: other, trailerGroupTagId: other, vehicleGroupTagId: other };
  await send('PATCH', `/attributes/${ids.attribute}`, {
    entityType: 'driver',
    entities: [{ entityId: stranger, stringValues: ['North'] }],
  });
  await send('PATCH', `/fleet/drivers/${driver}`, { tagIds: [tag, other], ...peers });
  await send('PATCH', `/fleet/vehicles/${vehicle}`, {
    tagIds: [tag, other],
    staticAssignedDriverId: stranger,
  });
  const [role] = (await org.get('/user-roles')).body.data;
  const boss = await made('/users', {
    name: 'Zz-user',
    email: 'zz@example.com',
    authType: 'default',
    roles: [{ roleId: role.id, tagId: other }],
  });
  outside.push(boss);
  await send('PATCH', `/directory/user/user-${boss}/`, { api_id: 'zz-chosen' });
  await send('PATCH', `/users/${user}`, {
    roles: [
      { roleId: role.id, tagId: tag },
      { roleId: role.id, tagId: other },
    ],
  });
  for (const person of [`driver-${driver}`, `user-${user}`])
    await send('PATCH', `/directory/user/${person}/`, { manager_api_id: `driver-${stranger}` });
  const hour = {
    driveTimeDurationMs: 600_000,
    engineOnDurationMs: 900_000,
    idlingDurationMs: 0,
    totalBrakeDurationMs: 0,
  };
  await send('POST', '/driver-efficiency/hours', {
    data: [
      { driverId: driver, vehicleId: away, hour: '2026-11-20T08:00:00Z', ...hour },
      { driverId: stranger, vehicleId: vehicle, hour: '2026-11-20T09:00:00Z', ...hour },
    ],
  });
  await fillIn(String(driver), stranger, away);
  inside = await org.withScopes(['Full Access'], [tag]);
  const operations = new Operations(server.app, ids);
  reads = operations.all
    .filter(({ method }) => method === 'GET')
    .flatMap((operation) => operations.everyWay(operation).map((url) => ({ name: operation.name, url })));
  reads.push({ name: 'GET /form-submissions', url: `/form-submissions?ids=${form.submission}` });
});
afterAll(() => server.stop());

/** A form of somebody inside that names somebody and something outside, in a table too. */
async function fillIn(driver: string, stranger: string, away: string): Promise<void> {
  const template = await makeTemplate(org, [
    { label: 'Who', type: 'person' },
    { label: 'What', type: 'asset' },
    { label: 'All', type: 'table', columns: [{ label: 'Who', type: 'person' }] },
  ]);
  const submission = await makeSubmission(org, template.id, { assignedTo: { id: driver, type: 'driver' } });
  const person = { personValue: { person: { polymorphicUserId: `driver-${stranger}` } } };
  const [who, what, all] = template.fields;
  const cells = [{ id: all.columns[0].id, type: 'person', ...person }];
  done(
    await handIn(org, submission.id, [
      { id: who.id, type: 'person', ...person },
      { id: what.id, type: 'asset', assetValue: { asset: { id: away } } },
      { id: all.id, type: 'table', tableValue: { rows: [{ id: crypto.randomUUID(), cells }] } },
    ]),
  );
  form.submission = submission.id;
}

const told = ({ text }: Pick<Reply, 'text'>): string[] => outside.filter((word) => text.includes(word));

test('no read of a token that is limited to tags tells of what is outside', async () => {
  const leaks: string[] = [];
  const seen = new Set<string>();
  for (const { name, url } of reads) {
    const reply = await inside.get(url);
    if (reply.status >= 500 || told(reply).length > 0)
      leaks.push(`${url}: ${reply.status} ${told(reply)} ${reply.text}`);
    if (told(await org.get(url)).length > 0) seen.add(name);
  }
  expect(leaks).toEqual([]);
  // A token without a limit sees it here, so there is something to hide.
  for (const name of [
    'GET /fleet/drivers',
    'GET /fleet/drivers/{id}',
    'GET /fleet/vehicles',
    'GET /fleet/vehicles/{id}',
    'GET /users',
    'GET /users/{id}',
    'GET /tags',
    'GET /directory/user/',
    'GET /form-submissions',
    'GET /form-submissions/stream',
    'GET /form-templates',
    'GET /attributes/{id}',
    'GET /qualification-records',
    'GET /qualification-records/stream',
    'GET /qualification-types',
    'GET /training-assignments',
    'GET /training-assignments/stream',
  ])
    expect([...seen]).toContain(name);
});

test('no report of such a token tells of it, in any column of any dataset, nor its exports', async () => {
  const leaks: string[] = [];
  const seen: string[] = [];
  for (const { id, columns } of server.services.datasets.all) {
    const reportConfig = { datasetId: id, columns: columns.map(({ name }) => ({ fieldName: name })) };
    for (const reader of [inside, org]) {
      const run = await reader.send('POST', '/reports/runs', { reportConfig });
      if (run.status === 403) continue;
      await work(server);
      const data = await reader.get(`/reports/runs/data?id=${run.body.data.id}`);
      const csv = await reader.get(`/reports/runs/export?id=${run.body.data.id}&format=csv`);
      if (reader === org && told(csv).length > 0) seen.push(id);
      if (reader === org && id !== 'People') continue;
      const sheet = await sheetText(reader, run.body.data.id);
      if (reader === org) expect(sheet).toContain('Zz-driver');
      else if ([data.text, csv.text, sheet].some((text) => told({ text }).length > 0))
        leaks.push(`${id}: ${data.text}`);
    }
  }
  expect(leaks).toEqual([]);
  for (const id of ['People', 'Vehicles', 'DriverEfficiencyHours', 'FormAnswers', 'FormSubmissions'])
    expect(seen).toContain(id);
});

test('a report and the stream have the same submissions', async () => {
  const reportConfig = { datasetId: 'FormSubmissions', columns: [{ fieldName: 'submissionId' }] };
  const run = await inside.send('POST', '/reports/runs', { reportConfig });
  await work(server);
  const { rows } = (await inside.get(`/reports/runs/data?id=${run.body.data.id}`)).body.data;
  const stream = await inside.get('/form-submissions/stream?startTime=2020-01-01T00:00:00Z');
  const streamed = stream.body.data.map((submission: { id: string }) => submission.id);
  expect(rows.flat().sort()).toEqual(streamed.sort());
  expect(streamed).toContain(form.submission);
});

/** What a workbook says. */
async function sheetText(reader: Client, id: string): Promise<string> {
  const reply = await fetch(`${server.url}/reports/runs/export?id=${id}&format=xlsx`, {
    headers: { authorization: `Bearer ${reader.token}` },
  });
  expect(reply.status).toBe(200);
  return JSON.stringify(await readSheet(Buffer.from(await reply.arrayBuffer())));
}

async function pdfText(pdfId: string): Promise<string> {
  await makePdf(server.services, org.orgId, pdfId);
  const { pdfUrl } = (await org.get(`/form-submissions/pdf-exports?pdfId=${pdfId}`)).body.data;
  const data = new Uint8Array(await (await fetch(pdfUrl)).arrayBuffer());
  const document = await getDocument({ data, useSystemFonts: false }).promise;
  const texts: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return texts.join('');
}

test('a PDF tells whoever asked what they may see, and is for them alone', async () => {
  const ask = async (reader: Client) =>
    (await reader.send('POST', `/form-submissions/pdf-exports?id=${form.submission}`)).body.data.pdfId;
  const [mine, whole] = [await ask(inside), await ask(org)];
  const texts = await Promise.all([mine, whole].map(pdfText));
  expect(outside.filter((word) => texts[0]?.includes(word))).toEqual([]);
  expect(texts[0]).toContain('not shown to this token');
  expect(texts[1]).toContain('Zz-driver');
  expect(texts[1]).toContain('Zz-vehicle');
  expect((await inside.get(`/form-submissions/pdf-exports?pdfId=${whole}`)).status).toBe(404);
  expect((await org.get(`/form-submissions/pdf-exports?pdfId=${mine}`)).status).toBe(200);
});

test('400 for a code that somebody outside has, and not whose it is', async () => {
  const person = { name: 'New', password: 'Correct horse 99', tagIds: [await insideTag()] };
  const roleId = (await org.get('/user-roles')).body.data[0].id;
  const { driver, vehicle, user } = ids as Record<string, string>;
  const driverPath = `/fleet/drivers/${driver}`;
  for (const [method, path, body] of [
    ['POST', '/fleet/drivers', { ...person, username: 'new.one', externalIds: { payroll: 'taken' } }],
    ['POST', '/fleet/drivers', { ...person, username: 'zz.driver' }],
    ['POST', '/fleet/vehicles', { name: 'New', tagIds: person.tagIds, vin: '1FTFW1ET5DFC10312' }],
    ['PATCH', driverPath, { externalIds: { payroll: 'taken' } }],
    ['PATCH', driverPath, { username: 'zz.driver' }],
    ['PATCH', driverPath, { licenseNumber: 'Q1', licenseState: 'TX' }],
    ['PATCH', `/fleet/vehicles/${vehicle}`, { vin: '1FTFW1ET5DFC10312' }],
    [
      'POST',
      '/users',
      {
        name: 'New',
        email: 'zz@example.com',
        authType: 'default',
        roles: [{ roleId, tagId: person.tagIds[0] }],
      },
    ],
    ['PATCH', `/directory/user/user-${user}/`, { email: 'zz@example.com' }],
    ['PATCH', `/directory/user/user-${user}/`, { api_id: 'zz-chosen' }],
    // Where a person is looked for, they are not there.
    ['PATCH', `/directory/user/user-${user}/`, { manager_api_id: 'zz-chosen' }],
  ] as const) {
    const reply = await inside.send(method, path, body);
    expect([reply.status, told(reply)], `${path} ${JSON.stringify(body)} ${reply.text}`).toEqual([400, []]);
    expect(reply.text).toMatch(/is taken\.|is another driver's\.|already\.|There is no person/);
  }
});

test('200 a write leaves what its token does not see as it was', async () => {
  const { driver, user } = ids as Record<string, string>;
  const before = (await org.get(`/fleet/drivers/${driver}`)).body.data;
  const manager = (await org.get(`/directory/user/driver-${driver}/`)).body.manager_api_id;
  const roles = (await org.get(`/users/${user}`)).body.data.roles;
  const mine = (await inside.get(`/users/${user}`)).body.data.roles;
  for (const reply of [
    await inside.send('PATCH', `/fleet/drivers/${driver}`, { notes: 'Seen', tagIds: [await insideTag()] }),
    await inside.send('PATCH', `/directory/user/driver-${driver}/`, { job_title: 'Seen' }),
    await inside.send('PATCH', `/users/${user}`, {
      roles: mine.map(({ role, tag }: { role: { id: string }; tag: { id: string } }) => ({
        roleId: role.id,
        tagId: tag.id,
      })),
    }),
  ])
    expect([reply.status, told(reply)], reply.text).toEqual([200, []]);
  const after = (await org.get(`/fleet/drivers/${driver}`)).body.data;
  expect([after.tags, after.peerGroupTag, after.staticAssignedVehicle]).toEqual([
    before.tags,
    before.peerGroupTag,
    before.staticAssignedVehicle,
  ]);
  expect((await org.get(`/directory/user/driver-${driver}/`)).body.manager_api_id).toBe(manager);
  expect((await org.get(`/users/${user}`)).body.data.roles).toEqual(expect.arrayContaining(roles));
  expect(mine.length).toBe(1);
});

const insideTag = async (): Promise<string> => (await inside.get('/tags')).body.data[0].id;
