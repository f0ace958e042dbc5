import { afterAll, beforeAll, expect, test } from 'vitest';
import { toldOf } from '../../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

const patch = (body: object) => org.send('PATCH', '/organization/settings', body);
const attributeOf = async (name: string, attributeType: string) =>
  (await org.send('POST', '/attributes', { name, entityType: 'driver', attributeType })).body.data.id;

test('200 begins with UTC, changes what is named, and the ledger tells', async () => {
  expect((await org.get('/organization/settings')).body).toEqual({ data: { timeZone: 'UTC' } });
  const id = await attributeOf('Hired', 'date');
  expect((await patch({ timeZone: 'America/Chicago' })).body.data).toEqual({ timeZone: 'America/Chicago' });
  const both = { timeZone: 'America/Chicago', startDateAttributeId: id };
  expect((await patch({ startDateAttributeId: id })).body.data).toEqual(both);
  expect((await patch({ startDateAttributeId: id })).body.data).toEqual(both);
  const told = await toldOf(server, org, 'organization', org.orgId);
  expect(told.map(({ operation }) => operation)).toEqual(['update', 'update', 'create']);
  expect(told[0]?.document).toMatchObject(both);
  expect((await org.get('/me')).body.data).toEqual({
    id: org.orgId,
    name: 'Test Fleet',
    carrierSettings: {},
  });
  expect((await patch({ startDateAttributeId: null })).body.data).toEqual({ timeZone: 'America/Chicago' });
});
test.each([
  [{ timeZone: 'Mars/Base' }, 'timeZone: "Mars/Base" is not an IANA time zone.'],
  [{ timeZone: '+05:30' }, 'timeZone: "+05:30" is not an IANA time zone.'],
  [{ timeZone: '' }, 'timeZone: "" is not an IANA time zone.'],
  [{ timezone: 'UTC' }, 'timezone'],
])('400 %j', async (body, message) => {
  const reply = await patch(body);
  expect([reply.status, reply.body.message]).toEqual([400, expect.stringContaining(message)]);
});
test('400 for an attribute that is no date, 404 for one that is not there', async () => {
  const reply = await patch({ startDateAttributeId: await attributeOf('Depot', 'text') });
  expect([reply.status, reply.body.message]).toEqual([
    400,
    expect.stringContaining('"Depot" is of the type text'),
  ]);
  for (const id of ['x', org.orgId, '018f0000-0000-7000-8000-000000000000'])
    expect((await patch({ startDateAttributeId: id })).status).toBe(404);
});
test('400 for deleting the attribute that says when people started', async () => {
  const id = await attributeOf('Started', 'date');
  await patch({ startDateAttributeId: id });
  const remove = () => org.send('DELETE', `/attributes/${id}?entityType=driver`);
  const refused = await remove();
  expect([refused.status, refused.body.message]).toEqual([
    400,
    expect.stringContaining('PATCH /organization/settings'),
  ]);
  await patch({ startDateAttributeId: null });
  expect((await remove()).status).toBe(204);
});
test('403 without the scope, and for a token that is limited to tags', async () => {
  const reader = await org.withScopes(['Read Org Information']);
  expect((await reader.send('PATCH', '/organization/settings', {})).status).toBe(403);
  const tag = (await org.send('POST', '/tags', { name: 'T' })).body.data.id;
  const limited = await org.withScopes(['Full Access'], [tag]);
  expect((await limited.send('PATCH', '/organization/settings', { timeZone: 'Asia/Tokyo' })).status).toBe(
    403,
  );
  expect((await limited.get('/organization/settings')).status).toBe(200);
});
