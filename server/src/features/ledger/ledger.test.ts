import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makePeople } from '../../../test/builders.ts';
import { runQueued } from '../../../test/jobs.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { sql } from '../../kernel/database/database.ts';

let server: TestApp;
let org: TestOrg;
let tag: string;
let between: string;
beforeAll(async () => {
  server = await startApp({ tampers: 'the last test alters a document' });
  org = server.org;
  await makePeople(server, org, 150);
  await new Promise((resolve) => setTimeout(resolve, 5));
  between = new Date().toISOString();
  tag = (await made(org, '/tags', { name: 'Yard' })).id;
  await org.send('PATCH', `/tags/${tag}`, { name: 'Depot' });
});
afterAll(() => server.stop());

const entries = async (query = '') => {
  const { status, body, text } = await org.get(`/ledger?${query}`);
  expect(status, text).toBe(200);
  return body.data;
};

test('200 entries, newest first, with their changes and without documents', async () => {
  const [renamed, added, people] = await entries();
  expect(renamed).toEqual({
    seq: expect.any(String),
    at: expect.any(String),
    actor: org.actor,
    actorName: expect.any(String),
    requestId: expect.any(String),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    changeCount: 1,
    changes: [{ resource: 'tag', id: tag, operation: 'update', isErased: false }],
  });
  expect(added.changes).toMatchObject([{ operation: 'create' }]);
  expect(Number(added.seq)).toBe(Number(renamed.seq) - 1);
  expect([people.changeCount, people.changes.length]).toEqual([150, 100]);
});

test('200 of a kind, of somebody and of a time, page by page', async () => {
  const all = await entries();
  expect(await entries('resource=tag')).toEqual(all.slice(0, 2));
  expect(await entries(`actor=${org.actor}&until=${between}`)).toMatchObject([{ changeCount: 150 }]);
  expect(await entries(`from=${between}`)).toEqual(all.slice(0, 2));
  expect(await entries('actor=user-1')).toEqual([]);
  const first = await org.get('/ledger?limit=2');
  const second = await org.get(`/ledger?limit=2&after=${first.body.pagination.endCursor}`);
  expect([...first.body.data, ...second.body.data]).toEqual(all.slice(0, 4));
});

test('400 a kind that is none, times the wrong way round, and somebody who is nobody', async () => {
  for (const query of [
    'resource=trailer',
    'actor=me',
    'from=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z',
  ])
    expect((await org.get(`/ledger?${query}`)).status, query).toBe(400);
});

test('403 for a token that is limited to tags', async () => {
  const limited = await org.withScopes(['Full Access'], [tag]);
  expect((await limited.get('/ledger')).status).toBe(403);
  expect((await limited.get(`/ledger/verify?id=${crypto.randomUUID()}`)).status).toBe(403);
  expect((await limited.send('POST', '/ledger/verify', {})).status).toBe(403);
});

const verify = async (body: object = {}) => {
  const asked = await org.send('POST', '/ledger/verify', body);
  expect(asked.status, asked.text).toBe(202);
  expect(asked.body.data).toMatchObject({ status: 'pending', percentComplete: 0 });
  const again = await org.send('POST', '/ledger/verify', body);
  expect(again.body.data.id).toBe(asked.body.data.id);
  await runQueued(server);
  const { status, body: reply } = await org.get(`/ledger/verify?id=${asked.body.data.id}`);
  expect(status).toBe(200);
  return reply.data;
};

test('202 a verification that walks along the whole ledger', async () => {
  const done = await verify({ withFiles: true });
  expect(done).toMatchObject({
    status: 'complete',
    percentComplete: 100,
    withFiles: true,
    createdById: org.actor,
    completedAtTime: expect.any(String),
    result: { isWhole: true, erased: 0, files: { checked: 0, bad: 0, named: [] } },
  });
  const last = await entries('resource=ledgerVerification');
  expect(done.result.lastEntry).toBe(`${org.orgId}:${last[1].seq}:${last[1].hash}`);
  expect(done.result.writes).toBe(Number(last[1].seq));
});

test('404 a verification that is not there', async () => {
  expect((await org.get(`/ledger/verify?id=${crypto.randomUUID()}`)).status).toBe(404);
});

test('202 a verification that names the entry that was altered', async () => {
  await server.database.rows(sql`
    update ledger_change set document = replace(document::text, 'Depot', 'Altered')::json
    where org_id = ${org.orgId} and resource = 'tag' and id = ${tag} and operation = 'update'`);
  const [entry] = await entries('resource=tag');
  expect((await verify()).result).toMatchObject({
    isWhole: false,
    problemSeq: entry.seq,
    problem: expect.stringContaining('was changed'),
  });
});
