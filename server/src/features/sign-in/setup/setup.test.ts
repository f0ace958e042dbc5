import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, cookieOf, signedIn } from '../../../../test/signed-in.ts';
import { type Reply, startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { newCodeText } from '../codes/codes.ts';
import { administratorCode } from './administrator.ts';
import { firstCode } from './set-up.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

const anyone = () => browser(server.url, undefined);
const PASSWORD = 'nine lives and one';
const FIRST = {
  organization: 'Northwind Haulage',
  timeZone: 'America/Chicago',
  name: 'Ada Min',
  email: 'ada@northwind.example',
  password: PASSWORD,
};
const setUp = (code: string, more: object = {}): Promise<Reply> =>
  anyone().send('POST', '/setup', { code, ...FIRST, ...more });
const useCode = (code: string, more: object = {}): Promise<Reply> =>
  anyone().send('POST', '/session/code', { code, ...more });
const operators = (email?: string, name?: string) =>
  administratorCode(server.database, org.orgId, { email, name, purpose: 'operator' });

test('201 POST /setup names the organization and signs the first administrator in, once', async () => {
  expect((await anyone().get('/setup')).body.data).toEqual({
    isNeeded: true,
    isSecure: false,
    methods: ['password', 'pin'],
  });
  const text = newCodeText();
  const first = await firstCode(server.database, text);
  expect(first?.code).toBe(text);
  expect((await firstCode(server.database, text))?.code).toBe(text);
  expect(await firstCode(server.database, newCodeText())).toBeUndefined();

  expect((await setUp(newCodeText())).status).toBe(401);
  expect((await setUp(text, { timeZone: 'Mars/Olympus' })).status).toBe(400);
  expect((await setUp(text, { email: 'nobody' })).body.message).toMatch(
    /^Invalid value for parameter email: /,
  );
  expect((await setUp(text, { password: 'short' })).status).toBe(400);
  // It is no code that signs in.
  expect((await useCode(text)).status).toBe(401);

  const [reply, late] = (
    await Promise.all([setUp(text), setUp(text, { email: 'late@northwind.example' })])
  ).sort((a, b) => a.status - b.status) as [Reply, Reply];
  expect([reply.status, late.status], reply.text).toEqual([201, 401]);
  expect(reply.body.data).toMatchObject({
    role: 'administrator',
    timeZone: 'America/Chicago',
    organization: { id: org.orgId, name: 'Northwind Haulage' },
    method: 'link',
  });
  const here = browser(server.url, cookieOf(reply));
  expect((await here.get('/me')).body.data.name).toBe('Northwind Haulage');
  expect((await anyone().get('/setup')).body.data.isNeeded).toBe(false);
  expect(await firstCode(server.database, newCodeText())).toBeUndefined();
  expect((await setUp(text)).status).toBe(401);
  const { login } = (await here.get('/session')).body.data.person;
  await signedIn(server, { id: '', type: 'user', login }, PASSWORD);
});

test('201 with the operator’s link, once; for a new administrator too, who may choose a password', async () => {
  const { code } = await operators();
  expect((await anyone().get('/sign-in/link')).status).toBe(200);
  expect((await useCode(code)).status).toBe(201);
  expect((await useCode(code)).status).toBe(401);

  const other = await operators('eve@northwind.example', 'Eve Ning');
  const reply = await useCode(other.code, { password: 'another good one' });
  expect(reply.body.data).toMatchObject({ role: 'administrator', person: { name: 'Eve Ning' } });
  await signedIn(server, { id: '', type: 'user', login: 'eve@northwind.example' }, 'another good one');
  await expect(operators()).rejects.toThrow('email: there are several administrators: name one.');
  await expect(operators('new@northwind.example')).rejects.toThrow('name is missing');
});

test('401 with a link that was withdrawn by another one, or is over', async () => {
  const [one, two] = [await operators('eve@northwind.example'), await operators('eve@northwind.example')];
  expect((await useCode(one.code)).status).toBe(401);
  await server.database.rows(sql`
    update sign_in_code set ends_at = now() where org_id = ${org.orgId} and id = ${two.row.id}`);
  expect((await useCode(two.code)).status).toBe(401);
  await server.database.rows(sql`
    update sign_in_code set ends_at = made_at + interval '1 hour' where org_id = ${org.orgId} and id = ${two.row.id}`);
  expect((await useCode(two.code)).status).toBe(201);
});

test('the ledger tells of links and how they ended, and has no code', async () => {
  const rows = await server.database.rows(sql`
    select operation, document ->> 'purpose', document ->> 'endReason' from ledger_change
    where org_id = ${org.orgId} and resource = 'signInCode' order by seq`);
  expect(rows.slice(0, 4)).toEqual([
    ['create', 'setup', null],
    ['delete', 'setup', 'used'],
    ['create', 'operator', null],
    ['delete', 'operator', 'used'],
  ]);
  const { code } = await operators('eve@northwind.example');
  const [found] = await server.database.rows(sql`
    select count(*)::int from ledger_change
    where org_id = ${org.orgId} and document::text like ${`%${code}%`}`);
  expect(found).toEqual([0]);
});

test('200 the page of a link runs no script but its own', async () => {
  const page = await fetch(`${server.url}/sign-in/link`);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  const html = await page.text();
  expect(html).not.toMatch(/<script>|onclick|<style/);
  for (const [, path] of html.matchAll(/(?:src|href)="([^"]+)"/g))
    expect((await fetch(server.url + path)).status, path).toBe(200);
});
