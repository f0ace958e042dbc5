import { type Queryable, sql } from '../../../kernel/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import { type Problems, refuseRepeated } from '../../../kernel/problems.ts';
import type { EntityType } from '../entities/links.ts';
import type { ExternalIdsInput } from '../wire.ts';

/** External ids to set on one entity; `index` is its place in the batch. */
export interface ExternalIdsOf {
  index: number;
  entityId: string;
  ids: ExternalIdsInput;
}

/** Keys that begin so are filled in by the server. */
export const AUTOMATIC = 'samsara.';

/** Reports keys and values that cannot be external ids. */
export function checkExternalIds(
  items: { index: number; ids: ExternalIdsInput }[],
  problems: Problems,
): void {
  for (const { index, ids } of items) {
    for (const [key, value] of Object.entries(ids)) {
      if (key === '' || key.length > 255 || key.includes(':'))
        problems.add(
          index,
          invalid('externalIds', `the key "${key.slice(0, 60)}" is empty, too long or has a colon.`),
        );
      else if (key.startsWith(AUTOMATIC))
        problems.add(
          index,
          invalid('externalIds', `keys that begin with ${AUTOMATIC} are set automatically.`),
        );
      if (String(value ?? '').length > 255)
        problems.add(
          index,
          invalid('externalIds', `the value of ${key.slice(0, 60)} is longer than 255 characters.`),
        );
    }
  }
}

/**
 * Merges external ids into those that each entity has: a key replaces its value, an empty value takes it off.
 * Reports a value that another entity of the organization holds.
 */
export async function mergeExternalIds(
  tx: Queryable,
  orgId: string,
  type: EntityType,
  items: ExternalIdsOf[],
  problems: Problems,
): Promise<void> {
  const given = items.flatMap(({ index, entityId, ids }) =>
    Object.entries(ids).map(([key, value]) => ({ index, entityId, key, value: String(value ?? '') })),
  );
  if (given.length === 0) return;
  // Takes off what is replaced, so that entities of one batch may swap values.
  await tx.rows(sql`
    delete from external_id using unnest(${given.map((g) => g.entityId)}::text[], ${given.map((g) => g.key)}::text[])
      as given (entity_id, key)
    where external_id.org_id = ${orgId} and external_id.entity_type = ${type}
      and external_id.entity_id = given.entity_id and external_id.key = given.key`);
  const set = given.filter(({ value }) => value !== '');
  const names = set.map(({ key, value }) => `${key}:${value}`);
  const ofSet: Problems = { ...problems, add: (at, error) => problems.add(set[at]?.index ?? 0, error) };
  refuseRepeated(names, ofSet, (name) => invalid('externalIds', `${name} is given twice.`));
  const keys = set.map(({ key }) => key);
  const values = set.map(({ value }) => value);
  // Adds the rest; what stays out is held by another entity.
  const added = await tx.rows(sql`
    insert into external_id (org_id, key, value, entity_type, entity_id)
    select ${orgId}, key, value, ${type}, entity_id
    from unnest(${keys}::text[], ${values}::text[], ${set.map((g) => g.entityId)}::text[]) as given (key, value, entity_id)
    on conflict (org_id, key, value) do nothing returning key, value`);
  if (added.length === set.length) return;
  const free = new Set(added.map(([key, value]) => `${key}:${value}`));
  const held = await findHolders(
    tx,
    orgId,
    set.filter((_, at) => !free.has(names[at] as string)),
  );
  for (const [at, { index }] of set.entries()) {
    const holder = held.get(names[at] as string);
    if (holder && !free.has(names[at] as string))
      problems.add(index, invalid('externalIds', `${names[at]} is taken by ${holder.type} ${holder.id}.`));
  }
}

/** What holds each external id, by `key:value`. */
export async function findHolders(
  database: Queryable,
  orgId: string,
  names: { key: string; value: string }[],
): Promise<Map<string, { type: EntityType; id: string }>> {
  if (names.length === 0) return new Map();
  const rows = await database.rows(sql`
    select key, value, entity_type, entity_id from external_id where org_id = ${orgId}
      and (key, value) in (select * from unnest(${names.map((n) => n.key)}::text[], ${names.map((n) => n.value)}::text[]))`);
  return new Map(rows.map(([key, value, type, id]) => [`${key}:${value}`, { type, id }]));
}
