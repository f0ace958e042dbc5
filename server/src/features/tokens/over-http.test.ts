import { afterAll, beforeAll, expect, test } from 'vitest';
import { made } from '../../../test/builders.ts';
import { signedIn, somebody } from '../../../test/signed-in.ts';
import { client, startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { sql } from '../../kernel/database/database.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

const names = async (query = ''): Promise<string[]> =>
  (await org.get(`/tokens?${query}`)).body.data.map(({ name }: { name: string }) => name);

test('201 a token that opens what it may, told once; 204 and it opens nothing', async () => {
  const tag = (await made(org, '/tags', { name: 'Reno' })).id;
  const body = { name: 'Kiosk', scopes: ['Read Drivers', 'Read Drivers'], tagIds: [tag] };
  const { status, body: reply } = await org.send('POST', '/tokens', body);
  expect(status).toBe(201);
  const { token, ...facts } = reply.data;
  expect(token).toMatch(/^crewready_[A-Za-z0-9]{40}$/);
  expect(facts).toEqual({
    id: expect.any(String),
    name: 'Kiosk',
    userId: expect.stringMatching(/^\d+$/),
    scopes: ['Read Drivers'],
    tagIds: [tag],
    createdAtTime: expect.any(String),
  });
  const kiosk = client(server.url, token);
  expect((await kiosk.get('/fleet/drivers')).status).toBe(200);
  expect((await kiosk.get('/tags')).status).toBe(403);
  const listed = (await org.get('/tokens')).body.data.find(({ id }: { id: string }) => id === facts.id);
  expect(listed).toMatchObject(facts);
  expect(JSON.stringify((await org.get('/tokens')).body)).not.toContain(token);
  const { rows } = await server.database.pool.query('select document::text from ledger_change');
  expect(JSON.stringify(rows)).not.toContain(token);

  expect((await org.send('DELETE', `/tokens?id=${facts.id}`)).status).toBe(204);
  await expect.poll(async () => (await kiosk.get('/fleet/drivers')).status).toBe(401);
  expect(await names()).not.toContain('Kiosk');
  expect(await names('isRevoked=true')).toEqual(['Kiosk']);
  expect((await org.send('DELETE', `/tokens?id=${facts.id}`)).status).toBe(404);
});

test('200 again for an Idempotency-Key, without the text; nor is it for a dry run', async () => {
  const body = { name: 'Once', scopes: ['Read-only'] };
  const again = () => org.send('POST', '/tokens', body, { 'idempotency-key': 'one-token' });
  const [first, second] = [await again(), await again()];
  expect(first.body.data.token).toBeDefined();
  const { token, ...facts } = first.body.data;
  expect(second.body.data).toEqual(facts);
  const kept = await server.database.rows(sql`select * from idempotency_key where org_id = ${org.orgId}`);
  expect(JSON.stringify(kept)).not.toContain(token);
  const dry = await org.send('POST', '/tokens?dryRun=true', body);
  expect(dry.body.data.token).toBeUndefined();
  expect((await names()).filter((name) => name === 'Once')).toEqual(['Once']);
});

test('403 for more than one has oneself; 200 the scopes that one can give', async () => {
  const narrow = await org.withScopes(['Read API Tokens', 'Write API Tokens', 'Read Tags']);
  expect((await narrow.get('/tokens/scopes')).body.data).toEqual([
    'Read API Tokens',
    'Read Tags',
    'Write API Tokens',
  ]);
  for (const scope of ['Full Access', 'Read-only', 'Write Drivers']) {
    const { status, text } = await narrow.send('POST', '/tokens', {
      name: 'More',
      scopes: ['Read Tags', scope],
    });
    expect([status, text]).toEqual([403, expect.stringContaining(`You lack \\"${scope}\\"`)]);
  }
  expect((await narrow.send('POST', '/tokens', { name: 'As much', scopes: ['Read Tags'] })).status).toBe(201);
  const all = (await org.get('/tokens/scopes')).body.data;
  expect(all.slice(0, 2)).toEqual(['Full Access', 'Read-only']);
  expect(all).toEqual(expect.arrayContaining(['Write Training Assignments', 'Read Custom Reports']));
});

test('200 for an administrator who has signed in, 403 for everybody else', async () => {
  const administrator = await signedIn(server, await somebody(server, org, 'administrator'));
  const body = { name: 'By hand', scopes: ['Full Access'] };
  expect((await administrator.send('POST', '/tokens', body)).status).toBe(201);
  for (const role of ['manager', 'viewer', 'learner'] as const) {
    const other = await signedIn(server, await somebody(server, org, role));
    expect((await other.get('/tokens')).status).toBe(403);
    expect((await other.send('POST', '/tokens', body)).status).toBe(403);
  }
});

test('400 names what is wrong', async () => {
  for (const [body, field] of [
    [{ name: '', scopes: ['Read Tags'] }, 'name'],
    [{ name: 'A', scopes: [] }, 'scopes'],
    [{ name: 'A', scopes: ['Read Boats'] }, 'Read Boats'],
    [{ name: 'A', scopes: ['Read Tags'], tagIds: [] }, 'tagIds'],
    [{ name: 'A', scopes: ['Read Tags'], text: 'mine' }, 'text'],
  ] as const) {
    const { status, text } = await org.send('POST', '/tokens', body);
    expect([status, text]).toEqual([400, expect.stringContaining(field)]);
  }
  const { status, text } = await org.send('POST', '/tokens', {
    name: 'A',
    scopes: ['Read Tags'],
    tagIds: ['x'],
  });
  expect([status, text]).toEqual([404, expect.stringContaining('tagIds')]);
});
