import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { filled } from '../entities/fields.ts';
import { type Named, type Names, readNames } from '../entities/names.ts';
import type { TagDocument } from './document.ts';
import { FOREIGN, type Tag } from './schema.ts';

/** The members of tags by name, each list in the order of their ids. */
export interface TagMembers {
  drivers(tagId: string): readonly Named[];
  vehicles(tagId: string): readonly Named[];
}

/** A tag as the API serves it. */
export function toTag(document: TagDocument, names: Pick<Names, 'tag'>, members: TagMembers): Tag {
  const { id, name, parentTagId, externalIds } = document;
  const parent = parentTagId === undefined ? undefined : names.tag(parentTagId);
  const foreign = FOREIGN.flatMap((kind) => {
    const ids = document[kind];
    return ids ? [[kind, ids.map((foreignId) => ({ id: foreignId }))]] : [];
  });
  const some = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined);
  return filled({
    id,
    name,
    parentTagId: parent?.id,
    parentTag: parent && { id: parent.id, name: parent.name },
    ...Object.fromEntries(foreign),
    drivers: some(members.drivers(id)),
    vehicles: some(members.vehicles(id)),
    externalIds: Object.keys(externalIds).length > 0 ? externalIds : undefined,
  }) as Tag;
}

/** Tags as the API serves them now. */
export async function serveTags(
  database: Queryable,
  sight: Sight,
  documents: readonly TagDocument[],
): Promise<Tag[]> {
  const { orgId } = sight;
  const names = await readNames(database, sight, documents);
  const ids = documents.map(({ id }) => id);
  const rows = await database.rows(sql`
    select 'drivers ' || member.tag_id, json_agg(
      json_build_object('id', person.id::text, 'name', person.name) order by person.id)
    from tag_member member join person on person.org_id = ${orgId} and person.id = member.entity_id
    where member.org_id = ${orgId} and member.tag_id = any(${ids}::bigint[]) and member.entity_type = 'driver'
    group by member.tag_id
    union all
    select 'vehicles ' || member.tag_id, json_agg(
      json_build_object('id', vehicle.id::text, 'name', vehicle.name) order by vehicle.id)
    from tag_member member join vehicle on vehicle.org_id = ${orgId} and vehicle.id = member.entity_id
    where member.org_id = ${orgId} and member.tag_id = any(${ids}::bigint[]) and member.entity_type = 'vehicle'
    group by member.tag_id`);
  const lists = new Map<string, Named[]>(rows.map(([key, list]) => [key, JSON.parse(list)]));
  const members: TagMembers = {
    drivers: (id) => lists.get(`drivers ${id}`) ?? [],
    vehicles: (id) => lists.get(`vehicles ${id}`) ?? [],
  };
  return documents.map((document) => toTag(document, names, members));
}
