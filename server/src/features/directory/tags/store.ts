import { type Queryable, sql, table } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';

/** A tag's own columns, as they are written. */
export interface TagRow {
  id: string;
  name: string;
  parentId: string | null;
  details: Record<string, string[]>;
}

/** The rows of tags, by id. */
export async function readRows(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, TagRow>> {
  if (ids.length === 0) return new Map();
  const rows = await database.rows(sql`
    select id, name, parent_id, details from tag where org_id = ${orgId} and id = any(${ids}::bigint[])`);
  return new Map(
    rows.map(([id, name, parentId, details]) => [id, { id, name, parentId, details: JSON.parse(details) }]),
  );
}

/** Inserts new tags and overwrites known ones, all in one statement. */
export async function upsertTags(tx: Tx, tags: readonly TagRow[]): Promise<void> {
  await tx.rows(sql`
    insert into tag (org_id, id, name, parent_id, details, created_at, updated_at)
    select ${tx.orgId}::bigint, given.*, ${tx.at}::timestamptz, ${tx.at}::timestamptz
    from ${table('given', tags, {
      id: ['bigint', ({ id }) => id],
      name: ['text', ({ name }) => name],
      parent_id: ['bigint', ({ parentId }) => parentId],
      details: ['json', ({ details }) => JSON.stringify(details)],
    })}
    on conflict (org_id, id) do update set name = excluded.name, parent_id = excluded.parent_id,
      details = excluded.details, updated_at = excluded.updated_at`);
}

/** Those of `ids` that are above themselves. */
export async function findCycles(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows(sql`
    with recursive above as (
      select id as start, parent_id as id from tag
      where org_id = ${tx.orgId} and id = any(${ids}::bigint[]) and parent_id is not null
      union
      select above.start, tag.parent_id from above join tag on tag.id = above.id
      where tag.org_id = ${tx.orgId} and tag.parent_id is not null
    ) select start from above where id = start`);
  return new Set(rows.map(([id]) => id));
}

/** Moves the tags below `id` up to `parentId`; answers which. */
export async function moveUp(tx: Tx, id: string, parentId: string | null): Promise<string[]> {
  const rows = await tx.rows(sql`
    update tag set parent_id = ${parentId}, updated_at = ${tx.at}
    where org_id = ${tx.orgId} and parent_id = ${id} returning id`);
  return rows.map(([child]) => child);
}

/** Takes a tag out of the groups of drivers; answers whose. */
export async function leaveGroups(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.rows(sql`
    update person set peer_group_tag_id = nullif(peer_group_tag_id, ${id}::bigint),
      trailer_group_tag_id = nullif(trailer_group_tag_id, ${id}::bigint),
      vehicle_group_tag_id = nullif(vehicle_group_tag_id, ${id}::bigint)
    where org_id = ${tx.orgId} and type = 'driver' and deleted_at is null
      and ${id}::bigint in (peer_group_tag_id, trailer_group_tag_id, vehicle_group_tag_id) returning id`);
  return rows.map(([driver]) => driver);
}

export async function deleteTag(tx: Tx, id: string): Promise<void> {
  await tx.rows(sql`delete from tag where org_id = ${tx.orgId} and id = ${id}`);
}
