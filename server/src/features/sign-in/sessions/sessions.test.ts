import { randomBytes, scryptSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, makePeople } from '../../../../test/builders.ts';
import {
  browser,
  cookieOf,
  PASSWORD,
  type Somebody,
  signedIn,
  somebody,
} from '../../../../test/signed-in.ts';
import { client, type Reply, startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { byName } from '../attempts/limits.ts';
import { endOver } from './open.ts';

let server: TestApp;
let org: TestOrg;
let admin: Somebody;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  admin = await somebody(server, org, 'administrator');
});
afterAll(() => server.stop());

const anyone = () => browser(server.url, undefined);
const enter = (name: string, password = PASSWORD, more: object = {}): Promise<Reply> =>
  anyone().send('POST', '/session', { name, password, ...more });

/** What the ledger has of a kind, oldest first. */
const told = async (resource: string) =>
  (
    await server.database.rows(sql`
      select change.operation, change.document::text, entry.actor from ledger_change change
      join ledger_write entry on entry.org_id = ${org.orgId} and entry.seq = change.seq
      where change.org_id = ${org.orgId} and change.resource = ${resource} order by change.seq`)
  ).map(([operation, document, actor]) => ({ operation, document: JSON.parse(document), actor }));

/** A driver with a username and a password. */
async function driver(username: string, password = PASSWORD): Promise<Somebody> {
  const { id } = await made(org, '/fleet/drivers', { name: 'Dana Driver', username, password });
  return { id, type: 'driver', login: username };
}

describe('POST /session', () => {
  test('201 with a password, in a cookie that scripts cannot read', async () => {
    const reply = await enter(admin.login, PASSWORD, { deviceName: 'Office' });
    expect(reply.status, reply.text).toBe(201);
    expect(reply.headers.get('set-cookie')).toMatch(
      /^crewready=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(reply.body.data).toMatchObject({
      person: { id: admin.id, type: 'user', login: admin.login },
      organization: { id: org.orgId, name: 'Test Fleet' },
      role: 'administrator',
      timeZone: 'UTC',
      method: 'password',
      deviceName: 'Office',
    });
    expect(reply.body.data.scopes).toContain('Write Org Information');
    expect(reply.text).not.toContain(cookieOf(reply)?.split('=')[1]);
    const { document, actor } = (await told('session')).at(-1) as { document: unknown; actor: string };
    expect(document).toMatchObject({ personId: admin.id, method: 'password', deviceName: 'Office' });
    expect(actor).toBe(`user-${admin.id}`);
  });

  test('201 the name is compared without case', async () => {
    expect((await enter(admin.login.toUpperCase())).status).toBe(201);
  });

  test('201 for a driver, who gets the account of a learner for 90 days', async () => {
    const dana = await driver('dana');
    const reply = await enter('Dana');
    expect(reply.body.data).toMatchObject({ role: 'learner', tagIds: [], person: { type: 'driver' } });
    expect(reply.headers.get('set-cookie')).toContain('Max-Age=7776000;');
    expect(await told('account')).toContainEqual(
      expect.objectContaining({
        actor: `driver-${dana.id}`,
        document: expect.objectContaining({ id: dana.id, role: 'learner' }),
      }),
    );
  });

  test('201 with a password that was hashed by scrypt, whose hash is Argon2id from then on', async () => {
    const { id } = await driver('scrypt.driver');
    const salt = randomBytes(16);
    const old = `${salt.toString('base64')}$${scryptSync(PASSWORD, salt, 32).toString('base64')}`;
    const hash = async () =>
      (
        await server.database.rows(sql`
          select password_hash from person where org_id = ${org.orgId} and id = ${id}`)
      )[0]?.[0];
    await server.database.rows(
      sql`update person set password_hash = ${old} where org_id = ${org.orgId} and id = ${id}`,
    );
    expect((await enter('scrypt.driver', 'wrong')).status).toBe(401);
    expect(await hash()).toBe(old);
    expect((await enter('scrypt.driver')).status).toBe(201);
    expect(await hash()).toMatch(/^\$argon2id\$/);
    expect((await enter('scrypt.driver')).status).toBe(201);
  });

  test('401 in the same words, after about the same time, whatever is wrong', async () => {
    const off = await somebody(server, org, 'viewer');
    await server.database.rows(sql`
      update person set status = 'deactivated' where org_id = ${org.orgId} and id = ${off.id}`);
    const [without = ''] = await makePeople(server, org, 1, 'user');
    const { email } = (await org.get(`/users/${without}`)).body.data;
    const answers: string[] = [];
    for (const [name, password] of [
      ['nobody@example.com', PASSWORD],
      [admin.login, 'wrong'],
      [off.login, PASSWORD],
      [email, PASSWORD],
    ] as const) {
      const begun = performance.now();
      const reply = await enter(name, password);
      expect(performance.now() - begun).toBeGreaterThan(295);
      expect(cookieOf(reply)).toBeUndefined();
      answers.push(`${reply.status} ${reply.body.message}`);
    }
    expect(new Set(answers)).toEqual(new Set(['401 The name or the password is wrong.']));
    await server.database.rows(sql`
      update person set status = 'active' where org_id = ${org.orgId} and id = ${off.id}`);
    const failures = (await told('signInFailure')).map(({ document }) => document);
    expect(failures).toContainEqual(expect.objectContaining({ personId: admin.id, reason: 'wrongPassword' }));
    expect(failures).toContainEqual(expect.objectContaining({ personId: off.id, reason: 'disabled' }));
    expect(failures).toContainEqual(expect.objectContaining({ personId: without, reason: 'noPassword' }));
    expect(JSON.stringify(failures)).not.toMatch(/argon2|"wrong"|correct horse/);
  });

  test('409 where the name and password are good in two organizations, which can be named', async () => {
    const them = await server.makeOrg('Other Fleet');
    await driver('twice');
    await made(them, '/fleet/drivers', { name: 'Other', username: 'twice', password: PASSWORD });
    expect((await enter('twice')).status).toBe(409);
    const reply = await enter('twice', PASSWORD, { organization: them.orgId });
    expect(reply.body.data.organization.id).toBe(them.orgId);
    expect((await enter('twice', PASSWORD, { organization: 'x' })).status).toBe(401);
  });

  test('429 after five wrong passwords at once, for the right one too, with a pause that grows', async () => {
    const victim = await somebody(server, org, 'viewer');
    const wrong = await Promise.all(Array.from({ length: 12 }, () => enter(victim.login, 'wrong')));
    const statuses = wrong.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    // One more than the free ones, and on a busy machine one more after each pause.
    expect(statuses.filter((status) => status === 401).length).toBeGreaterThanOrEqual(6);
    const pause = async (): Promise<number> => {
      const [row] = await server.database.rows(sql`
        select extract(epoch from until_at - last_at)::int from sign_in_limit
        where key = ${byName(victim.login).key}`);
      return Number(row?.[0]);
    };
    // An hour of waiting, so that time does not run out while the test looks.
    const hold = () =>
      server.database.rows(sql`update sign_in_limit set until_at = clock_timestamp() + interval '1 hour'`);
    const before = await pause();
    expect(before).toBeGreaterThanOrEqual(1);
    await hold();
    const right = await enter(victim.login);
    expect([right.status, Number(right.headers.get('retry-after'))]).toEqual([429, 3600]);
    await server.database.rows(sql`update sign_in_limit set until_at = now()`);
    await enter(victim.login, 'wrong');
    expect(await pause()).toBe(before * 2);
    await hold();
    // Another process knows it too.
    const other = browser(await server.another(), undefined);
    expect((await other.send('POST', '/session', { name: victim.login, password: PASSWORD })).status).toBe(
      429,
    );
    await server.database.rows(sql`delete from sign_in_limit`);
    expect((await enter(victim.login)).status).toBe(201);
  });

  test('429 from an address that tries many names', async () => {
    await server.database.rows(sql`delete from sign_in_limit`);
    const names = Array.from({ length: 40 }, (_, n) => `nobody${n}`);
    const replies = await Promise.all(names.map((name) => enter(name)));
    // Thirty are free and one begins a pause; on a busy machine some come after it.
    const refused = replies.filter(({ status }) => status === 429).length;
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThanOrEqual(9);
    await server.database.rows(sql`delete from sign_in_limit`);
  });

  test('400 without a name or password, naming it', async () => {
    const reply = await anyone().send('POST', '/session', { name: 'somebody' });
    expect([reply.status, reply.body.message]).toEqual([400, 'password is missing']);
  });
});

describe('a session', () => {
  test('200 GET /session tells who has signed in', async () => {
    const { status, body } = await (await signedIn(server, admin)).get('/session');
    expect([status, body.data.person.id]).toEqual([200, admin.id]);
  });

  test('is another at each sign-in, and the one before ends in that browser', async () => {
    const before = await signedIn(server, admin);
    const again = await before.send('POST', '/session', { name: admin.login, password: PASSWORD });
    expect(cookieOf(again)).not.toBe(before.token);
    expect((await before.get('/session')).status).toBe(401);
    expect((await told('session')).at(-1)).toMatchObject({
      operation: 'delete',
      document: { endReason: 'signedInAgain' },
    });
  });

  test('is never one that was planted', async () => {
    const planted = `crewready=${'x'.repeat(43)}`;
    const reply = await browser(server.url, planted).send('POST', '/session', {
      name: admin.login,
      password: PASSWORD,
    });
    expect(reply.status).toBe(201);
    expect(cookieOf(reply)).not.toBe(planted);
    expect((await browser(server.url, planted).get('/session')).status).toBe(401);
  });

  test('401 at once after signing out, whoever has the cookie', async () => {
    const here = await signedIn(server, admin);
    const thief = browser(server.url, here.token);
    expect((await thief.get('/me')).status).toBe(200);
    const out = await here.send('DELETE', '/session', undefined, { 'idempotency-key': 'once' });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([
      204,
      'crewready=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
    ]);
    const reply = await thief.get('/me');
    expect([reply.status, reply.body.message]).toEqual([401, 'The session has ended. Sign in again.']);
    expect((await told('session')).at(-1)?.document.endReason).toBe('signedOut');
  });

  test('401 within a second after signing out in another process', async () => {
    const here = await signedIn(server, admin);
    const there = browser(await server.another(), here.token);
    expect((await there.get('/me')).status).toBe(200);
    await here.send('DELETE', '/session');
    await expect.poll(async () => (await there.get('/me')).status).toBe(401);
  });

  test('401 when its time is over, which the ledger is told', async () => {
    const here = await signedIn(server, admin);
    const { id } = (await here.get('/session')).body.data;
    await server.database.rows(sql`
      update session set idle_at = now() where org_id = ${org.orgId} and id = ${id}`);
    await expect.poll(async () => (await here.get('/me')).status).toBe(401);
    await endOver(server.database);
    expect((await told('session')).at(-1)?.document).toMatchObject({ id, endReason: 'over' });
  });

  test('401 once the person is gone', async () => {
    const leaver = await somebody(server, org, 'viewer');
    const here = await signedIn(server, leaver);
    expect((await here.get('/me')).status).toBe(200);
    await org.send('DELETE', `/users/${leaver.id}`);
    await expect.poll(async () => (await here.get('/me')).status).toBe(401);
  });

  test('acts as the person', async () => {
    const here = await signedIn(server, admin);
    const reply = await here.send('POST', '/training-courses', {
      title: 'By hand',
      category: { name: 'Safety' },
      estimatedTimeToCompleteMinutes: 5,
    });
    expect(reply.status, reply.text).toBeLessThan(300);
    expect((await told('trainingCourse')).at(-1)?.actor).toBe(`user-${admin.id}`);
  });

  test('a token goes before a cookie', async () => {
    const here = await signedIn(server, admin);
    const weak = await org.withScopes(['Read Tags']);
    const reply = await client(server.url, weak.token).get('/me', { cookie: here.token });
    expect(reply.status).toBe(403);
  });

  test('403 GET and DELETE /session with a token', async () => {
    expect((await org.get('/session')).status).toBe(403);
    expect((await org.send('DELETE', '/session')).status).toBe(403);
  });
});

describe('a write by cookie', () => {
  const name = () => ({ name: `Tag ${Math.random()}` });

  test.each([
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin', { origin: 'null' }],
    ['a like origin', { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:1' }],
  ])('403 from %s', async (_what, headers) => {
    const here = await signedIn(server, admin);
    const reply = await here.send('POST', '/tags', name(), headers as Record<string, string>);
    expect([reply.status, reply.body.message]).toEqual([
      403,
      'Permission denied. The request comes from a page of another site.',
    ]);
    const sign = await anyone().send(
      'POST',
      '/session',
      { name: admin.login, password: PASSWORD },
      headers as Record<string, string>,
    );
    expect(sign.status).toBe(403);
    expect((await here.get('/tags', headers as Record<string, string>)).status).toBe(200);
  });

  test('200 from our own page, and from none', async () => {
    const here = await signedIn(server, admin);
    for (const headers of [
      { 'sec-fetch-site': 'same-origin', origin: server.url },
      { 'sec-fetch-site': 'none' },
    ])
      expect(
        (await here.send('POST', '/tags', name(), headers as Record<string, string>)).status,
      ).toBeLessThan(300);
  });

  test('200 with a token, wherever it comes from', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://their.example' };
    expect((await org.send('POST', '/tags', name(), headers)).status).toBeLessThan(300);
  });
});

test('over https the cookie is of this host alone, and only its own origin writes', async () => {
  const https = await startApp({ publicUrl: 'https://crew.example.com' });
  try {
    const boss = await somebody(https, https.org, 'administrator');
    const reply = await browser(https.url, undefined).send('POST', '/session', {
      name: boss.login,
      password: PASSWORD,
    });
    expect(reply.headers.get('set-cookie')).toMatch(
      /^__Host-crewready=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const here = browser(https.url, cookieOf(reply));
    const write = (origin: string) => here.send('POST', '/tags', { name: origin }, { origin });
    expect((await write('https://crew.example.com')).status).toBeLessThan(300);
    expect((await write(https.url)).status).toBe(403);
    expect((await here.get('/session', { cookie: here.token.replace('__Host-', '') })).status).toBe(401);
  } finally {
    await https.stop();
  }
});
