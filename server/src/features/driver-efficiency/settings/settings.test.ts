import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

const PATH = '/driver-efficiency/settings';
let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

const ledger = async (orgId = org.orgId): Promise<unknown[][]> =>
  server.database.rows(sql`
    select operation, document::text from ledger_change
    where org_id = ${orgId} and resource = 'driverEfficiencySettings' order by seq`);

test('200 answers the defaults until something is set', async () => {
  const { status, body } = await org.get(PATH);
  expect(status).toBe(200);
  expect(body.data.scoreFormat).toBe('numbers');
  expect(body.data.metrics.cruiseControl).toEqual({
    zeroAtPercentage: 1,
    hundredAtPercentage: 61,
    weight: 5,
  });
});

test('200 changes what is named and leaves the rest; the ledger tells it, once', async () => {
  const before = (await org.get(PATH)).body.data;
  const patch = { metrics: { idling: { hundredAtPercentage: 3 }, coasting: { weight: 0 } } };
  const reply = await org.send('PATCH', PATH, patch);
  expect(reply).toMatchObject({ status: 200 });
  expect(reply.body.data).toEqual({
    ...before,
    metrics: {
      ...before.metrics,
      idling: { ...before.metrics.idling, hundredAtPercentage: 3 },
      coasting: { ...before.metrics.coasting, weight: 0 },
    },
  });
  expect((await org.get(PATH)).text).toBe(reply.text);
  await org.send('PATCH', PATH, patch);
  expect(await ledger()).toEqual([['create', JSON.stringify(reply.body.data)]]);
  const dry = await org.send('PATCH', `${PATH}?dryRun=true`, { scoreFormat: 'letters' });
  expect(dry.body.data.scoreFormat).toBe('letters');
  expect((await org.get(PATH)).body.data.scoreFormat).toBe('numbers');
});

test('the ledger tells every change of the settings in full', async () => {
  const own = await server.makeOrg('Third Fleet');
  const [first, second] = [
    await own.send('PATCH', PATH, { metrics: { idling: { weight: 0 } } }),
    await own.send('PATCH', PATH, { scoreFormat: 'letters' }),
  ];
  expect(await ledger(own.orgId)).toEqual([
    ['create', JSON.stringify(first.body.data)],
    ['update', JSON.stringify(second.body.data)],
  ]);
});

test('200 belongs to one organization', async () => {
  const other = await server.makeOrg('Other Fleet');
  await other.send('PATCH', PATH, { scoreFormat: 'letters' });
  expect((await org.get(PATH)).body.data.scoreFormat).toBe('numbers');
});

test.each<[what: string, patch: object, message: string]>([
  ['a weight of eleven', { metrics: { idling: { weight: 11 } } }, 'metrics.idling.weight: it must be <= 10.'],
  [
    'half a weight',
    { metrics: { idling: { weight: 0.5 } } },
    'metrics.idling.weight: it must be an integer.',
  ],
  [
    'a direct metric turned round',
    { metrics: { coasting: { zeroAtPercentage: 90 } } },
    'metrics.coasting: hundredAtPercentage (20) must be above zeroAtPercentage (90).',
  ],
  [
    'an inverse metric turned round',
    { metrics: { overSpeed: { hundredAtPercentage: 25 } } },
    'metrics.overSpeed: hundredAtPercentage (25) must be below zeroAtPercentage (25).',
  ],
  [
    'bounds out of order',
    { letterBounds: { C: 70 } },
    'letterBounds.B: 70 must be above 70, the bound of C.',
  ],
  [
    'three weights',
    { vehicleWeightBoundsKg: [1, 2, 3] },
    'vehicleWeightBoundsKg: it needs at least 4 values.',
  ],
  ['weights out of order', { vehicleWeightBoundsKg: [1, 2, 2, 3] }, 'vehicleWeightBoundsKg: each must be'],
  ['an unknown metric', { metrics: { speed: {} } }, 'Unknown field metrics.speed.'],
  ['another format', { scoreFormat: 'stars' }, 'scoreFormat: use one of numbers, letters.'],
])('400 for %s', async (_, patch, message) => {
  const reply = await org.send('PATCH', PATH, patch);
  expect(reply.status).toBe(400);
  expect(reply.body.message).toContain(message);
});

test('403 without the scope, and for a token that is limited to tags', async () => {
  const reader = await org.withScopes(['Read Driver Efficiency']);
  expect((await reader.send('PATCH', PATH, {})).status).toBe(403);
  const tag = (await org.send('POST', '/tags', { name: 'North' })).body.data.id;
  const limited = await org.withScopes(['Write Driver Efficiency'], [tag]);
  const reply = await limited.send('PATCH', PATH, { scoreFormat: 'letters' });
  expect(reply.body.message).toContain('This token is limited to tags');
  expect(reply.status).toBe(403);
});
