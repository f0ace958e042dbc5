import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '../start-app.ts';
import { crewready, dataFolder, type Folder, type Server, serve, TOKEN, terminate } from './crewready.ts';

let folder: Folder;
let server: Server;
let ids: { ann: string; tag: string; requirement: string; before: string };

async function made(path: string, body: object) {
  const reply = await client(server.url, TOKEN).send('POST', path, body);
  if (reply.status >= 300) throw new Error(`${path}: ${reply.text}`);
  return reply.body.data;
}

beforeAll(async () => {
  folder = await dataFolder();
  server = await serve(folder.path);
  const driver = (name: string, username: string) =>
    made('/fleet/drivers', { name, username, password: 'Correct horse 99' });
  const ann = await driver('=Ann; "the first"', 'ann');
  await driver('Bob', 'bob');
  const tag = await made('/tags', { name: 'Yard', drivers: [ann.id] });
  const course = await made('/training-courses', {
    title: 'Docking',
    category: { name: 'Safety' },
    estimatedTimeToCompleteMinutes: 30,
    status: 'published',
  });
  const before = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const { id: requirement } = await made('/requirements', {
    name: 'Docking',
    citation: 'Site rule 4',
    appliesTo: { type: 'driver' },
    satisfiedBy: { course: { id: course.id } },
  });
  await made('/requirements/publish', { id: requirement });
  ids = { ann: ann.id, tag: tag.id, requirement, before };
  const { get } = client(server.url, TOKEN);
  while ((await get('/requirement-statuses?isOverdue=true')).body.data.length < 2)
    await new Promise((resolve) => setTimeout(resolve, 50));
});
afterAll(async () => {
  await terminate(server);
  await folder.remove();
});

const status = (...args: string[]) =>
  crewready(['status', ...args], { CREWREADY_DATA: folder.path, NO_COLOR: '1' }).ended;

describe('status', () => {
  test('a table says who meets what, sums it up and says up to when it is', async () => {
    const { code, stdout, stderr } = await status();
    expect([code, stderr]).toEqual([0, '']);
    const [head, ann, bob, sums, note] = stdout.split('\n');
    expect(head?.split(/ {2,}/)).toEqual([
      'ID',
      'WHO',
      'REQUIREMENT',
      'STATUS',
      'OVERDUE',
      'SINCE',
      'UNTIL',
      'DUE',
    ]);
    const today = new Date().toISOString().slice(0, 10);
    expect(ann?.split(/ {2,}/)).toEqual([
      ids.ann,
      '=Ann; "the first"',
      'Docking',
      'missing',
      'overdue',
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      today,
    ]);
    expect(bob).toContain('Bob');
    expect(sums).toBe('2 statuses: 2 missing, 2 overdue. Days in UTC.');
    expect(note).toMatch(/^Kept up to entry \d+ of the ledger\.$/);
    expect((await status('--tag', ids.tag)).stdout).not.toContain('Bob');
    expect((await status('--as-of', ids.before)).stdout).toMatch(
      /^As of .*Z, by what was known up to entry \d+ of the ledger\.\n$/,
    );
  });

  test('CSV has every time as it is, guarded from spreadsheets; the note goes beside it', async () => {
    const { code, stdout, stderr } = await status(
      '--csv',
      '--tag',
      ids.tag,
      '--as-of',
      new Date().toISOString(),
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/^As of /);
    const [head, row, end] = stdout.split('\r\n');
    expect(head).toBe(
      'subjectId,subjectType,subjectName,requirementId,requirementName,citation,severity,status,isOverdue,isInHand,since,until,dueAt,graceUntil',
    );
    expect(row).toMatch(
      new RegExp(
        `^${ids.ann},driver,"'=Ann; ""the first""",${ids.requirement},Docking,Site rule 4,block,missing,yes,no,\\d{4}-[^,]+Z,,\\d{4}-[^,]+Z,\\d{4}-[^,]+Z$`,
      ),
    );
    expect(end).toBe('');
  });

  test('JSON is what the API says', async () => {
    const { body } = await client(server.url, TOKEN).get('/requirement-statuses');
    const { asOfSeq, isBehind, statuses } = JSON.parse((await status('--json')).stdout);
    expect([asOfSeq, isBehind]).toEqual([body.asOfSeq, false]);
    expect(statuses).toEqual(
      body.data.map(
        ({ subject, status, isOverdue, isInHand, since, dueAt, graceUntil }: Record<string, object>) => ({
          requirement: { id: ids.requirement, name: 'Docking', citation: 'Site rule 4', severity: 'block' },
          subject: { ...subject, name: expect.any(String) },
          status,
          isOverdue,
          isInHand,
          since,
          dueAt,
          graceUntil,
        }),
      ),
    );
  });

  test.each([
    [
      'a time that is none',
      ['--as-of', 'yesterday'],
      /^--as-of: "yesterday" is not an RFC 3339 time such as/,
    ],
    ['an unknown requirement', ['--requirement', 'x'], /^requirement: "x" is not a UUID\.\n$/],
    ['an unknown tag', ['--tag', '99'], /^The organization has no tag with the id "99"\.\n$/],
    ['two forms at once', ['--csv', '--json'], /'--csv' cannot be used with option '--json'/],
  ])('exit code 2 and one clear line for %s', async (_what, args, message) => {
    const { code, stdout, stderr } = await status(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('import of requirements', () => {
  const file = () => join(dirname(folder.path), 'requirements.json');
  const imported = async (content: string | Buffer | object, ...args: string[]) => {
    await writeFile(
      file(),
      typeof content === 'object' && !Buffer.isBuffer(content) ? JSON.stringify(content) : content,
    );
    const run = crewready(['import', file(), ...args], { CREWREADY_DATA: folder.path });
    const { code, stdout, stderr } = await run.ended;
    return { code, stdout: stdout.replaceAll(file(), 'FILE'), stderr: stderr.replaceAll(file(), 'FILE') };
  };
  const entry = (fields: object = {}) => ({
    name: 'Yard walk',
    appliesTo: { tag: 'name:Yard' },
    satisfiedBy: { course: { id: 'name:Docking' } },
    publish: true,
    ...fields,
  });

  test('tells what it would do, does it, and then has nothing to do', async () => {
    const checked = await imported([entry(), entry({ name: 'Later', publish: false })]);
    expect(checked.code, checked.stderr).toBe(0);
    expect(checked.stdout).toMatch(
      /^created, published: Yard walk\ncreated: Later\nFILE: 2 requirements for organization /,
    );
    expect(checked.stdout).toMatch(
      /It would be: 2 created, 0 updated, 0 unchanged; 1 published\.\nNothing is written yet\. To write it:\n {2}npx crewready import FILE --apply\n$/,
    );
    const names = async () =>
      (await client(server.url, TOKEN).get('/requirements')).body.data.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names()).toEqual(['Docking']);
    const written = await imported([entry(), entry({ name: 'Later', publish: false })], '--apply');
    expect(written.stdout).toMatch(/\n2 created, 0 updated, 0 unchanged; 1 published\.\n$/);
    expect(await names()).toEqual(['Docking', 'Yard walk', 'Later']);
    expect(JSON.parse((await imported([entry()], '--json')).stdout)).toMatchObject({
      file: 'FILE',
      kind: 'requirements',
      applied: false,
      created: 0,
      unchanged: 1,
      requirements: [{ name: 'Yard walk', outcome: 'unchanged', isPublished: false }],
      bad: [],
    });
  });

  test('with something wrong names its place, writes nothing and leads to exit code 1', async () => {
    const wrong = [
      entry({ name: 'Good' }),
      entry({ appliesTo: { all: [{ type: 'driver' }, { tag: 'name:Yrad' }] } }),
    ];
    const { code, stdout } = await imported(wrong, '--apply');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^\[1\]\.appliesTo\.all\[1\]\.tag: there is no tag "Yrad"\.\nFILE: 2 requirements/,
    );
    expect(stdout).toMatch(/\nNothing is written\. Correct the file and run this again\.\n$/);
    expect((await client(server.url, TOKEN).get('/requirements')).text).not.toContain('Good');
  });

  test.each<[what: string, content: string | Buffer | object, args: string[], code: number, message: RegExp]>(
    [
      ['no JSON', '[{]', [], 1, /^FILE is not valid JSON: .+\.\n$/],
      ['no list', entry(), [], 1, /^FILE must be a list of requirements: \[\{…\}, \{…\}\]\.\n$/],
      ['a field twice', '[{"name":"a","name":"b"}]', [], 1, /^FILE: an object has "name" twice\./],
      ['Latin-1', Buffer.from('["Zo\xeb"]', 'latin1'), [], 1, /^FILE is not UTF-8\. Save it as UTF-8\.\n$/],
      [
        'an option of rows',
        [entry()],
        ['--skip-bad-rows'],
        2,
        /^--skip-bad-rows is for rows, not for requirements\.\n$/,
      ],
    ],
  )('one clear line for %s', async (_what, content, args, code, message) => {
    const told = await imported(content, ...args);
    expect([told.code, told.stdout]).toEqual([code, '']);
    expect(told.stderr).toMatch(message);
  });
});
