import { type Queryable, sql } from '../../../kernel/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Stamp } from '../../../kernel/ledger/write.ts';
import type { Problems } from '../../../kernel/problems.ts';
import { checkExternalIds, mergeExternalIds } from '../external-ids/merge.ts';
import { takeIds } from '../people/store.ts';
import { recordServed } from '../record.ts';
import { requireEntities } from '../vehicles/static-assignment.ts';
import { requireTags, type Scope } from './links.ts';
import { FOREIGN, type Tag, type TagFields } from './schema.ts';
import { findCycles, readTags, replaceMembers, selectTags, type TagRow, upsertTags } from './store.ts';

/** One tag to write: a known one has an id, a new one has a name. */
export interface TagWrite {
  id?: string;
  fields: TagFields;
}

const served = { resource: 'tag', column: sql`tag.id`, select: selectTags };

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
  for (const type of ['driver', 'vehicle'] as const) {
    const named = items.map(({ fields }, index) => ({
      index,
      field: `${type}s`,
      ids: fields[`${type}s`] ?? [],
    }));
    await requireEntities(tx, scope, type, named, problems);
  }
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
  return recordServed(tx, stamp, orgId, { ...served, ids }, (index) =>
    items[index]?.id ? 'update' : 'create',
  );
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
  await recordServed(tx, stamp, orgId, { ...served, ids: childIds }, () => 'update');
  stamp.record({ resource: 'tag', id: tag.id, operation: 'delete', document: JSON.stringify(tag) });
}
