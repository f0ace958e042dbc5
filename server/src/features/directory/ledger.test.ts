import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { sql } from '../../kernel/database/database.ts';
import type { Resource, World } from '../../kernel/ledger/resource.ts';
import { verifyTables } from '../../kernel/ledger/verify-tables.ts';
import type { PersonDocument } from './people/document.ts';
import {
  attribute,
  directoryResources,
  driver,
  expandedAttribute,
  organization,
  tag,
  user,
  userRole,
  vehicle,
  weekly10Person,
} from './resources.ts';
import { DEFAULT_ROLES } from './users/roles.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());
beforeEach(async () => {
  org = await server.makeOrg();
});

interface Told {
  seq: number;
  resource: string;
  id: string;
  operation: string;
  // biome-ignore lint/suspicious/noExplicitAny: documents of every shape
  document: any;
}

const told = async (): Promise<Told[]> =>
  (
    await server.database.rows(sql`
      select seq::int, resource, id, operation, document::text from ledger_change
      where org_id = ${org.orgId} order by seq, resource, id`)
  ).map(([seq, resource, id, operation, document]) => ({
    seq,
    resource,
    id,
    operation,
    document: JSON.parse(document),
  }));

/** What `work` puts into the ledger: each object as `driver 1 update`. */
async function toldBy(work: () => Promise<unknown>): Promise<{ changes: string[]; all: Told[] }> {
  const before = (await told()).length;
  await work();
  const all = (await told()).slice(before);
  return { changes: all.map(({ resource, id, operation }) => `${resource} ${id} ${operation}`), all };
}

/** The world as the ledger alone tells it. */
async function world(): Promise<World> {
  const objects = new Map<string, Map<string, unknown>>();
  for (const { resource, id, operation, document } of await told()) {
    const kind = objects.get(resource) ?? new Map<string, unknown>();
    objects.set(resource, kind);
    if (operation === 'delete') kind.delete(id);
    else kind.set(id, document);
  }
  return {
    at: new Date().toISOString(),
    get: <D>({ name }: Resource<D>, id: string) => objects.get(name)?.get(id) as D | undefined,
    all: <D>({ name }: Resource<D>) => (objects.get(name)?.values() ?? []) as Iterable<D>,
  };
}

// Whatever a test did: the tables are as the ledger says, its documents fit their schemas, and the replies follow.
afterEach(async () => {
  expect(await verifyTables(server.database, org.orgId, directoryResources)).toBeUndefined();
  await expectFit();
  await expectServed();
});

const ajv = addFormats.default(new Ajv({ strict: false }));
const fits = new Map(directoryResources.map(({ name, document }) => [name, ajv.compile(closed(document))]));

// biome-ignore lint/suspicious/noExplicitAny: any part of a schema
function closed(schema: any): any {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!schema || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return copy.type === 'object' && copy.properties ? { additionalProperties: false, ...copy } : copy;
}

async function expectFit(): Promise<void> {
  for (const { resource, document } of await told()) {
    const fit = fits.get(resource);
    if (fit && !fit(document))
      throw new Error(`${resource}: ${ajv.errorsText(fit.errors)} ${JSON.stringify(document)}`);
  }
}

const bare = (value: unknown) => JSON.parse(JSON.stringify(value));

async function expectServed(): Promise<void> {
  const now = await world();
  const served = <D>(resource: Resource<D>, document: D) =>
    bare(resource.served?.(document, now) ?? document);
  for (const [resource, path] of [
    [driver, '/fleet/drivers'],
    [user, '/users'],
    [vehicle, '/fleet/vehicles'],
    [tag, '/tags'],
  ] as const)
    for (const document of now.all<{ id: string }>(resource as never))
      expect(served(resource as never, document)).toEqual(
        (await org.get(`${path}/${document.id}`)).body.data,
      );
  for (const document of now.all(attribute)) {
    const path = `/attributes/${document.id}?entityType=${document.entityType}`;
    expect(bare(expandedAttribute(document, now))).toEqual((await org.get(path)).body.data);
  }
  for (const entityType of ['driver', 'asset'] as const) {
    const { data } = (await org.get(`/attributes?entityType=${entityType}`)).body;
    const those = [...now.all(attribute)].filter((document) => document.entityType === entityType);
    expect(those.map((document) => served(attribute, document))).toEqual(data);
  }
  expect(byId([...now.all(userRole)])).toEqual((await org.get('/user-roles')).body.data);
  expect([...now.all(organization)].map((document) => served(organization, document))).toEqual([
    (await org.get('/me')).body.data,
  ]);
  const people: PersonDocument[] = [...now.all(driver), ...now.all(user)];
  for (const document of people.filter(({ serviceAccount }) => !serviceAccount)) {
    const shown = bare(weekly10Person(document, now));
    const path = `/directory/user/${encodeURIComponent(shown.api_id)}/`;
    expect(shown).toEqual((await org.get(path)).body);
  }
}

const byId = <T extends { id: string }>(all: T[]): T[] => all.sort((a, b) => (a.id < b.id ? -1 : 1));

async function send(method: string, path: string, body?: unknown) {
  const reply = await org.send(method, path, body);
  if (reply.status >= 300) throw new Error(reply.text);
  return reply.body?.data ?? reply.body;
}

let count = 0;
const addDriver = (fields: object = {}) => {
  count += 1;
  return send('POST', '/fleet/drivers', {
    name: 'Ann Lee',
    username: `d${count}`,
    password: 'long enough',
    ...fields,
  });
};
const addTag = (fields: object = {}) => send('POST', '/tags', { name: 'North', ...fields });
const addVehicle = (fields: object = {}) => send('POST', '/fleet/vehicles', { name: 'Truck', ...fields });
const addUser = (roles: object[] = []) => {
  count += 1;
  return send('POST', '/users', { name: 'Bo', email: `u${count}@example.com`, authType: 'default', roles });
};
const addAttribute = (fields: object = {}) =>
  send('POST', '/attributes', {
    name: 'Class',
    entityType: 'driver',
    attributeType: 'multi-select',
    stringValues: ['A', 'B'],
    ...fields,
  });
const [ADMIN, MANAGER] = DEFAULT_ROLES.map(({ id }) => id) as [string, string];

describe('the ledger tells', () => {
  test('a new organization: itself, its roles, its own user and the one of its token', async () => {
    const all = (await told()).filter(({ seq }) => seq === 1);
    expect(all.filter(({ resource }) => resource === 'userRole')).toHaveLength(DEFAULT_ROLES.length);
    expect(all.find(({ resource }) => resource === 'organization')?.document).toMatchObject({
      id: org.orgId,
      name: 'Test Fleet',
    });
    const names = all.filter(({ resource }) => resource === 'user').map(({ document }) => document);
    expect(names).toMatchObject([
      { name: 'Crewready', serviceAccount: true },
      { name: 'First token', serviceAccount: true },
    ]);
    const [head] = await server.database.rows(
      sql`select system_user_id from org_head where org_id = ${org.orgId}`,
    );
    expect(names[0].id).toBe(head?.[0]);
  });

  test('a renamed tag once, and nothing of whoever is in it', async () => {
    const { id } = await addTag();
    await addDriver({ tagIds: [id], peerGroupTagId: id });
    const { changes } = await toldBy(() => send('PATCH', `/tags/${id}`, { name: 'South' }));
    expect(changes).toEqual([`tag ${id} update`]);
  });

  test('a renamed vehicle once, and nothing of its driver', async () => {
    const ann = await addDriver();
    const { id } = await addVehicle({ staticAssignedDriverId: ann.id });
    const { changes } = await toldBy(() => send('PATCH', `/fleet/vehicles/${id}`, { name: 'Van' }));
    expect(changes).toEqual([`vehicle ${id} update`]);
  });

  test('a renamed attribute once, and nothing of whoever has a value', async () => {
    const { id } = await addAttribute();
    await addDriver({ attributes: [{ id, stringValues: ['A'] }] });
    const { changes } = await toldBy(() =>
      send('PATCH', `/attributes/${id}`, { entityType: 'driver', name: 'Kind' }),
    );
    expect(changes).toEqual([`attribute ${id} update`]);
  });

  test.each(['POST', 'PUT', 'PATCH'])('who enters and leaves a tag by %s /tags', async (method) => {
    const [ann, bob, truck] = [await addDriver(), await addDriver(), await addVehicle()];
    const before = method === 'POST' ? undefined : await addTag({ drivers: [bob.id] });
    const path = before ? `/tags/${before.id}` : '/tags';
    let id = '';
    const { changes, all } = await toldBy(async () => {
      const sent = { name: 'East', drivers: [ann.id], vehicles: [truck.id] };
      id = (await send(method, path, sent)).id;
    });
    const left = before ? [`driver ${bob.id} update`] : [];
    expect(new Set(changes)).toEqual(
      new Set([
        `driver ${ann.id} update`,
        ...left,
        `tag ${id} ${before ? 'update' : 'create'}`,
        `vehicle ${truck.id} update`,
      ]),
    );
    expect(all.find((each) => each.id === ann.id)?.document.tagIds).toEqual([id]);
    expect(
      (await toldBy(() => send('PUT', `/tags/${id}`, { drivers: [ann.id], vehicles: [truck.id] }))).changes,
    ).toEqual([`tag ${id} update`]);
  });

  test('whoever had a value of a deleted attribute', async () => {
    const { id } = await addAttribute();
    const ann = await addDriver({ attributes: [{ id, stringValues: ['A'] }] });
    await addDriver();
    const { changes, all } = await toldBy(() => send('DELETE', `/attributes/${id}?entityType=driver`));
    expect(changes).toEqual([`attribute ${id} delete`, `driver ${ann.id} update`]);
    expect(all[1]?.document.attributes).toEqual([]);
  });

  test('whoever had an option that is offered no more, or was given a value', async () => {
    const { id } = await addAttribute({ entityType: 'asset' });
    const [one, two] = [
      await addVehicle({ attributes: [{ id, stringValues: ['A'] }] }),
      await addVehicle({ attributes: [{ id, stringValues: ['B'] }] }),
    ];
    const dropped = await toldBy(() =>
      send('PATCH', `/attributes/${id}`, { entityType: 'asset', stringValues: ['B'] }),
    );
    expect(dropped.changes).toEqual([`attribute ${id} update`, `vehicle ${one.id} update`]);
    const given = await toldBy(() =>
      send('PATCH', `/attributes/${id}`, {
        entityType: 'asset',
        entities: [{ entityId: two.id, stringValues: [] }],
      }),
    );
    expect(given.changes).toEqual([`attribute ${id} update`, `vehicle ${two.id} update`]);
  });

  test('everybody whom a deleted tag was a fact of', async () => {
    const top = await addTag({ name: 'Top' });
    const { id } = await addTag({ parentTagId: top.id, externalIds: { depot: '4' } });
    const below = await addTag({ name: 'Below', parentTagId: id });
    const [member, grouped] = [await addDriver({ tagIds: [id] }), await addDriver({ peerGroupTagId: id })];
    const truck = await addVehicle({ tagIds: [id] });
    const bo = await addUser([{ roleId: ADMIN }, { roleId: MANAGER, tagId: id }]);
    const { changes, all } = await toldBy(() => send('DELETE', `/tags/${id}`));
    expect(new Set(changes)).toEqual(
      new Set([
        `driver ${member.id} update`,
        `driver ${grouped.id} update`,
        `tag ${id} delete`,
        `tag ${below.id} update`,
        `user ${bo.id} update`,
        `vehicle ${truck.id} update`,
      ]),
    );
    const of = (object: string) => all.find((each) => each.id === object)?.document;
    expect(of(id)).toMatchObject({ parentTagId: top.id, externalIds: { depot: '4' } });
    expect(of(bo.id)).toMatchObject({ roles: [{ roleId: ADMIN }], tagIds: [] });
    expect(of(grouped.id)).not.toHaveProperty('peerGroupTagId');
    expect(of(below.id).parentTagId).toBe(top.id);
  });

  test('what only the weekly10 surface knows of a person', async () => {
    const boss = await send('POST', '/directory/user/', { email: 'boss@example.com', first_name: 'Bea' });
    const ann = await addDriver({ name: 'Ann Mary Lee' });
    const path = `/directory/user/driver-${ann.id}/`;
    const { changes, all } = await toldBy(() =>
      send('PATCH', path, {
        first_name: 'Ann Mary',
        last_name: 'Lee',
        job_title: 'Driver',
        manager_api_id: boss.api_id,
        api_id: 'A-1',
      }),
    );
    expect(changes).toEqual([`driver ${ann.id} update`]);
    expect(all[0]?.document).toMatchObject({
      externalIds: { weekly10: 'A-1' },
      weekly10: {
        firstName: 'Ann Mary',
        lastName: 'Lee',
        jobTitle: 'Driver',
        managerId: boss.api_id.slice('user-'.length),
      },
    });
    const job = await toldBy(() => send('PATCH', '/directory/user/A-1/', { job_title: 'Chief' }));
    expect(job.all[0]?.document.weekly10.jobTitle).toBe('Chief');
  });

  test('a manager who is deleted, and that their people have none then', async () => {
    const boss = await send('POST', '/directory/user/', { email: 'b@example.com', first_name: 'Bea' });
    await send('POST', '/directory/user/', {
      email: 'c@example.com',
      first_name: 'Cy',
      manager_api_id: boss.api_id,
    });
    const id = boss.api_id.slice('user-'.length);
    const { changes } = await toldBy(() => send('DELETE', `/users/${id}`));
    expect(changes).toEqual([`user ${id} delete`]);
  });

  test('the user of a token', async () => {
    const { all } = await toldBy(() => org.withScopes(['Read Tags']));
    expect(all.find(({ resource }) => resource === 'user')).toMatchObject({
      operation: 'create',
      document: { name: 'Test', serviceAccount: true, roles: [] },
    });
  });

  test('a deleted user as they were', async () => {
    const north = await addTag();
    const bo = await addUser([{ roleId: MANAGER, tagId: north.id }]);
    const { all } = await toldBy(() => send('DELETE', `/users/${bo.id}`));
    expect(all).toMatchObject([
      {
        operation: 'delete',
        document: { tagIds: [north.id], roles: [{ roleId: MANAGER, tagId: north.id }] },
      },
    ]);
  });

  test('that a password was changed, and never what it is', async () => {
    const ann = await addDriver();
    const { all } = await toldBy(() =>
      send('PATCH', `/fleet/drivers/${ann.id}`, { password: 'another one' }),
    );
    const [{ document }] = all as [Told];
    expect(document.passwordSetAtTime).toBe(document.updatedAtTime);
    expect(JSON.stringify(document)).not.toMatch(/another one|\$/);
    await send('PATCH', `/fleet/drivers/${ann.id}`, { name: 'Ann' });
    expect((await told()).at(-1)?.document.passwordSetAtTime).toBe(document.passwordSetAtTime);
  });

  test('every vehicle and driver of a swapped static assignment, and whom it concerns', async () => {
    const [ann, bob] = [await addDriver(), await addDriver()];
    const one = await addVehicle({ staticAssignedDriverId: ann.id });
    const two = await addVehicle({ staticAssignedDriverId: bob.id });
    const { changes, all } = await toldBy(() =>
      send('PATCH', `/fleet/drivers/${ann.id}`, { staticAssignedVehicleId: two.id }),
    );
    expect(new Set(changes)).toEqual(
      new Set(
        [ann, bob]
          .map(({ id }) => `driver ${id} update`)
          .concat([one, two].map(({ id }) => `vehicle ${id} update`)),
      ),
    );
    const about = await server.database.rows(sql`
      select id, array_agg(entity_id order by entity_id) from ledger_about
      where org_id = ${org.orgId} and seq = ${all[0]?.seq} and resource = 'vehicle' group by id order by id`);
    expect(about).toEqual([
      [one.id, [ann.id, one.id]],
      [two.id, [ann.id, bob.id, two.id]],
    ]);
  });
});

describe('memberships', () => {
  const memberships = async (entityId: string) => ({
    present: await server.database.rows(sql`
      select tag_id, entered_at from tag_member
      where org_id = ${org.orgId} and entity_id = ${entityId} order by tag_id`),
    past: await server.database.rows(sql`
      select tag_id, entered_at, left_at from tag_member_past
      where org_id = ${org.orgId} and entity_id = ${entityId} order by entered_at, tag_id`),
  });

  test('keep the time at which they began, and leave a past one when they end', async () => {
    const [north, south] = [await addTag(), await addTag({ name: 'South' })];
    const ann = await addDriver({ tagIds: [north.id] });
    const began = (await memberships(ann.id)).present[0]?.[1];
    await send('PATCH', `/fleet/drivers/${ann.id}`, { tagIds: [north.id, south.id] });
    await send('PATCH', `/tags/${north.id}`, { drivers: [ann.id] });
    const both = await memberships(ann.id);
    expect(both.present[0]).toEqual([north.id, began]);
    expect(both.past).toEqual([]);
    await send('PATCH', `/fleet/drivers/${ann.id}`, { tagIds: [south.id] });
    await send('PATCH', `/tags/${north.id}`, { drivers: [ann.id] });
    const again = await memberships(ann.id);
    expect(again.past).toEqual([[north.id, began, expect.any(String)]]);
    expect(again.present[0]?.[1] > again.past[0]?.[2]).toBe(true);
    await send('DELETE', `/tags/${north.id}`);
    expect((await memberships(ann.id)).past).toHaveLength(2);
  });
});
