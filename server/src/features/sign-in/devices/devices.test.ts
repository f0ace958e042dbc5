import { afterAll, beforeAll, expect, test } from 'vitest';
import { made } from '../../../../test/builders.ts';
import { browser, somebody } from '../../../../test/signed-in.ts';
import { type Reply, startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

let server: TestApp;
let org: TestOrg;
let driver: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  driver = `driver-${(await made(org, '/fleet/drivers', { name: 'Dana', username: 'dana', password: 'x' })).id}`;
});
afterAll(() => server.stop());

const PIN = '271828';
const newCode = async (purpose = 'screen', personId = driver) =>
  (await made(org, '/sign-in-codes', { personId, purpose })) as { code: string; path: string; id: string };
const use = (code: string, more: object): Promise<Reply> =>
  browser(server.url, undefined).send('POST', '/session/code', { code, ...more });
/** The cookie of the device that an answer binds. */
const deviceOf = ({ headers }: Reply): string =>
  headers
    .getSetCookie()
    .find((text) => text.startsWith('crewready-device='))
    ?.split(';')[0] as string;
const enter = (cookie: string | undefined, pin: string): Promise<Reply> =>
  browser(server.url, cookie).send('POST', '/session/pin', { pin });

test('201 a code on the screen binds the device by a PIN, which signs in again', async () => {
  const { code, path } = await newCode();
  expect(path).toBe(`/sign-in/device#${code}`);
  const reply = await use(code, { pin: PIN });
  expect(reply.status, reply.text).toBe(201);
  expect(reply.body.data).toMatchObject({ role: 'learner', method: 'link' });
  expect(reply.headers.getSetCookie().at(-1)).toMatch(
    /^crewready-device=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const again = await enter(deviceOf(reply), PIN);
  expect(again.body.data).toMatchObject({ method: 'pin', person: { name: 'Dana' } });
  expect((await enter(undefined, PIN)).status).toBe(401);
  expect((await enter('crewready-device=other', PIN)).status).toBe(401);
});

test('400 without a PIN, or with one that anybody would try first', async () => {
  const { code } = await newCode('paper');
  expect((await use(code, {})).body.message).toBe('pin is missing');
  for (const pin of ['111111', '123456', '987654', '890123', '12345x'])
    expect((await use(code, { pin })).status, pin).toBe(400);
  expect((await use(code, { pin: PIN, password: 'a long enough one' })).status).toBe(400);
  expect((await use(code, { pin: PIN })).status).toBe(201);
});

test('401 a code on the screen is over after 90 seconds', async () => {
  const { code, id } = await newCode();
  const [row] = await server.database.rows(sql`
    select extract(epoch from ends_at - made_at)::int from sign_in_code where org_id = ${org.orgId} and id = ${id}`);
  expect(row).toEqual([90]);
  await server.database.rows(sql`
    update sign_in_code set ends_at = now() where org_id = ${org.orgId} and id = ${id}`);
  expect((await use(code, { pin: PIN })).status).toBe(401);
  await server.database.rows(sql`
    update sign_in_code set ends_at = made_at + interval '90 seconds' where org_id = ${org.orgId} and id = ${id}`);
});

test('401 five wrong PINs in a row, at once too, end the device, and the ledger tells of each', async () => {
  const cookie = deviceOf(await use((await newCode('paper')).code, { pin: PIN }));
  for (const pin of ['000001', '000002', '000003', '000004'])
    expect((await enter(cookie, pin)).status).toBe(401);
  // A right one begins the count anew.
  expect((await enter(cookie, PIN)).status).toBe(201);
  const failures = async () =>
    (
      await server.database.rows(sql`
        select count(*)::int from sign_in_failure where org_id = ${org.orgId} and reason = 'wrongPin'`)
    )[0]?.[0];
  const before = await failures();
  await Promise.all(Array.from({ length: 9 }, (_, n) => enter(cookie, `00000${n}`)));
  expect(await failures()).toBe(before + 5);
  expect((await enter(cookie, PIN)).status).toBe(401);
  const [row] = await server.database.rows(sql`
    select document ->> 'endReason' from ledger_change
    where org_id = ${org.orgId} and resource = 'signInDevice' order by seq desc limit 1`);
  expect(row).toEqual(['wrongPins']);
});

test('401 on a device that was ended, or of somebody who is no learner any more', async () => {
  await server.database.rows(sql`delete from sign_in_limit`);
  const cookie = deviceOf(await use((await newCode('paper')).code, { pin: PIN }));
  await org.send('PATCH', '/accounts', { id: driver.split('-')[1], role: 'manager' });
  expect((await enter(cookie, PIN)).status).toBe(401);
  await org.send('PATCH', '/accounts', { id: driver.split('-')[1], role: 'learner' });
  expect((await enter(cookie, PIN)).status).toBe(201);
  const [device] = (await org.get('/sign-in-devices')).body.data;
  expect((await org.send('DELETE', `/sign-in-devices?id=${device.id}`)).status).toBe(204);
  expect((await enter(cookie, PIN)).status).toBe(401);
});

test('400 a PIN for somebody who sees others', async () => {
  const { id } = await somebody(server, org, 'viewer');
  const reply = await org.send('POST', '/sign-in-codes', { personId: `user-${id}`, purpose: 'screen' });
  expect([reply.status, reply.body.message]).toEqual([
    400,
    'Invalid value for parameter purpose: a PIN is for learners: use invitation.',
  ]);
});
