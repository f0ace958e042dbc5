import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crewready, dataFolder, type Folder, type Server, serve, TOKEN, terminate } from './crewready.ts';

let folder: Folder;
let server: Server;
beforeAll(async () => {
  folder = await dataFolder();
  server = await serve(folder.path);
});
afterAll(async () => {
  await terminate(server);
  await folder.remove();
});

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;

/** Runs `import` beside the server on a file of this content. */
async function importText(content: string | Buffer, args: string[] = [], name = 'people.csv') {
  const path = join(dirname(folder.path), name);
  await writeFile(path, content);
  const { code, stdout, stderr } = await crewready(['import', path, ...args], { CREWREADY_DATA: folder.path })
    .ended;
  return { code, stdout: stdout.replaceAll(path, 'FILE'), stderr: stderr.replaceAll(path, 'FILE') };
}

/** The same, for the report as JSON. */
async function report(content: string | Buffer, args: string[] = [], name?: string) {
  const { code, stdout, stderr } = await importText(content, ['--json', ...args], name);
  return { code, ...JSON.parse(stdout || stderr) };
}

async function get(path: string): Promise<Record<string, never>> {
  const reply = await fetch(server.url + path, { headers: { authorization: `Bearer ${TOKEN}` } });
  return ((await reply.json()) as { data: Record<string, never> }).data;
}
const driver = (externalId: string) => get(`/fleet/drivers/${externalId}`);
const badOf = ({ bad }: { bad: { line: number; column?: string; problem: string }[] }) =>
  bad.map(({ line, column, problem }) => [line, column, problem]);

describe('a dry run', () => {
  const file = lines('Name,User Name,external:payroll,PHONE', 'Ann,dry.ann,D001,1');

  test('counts, writes nothing and says how to write it', async () => {
    const { code, stdout } = await importText(file);
    expect(code).toBe(0);
    expect(stdout).toContain('FILE: 1 rows of people for organization');
    expect(stdout).toContain('Would create 1, update 0, leave unchanged 0.');
    expect(stdout).toContain('To write it:\n  npx crewready import FILE --apply\n');
    expect(await driver('payroll:D001')).toBeUndefined();
  });

  test('reports every bad row with its line, column and value, and leads to exit code 1', async () => {
    const { code, stdout } = await importText(
      lines(
        'type,name,username,email,timezone,status,external:payroll,notes,roles',
        'driver,Ok,bad.ok,,,,B1,"two',
        'lines",',
        ',No zone,bad.zone,,Mars/Base,,B2,,',
        '',
        ',,bad.nameless,,,,B3,,',
        'boss,Type,,,,,B4,,',
        'user,Una,una,una@example.com,,,B5,,Nobody',
        ',Spaces,a b,,,asleep,B6,,',
        ',Word,,not-mail,,,B7,,',
        ',Extra,bad.extra,,,,B8,,,x',
        'user,No mail,,,,,B9,,',
      ),
    );
    expect(code).toBe(1);
    const told = stdout.split('\n').filter((line) => line.startsWith('line '));
    expect(told).toEqual([
      'line 4, timezone "Mars/Base": "Mars/Base" is not an IANA time zone.',
      'line 6, name: it is missing, and the row matches no driver that exists, so it would add one.',
      'line 7, type "boss": give driver or user, or leave it empty for driver.',
      expect.stringMatching(/^line 8, roles "Nobody": there is no role "Nobody"/),
      expect.stringMatching(/^line 8, username "una": only drivers have it\./),
      'line 9, status "asleep": use one of active, deactivated.',
      'line 10, email "not-mail": "not-mail" is not an email address.',
      expect.stringMatching(/^line 11 "x": the cell in column 10 has no column name/),
      'line 12, email: it is missing, and the row matches no user that exists, so it would add one.',
    ]);
    expect(stdout).toContain('Would create 1, update 0, leave unchanged 0.');
    expect(stdout).toContain('8 rows are bad; nothing is written.');
  });

  test('with --apply and a bad row writes nothing; --skip-bad-rows writes the rest', async () => {
    const mixed = lines('name,username,external:payroll', 'Good,skip.good,S1', 'Bad,skip bad,S2');
    expect(await report(mixed, ['--apply'])).toMatchObject({
      code: 1,
      applied: false,
      created: 1,
      badRows: 1,
    });
    expect(await driver('payroll:S1')).toBeUndefined();
    const skipped = await report(mixed, ['--apply', '--skip-bad-rows']);
    expect(skipped).toMatchObject({ code: 0, applied: true, created: 1, badRows: 1 });
    expect(badOf(skipped)).toEqual([[3, 'username', 'it may not contain spaces or @.']]);
    expect(await driver('payroll:S1')).toMatchObject({ name: 'Good' });
    expect(await driver('payroll:S2')).toBeUndefined();
  });
});

describe('people', () => {
  test('are created, updated by id, external id and username; an empty cell changes nothing', async () => {
    const first = lines(
      'type,name,username,email,phone,license_number,license_state,notes,external:payroll,external:badge,status',
      ',Ann,p.ann,ann@example.com,00123,0099,CA,"a, ""b""',
      'c",0012,7,',
      'driver,Bob,p.bob,,,,,,P2,,deactivated',
      'USER,Uma,,uma@example.com,,,,,P3,,',
    );
    expect(await report(first, ['--apply'])).toMatchObject({ code: 0, created: 3, updated: 0, unchanged: 0 });
    const ann = await driver('payroll:0012');
    expect(ann).toMatchObject({
      name: 'Ann',
      phone: '00123',
      licenseNumber: '0099',
      notes: 'a, "b"\nc',
      externalIds: { payroll: '0012', badge: '7' },
    });
    expect(await driver('payroll:P2')).toMatchObject({ driverActivationStatus: 'deactivated' });
    const again = await report(first, ['--apply']);
    expect(again).toMatchObject({ code: 0, created: 0, updated: 0, unchanged: 3 });
    expect(await driver('payroll:0012')).toEqual(ann);
    const second = await report(
      lines(
        'type,id,name,username,email,phone,external:payroll',
        `,${ann.id},Anna,,,,`,
        ',,,P.BOB,,5,',
        'user,,Uma K,,UMA@example.com,,',
      ),
      ['--apply'],
    );
    expect(second).toMatchObject({ code: 0, created: 0, updated: 3 });
    expect(await driver('payroll:0012')).toMatchObject({ name: 'Anna', phone: '00123', username: 'p.ann' });
    expect(await driver('payroll:P2')).toMatchObject({ name: 'Bob', phone: '5', username: 'P.BOB' });
  });

  test('with an id that is nobody’s, or another’s name, are told', async () => {
    const told = await report(
      lines(
        'id,name,username,external:payroll',
        '99,X,,',
        ',Y,p.ann,0012',
        ',Z,p.ann,P2',
        'x1,Q,,',
        ',Other,,P3',
      ),
    );
    expect(badOf(told)).toEqual([
      [2, 'id', 'no driver 99.'],
      [4, 'username', 'line 3 has the same. Leave one of the two, or correct one.'],
      [5, 'id', 'no driver x1.'],
      [6, 'external:payroll', expect.stringMatching(/^payroll:P3 is taken by user \d+\.$/)],
    ]);
  });

  test('two rows of different columns that mean one person are told', async () => {
    const rows = ['name,username,external:payroll', 'A,p.ann,', 'B,,0012'];
    expect(badOf(await report(lines(...rows)))).toEqual([
      [3, undefined, 'it is the same driver as line 2. Leave one of the two.'],
    ]);
    const far = Array.from({ length: 600 }, (_, n) => `Far ${n},far${n},`);
    const [head = '', one = '', two = ''] = rows;
    expect(badOf(await report(lines(head, one, ...far, two)))).toEqual([
      [603, undefined, 'it is the same driver as line 2. Leave one of the two.'],
    ]);
  });

  test('twice in a file are told with both lines, however the first one is', async () => {
    const told = await report(
      lines(
        'type,name,username,email,phone,external:payroll,external:badge',
        ',A,twice.a,,,T1,',
        ',B,twice.b,,1E+05,T2,',
        ',C,TWICE.A,,,T1,',
        'user,D,,d@example.com,,T2,',
        'user,E,,D@example.com,,,',
        ',F,,,,,T1',
      ),
    );
    const same = (line: number) => `line ${line} has the same. Leave one of the two, or correct one.`;
    expect(badOf(told)).toEqual([
      [3, 'phone', expect.stringContaining('spreadsheet')],
      [4, 'username', same(2)],
      [4, 'external:payroll', same(2)],
      [5, 'external:payroll', same(3)],
      [6, 'email', same(5)],
    ]);
  });

  test('with ids that a spreadsheet has rounded are refused; text that only looks alike is not', async () => {
    const told = await report(
      lines(
        'name,phone,license_number,external:payroll,id',
        'A,4.8E+03,,,',
        'B,,"2,81475E+14",,',
        'C,,,1E+15,',
        'D,,,,2.81475E+14',
        'E,12E5,E+14,4E7,',
      ),
    );
    expect(badOf(told).map(([line, column]) => [line, column])).toEqual([
      [2, 'phone'],
      [3, 'license_number'],
      [4, 'external:payroll'],
      [5, 'id'],
    ]);
    expect(told.bad[0].problem).toContain('Format the column as text');
  });

  test('arrive from Excel: byte order mark, CRLF, semicolons, UTF-16', async () => {
    const text = '\ufeffName;Username;External: payroll\r\nZoë;excel.zoe;0007\r\n"a;b";excel.ab;0008\r\n';
    expect(await report(text, ['--apply'])).toMatchObject({ code: 0, created: 2 });
    expect(await driver('payroll:0007')).toMatchObject({ name: 'Zoë' });
    expect(await driver('payroll:0008')).toMatchObject({ name: 'a;b' });
    const wide = Buffer.from(text.replaceAll(';', '\t'), 'utf16le');
    expect(await report(wide)).toMatchObject({ code: 0, unchanged: 1, badRows: 0 });
  });

  test('have tags by name or id; an unknown one is told, or made', async () => {
    const file = lines('name,username,tags', 'A,tag.a,North; South', 'B,tag.b,North');
    expect(badOf(await report(file))).toEqual([
      [2, 'tags', 'there is no tag "North". Correct it, or add --create-tags to make it.'],
      [3, 'tags', 'there is no tag "North". Correct it, or add --create-tags to make it.'],
    ]);
    expect(await report(file, ['--create-tags'])).toMatchObject({ created: 2, newTags: ['North', 'South'] });
    expect(await get('/tags')).toEqual([]);
    const made = await report(file, ['--create-tags', '--apply']);
    expect(made).toMatchObject({ code: 0, created: 2, newTags: ['North', 'South'] });
    const tags = (await get('/tags')) as unknown as { id: string; name: string; drivers: unknown[] }[];
    expect(tags.map(({ name, drivers }) => [name, drivers.length])).toEqual([
      ['North', 2],
      ['South', 1],
    ]);
    const byId = lines('name,username,tags', `A,tag.a,${tags[1]?.id};North`, `B,tag.b,${tags[1]?.id}`);
    expect(await report(byId)).toMatchObject({ unchanged: 1, updated: 1 });
    const more = lines('username,tags', 'tag.a,North;West');
    expect(await report(more, ['--create-tags', '--kind', 'people'])).toMatchObject({ updated: 1 });
    const capitals = await report(lines('username,tags', 'tag.a,north'));
    expect(badOf(capitals)).toEqual([[2, 'tags', 'there is no tag "north". Do you mean "North"?']]);
  });

  test('who are users have roles, within tags', async () => {
    const file = lines('type,name,email,roles', 'user,Rob,rob@example.com,dispatcher@North;Full Admin');
    expect(await report(file, ['--apply'])).toMatchObject({ code: 0, created: 1 });
    expect(await report(file, ['--apply'])).toMatchObject({ code: 0, unchanged: 1 });
  });
});

test('vehicles match by VIN and keep what is not given', async () => {
  const vin = '1HGBH41JXMN109186';
  const first = lines(
    'Name,VIN,License Plate,make,year,odometer-meters,external:unit',
    `Truck,${vin},7ABC,Ford,2019,1200,U1`,
    'Bad,SHORT,,,,many,',
  );
  const told = await report(first, [], 'x.csv');
  expect(told.kind).toBe('vehicles');
  expect(badOf(told)).toEqual([[3, 'odometer_meters', 'give a whole number in digits, such as 20.']]);
  expect(await report(first, ['--apply', '--skip-bad-rows'])).toMatchObject({ created: 1 });
  const second = lines('name,vin,license_plate', `,${vin},8XYZ`);
  expect(await report(second, ['--apply'])).toMatchObject({ updated: 1 });
  expect(await report(second, ['--apply'])).toMatchObject({ unchanged: 1 });
  const vehicle = await get('/fleet/vehicles/unit:U1');
  expect(vehicle).toMatchObject({ name: 'Truck', licensePlate: '8XYZ', make: 'Ford', odometerMeters: 1200 });
});

test('courses match by title and category; other words make a revision', async () => {
  const first = lines(
    'title,category,description,minutes,labels,status',
    'Winter,Seasonal,Snow,20,speeding;safety:tailgating,published',
    'Draft,Seasonal,,5,,',
    'Bad,Seasonal,,,flying,retired',
  );
  const told = await report(first);
  expect(badOf(told)).toEqual([[4, 'labels', expect.stringContaining('use one of accel')]]);
  expect(await report(first, ['--apply', '--skip-bad-rows'])).toMatchObject({ created: 2 });
  const again = lines('title,category,minutes,status', 'winter,SEASONAL,20,', 'Draft,Seasonal,5,draft');
  expect(await report(again.replace('winter', 'Winter'), ['--apply'])).toMatchObject({ unchanged: 2 });
  const second = lines(
    'title,category,minutes,status',
    'Winter,Seasonal,25,draft',
    'Draft,Seasonal,,published',
  );
  expect(badOf(await report(second))).toEqual([
    [2, 'status', 'the course is published and cannot be a draft again.'],
  ]);
  expect(await report(second.replace(',draft', ','), ['--apply'])).toMatchObject({ updated: 2 });
  const courses = (await get('/training-courses')) as unknown as object[];
  expect(courses).toMatchObject([
    {
      title: 'Winter',
      description: 'Snow',
      status: 'published',
      estimatedTimeToCompleteMinutes: 25,
      labels: [{ type: 'speeding' }, { type: 'tailgating' }],
    },
    { title: 'Draft', status: 'published', estimatedTimeToCompleteMinutes: 5 },
  ]);
});

describe('one clear line for', () => {
  test.each<[what: string, content: string | Buffer, args: string[], code: number, message: RegExp]>([
    [
      'unknown columns',
      'name,usernam,shoe\nA,b,c\n',
      [],
      1,
      /^Unknown columns "usernam", "shoe" for people\. Known: type, id, name, username, .*external:KEY\.\n$/,
    ],
    [
      'a password',
      'name,password\nA,b\n',
      [],
      1,
      /^Passwords are not imported\. Remove the column "password"\.\n$/,
    ],
    ['a column that is there twice', 'name,Name\nA,b\n', [], 1, /^The column "name" is there twice\.\n$/],
    ['a header that tells nothing', 'a,b\n1,2\n', [], 2, /Add --kind people/],
    ['Latin-1', Buffer.from('name\nZo\xeb\n', 'latin1'), [], 1, /^FILE is not UTF-8 in line 2\. .*\n$/],
    [
      'an open quote',
      'name\n"x\ny\n',
      [],
      1,
      /^FILE, line 2: a quote that is opened here is never closed\.\n$/,
    ],
    [
      'an organization that is not there',
      'name,username\nA,b\n',
      ['--org', 'Nope'],
      2,
      /^There is no organization "Nope"/,
    ],
    ['an unknown kind', 'name\nA\n', ['--kind', 'boats'], 2, /argument 'boats' is invalid/],
    [
      'an unknown delimiter',
      'name\nA\n',
      ['--delimiter', '/'],
      2,
      /argument '\/' is invalid. Use , ; \| or tab\./,
    ],
  ])('%s', async (what, content, args, code, message) => {
    const name = what.includes('tells nothing') ? 'rows.csv' : 'people.csv';
    const ended = await importText(content, args, name);
    expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) });
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });
});

test('5,000 rows are written, a file that was cut off half-way goes on, and the ledger is whole', async () => {
  const rows = Array.from(
    { length: 5000 },
    (_, n) => `Bulk ${n},bulk${n},K${String(n).padStart(6, '0')},"note ${n},\nmore"`,
  );
  const head = 'name,username,external:bulk,notes';
  expect(await report(lines(head, ...rows.slice(0, 2300)), ['--apply'])).toMatchObject({ created: 2300 });
  const whole = lines(head, ...rows.slice(0, -1), 'Bulk 1,bulk 4999,K1,');
  expect(badOf(await report(whole))).toEqual([[10_000, 'username', 'it may not contain spaces or @.']]);
  const all = lines(head, ...rows);
  expect(await report(all, ['--apply'])).toMatchObject({
    code: 0,
    created: 2700,
    updated: 0,
    unchanged: 2300,
  });
  expect(await driver('bulk:K004999')).toMatchObject({ name: 'Bulk 4999', notes: 'note 4999,\nmore' });
  const verified = await crewready(['verify', '--json'], { CREWREADY_DATA: folder.path }).ended;
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
  const before = JSON.parse(verified.stdout).organizations[0];
  await report(all, ['--apply']);
  const after = await crewready(['verify', '--json'], { CREWREADY_DATA: folder.path }).ended;
  expect(JSON.parse(after.stdout).organizations[0]).toEqual(before);
});
