import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../src/kernel/database/database.ts';
import { changesAfter } from '../../src/kernel/ledger/read.ts';
import type { Resource, World } from '../../src/kernel/ledger/resource.ts';
import type { Json } from '../operations.ts';

const PAGE = 500;

/** The living objects of an organization as its ledger tells them: resource → id → document. */
export type Replica = Map<string, Map<string, Json>>;

/** Reads the ledger from its beginning, in order, as a client of the feed would. */
export async function replicaOf(database: Database, orgId: string): Promise<Replica> {
  const replica: Replica = new Map();
  for (let after: { seq: string; resource?: string; id?: string } = { seq: '0' }; ; ) {
    const page = await changesAfter(database, orgId, after, {}, PAGE);
    for (const { resource, id, operation, document } of page) {
      const objects = replica.get(resource) ?? new Map();
      replica.set(resource, objects);
      if (operation === 'delete') objects.delete(id);
      else objects.set(id, JSON.parse(document as string));
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return replica;
    after = last;
  }
}

/** What is served of documents is told by the replica alone. */
export const worldOf = (replica: Replica, more: object): World =>
  ({
    ...more,
    at: new Date().toISOString(),
    get: ({ name }: Resource, id: string) => replica.get(name)?.get(id),
    all: ({ name }: Resource) => replica.get(name)?.values() ?? [],
  }) as World;

/** How the tables differ from a replica, in words: not at all, if the ledger tells everything. */
export async function differencesFromTables(
  database: Database,
  orgId: string,
  resource: Resource,
  replica: Replica,
): Promise<string[]> {
  const told = replica.get(resource.name) ?? new Map<string, Json>();
  const present = (await database.rows(resource.present(orgId))).map(([id]) => id as string);
  const documents = new Map<string, Json>();
  for (const { id, document } of await resource.read(database, orgId, present))
    documents.set(id, plain(typeof document === 'string' ? JSON.parse(document) : document));
  return differences(resource.name, told, documents);
}

/** An object as JSON has it. */
export const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value));

/** How two sets of objects differ, in words. */
export function differences(what: string, told: Map<string, unknown>, found: Map<string, unknown>): string[] {
  return [...new Set([...told.keys(), ...found.keys()])].flatMap((id) => {
    const [a, b] = [told.get(id), found.get(id)];
    if (isDeepStrictEqual(a, b)) return [];
    if (a === undefined) return [`${what} ${id} is there, and the ledger has it not: ${JSON.stringify(b)}`];
    if (b === undefined) return [`${what} ${id} is not there, but the ledger has it: ${JSON.stringify(a)}`];
    return [`${what} ${id}: ${fields(a as Json, b as Json)}`];
  });
}

function fields(told: Json, found: Json): string {
  const odd = [...new Set([...Object.keys(told), ...Object.keys(found)])].filter(
    (name) => !isDeepStrictEqual(told[name], found[name]),
  );
  const show = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 300);
  return odd.map((name) => `${name} is ${show(found[name])}, told as ${show(told[name])}`).join('; ');
}
