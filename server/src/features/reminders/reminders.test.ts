import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { made, makeCourse, makePeople } from '../../../test/builders.ts';
import { runFollowers } from '../../../test/jobs.ts';
import { type Mailbox, startMailbox } from '../../../test/mailbox.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { sql } from '../../kernel/database/database.ts';

let box: Mailbox;
let server: TestApp;
let org: TestOrg;
let fleet = '';
let count = 0;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday at noon, some weeks ahead: nothing that the database’s clock calls for comes between. */
const START = nextMonday();
let now = START;
const clock = { now: () => new Date(now) };

function nextMonday(): number {
  const day = new Date();
  day.setUTCHours(12, 0, 0, 0);
  return day.getTime() + (8 - (day.getUTCDay() || 7)) * DAY;
}

beforeAll(async () => {
  box = await startMailbox();
  server = await startApp({ clock, publicUrl: 'http://crew.example.com', smtp: box.smtp });
});
afterAll(async () => {
  await server.stop();
  await box.stop();
});
beforeEach(async () => {
  count += 1;
  fleet = `Fleet ${count}.`;
  org = await server.makeOrg(fleet.slice(0, -1));
  now = START;
  box.mails.length = 0;
  box.mood = 'takes';
});

const POLICY = {
  isOn: true,
  daysBefore: [7, 3],
  everyDaysAfter: 2,
  timesAfter: 3,
  workdays: [1, 2, 3, 4, 5, 6, 7],
};
const setPolicy = async (fields: object = {}) => {
  const reply = await org.send('PATCH', '/reminder-policies', { ...POLICY, ...fields });
  expect(reply.status, reply.text).toBe(200);
  return reply.body.data;
};

/** A requirement that all users need within some days from now on. */
const require = async (days: number, fields: object = {}): Promise<string> => {
  const course = await makeCourse(org);
  const ahead = Math.round((START - Date.now()) / DAY);
  const { id } = await made(org, '/requirements', {
    name: 'Forklift & crane',
    citation: '29 CFR 1910.178',
    appliesTo: { type: 'user' },
    satisfiedBy: { course: { id: course.id } },
    firstDue: { days: days + ahead, from: 'applicable' },
    ...fields,
  });
  await made(org, '/requirements/publish', { id });
  // First statuses, then what follows them.
  await runFollowers(server);
  await runFollowers(server);
  return id;
};
const people = (count: number): Promise<string[]> => makePeople(server, org, count, 'user');
// biome-ignore lint/suspicious/noExplicitAny: tests look into every part of it
const rows = async (query = ''): Promise<any[]> => (await org.get(`/reminders?${query}`)).body.data.reverse();
const told = async (query = '') =>
  (await rows(query)).map(({ step, state, reason }) => [step, state, reason]);
/** Those of this test's organization: the others go on, too. */
const mails = (): ParsedMail[] => box.mails.filter(({ text }) => text?.includes(`Sent by ${fleet}`));
const later = async (ms: number): Promise<void> => {
  now += ms;
  await runFollowers(server);
};

describe('steps', () => {
  test('each is sent once, at its time, in text and HTML with a link to unsubscribe', async () => {
    const [ann] = (await people(1)) as [string];
    await setPolicy();
    await require(8);
    expect(await rows()).toEqual([]);
    await later(DAY);
    expect(await told()).toEqual([['-7', 'accepted', expect.stringContaining('250')]]);
    await later(HOUR);
    const [mail] = mails();
    expect(mails()).toHaveLength(1);
    expect(mail?.subject).toMatch(/^Forklift & crane: due /);
    expect(mail?.text).toContain(`http://crew.example.com/person/${ann}`);
    expect(mail?.html).toContain('Forklift &amp; crane');
    const list = (mail as ParsedMail).headers.get('list') as unknown as { unsubscribe: { url: string } };
    const { pathname } = new URL(list.unsubscribe.url);
    const form = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    expect((await fetch(server.url + pathname)).status).toBe(200);
    expect((await fetch(server.url + pathname, form)).status).toBe(200);
    expect((await fetch(`${server.url}${pathname}x`, form)).status).toBe(403);
    await later(3 * DAY + 21 * HOUR);
    expect((await told()).at(-1)).toEqual(['-3', 'suppressed', 'Unsubscribed.']);
    expect((await fetch(`${server.url}${pathname}?back`, form)).status).toBe(200);
    await later(3 * DAY);
    expect((await told()).at(-1)).toEqual(['0', 'accepted', expect.stringContaining('250')]);
    expect(mails()).toHaveLength(2);
  });

  test('after two weeks down the last one is sent, the others say what superseded them', async () => {
    await people(1);
    await setPolicy();
    await require(8);
    await later(13 * DAY);
    expect(await told()).toEqual([
      ['-7', 'suppressed', 'Superseded by a later step.'],
      ['-3', 'suppressed', 'Superseded by a later step.'],
      ['0', 'suppressed', 'Superseded by a later step.'],
      ['2', 'suppressed', 'Superseded by a later step.'],
      ['4', 'accepted', expect.anything()],
    ]);
    expect(mails().map(({ subject }) => subject)).toEqual([expect.stringContaining('overdue since')]);
  });

  test('nobody is told who was waived meanwhile, or has no address; in quiet hours it waits', async () => {
    const [ann] = (await people(1)) as [string];
    await makePeople(server, org, 1);
    await setPolicy({ quietFrom: '00:00', quietUntil: '15:00' });
    const requirementId = await require(7, { appliesTo: { any: [{ type: 'user' }, { type: 'driver' }] } });
    expect(await told()).toEqual([
      ['-7', 'planned', undefined],
      ['-7', 'planned', undefined],
    ]);
    await made(org, '/waivers', {
      requirementId,
      subjectId: ann,
      reason: 'On leave',
      from: new Date().toISOString(),
    });
    await later(3 * HOUR);
    expect((await told()).map(([, , reason]) => reason).sort()).toEqual(['No address.', 'Waived.']);
    expect(mails()).toEqual([]);
  });

  test('managers of the tag get copies from their step on, though a driver has no address', async () => {
    const [boss] = (await people(1)) as [string];
    const [ann] = (await makePeople(server, org, 1)) as [string];
    const roles = (await org.get('/user-roles')).body.data;
    const tag = await made(org, '/tags', { name: 'Yard' });
    const below = await made(org, '/tags', { name: 'Shed', parentTagId: tag.id, drivers: [ann] });
    const role = await org.send('PATCH', `/users/${boss}`, {
      roles: [{ roleId: roles[0].id, tagId: tag.id }],
    });
    expect(role.status, role.text).toBe(200);
    await setPolicy({ managerRoleId: roles[0].id, managersFromDay: -3, language: 'es' });
    await require(3, { appliesTo: { tag: below.id } });
    const all = await rows();
    expect(all.map(({ step, recipientId, state }) => [step, recipientId === boss, state]).sort()).toEqual([
      ['-3', false, 'suppressed'],
      ['-3', true, 'accepted'],
      ['-7', false, 'suppressed'],
    ]);
    expect(box.mails.map(({ text }) => text)).toEqual([
      expect.stringMatching(/Se trata de Person 1\. Recibe una copia[\s\S]*Enviado por Fleet/),
    ]);
    // Whoever sees the shed alone is not told who the manager is.
    const limited = await org.withScopes(['Full Access'], [below.id]);
    const seen = (await limited.get('/reminders')).body.data as { recipientId: string }[];
    expect(seen.map(({ recipientId }) => recipientId).sort()).toEqual(['', ann, ann]);
  });
});

describe('the mail server', () => {
  test('that is down for days is noticed before anything is claimed; the last step goes out when it is back', async () => {
    await people(2);
    await setPolicy();
    await require(7);
    const away = {
      ...server,
      services: { ...server.services, smtp: { ...box.smtp, url: 'smtp://127.0.0.1:9' } },
    };
    box.mails.length = 0;
    for (let day = 0; day < 4; day += 1) {
      now += DAY;
      await runFollowers(away);
    }
    const { mail } = (await org.get('/reminder-policies')).body;
    expect(mail).toMatchObject({ isSet: true, problem: expect.stringContaining('ECONNREFUSED') });
    expect((await told()).filter(([step]) => step === '-3')).toEqual([
      ['-3', 'planned', undefined],
      ['-3', 'planned', undefined],
    ]);
    await later(HOUR);
    expect(mails()).toHaveLength(2);
    expect((await org.get('/reminder-policies')).body.mail).toEqual({ isSet: true });
  });

  test('that refuses for now is asked again, for good is not', async () => {
    await people(1);
    await setPolicy();
    box.mood = 'later';
    await require(7);
    expect(await told()).toEqual([['-7', 'planned', expect.stringContaining('Try again later')]]);
    box.mood = 'refuses';
    await later(10 * 60_000);
    expect(await told()).toEqual([['-7', 'failed', expect.stringContaining('No such mailbox')]]);
    expect((await rows())[0].attempts).toBe(2);
  });

  test('that drops the connection with the mail in hand gets it once more, and no third time', async () => {
    await people(1);
    await setPolicy();
    box.mood = 'drops';
    await require(7);
    expect(await told()).toEqual([['-7', 'planned', expect.stringContaining('it is sent once more')]]);
    await later(10 * 60_000);
    expect(await told()).toEqual([['-7', 'unknown', expect.stringContaining('twice')]]);
    await later(10 * HOUR);
    expect(mails()).toHaveLength(2);
    expect(new Set(mails().map(({ messageId }) => messageId)).size).toBe(1);
  });

  test('a worker that died between claim and answer: the row says so, one more is sent', async () => {
    await people(1);
    await setPolicy();
    await require(8);
    // As the claim leaves it.
    now += DAY;
    box.mood = 'drops';
    await runFollowers(server);
    const [{ id }] = await rows();
    await server.database.rows(sql`
      update reminder set state = 'sent', unanswered = 0, reason = null, sent_at = ${new Date(now).toISOString()}
      where org_id = ${org.orgId} and id = ${id}`);
    box.mood = 'takes';
    await later(10 * 60_000);
    expect(await told()).toEqual([['-7', 'sent', undefined]]);
    await later(HOUR);
    expect(await told()).toEqual([['-7', 'accepted', expect.stringContaining('250')]]);
    expect((await rows())[0].attempts).toBe(2);
    expect(mails()).toHaveLength(2);
  });
});

describe('POST /reminders/send', () => {
  test('200 tells of each pair, sends once a day, and a dry run sends nothing', async () => {
    const [ann, bob] = (await people(2)) as [string, string];
    const requirementId = await require(50);
    const pairs = [ann, bob].map((subjectId) => ({ subjectId, requirementId }));
    await made(org, '/waivers', { requirementId, subjectId: bob, reason: 'On leave' });
    await runFollowers(server);
    const dry = await org.send('POST', '/reminders/send?dryRun=true', { pairs });
    expect(dry.status, dry.text).toBe(200);
    expect(dry.body.data).toMatchObject([
      { subjectId: ann, outcome: 'planned' },
      { subjectId: bob, outcome: 'suppressed', reason: 'Waived.' },
    ]);
    expect(await rows()).toEqual([]);
    await org.send('POST', '/reminders/send', { pairs });
    const again = await org.send('POST', '/reminders/send', { pairs });
    expect(again.body.data[0]).toMatchObject({
      outcome: 'suppressed',
      reason: 'Already reminded by hand today.',
    });
    await runFollowers(server);
    expect(mails()).toHaveLength(1);
    expect(await told()).toEqual([[expect.stringMatching(/^now 20/), 'accepted', expect.anything()]]);
  });

  test('404 for a requirement or person of somebody else', async () => {
    const other = await server.makeOrg();
    const [stranger] = (await makePeople(server, other, 1)) as [string];
    const requirementId = await require(50);
    const send = (pair: object) => org.send('POST', '/reminders/send', { pairs: [pair] });
    expect((await send({ subjectId: stranger, requirementId })).status).toBe(404);
  });
});
