import { expect, test } from 'vitest';
import { systemWriter } from '../src/kernel/auth.ts';
import { sql } from '../src/kernel/database/database.ts';
import type { Feature } from '../src/kernel/feature.ts';
import type { Changed, Resource } from '../src/kernel/ledger/resource.ts';
import { write } from '../src/kernel/ledger/write.ts';
import { Type } from '../src/kernel/schema.ts';
import { type StartOptions, startApp } from './start-app.ts';

type Thing = { id: string; holder?: string; more?: string };
const rows = new Map<string, Thing>();

const thing: Resource<Thing> = {
  name: 'thing',
  scope: 'Read Things',
  id: 'text',
  document: Type.Object({ id: Type.String(), holder: Type.Optional(Type.String()) }),
  about: ({ holder }) => (holder ? [holder] : []),
  read: async (_database, _orgId, ids) =>
    ids.flatMap((id) => {
      const document = rows.get(id);
      return document ? [{ id, document }] : [];
    }),
  present: () => sql`select unnest(${[...rows.keys()]}::text[])`,
};

/** Makes things in an organization, and answers what its end makes of them. */
async function endOf(
  resource: Resource<Thing>,
  things: Changed<Thing>[],
  options: StartOptions = {},
): Promise<unknown> {
  rows.clear();
  const feature: Feature = { name: 'things', routes: [], resources: [thing] };
  const server = await startApp({ features: [feature], ...options });
  await write(server.database, systemWriter(server.org.orgId, 'test'), async (tx) => {
    tx.changed(resource, 'create', things);
  });
  return server.stop().then(
    () => undefined,
    (error: Error) => error.message,
  );
}

const one: Changed<Thing> = { id: '1', document: { id: '1', holder: '5' } };

test.each<[string, Resource<Thing>, Changed<Thing>[], RegExp]>([
  ['a resource that nobody declares', { ...thing, name: 'other' }, [one], /a other 1 .*no feature declares/],
  [
    'a field that the schema lacks',
    thing,
    [{ id: '1', document: { id: '1', more: 'x' } }],
    /the field "more"/,
  ],
  ['somebody it does not say it concerns', { ...thing, about: () => [] }, [one], /a thing 1 .*concerns 5/],
  ['an object whose row is not there', thing, [one], /the row of thing 1 is gone/],
])('tells of %s', async (_what, resource, things, problem) => {
  expect(await endOf(resource, things)).toMatch(problem);
});

test('lets the tables of a test that tampers differ, and nothing else', async () => {
  expect(await endOf(thing, [one], { tampers: 'to show it' })).toBeUndefined();
  expect(await endOf({ ...thing, name: 'other' }, [one], { tampers: 'to show it' })).toMatch(/no feature/);
});
