import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeCourse } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { LARGEST_FILE, MOST_ROWS } from './schema.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  await made(org, '/tags', { name: 'Reno' });
});
afterAll(() => server.stop());

/** Sends a file with fields as `kind=people&createTags=true`; `dryRun` is a parameter as of every write. */
const send = (fields: string, text: string, headers = {}, as: Pick<TestOrg, 'send'> = org) => {
  const form = new FormData();
  const { dryRun, ...others } = Object.fromEntries(new URLSearchParams(fields));
  for (const [name, value] of Object.entries(others)) form.append(name, value);
  form.append('file', new Blob([text]), 'people.csv');
  return as.send('POST', `/import${dryRun ? '?dryRun=true' : ''}`, form, headers);
};
const lastSeq = async (): Promise<string> =>
  (await server.database.rows(sql`select last_seq from org_head where org_id = ${org.orgId}`))[0]?.[0];

const PEOPLE = [
  'type,name,username,email,tags,external:payroll',
  'driver,Ann Lee,ann.lee,,Reno,4841',
  'user,Uma Office,,uma@example.com,,',
  'driver,Bo Diaz,bo.diaz,,Elko,4842',
].join('\n');

test('200 a dry run tells what would become of each row, and writes nothing', async () => {
  const before = await lastSeq();
  const { status, body, text } = await send('kind=people&dryRun=true', PEOPLE);
  expect(status, text).toBe(200);
  expect(body.data).toEqual({
    kind: 'people',
    isApplied: false,
    rows: 3,
    created: 2,
    updated: 0,
    unchanged: 0,
    refused: 1,
    newTags: [],
    passedOver: [],
    lines: [
      { line: 2, outcome: 'created', name: 'Ann Lee' },
      { line: 3, outcome: 'created', name: 'Uma Office' },
      {
        line: 4,
        outcome: 'refused',
        problems: [
          {
            field: 'tags',
            value: 'Elko',
            message: 'there is no tag "Elko". Correct it, or add createTags=true to make it.',
          },
        ],
      },
    ],
  });
  expect(await lastSeq()).toBe(before);
});

test('200 nothing is written while a row is refused', async () => {
  const before = await lastSeq();
  const { body } = await send('kind=people', PEOPLE);
  expect(body.data).toMatchObject({ isApplied: false, refused: 1 });
  expect(await lastSeq()).toBe(before);
});

test('200 all rows in one write, told once under its key, and unchanged when they come again', async () => {
  const before = Number(await lastSeq());
  const key = { 'idempotency-key': 'people-1' };
  const { body } = await send('kind=people&createTags=true', PEOPLE, key);
  expect(body.data).toMatchObject({
    isApplied: true,
    created: 3,
    refused: 0,
    newTags: ['Elko'],
    lines: [
      { line: 2, outcome: 'created', id: expect.any(String) },
      { line: 3, outcome: 'created', id: expect.any(String) },
      { line: 4, outcome: 'created', id: expect.any(String) },
    ],
  });
  expect(Number(await lastSeq())).toBe(before + 1);
  const replayed = await send('kind=people&createTags=true', PEOPLE, key);
  expect(replayed.headers.get('idempotent-replayed')).toBe('true');
  expect(replayed.body).toEqual(body);
  expect((await send('kind=people&createTags=true', `${PEOPLE}\n`, key)).status).toBe(422);
  const ann = body.data.lines[0].id;
  const changed = PEOPLE.replace('Ann Lee', 'Ann Lee-Ray');
  const again = await send('kind=people', changed);
  expect(again.body.data).toMatchObject({
    updated: 1,
    unchanged: 2,
    lines: [{ outcome: 'updated', id: ann, name: 'Ann Lee-Ray' }, {}, {}],
  });
  expect((await org.get(`/fleet/drivers/${ann}`)).body.data).toMatchObject({
    name: 'Ann Lee-Ray',
    externalIds: { payroll: '4841' },
    tags: [{ name: 'Reno' }],
  });
});

test('200 vehicles and courses', async () => {
  const vehicles = await send('kind=vehicles&delimiter=%3B', 'name;vin\nTruck 1;1FTFW1ET5DFC10312');
  expect(vehicles.body.data, vehicles.text).toMatchObject({ isApplied: true, created: 1 });
  const courses = await send('kind=courses', 'title,category,minutes\nWinter Driving,Safety,20\nBad,,');
  expect(courses.body.data, courses.text).toMatchObject({
    isApplied: false,
    created: 1,
    lines: [{ outcome: 'created' }, { outcome: 'refused', problems: [{ field: 'category' }] }],
  });
});

test('200 requirements from JSON, told once under their key', async () => {
  const { id } = await makeCourse(org);
  const given = (satisfiedBy: object) => ({
    name: 'Safe driver',
    appliesTo: { type: 'driver' },
    satisfiedBy,
  });
  const bad = await send('kind=requirements', JSON.stringify([given({ course: { id: 'name:None' } })]));
  expect(bad.body.data, bad.text).toMatchObject({
    isApplied: false,
    refused: 1,
    lines: [{ line: 1, name: 'Safe driver', problems: [{ field: 'satisfiedBy.course.id' }] }],
  });
  const key = { 'idempotency-key': 'requirements-1' };
  const list = JSON.stringify([given({ course: { id } })]);
  const good = await send('kind=requirements', list, key);
  expect(good.body.data).toMatchObject({ isApplied: true, created: 1, lines: [{ outcome: 'created' }] });
  expect((await send('kind=requirements', list, key)).body).toEqual(good.body);
  const again = await send('kind=requirements&dryRun=true', list);
  expect(again.body.data).toMatchObject({ isApplied: false, unchanged: 1 });
});

test('400 what is no such file, naming it', async () => {
  for (const [query, text, message] of [
    ['kind=people', 'name,shoe_size\nAnn,38', 'Unknown column "shoe_size" for people'],
    ['kind=people', 'name\n"Ann', 'people.csv, line 2: a quote that is opened here is never closed'],
    ['kind=people', '', 'people.csv is empty'],
    ['kind=requirements', '{}', 'must be a list of requirements'],
    ['kind=people', `name\n${'Ann\n'.repeat(MOST_ROWS + 1)}`, `send at most ${MOST_ROWS}`],
  ] as const) {
    const reply = await send(query, text);
    expect([reply.status, reply.body.message], text.slice(0, 50)).toEqual([
      400,
      expect.stringContaining(message),
    ]);
  }
  for (const fields of ['kind=trailers', '', 'kind=people&color=red', 'kind=people&createTags=maybe'])
    expect((await send(fields, PEOPLE)).status, fields).toBe(400);
  expect((await org.send('POST', '/import', {})).status).toBe(400);
  expect((await org.send('POST', '/import', new FormData())).status).toBe(400);
});

test('403 for a token that is limited to tags, or lacks what writing these takes', async () => {
  const tag = (await org.get('/tags')).body.data[0].id;
  const limited = await org.withScopes(['Full Access'], [tag]);
  expect((await send('kind=people&dryRun=true', PEOPLE, {}, limited)).status).toBe(403);
  const some = await org.withScopes(['Write Imports', 'Write Drivers']);
  const refused = await send('kind=people&dryRun=true', PEOPLE, {}, some);
  expect([refused.status, refused.body.message]).toEqual([403, expect.stringContaining('Write Users')]);
});

test('413 a file that is too large', async () => {
  expect((await send('kind=people', 'x'.repeat(LARGEST_FILE + 1))).status).toBe(413);
});
