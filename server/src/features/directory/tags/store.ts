import { type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { externalIdsOf } from '../entities/links.ts';
import { FOREIGN, type Tag } from './schema.ts';

/** Tags as the API serves them, in the order of their ids. `where` is about the table tag. */
export async function selectTags(
  database: Queryable,
  orgId: string,
  where: Sql,
  limit: number,
): Promise<Tag[]> {
  const rows = await database.rows(sql`
    select tag.id, tag.name, tag.parent_id, parent.name, tag.details, ${externalIdsOf(sql`tag.org_id`, 'tag', sql`tag.id`)},
      (select json_agg(json_build_object('id', person.id::text, 'name', person.name) order by person.id)
        from tag_member member join person on person.org_id = member.org_id and person.id = member.entity_id
        where member.org_id = tag.org_id and member.tag_id = tag.id and member.entity_type = 'driver'),
      (select json_agg(json_build_object('id', vehicle.id::text, 'name', vehicle.name) order by vehicle.id)
        from tag_member member join vehicle on vehicle.org_id = member.org_id and vehicle.id = member.entity_id
        where member.org_id = tag.org_id and member.tag_id = tag.id and member.entity_type = 'vehicle')
    from tag left join tag parent on parent.org_id = tag.org_id and parent.id = tag.parent_id
    where tag.org_id = ${orgId} ${where}
    order by tag.id limit ${limit}`);
  return rows.map(toTag);
}

function toTag(row: Row): Tag {
  const details = JSON.parse(row[4]) as Record<string, string[]>;
  const foreign = FOREIGN.flatMap((kind) =>
    details[kind] ? [[kind, details[kind].map((id) => ({ id }))]] : [],
  );
  return {
    id: row[0],
    name: row[1],
    parentTagId: row[2] ?? undefined,
    parentTag: row[2] === null ? undefined : { id: row[2], name: row[3] },
    ...Object.fromEntries(foreign),
    drivers: row[6] === null ? undefined : JSON.parse(row[6]),
    vehicles: row[7] === null ? undefined : JSON.parse(row[7]),
    externalIds: row[5] === null ? undefined : JSON.parse(row[5]),
  };
}

/** A tag's own columns, as they are written. */
export interface TagRow {
  id: string;
  name: string;
  parentId: string | null;
  details: Record<string, string[]>;
}

/** The rows of tags, by id. */
export async function readTags(
  tx: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, TagRow>> {
  const rows = await tx.rows(sql`
    select id, name, parent_id, details from tag where org_id = ${orgId} and id = any(${ids}::bigint[])`);
  return new Map(
    rows.map(([id, name, parentId, details]) => [id, { id, name, parentId, details: JSON.parse(details) }]),
  );
}

/** Inserts new tags and overwrites known ones, all in one statement. */
export async function upsertTags(
  tx: Queryable,
  orgId: string,
  at: string,
  tags: readonly TagRow[],
): Promise<void> {
  await tx.rows(sql`
    insert into tag (org_id, id, name, parent_id, details, created_at, updated_at)
    select ${orgId}, id, name, "parentId", details, ${at}, ${at}
    from json_to_recordset(${JSON.stringify(tags)}::json)
      as given (id bigint, name text, "parentId" bigint, details json)
    on conflict (org_id, id) do update set name = excluded.name, parent_id = excluded.parent_id,
      details = excluded.details, updated_at = excluded.updated_at`);
}

/** Those of `ids` that are above themselves. */
export async function findCycles(tx: Queryable, orgId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows(sql`
    with recursive above as (
      select id as start, parent_id as id from tag
      where org_id = ${orgId} and id = any(${ids}::bigint[]) and parent_id is not null
      union
      select above.start, tag.parent_id from above join tag on tag.id = above.id
      where tag.org_id = ${orgId} and tag.parent_id is not null
    ) select start from above where id = start`);
  return new Set(rows.map(([id]) => id));
}

/** Makes `ids` the members of one kind that each tag has. */
export async function replaceMembers(
  tx: Queryable,
  orgId: string,
  type: 'driver' | 'vehicle',
  members: { tagId: string; ids: readonly string[] }[],
): Promise<void> {
  if (members.length === 0) return;
  await tx.rows(sql`
    delete from tag_member where org_id = ${orgId} and entity_type = ${type}
      and tag_id = any(${members.map(({ tagId }) => tagId)}::bigint[])`);
  const pairs = members.flatMap(({ tagId, ids }) => ids.map((id) => ({ tagId, id })));
  if (pairs.length === 0) return;
  await tx.rows(sql`
    insert into tag_member (org_id, tag_id, entity_id, entity_type)
    select ${orgId}, tag_id, entity_id, ${type}
    from unnest(${pairs.map(({ tagId }) => tagId)}::bigint[], ${pairs.map(({ id }) => id)}::bigint[])
      as pair (tag_id, entity_id)
    on conflict do nothing`);
}
