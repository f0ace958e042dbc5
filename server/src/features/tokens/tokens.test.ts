import { afterAll, beforeAll, expect, test } from 'vitest';
import { toldOf } from '../../../test/reports.ts';
import { startApp, type TestApp } from '../../../test/start-app.ts';
import { systemWriter } from '../../kernel/auth.ts';
import { sql } from '../../kernel/database/database.ts';
import { verifyTables } from '../../kernel/ledger/verify-tables.ts';
import { write } from '../../kernel/ledger/write.ts';
import { createToken, listTokens, renameOrganization, withdrawToken } from './index.ts';
import { token } from './resource.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

test('the ledger tells of a token what it may do, and when it was revoked; never its text or hash', async () => {
  const { database, org } = server;
  const request = { name: 'Payroll', scopes: ['Read Users'], tagIds: ['281474976710999'] };
  const made = await createToken(database, org.orgId, request);
  expect(await withdrawToken(database, org.orgId, made.id)).toBe(true);
  expect(await withdrawToken(database, org.orgId, made.id)).toBe(false);
  const [revoked, created, ...others] = await toldOf(server, org, 'token', made.id);
  expect(others).toEqual([]);
  const facts = { id: made.id, userId: made.userId, ...request, createdAtTime: expect.any(String) };
  expect(created).toMatchObject({ operation: 'create', document: facts });
  expect(revoked).toMatchObject({
    operation: 'delete',
    document: { ...facts, revokedAtTime: expect.any(String) },
  });
  expect(Object.keys(revoked?.document).sort()).toEqual([...Object.keys(facts), 'revokedAtTime'].sort());
  // It was revoked at the moment of the write.
  const [entry] = await database.rows(sql`
    select at from ledger_write where org_id = ${org.orgId} order by seq desc limit 1`);
  const kept = (await listTokens(database, org.orgId)).find(({ id }) => id === made.id);
  expect(kept?.revokedAt).toBe(entry?.[0]);
  expect(await verifyTables(database, org.orgId, [token])).toBeUndefined();
});

test('the ledger tells an organization from its first write on, and another name', async () => {
  const { database } = server;
  const org = await server.makeOrg('First Name');
  const rows = await database.rows(sql`
    select distinct resource from ledger_change where org_id = ${org.orgId} and seq = 1 order by resource`);
  expect(rows.flat()).toEqual(expect.arrayContaining(['organization', 'token', 'user']));
  await write(database, systemWriter(org.orgId, 'test'), (tx) => renameOrganization(tx, 'Second Name'));
  const [renamed, first] = await toldOf(server, org, 'organization', org.orgId);
  expect(first?.document.name).toBe('First Name');
  expect(renamed?.document.name).toBe('Second Name');
  expect((await org.get('/me')).body.data.name).toBe('Second Name');
});
