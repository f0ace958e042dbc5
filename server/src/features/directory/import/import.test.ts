import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { ApiError } from '../../../kernel/errors.ts';
import { samsaraMessage } from '../../../surfaces/samsara.ts';
import { BatchError, importDrivers, importTags, importUsers, importVehicles, tagsAtPaths } from '../index.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

const writer = () => ({ orgId: org.orgId, tagIds: null, actor: org.actor, requestId: 'import' });
const problemsOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(BatchError);
  return (error as BatchError).problems.map(({ row, ...problem }) => ({
    row,
    message: samsaraMessage(new ApiError(400, [problem])),
  }));
};
const driver = async (id: string) => (await org.get(`/fleet/drivers/${encodeURIComponent(id)}`)).body.data;

describe('importDrivers', () => {
  test('creates, then updates by external id and by username, and an empty cell changes nothing', async () => {
    const [first, second] = await importDrivers(server.database, writer(), [
      { name: 'Ann', username: 'ann', externalIds: { payroll: 'P1' }, phone: '1' },
      { name: 'Bob', username: 'Bob' },
    ]);
    expect([first?.outcome, second?.outcome]).toEqual(['created', 'created']);
    const again = await importDrivers(server.database, writer(), [
      { name: '', externalIds: { payroll: 'P1', badge: '' }, phone: '', notes: 'new', tagIds: [] },
      { username: 'bob', name: 'Robert' },
      { name: 'Cem' },
    ]);
    expect(again.map(({ outcome }) => outcome)).toEqual(['updated', 'updated', 'created']);
    expect([again[0]?.id, again[1]?.id]).toEqual([first?.id, second?.id]);
    expect(await driver('payroll:P1')).toMatchObject({
      name: 'Ann',
      username: 'ann',
      phone: '1',
      notes: 'new',
    });
    expect(await driver(second?.id as string)).toMatchObject({ name: 'Robert', username: 'bob' });
  });

  test('is one write, and every row of it is in the ledger', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => ({
      name: `Bulk ${i}`,
      username: `bulk${i}`,
      externalIds: { bulk: String(i) },
    }));
    const written = await importDrivers(server.database, writer(), rows);
    const { rows: ledger } = await server.database.pool.query(
      `select count(*)::int as count, count(distinct seq)::int as writes from ledger_change
       where org_id = $1 and resource = 'driver' and id = any($2)`,
      [org.orgId, written.map(({ id }) => id)],
    );
    expect(ledger).toEqual([{ count: 3000, writes: 1 }]);
    expect(await driver('bulk:2999')).toMatchObject({ name: 'Bulk 2999', id: written[2999]?.id });
    const second = await importDrivers(server.database, writer(), rows);
    expect(second).toEqual(written.map(({ id }) => ({ id, outcome: 'unchanged' })));
  });

  test('tells every problem with its row and writes nothing', async () => {
    const problems = await problemsOf(
      importDrivers(server.database, writer(), [
        { name: 'Fine', username: 'fine' },
        { username: 'nameless' },
        { name: 'x', tagIds: ['99'] },
        { name: 'y', externalIds: { twice: '1' } },
        { name: 'z', username: 'FINE' },
      ]),
    );
    expect(problems).toEqual([{ row: 1, message: 'name is missing' }]);
    const later = await problemsOf(
      importDrivers(server.database, writer(), [
        { name: 'Fine', username: 'fine' },
        { name: 'x', tagIds: ['99'] },
        { name: 'z', username: 'FINE' },
      ]),
    );
    expect(later.map(({ row }) => row).sort()).toEqual([1, 2]);
    const early = await problemsOf(
      importDrivers(server.database, writer(), [{ name: 'a', locale: 'xx' as never }, { shoe: 1 } as never]),
    );
    expect(early.map(({ row }) => row)).toEqual([0, 1]);
    const { body } = await org.get('/fleet/drivers');
    expect(body.data.map(({ username }: { username: string }) => username)).not.toContain('fine');
  });

  test('refuses rows that mean the same driver, and a row that means two', async () => {
    await importDrivers(server.database, writer(), [
      { name: 'One', username: 'one', externalIds: { k: '1' } },
      { name: 'Two', username: 'two', externalIds: { l: '2' } },
    ]);
    const same = [{ username: 'one' }, { externalIds: { k: '1' } }];
    expect(await problemsOf(importDrivers(server.database, writer(), same))).toMatchObject([{ row: 1 }]);
    const both = [{ externalIds: { k: '1', l: '2' } }];
    expect(await problemsOf(importDrivers(server.database, writer(), both))).toMatchObject([{ row: 0 }]);
    const taken = [{ externalIds: { k: '1' }, username: 'two' }];
    expect(await problemsOf(importDrivers(server.database, writer(), taken))).toMatchObject([{ row: 0 }]);
    const fresh = [
      { name: 'a', externalIds: { fresh: '1' } },
      { name: 'b', externalIds: { fresh: '1' } },
    ];
    expect(await problemsOf(importDrivers(server.database, writer(), fresh))).toMatchObject([{ row: 1 }]);
  });

  test('with dryRun writes nothing', async () => {
    await importDrivers(server.database, { ...writer(), dryRun: true }, [
      { name: 'Dry', externalIds: { dry: '1' } },
    ]);
    expect(await driver('dry:1')).toBeUndefined();
  });
});

test('importVehicles matches by VIN and serial', async () => {
  const vin = '1HGBH41JXMN109186';
  const [made] = await importVehicles(server.database, writer(), [
    { name: 'Truck', vin, gatewaySerial: 'S-1' },
  ]);
  const again = await importVehicles(server.database, writer(), [
    { gatewaySerial: 'S-1', make: 'Ford', notes: '' },
  ]);
  expect(again).toEqual([{ id: made?.id, outcome: 'updated' }]);
  const { body } = await org.get(`/fleet/vehicles/samsara.vin:${vin}`);
  expect(body.data).toMatchObject({ id: made?.id, name: 'Truck', make: 'Ford' });
  expect(await problemsOf(importVehicles(server.database, writer(), [{ make: 'Ford' }]))).toEqual([
    { row: 0, message: 'name is missing' },
  ]);
});

test('importVehicles refuses two vehicles for one driver', async () => {
  const [made] = await importDrivers(server.database, writer(), [{ name: 'Wanted' }]);
  const rows = ['a', 'b'].map((name) => ({ name, staticAssignedDriverId: made?.id }));
  expect(await problemsOf(importVehicles(server.database, writer(), rows))).toMatchObject([{ row: 1 }]);
});

test('importUsers matches by email and by external id', async () => {
  const [made] = await importUsers(server.database, writer(), [
    { name: 'Uma', email: 'uma@example.com', externalIds: { hr: '7' } },
  ]);
  const again = await importUsers(server.database, writer(), [{ email: 'UMA@example.com', name: 'Uma K' }]);
  expect(again).toEqual([{ id: made?.id, outcome: 'updated' }]);
  const third = await importUsers(server.database, writer(), [
    { externalIds: { hr: '7' }, authType: 'saml' },
  ]);
  expect(third).toEqual(again);
  const { body } = await org.get(`/users/${made?.id}`);
  expect(body.data).toMatchObject({ name: 'Uma K', authType: 'saml', roles: [] });
  expect(
    await problemsOf(
      importUsers(server.database, writer(), [{ name: 'No mail' }, { name: 'x', email: 'y' }]),
    ),
  ).toMatchObject([{ row: 1 }]);
});

test('importTags matches by name and parent, tagsAtPaths adds what is missing', async () => {
  const [top] = await importTags(server.database, writer(), [{ name: 'Top', externalIds: { t: '1' } }]);
  const again = await importTags(server.database, writer(), [
    { name: 'Top' },
    { name: 'Low', parentTagId: top?.id },
  ]);
  expect(again).toMatchObject([{ id: top?.id, outcome: 'updated' }, { outcome: 'created' }]);
  const paths = [['Top', 'Low'], ['Top', 'Other'], ['Top', 'Other', 'Deep'], ['Top'], ['Top', 'Other']];
  const ids = await tagsAtPaths(server.database, writer(), paths);
  expect([ids[0], ids[3]]).toEqual([again[1]?.id, top?.id]);
  expect(ids[4]).toBe(ids[1]);
  const { body } = await org.get(`/tags/${ids[2]}`);
  expect(body.data).toMatchObject({ name: 'Deep', parentTagId: ids[1] });
  expect(await tagsAtPaths(server.database, writer(), paths)).toEqual(ids);
  expect(await tagsAtPaths(server.database, writer(), [])).toEqual([]);
});
