import { invalid } from '../../../kernel/errors.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { type Placed, placeRows, recordSaved } from '../batch/rows.ts';
import { requireEntities } from '../entities/required.ts';
import { checkExternalIds } from '../external-ids/checks.ts';
import { mergeExternalIds } from '../external-ids/merge.ts';
import { driver, tag, vehicle } from '../resources.ts';
import type { TagDocument } from './document.ts';
import { replaceMembers } from './membership.ts';
import { requireTags } from './required.ts';
import { FOREIGN, type TagFields } from './schema.ts';
import { findCycles, readRows, type TagRow, upsertTags } from './store.ts';

/** One tag to write: a known one has an id, a new one has a name. */
export interface TagWrite {
  id?: string;
  fields: TagFields;
}

type PlacedTag = Placed<TagWrite, TagRow>;

/** Adds or changes tags inside a write; answers their documents, in the order given. */
export async function saveTags(
  tx: Tx,
  items: readonly TagWrite[],
  problems: Problems,
): Promise<TagDocument[]> {
  checkExternalIds(
    items.map(({ fields }, index) => ({ index, ids: fields.externalIds ?? {} })),
    problems,
  );
  const given = items.flatMap(({ id }) => id ?? []);
  const known = await readRows(tx, tx.orgId, given);
  const tags = await placeRows(tx, 'tag', items, known, merged, problems);
  await requireParents(tx, tags, problems);
  for (const type of ['driver', 'vehicle'] as const) {
    const named = tags.map(({ fields, index }) => ({
      index,
      field: `${type}s`,
      ids: fields[`${type}s`] ?? [],
    }));
    await requireEntities(tx, tx, type, named, problems);
  }
  problems.check();
  await upsertTags(
    tx,
    tags.map(({ row }) => row),
  );
  await refuseCycles(tx, tags, problems);
  await saveMembers(tx, tags);
  const named = tags.map(({ index, entityId, fields }) => ({
    index,
    entityId,
    ids: fields.externalIds ?? {},
  }));
  await mergeExternalIds(tx, 'tag', named, problems);
  problems.check();
  return recordSaved(tx, tag, tags);
}

/** The row after the write: what was not sent stays. */
function merged(id: string, before: TagRow | undefined, { fields }: TagWrite): TagRow {
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

/** Whoever enters or leaves a tag has changed: their tags are facts of theirs. */
async function saveMembers(tx: Tx, tags: readonly PlacedTag[]): Promise<void> {
  const listsOf = (kind: 'drivers' | 'vehicles') =>
    tags.flatMap(({ entityId, fields }) => {
      const ids = fields[kind];
      return ids === undefined ? [] : [{ tagId: entityId, ids: ids ?? [] }];
    });
  tx.changed(driver, 'update', await replaceMembers(tx, 'driver', listsOf('drivers')));
  tx.changed(vehicle, 'update', await replaceMembers(tx, 'vehicle', listsOf('vehicles')));
}

async function refuseCycles(tx: Tx, tags: readonly PlacedTag[], problems: Problems): Promise<void> {
  const cycles = await findCycles(
    tx,
    tags.map(({ entityId }) => entityId),
  );
  for (const { index, entityId } of tags)
    if (cycles.has(entityId)) problems.add(index, invalid('parentTagId', 'the tag would be above itself.'));
}

async function requireParents(tx: Tx, tags: readonly PlacedTag[], problems: Problems): Promise<void> {
  const named = tags.map(({ fields, index }) => ({
    index,
    field: 'parentTagId',
    ids: fields.parentTagId ? [fields.parentTagId] : [],
  }));
  await requireTags(tx, tx, named, problems);
  if (!tx.tagIds) return;
  for (const { index, isNew, fields, row } of tags)
    if (!row.parentId && (isNew || fields.parentTagId !== undefined))
      problems.add(index, invalid('parentTagId', 'this token is limited to tags and must name one of them.'));
}
