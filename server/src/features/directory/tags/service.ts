import { empty, type Queryable, sql } from '../../../kernel/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { isNumericId } from '../../../kernel/ids.ts';
import type { Stamp } from '../../../kernel/write.ts';
import { checkExternalIds, mergeExternalIds } from '../external-ids.ts';
import { takeIds } from '../people-store.ts';
import type { Problems } from '../rows.ts';
import { requireTags, type Scope } from '../tag-links.ts';
import { visibleTo } from '../tag-scope.ts';
import { FOREIGN, type Tag, type TagFields } from './schema.ts';
import { findCycles, readTags, replaceMembers, selectTags, type TagRow, upsertTags } from './store.ts';

/** One tag to write: a known one has an id, a new one has a name. */
export interface TagWrite {
  id?: string;
  fields: TagFields;
}

/** Adds or changes tags inside a write; answers them as served, in the order given. */
export async function saveTags(
  tx: Queryable,
  stamp: Stamp,
  scope: Scope,
  items: readonly TagWrite[],
  problems: Problems,
): Promise<Tag[]> {
  const { orgId } = scope;
  checkExternalIds(
    items.map(({ fields }, index) => ({ index, ids: fields.externalIds ?? {} })),
    problems,
  );
  const known = await readTags(
    tx,
    orgId,
    items.flatMap(({ id }) => id ?? []),
  );
  const fresh = await takeIds(tx, items.filter(({ id }) => !id).length);
  const rows = items.map((item, index): TagRow => {
    const before = item.id ? known.get(item.id) : undefined;
    if (item.id && !before) problems.add(index, notFound(`No tag ${item.id}.`));
    return merged(item.id ?? (fresh.shift() as string), before, item.fields);
  });
  await requireParents(tx, scope, items, rows, problems);
  await requireMembers(tx, scope, 'driver', items, problems);
  await requireMembers(tx, scope, 'vehicle', items, problems);
  problems.check();
  await upsertTags(tx, orgId, stamp.at, rows);
  const ids = rows.map(({ id }) => id);
  const cycles = await findCycles(tx, orgId, ids);
  for (const [index, { id }] of rows.entries())
    if (cycles.has(id)) problems.add(index, invalid('parentTagId', 'the tag would be above itself.'));
  for (const type of ['driver', 'vehicle'] as const) {
    const lists = items.map(({ fields }, index) => ({
      list: fields[`${type}s`],
      tagId: ids[index] as string,
    }));
    const given = lists.flatMap(({ list, tagId }) =>
      list === undefined ? [] : [{ tagId, ids: list ?? [] }],
    );
    await replaceMembers(tx, orgId, type, given);
  }
  const named = items.map(({ fields }, index) => ({
    index,
    entityId: ids[index] as string,
    ids: fields.externalIds ?? {},
  }));
  await mergeExternalIds(tx, orgId, 'tag', named, problems);
  problems.check();
  return record(tx, stamp, orgId, ids, (index) => (items[index]?.id ? 'update' : 'create'));
}

/** Reads tags as they are now served and records them. */
async function record(
  tx: Queryable,
  stamp: Stamp,
  orgId: string,
  ids: readonly string[],
  operation: (index: number) => 'create' | 'update',
): Promise<Tag[]> {
  const served = await selectTags(tx, orgId, sql`and tag.id = any(${ids}::bigint[])`, ids.length);
  const byId = new Map(served.map((tag) => [tag.id, tag]));
  const tags = ids.map((id) => byId.get(id) as Tag);
  stamp.record(
    ...tags.map((tag, index) => ({
      resource: 'tag',
      id: tag.id,
      operation: operation(index),
      document: JSON.stringify(tag),
    })),
  );
  return tags;
}

/** The row after the write: what was not sent stays. */
function merged(id: string, before: TagRow | undefined, fields: TagFields): TagRow {
  const details = { ...before?.details };
  for (const kind of FOREIGN) {
    const list = fields[kind];
    if (list === undefined) continue;
    if (list === null || list.length === 0) delete details[kind];
    else details[kind] = [...new Set(list)];
  }
  const parentId = fields.parentTagId === undefined ? (before?.parentId ?? null) : fields.parentTagId || null;
  return { id, name: fields.name ?? before?.name ?? '', parentId, details };
}

async function requireParents(
  tx: Queryable,
  scope: Scope,
  items: readonly TagWrite[],
  rows: TagRow[],
  problems: Problems,
): Promise<void> {
  await requireTags(
    tx,
    scope,
    items.map(({ fields }, index) => ({
      index,
      field: 'parentTagId',
      ids: fields.parentTagId ? [fields.parentTagId] : [],
    })),
    problems,
  );
  if (!scope.tagIds) return;
  for (const [index, { id, fields }] of items.entries())
    if (!rows[index]?.parentId && (!id || fields.parentTagId !== undefined))
      problems.add(index, invalid('parentTagId', 'this token is limited to tags and must name one of them.'));
}

async function requireMembers(
  tx: Queryable,
  scope: Scope,
  type: 'driver' | 'vehicle',
  items: readonly TagWrite[],
  problems: Problems,
): Promise<void> {
  const wanted = [...new Set(items.flatMap(({ fields }) => fields[`${type}s`] ?? []))].filter(isNumericId);
  const table = type === 'driver' ? sql`person` : sql`vehicle`;
  const living = type === 'driver' ? sql`and type = 'driver' and deleted_at is null` : empty;
  const rows =
    wanted.length === 0
      ? []
      : await tx.rows(sql`
          select id from ${table} where org_id = ${scope.orgId} and id = any(${wanted}::bigint[]) ${living}
          ${visibleTo(scope, sql`${table}.id`)}`);
  const known = new Set(rows.map(([id]) => id as string));
  for (const [index, { fields }] of items.entries()) {
    const missing = (fields[`${type}s`] ?? []).filter((id) => !known.has(id));
    if (missing.length > 0)
      problems.add(index, notFound(`${type}s: no ${type} ${missing.slice(0, 5).join(', ').slice(0, 200)}.`));
  }
}

/**
 * Deletes a tag for good. Its members lose it, the tags below it move up to the tag above it, users lose the
 * roles that they held in it.
 */
export async function removeTag(tx: Queryable, stamp: Stamp, scope: Scope, tag: Tag): Promise<void> {
  const { orgId } = scope;
  const parent = tag.parentTagId ?? null;
  const children = await tx.rows(sql`
    update tag set parent_id = ${parent}, updated_at = ${stamp.at}
    where org_id = ${orgId} and parent_id = ${tag.id} returning id`);
  // Forgets the tag wherever it is named.
  await tx.rows(sql`
    with members as (delete from tag_member where org_id = ${orgId} and tag_id = ${tag.id}),
      names as (delete from external_id where org_id = ${orgId} and entity_type = 'tag' and entity_id = ${tag.id}),
      roles as (delete from user_role_assignment where org_id = ${orgId} and tag_id = ${tag.id}),
      groups as (
        update person set peer_group_tag_id = nullif(peer_group_tag_id, ${tag.id}::bigint),
          trailer_group_tag_id = nullif(trailer_group_tag_id, ${tag.id}::bigint),
          vehicle_group_tag_id = nullif(vehicle_group_tag_id, ${tag.id}::bigint)
        where org_id = ${orgId} and type = 'driver'
          and ${tag.id}::bigint in (peer_group_tag_id, trailer_group_tag_id, vehicle_group_tag_id))
    delete from tag where org_id = ${orgId} and id = ${tag.id}`);
  const childIds = children.map(([id]) => id as string);
  if (childIds.length > 0) await record(tx, stamp, orgId, childIds, () => 'update');
  stamp.record({ resource: 'tag', id: tag.id, operation: 'delete', document: JSON.stringify(tag) });
}
