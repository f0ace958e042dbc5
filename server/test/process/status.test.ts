import { afterAll, beforeAll, expect, test } from 'vitest';
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
  ['a time that is none', ['--as-of', 'yesterday'], /^--as-of: "yesterday" is not an RFC 3339 time such as/],
  ['an unknown requirement', ['--requirement', 'x'], /^requirement: "x" is not a UUID\.\n$/],
  ['an unknown tag', ['--tag', '99'], /^The organization has no tag with the id "99"\.\n$/],
  ['two forms at once', ['--csv', '--json'], /'--csv' cannot be used with option '--json'/],
])('exit code 2 and one clear line for %s', async (_what, args, message) => {
  const { code, stdout, stderr } = await status(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
});
