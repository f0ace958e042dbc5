import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, makeCourse, makePeople } from '../../../../test/builders.ts';
import {
  browser,
  cookieOf,
  PASSWORD,
  type Somebody,
  signedIn,
  somebody,
} from '../../../../test/signed-in.ts';
import { type Client, startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

let server: TestApp;
let org: TestOrg;
let boss: Somebody;
let admin: Client;
let tag: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  boss = await somebody(server, org, 'administrator');
  admin = await signedIn(server, boss);
  tag = (await made(org, '/tags', { name: 'North' })).id;
});
afterAll(() => server.stop());

const anyone = () => browser(server.url, undefined);
const NEW = 'a new one that is long';
let count = 0;
const driver = async (tagIds: string[] = []) => {
  count += 1;
  const body = { name: `Driver ${count}`, username: `driver${count}`, password: PASSWORD, tagIds };
  return { id: (await made(org, '/fleet/drivers', body)).id as string, login: body.username };
};
const code = (as: Client, personId: string, purpose = 'invitation') =>
  as.send('POST', '/sign-in-codes', { personId, purpose });

describe('accounts', () => {
  test('201 invites a new user, who chooses a password by the link and signs in with it', async () => {
    const email = 'ivy@example.com';
    const created = await admin.send('POST', '/accounts', {
      name: 'Ivy Invited',
      email,
      role: 'manager',
      tagIds: [tag],
    });
    expect(created.status, created.text).toBe(201);
    const { id } = created.body.data;
    expect(created.body.data).toMatchObject({
      name: 'Ivy Invited',
      login: email,
      role: 'manager',
      tagIds: [tag],
    });
    const invited = await code(admin, `user-${id}`);
    expect(invited.body.data.path).toBe(`/sign-in/invitation#${invited.body.data.code}`);
    const use = (more: object) =>
      anyone().send('POST', '/session/code', { code: invited.body.data.code, ...more });
    expect((await use({})).body.message).toBe('password is missing');
    expect((await use({ password: NEW })).body.data).toMatchObject({ role: 'manager', tagIds: [tag] });
    expect((await use({ password: NEW })).status).toBe(401);
    await signedIn(server, { id, type: 'user', login: email }, NEW);
    const list = await admin.get('/accounts?role=manager');
    expect(list.body.data).toEqual([expect.objectContaining({ id, name: 'Ivy Invited' })]);
  });

  test('an Idempotency-Key keeps no code', async () => {
    const { id } = await driver();
    const send = () =>
      admin.send(
        'POST',
        '/sign-in-codes',
        { personId: `driver-${id}`, purpose: 'invitation' },
        { 'idempotency-key': 'k1' },
      );
    const [first, again] = [await send(), await send()];
    expect(first.status, first.text).toBe(201);
    expect(first.body.data.code).toMatch(/^[\w-]{43}$/);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body.data).toEqual({ ...first.body.data, code: undefined, path: undefined });
    const kept = await server.database.rows(sql`
      select body from idempotency_key where org_id = ${org.orgId}`);
    expect(JSON.stringify(kept)).not.toContain(first.body.data.code);
  });

  test('400 for what does not fit; 404 for who is not there', async () => {
    const create = async (body: object) => {
      const reply = await admin.send('POST', '/accounts', body);
      return `${reply.status} ${reply.body.message}`;
    };
    expect(await create({ role: 'viewer' })).toBe('400 name is missing');
    expect(await create({ role: 'viewer', name: 'A' })).toBe('400 email is missing');
    expect(await create({ role: 'viewer', name: 'A', email: 'a.b.c' })).toMatch(
      /^400 .*not an email address/,
    );
    expect(await create({ role: 'viewer', name: 'A', email: boss.login })).toMatch(/^400 .*is taken/);
    expect(await create({ role: 'learner', name: 'A', email: 'a@x.io', tagIds: [tag] })).toMatch(
      /^400 .*tagIds/,
    );
    expect(await create({ role: 'viewer', name: 'A', email: 'a@x.io', tagIds: ['1'] })).toMatch(/^404/);
    expect(await create({ role: 'viewer', personId: `user-${boss.id}` })).toMatch(
      /^400 .*they have an account/,
    );
    expect(await create({ role: 'viewer', personId: `user-${boss.id}`, name: 'A' })).toMatch(
      /^400 .*leave them out/,
    );
    expect(await create({ role: 'viewer', personId: 'user-1' })).toMatch(/^404/);
    const [plain = ''] = await makePeople(server, org, 1, 'user');
    expect((await code(admin, `user-${plain}`)).body.message).toContain('give them one first');
  });

  test('200 a role that changes ends the sessions before it, at once, and the ledger tells of it', async () => {
    const person = await somebody(server, org, 'manager');
    const here = await signedIn(server, person);
    expect((await here.get('/tags')).status).toBe(200);
    const reply = await admin.send('PATCH', '/accounts', { id: person.id, role: 'viewer', tagIds: [tag] });
    expect(reply.body.data).toMatchObject({ role: 'viewer', tagIds: [tag] });
    expect((await here.get('/tags')).status).toBe(401);
    const [row] = await server.database.rows(sql`
      select entry.actor, change.document ->> 'role' from ledger_change change
      join ledger_write entry on entry.org_id = ${org.orgId} and entry.seq = change.seq
      where change.org_id = ${org.orgId} and change.resource = 'account' and change.id = ${person.id}
      order by change.seq desc limit 1`);
    expect(row).toEqual([`user-${boss.id}`, 'viewer']);
  });

  test('200 an account that is disabled lets nobody in; by no link either', async () => {
    const person = await somebody(server, org, 'viewer');
    const invited = (await code(admin, `user-${person.id}`)).body.data;
    await admin.send('PATCH', '/accounts', { id: person.id, status: 'disabled' });
    await expect(signedIn(server, person)).rejects.toThrow('The name or the password is wrong.');
    const body = { code: invited.code, password: NEW };
    expect((await anyone().send('POST', '/session/code', body)).status).toBe(401);
    expect((await code(admin, `user-${person.id}`)).status).toBe(400);
    await admin.send('PATCH', '/accounts', { id: person.id, status: 'active' });
    await signedIn(server, person);
  });

  test('409 for the last administrator; 200 once there is another', async () => {
    const demote = (as: Client) => as.send('PATCH', '/accounts', { id: boss.id, role: 'viewer' });
    expect((await demote(admin)).status).toBe(409);
    expect((await admin.send('PATCH', '/accounts', { id: boss.id, status: 'disabled' })).status).toBe(409);
    const second = await somebody(server, org, 'administrator');
    const other = await signedIn(server, second);
    expect((await demote(other)).status).toBe(200);
    await other.send('PATCH', '/accounts', { id: boss.id, role: 'administrator' });
    await other.send('PATCH', '/accounts', { id: second.id, role: 'viewer' });
    admin = await signedIn(server, boss);
  });

  test('403 for managers', async () => {
    const manager = await signedIn(server, await somebody(server, org, 'manager'));
    for (const [method, path, body] of [
      ['GET', '/accounts', undefined],
      ['POST', '/accounts', { role: 'administrator', name: 'A', email: 'a@x.io' }],
      ['PATCH', '/accounts', { id: boss.id, role: 'viewer' }],
      ['GET', '/sessions', undefined],
      ['GET', '/sign-in-failures', undefined],
    ] as const)
      expect((await manager.send(method, path, body)).status, path).toBe(403);
  });
});

test('a learner sees what is assigned to them, and nothing of another', async () => {
  const [mine, other] = [await driver(), await driver()];
  const course = await makeCourse(org);
  const learnerIds = [mine.id, other.id].map((id) => `driver-${id}`);
  const assign = `/training-assignments?courseId=${course.id}&dueAtTime=2030-01-01T00:00:00Z&learnerIds=${learnerIds}`;
  expect((await org.send('POST', assign)).status).toBeLessThan(300);
  const here = await signedIn(server, { id: mine.id, type: 'driver', login: mine.login });
  const stream = await here.get('/training-assignments/stream?startTime=2020-01-01T00:00:00Z');
  expect(stream.body.data.map(({ learner }: { learner: { id: string } }) => learner.id)).toEqual([mine.id]);
  const ask = (id: string) =>
    here.get(`/training-assignments/stream?startTime=2020-01-01T00:00:00Z&learnerIds=driver-${id}`);
  expect([(await ask(mine.id)).status, (await ask(other.id)).status]).toEqual([200, 404]);
  expect((await here.send('POST', assign)).status).toBe(403);
});

describe('codes', () => {
  test('401 with one that was made before the account became another', async () => {
    const { id } = await driver();
    const { data } = (await code(admin, `driver-${id}`)).body;
    await admin.send('PATCH', '/accounts', { id, role: 'administrator' });
    const reply = await anyone().send('POST', '/session/code', { code: data.code, password: NEW });
    expect(reply.status).toBe(401);
    await admin.send('PATCH', '/accounts', { id, role: 'learner' });
  });

  test('201 one that sets a password ends the sessions before it', async () => {
    const person = await somebody(server, org, 'viewer');
    const here = await signedIn(server, person);
    expect((await here.get('/session')).status).toBe(200);
    const { data } = (await code(admin, `user-${person.id}`)).body;
    await anyone().send('POST', '/session/code', { code: data.code, password: NEW });
    expect((await here.get('/session')).status).toBe(401);
  });

  test('201 a manager makes them for learners of their tags; 403 for others, 404 out of sight', async () => {
    const manager = await signedIn(server, await somebody(server, org, 'manager', [tag]));
    const [near, far] = [await driver([tag]), await driver()];
    expect((await code(manager, `driver-${near.id}`)).status).toBe(201);
    expect((await code(manager, `driver-${far.id}`)).status).toBe(404);
    const whole = await signedIn(server, await somebody(server, org, 'manager'));
    expect((await code(whole, `user-${boss.id}`)).status).toBe(403);
  });

  test('204 one that was withdrawn is good no more', async () => {
    const { id } = await driver();
    const { data } = (await code(admin, `driver-${id}`)).body;
    expect((await admin.get('/sign-in-codes')).body.data[0]).toMatchObject({ id: data.id });
    expect((await admin.send('DELETE', `/sign-in-codes?id=${data.id}`)).status).toBe(204);
    expect((await admin.send('DELETE', `/sign-in-codes?id=${data.id}`)).status).toBe(404);
    const body = { code: data.code, password: NEW };
    expect((await anyone().send('POST', '/session/code', body)).status).toBe(401);
  });
});

describe('sessions', () => {
  test('200 one’s own, and 204 signs one of them out, never another’s', async () => {
    const person = await somebody(server, org, 'learner');
    const [here, there] = [await signedIn(server, person), await signedIn(server, person)];
    const { data } = (await here.get('/session/devices')).body;
    expect(data.map(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toEqual([false, true]);
    const [mine] = (await admin.get('/session/devices')).body.data;
    expect((await here.send('DELETE', `/session/devices?id=${mine.id}`)).status).toBe(404);
    expect((await there.get('/session')).status).toBe(200);
    expect((await here.send('DELETE', `/session/devices?id=${data[0].id}`)).status).toBe(204);
    expect((await there.get('/session')).status).toBe(401);
  });

  test('200 everybody’s for an administrator, who ends any', async () => {
    const person = await somebody(server, org, 'viewer');
    const here = await signedIn(server, person);
    const { data } = (await admin.get(`/sessions?personId=user-${person.id}`)).body;
    expect(data).toHaveLength(1);
    expect((await admin.send('DELETE', `/sessions?id=${data[0].id}`)).status).toBe(204);
    expect((await here.get('/session')).status).toBe(401);
    expect((await admin.send('DELETE', `/sessions?id=${data[0].id}`)).status).toBe(404);
  });

  test('204 another password: other sessions end, this one goes on under another cookie', async () => {
    const person = await somebody(server, org, 'viewer');
    const [here, there] = [await signedIn(server, person), await signedIn(server, person)];
    const change = (currentPassword: string | undefined, headers = {}) =>
      here.send('POST', '/session/password', { currentPassword, password: NEW }, headers);
    expect((await change('wrong')).body.message).toBe(
      'Invalid value for parameter currentPassword: it is wrong.',
    );
    expect((await change(undefined)).body.message).toBe('currentPassword is missing');
    const dry = await here.send('POST', '/session/password?dryRun=true', {
      currentPassword: PASSWORD,
      password: NEW,
    });
    expect([dry.status, cookieOf(dry)]).toEqual([204, undefined]);
    const reply = await change(PASSWORD, { 'idempotency-key': 'p1' });
    expect(reply.status, reply.text).toBe(204);
    for (const old of [here, there]) expect((await old.get('/session')).status).toBe(401);
    expect((await browser(server.url, cookieOf(reply)).get('/session')).status).toBe(200);
    await expect(signedIn(server, person)).rejects.toThrow('wrong');
    await signedIn(server, person, NEW);
    const [kept] = await server.database.rows(sql`
      select body from idempotency_key where org_id = ${org.orgId} and key = 'p1'`);
    expect(kept).toEqual(['']);
  });

  test('429 after many wrong guesses of one’s own password', async () => {
    const here = await signedIn(server, await somebody(server, org, 'viewer'));
    const guesses = Array.from({ length: 8 }, () =>
      here.send('POST', '/session/password', { currentPassword: 'wrong', password: NEW }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort();
    expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 429, 429]);
  });
});
