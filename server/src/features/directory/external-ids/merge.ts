import { sql, table } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import { type Problems, refuseRepeated } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { findHolders } from './find.ts';
import type { ExternalIdsInput } from './schema.ts';

/** External ids to set on one object; `index` is its place in the batch. */
export interface ExternalIdsOf {
  index: number;
  entityId: string;
  ids: ExternalIdsInput;
}

/**
 * Merges external ids into those that each object has: a key replaces its value, an empty value takes it off.
 * Reports a value that another object of the organization holds. Whoever calls it tells the ledger of the objects.
 */
export async function mergeExternalIds(
  tx: Tx,
  resource: string,
  items: readonly ExternalIdsOf[],
  problems: Problems,
): Promise<void> {
  const given = items.flatMap(({ index, entityId, ids }) =>
    Object.entries(ids).map(([key, value]) => ({ index, entityId, key, value: String(value ?? '') })),
  );
  if (given.length === 0) return;
  // Takes off what is replaced, so that objects of one batch may swap values.
  await tx.rows(sql`
    delete from external_id where org_id = ${tx.orgId} and entity_type = ${resource}
      and entity_id = any(${given.map(({ entityId }) => entityId)}::text[])
      and entity_id || ' ' || key = any(${given.map(({ entityId, key }) => `${entityId} ${key}`)}::text[])`);
  const set = given.filter(({ value }) => value !== '');
  const names = set.map(({ key, value }) => `${key}:${value}`);
  const ofSet: Problems = { ...problems, add: (at, error) => problems.add(set[at]?.index ?? 0, error) };
  refuseRepeated(names, ofSet, (name) => invalid('externalIds', `${name} is given twice.`));
  // Adds the rest; what stays out is held by another object.
  const added = await tx.rows(sql`
    insert into external_id (org_id, key, value, entity_type, entity_id)
    select ${tx.orgId}::bigint, key, value, ${resource}::text, entity_id
    from ${table('given', set, {
      key: ['text', ({ key }) => key],
      value: ['text', ({ value }) => value],
      entity_id: ['text', ({ entityId }) => entityId],
    })}
    on conflict (org_id, key, value) do nothing returning key, value`);
  if (added.length === set.length) return;
  const free = new Set(added.map(([key, value]) => `${key}:${value}`));
  const held = await findHolders(
    tx,
    tx.orgId,
    set.filter((_, at) => !free.has(names[at] as string)),
  );
  for (const [at, { index }] of set.entries()) {
    const holder = held.get(names[at] as string);
    if (holder && !free.has(names[at] as string))
      problems.add(
        index,
        // A token that is limited to tags may not see by whom.
        invalid('externalIds', `${names[at]} is taken${tx.tagIds ? '' : ` by ${holder.type} ${holder.id}`}.`),
      );
  }
}

/** Takes all external ids off objects that are deleted, so that others may have them. */
export async function releaseExternalIds(
  tx: Tx,
  resource: string,
  entityIds: readonly string[],
): Promise<void> {
  await tx.rows(sql`
    delete from external_id
    where org_id = ${tx.orgId} and entity_type = ${resource} and entity_id = any(${entityIds}::text[])`);
}
