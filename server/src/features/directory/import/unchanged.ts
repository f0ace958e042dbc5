import { isDeepStrictEqual } from 'node:util';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import type { Imported } from './rows.ts';

/** What an object has outside of its own row. */
export interface Links {
  tagIds: string[];
  externalIds: Record<string, string>;
}

/** The tags and external ids that objects have now. */
export async function readLinks(
  tx: Queryable,
  orgId: string,
  type: string,
  ids: readonly string[],
): Promise<(id: string) => Links> {
  const links = new Map(ids.map((id): [string, Links] => [id, { tagIds: [], externalIds: {} }]));
  if (ids.length > 0) {
    const tags = await tx.rows(sql`
      select entity_id, tag_id from tag_member where org_id = ${orgId} and entity_id = any(${ids}::bigint[])`);
    for (const [id, tagId] of tags) links.get(id)?.tagIds.push(tagId);
    const names = await tx.rows(sql`
      select entity_id, key, value from external_id
      where org_id = ${orgId} and entity_type = ${type} and entity_id = any(${ids}::text[])`);
    for (const [id, key, value] of names) Object.assign(links.get(id)?.externalIds ?? {}, { [key]: value });
  }
  return (id) => links.get(id) ?? { tagIds: [], externalIds: {} };
}

/**
 * True when writing `fields` would leave an object as it is. What `present` does not tell, such as a password,
 * counts as a change.
 */
export function changesNothing(present: Links & Record<string, unknown>, fields: object): boolean {
  return Object.entries(fields).every(([key, value]) => {
    if (key === 'tagIds') return isDeepStrictEqual(new Set(present.tagIds), new Set(value));
    if (key === 'externalIds')
      return Object.entries(value).every(([name, text]) => present.externalIds[name] === String(text));
    const before = present[key];
    // A cell has no spaces at its ends.
    return isDeepStrictEqual(typeof before === 'string' ? before.trim() : before, value);
  });
}

/** Saves the items that change something, and tells of each item what became of it. */
export async function saveChanged<T extends { id?: string }>(
  items: readonly T[],
  isUnchanged: (item: T & { id: string }) => boolean,
  problems: Problems,
  save: (changed: T[], problems: Problems) => Promise<readonly { id: string }[]>,
): Promise<Imported[]> {
  const done: Imported[] = [];
  const changed: { item: T; index: number }[] = [];
  for (const [index, item] of items.entries()) {
    const { id } = item;
    if (id !== undefined && isUnchanged({ ...item, id })) done[index] = { id, outcome: 'unchanged' };
    else changed.push({ item, index });
  }
  if (changed.length === 0) return done;
  const written = await save(
    changed.map(({ item }) => item),
    { ...problems, add: (at, error) => problems.add(changed[at]?.index ?? 0, error) },
  );
  for (const [at, { item, index }] of changed.entries())
    done[index] = { id: written[at]?.id as string, outcome: item.id ? 'updated' : 'created' };
  return done;
}
