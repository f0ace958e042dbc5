import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { work } from '../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { sql } from '../../kernel/database/database.ts';
import { guarded, unguarded } from '../../kernel/spreadsheet.ts';
import { runImport } from './run.ts';

// What is exported is taken back as it is: every file of people, vehicles and courses, whatever they are called.

let server: TestApp;
let folder: string;
beforeAll(async () => {
  server = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'crewready-round-trip-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Whole files and shapes that spreadsheets and their users make something else of. */
const NASTY = [
  '=1+1',
  '-0042',
  '+15559835909',
  '+1 555 0100',
  '-18.5',
  '-2+3',
  "'=1+1",
  "''-5",
  "'n Boer",
  '@x',
  'x;=1+1;',
  'x|@y',
  'x\t-z',
  'first\r\n=second',
  '="004711"',
  '\'="004711"',
  '4001.0',
  '1,024',
  '1.024',
  '2.8E+14',
  '#N/A',
  'NaN',
  'NULL',
  'true',
  '###',
  '00471',
  '0x1F',
  '1e5',
  '2026-01-02',
  '1/2',
  '"quoted", and more',
  'a_x000D_b',
  '_x0041_',
  '\u0001\u0007',
  '<b>&amp;</b>',
  '🚚 Łódź',
  'שלום 42',
  '%PDF',
  'sep=;',
  '\ufeffmark',
];
const text = (maxLength: number) =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
      fc.string({ unit: fc.constantFrom(...'=+-@\'";,|\t\r\n _x0D1.5aé'), minLength: 1 }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    )
    .map((one) => one.normalize('NFC').slice(0, maxLength))
    .filter((one) => one.trim() !== '' && !/\0|\p{Surrogate}/u.test(one));
/** A code has nothing that cannot be seen. */
const code = (maxLength: number) =>
  text(maxLength).filter(
    (one) =>
      !/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u.test(one) &&
      one.trim() === one,
  );

async function exported(org: TestOrg, datasetId: string, format: string, turn: number): Promise<string> {
  const columns = server.services.datasets.all.find(({ id }) => id === datasetId)?.columns ?? [];
  const names = columns.map(({ name }) => ({ fieldName: name }));
  const turned = [...names.slice(turn % names.length), ...names.slice(0, turn % names.length)];
  const run = await org.send('POST', '/reports/runs', { reportConfig: { datasetId, columns: turned } });
  await work(server);
  const reply = await fetch(`${server.url}/reports/runs/export?id=${run.body.data.id}&format=${format}`, {
    headers: { authorization: `Bearer ${org.token}` },
  });
  const path = join(folder, `${run.body.data.id}.${format}`);
  await writeFile(path, Buffer.from(await reply.arrayBuffer()));
  return path;
}

const imported = (org: TestOrg, file: string, apply: boolean) =>
  runImport(server.database, { id: org.orgId, name: 'Test Fleet' } as never, {
    file,
    apply,
    skipBadRows: false,
    createTags: false,
    json: true,
    command: '',
  });

const seqOf = async ({ orgId }: TestOrg): Promise<string> =>
  (await server.database.rows(sql`select last_seq from org_head where org_id = ${orgId}`))[0]?.[0];

/** Exports a dataset in both formats and takes it back: every row unchanged, and nothing written. */
async function expectUnchanged(org: TestOrg, datasetId: string, turn: number): Promise<void> {
  for (const format of ['csv', 'xlsx']) {
    const file = await exported(org, datasetId, format, turn);
    const before = await seqOf(org);
    const { passed, applied, kind } = await imported(org, file, true);
    expect(passed.bad, `${format} of ${kind}`).toEqual([]);
    expect([applied, passed.created, passed.updated], `${format} of ${kind}`).toEqual([true, 0, 0]);
    expect(passed.unchanged).toBeGreaterThan(0);
    expect(await seqOf(org)).toBe(before);
  }
}

/** A file that fails is told as it is: each smaller one would take seconds. */
const RUNS = { numRuns: 6, timeout: 200_000, endOnFailure: true };

test('200 people come back unchanged', async () => {
  let count = 0;
  const person = fc.record({
    name: text(100),
    username: fc.option(
      code(100).map((one) => one.replaceAll(/[\s@]/g, '_')),
      { nil: undefined },
    ),
    license: fc.option(code(60), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 12 }), fc.nat(), async (people, turn) => {
      const org = await server.makeOrg();
      for (const { name, username, license } of people) {
        count += 1;
        await org.send('POST', '/fleet/drivers', {
          name,
          username: username ?? `user.${count}`,
          password: 'Correct horse 99',
          ...(license ? { licenseNumber: license, licenseState: 'CA' } : {}),
        });
      }
      const user = await org.send('POST', '/users', {
        name: people[0]?.name,
        email: `u${count}@example.com`,
        authType: 'default',
        roles: [{ roleId: (await org.get('/user-roles')).body.data[0].id }],
      });
      await org.send('PATCH', `/directory/user/user-${user.body.data.id}/`, { is_active: false });
      await expectUnchanged(org, 'People', turn);
    }),
    RUNS,
  );
});

test('200 vehicles come back unchanged', async () => {
  const vehicle = fc.record({ name: text(100), gatewaySerial: fc.option(code(40), { nil: undefined }) });
  await fc.assert(
    fc.asyncProperty(fc.array(vehicle, { minLength: 1, maxLength: 12 }), fc.nat(), async (vehicles, turn) => {
      const org = await server.makeOrg();
      await org.send('POST', '/fleet/vehicles', { name: 'One' });
      for (const each of vehicles) await org.send('POST', '/fleet/vehicles', each);
      await expectUnchanged(org, 'Vehicles', turn);
    }),
    RUNS,
  );
});

test('200 courses come back unchanged', async () => {
  const course = fc.record({
    title: text(100),
    description: fc.option(text(200), { nil: undefined }),
    category: fc.record({ name: text(60) }),
    estimatedTimeToCompleteMinutes: fc.nat({ max: 500 }),
    end: fc.constantFrom('', 'archive', 'delete'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(course, { minLength: 1, maxLength: 12 }), fc.nat(), async (courses, turn) => {
      const org = await server.makeOrg();
      for (const { end, ...body } of courses) {
        const made = await org.send('POST', '/training-courses', { ...body, status: 'published' });
        if (end && made.status === 201)
          await org.send('POST', `/training-courses/${end}`, { id: made.body.data.id });
      }
      const rows = await org.get('/training-courses?status=published,archived,deleted');
      if (rows.body.data.length > 0) await expectUnchanged(org, 'TrainingCourses', turn);
    }),
    RUNS,
  );
});

describe('a cell of a CSV file', () => {
  test('is what it was after the guard', () => {
    fc.assert(
      fc.property(text(200), (one) => unguarded(guarded(one)) === one),
      { numRuns: 2000 },
    );
  });
  test.each([
    '-18.5',
    '-1,5',
    '+15550100',
    '+1 555 0100',
    '-1 024,5',
    '-5 %',
    '-1.5e-7',
    "'n Boer",
    'a=b',
    '1-2',
    'x;y',
    'x;-3;4',
  ])('%j stays as it is', (one) => expect(guarded(one)).toBe(one));
  test.each([
    ['=1+1', "'=1+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+1-555-0100', "'+1-555-0100"],
    ['x;=1+1;', "x;'=1+1;"],
    ['\t=1', "\t'=1"],
    ['a\r\n@b', "a\r\n'@b"],
    ["'=x", "''=x"],
    ['-cmd|x', "'-cmd|x"],
  ])('%j is guarded', (one, other) => expect(guarded(one)).toBe(other));
  test.each([
    ["'+15559835909", '+15559835909'],
    ["'-0042", '-0042'],
    ['="004711"', '004711'],
    ["'n Boer", "'n Boer"],
    ["'", "'"],
  ])('%j means %j', (one, other) => expect(unguarded(one)).toBe(other));
});

describe('a code that some tool has made something else of', () => {
  test.each([
    '4001.0',
    '4001,00',
    '1,024',
    '12.345.678',
    '2.8E+14',
    '1E+15',
    '#N/A',
    '#REF!',
    '#VALUE!',
    '#NAME?',
    '#DIV/0!',
    '#NUM!',
    '#NULL!',
    '#NV',
    '####',
    'NaN',
    'None',
    'NULL',
    '<NA>',
    'TRUE',
  ])('is a bad row: %s', async (mark) => {
    const path = join(folder, 'marks.csv');
    await writeFile(
      path,
      `name,username,external:payroll,license_number\nPan,pan,"${mark}",\nTan,tan,,"${mark}"\n`,
    );
    const { passed, applied } = await imported(server.org, path, true);
    expect(applied).toBe(false);
    expect(passed.bad.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'external:payroll', mark],
      [3, 'license_number', mark],
    ]);
    for (const { problem } of passed.bad) expect(problem).toMatch(/\.$/);
  });
  test.each(['nat', 'Nan', 'none', 'Null', 'Inf', 'NIL', '0'])(
    '200 for the username %s',
    async (username) => {
      const org = await server.makeOrg();
      const path = join(folder, 'names.csv');
      await writeFile(path, `name,username\nN,${username}\n`);
      expect((await imported(org, path, true)).passed).toMatchObject({ created: 1, bad: [] });
      const { body } = await org.get('/fleet/drivers');
      expect(body.data.map((driver: { username: string }) => driver.username)).toEqual([username]);
    },
  );
  test.each(['612 345 678', '1 024', '555 010'])(
    '200 for a number in groups, as a phone has: %s',
    async (number) => {
      const org = await server.makeOrg();
      const path = join(folder, 'numbers.csv');
      await writeFile(path, `name,username,phone,external:payroll\nN,n,${number},${number}\n`);
      expect((await imported(org, path, true)).passed).toMatchObject({ created: 1, bad: [] });
      const { body } = await org.get('/fleet/drivers');
      expect(body.data).toMatchObject([{ phone: number, externalIds: { payroll: number } }]);
    },
  );
  test('is no bad row where it is what is there already', async () => {
    const org = await server.makeOrg();
    await org.send('POST', '/fleet/drivers', { name: 'N', username: 'NaN', password: 'Correct horse 99' });
    const path = join(folder, 'known.csv');
    await writeFile(path, 'name,username\nN,NaN\n');
    expect((await imported(org, path, true)).passed).toMatchObject({ unchanged: 1, bad: [] });
    await writeFile(path, 'name,username\nOther,NaN\n');
    expect((await imported(org, path, true)).passed.bad).toHaveLength(1);
  });
});
