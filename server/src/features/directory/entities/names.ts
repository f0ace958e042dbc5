import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import type { PersonType } from '../../../kernel/ids.ts';
import { type AttributeOnEntity, valuesByType } from '../attributes/on-entity.ts';
import type { TagReference } from '../tags/reference.ts';
import { visibleTag, visibleTo } from '../tags/scope.ts';
import { API_ID_KEY } from '../weekly10/api-id-key.ts';
import { filled } from './fields.ts';
import type { LinkFacts } from './links.ts';

export interface Named {
  id: string;
  name: string;
}

/** The names of what documents refer to, at one moment: what a reply has and a document has not. */
export interface Names {
  tag(id: string): TagReference | undefined;
  attribute(id: string): (Named & { type: string }) | undefined;
  role(id: string): Named | undefined;
  /** A living person; `apiId` is the one that was chosen. */
  person(id: string): (Named & { type: PersonType; apiId?: string }) | undefined;
  /** The vehicle that is always this driver's. */
  vehicleOf(driverId: string): Named | undefined;
}

/** What a document of the directory may refer to. */
interface Referring {
  id: string;
  type?: string;
  tagIds?: readonly string[];
  parentTagId?: string;
  peerGroupTagId?: string;
  trailerGroupTagId?: string;
  vehicleGroupTagId?: string;
  attributes?: readonly { id: string }[];
  roles?: readonly { roleId: string; tagId?: string }[];
  staticDriverId?: string;
  weekly10?: { managerId?: string };
}

/**
 * The names that these documents need, as they are now, in one statement. What whoever asks may not see has none, and
 * what refers to it is not served.
 */
export async function readNames(
  database: Queryable,
  sight: Sight,
  documents: readonly Referring[],
): Promise<Names> {
  const { orgId } = sight;
  const each = (of: (document: Referring) => (string | undefined)[]): string[] => [
    ...new Set(documents.flatMap(of).filter((id) => id !== undefined)),
  ];
  const tags = each((document) => [
    ...(document.tagIds ?? []),
    ...(document.roles ?? []).map(({ tagId }) => tagId),
    document.parentTagId,
    document.peerGroupTagId,
    document.trailerGroupTagId,
    document.vehicleGroupTagId,
  ]);
  const attributes = each((document) => (document.attributes ?? []).map(({ id }) => id));
  const roles = each((document) => (document.roles ?? []).map(({ roleId }) => roleId));
  const people = each(({ staticDriverId, weekly10 }) => [staticDriverId, weekly10?.managerId]);
  const drivers = each(({ id, type }) => [type === 'driver' ? id : undefined]);
  const rows = await database.rows(sql`
    select 'tag', id::text, name, (select above.id::text from tag above where above.org_id = ${orgId}
      and above.id = tag.parent_id ${visibleTag(sight, sql`above.id`)})
    from tag where org_id = ${orgId} and id = any(${tags}::bigint[]) ${visibleTag(sight, sql`tag.id`)}
    union all select 'attribute', id::text, name, attribute_type from attribute
    where org_id = ${orgId} and id = any(${attributes}::uuid[])
    union all select 'role', id, name, null from user_role where org_id = ${orgId} and id = any(${roles}::text[])
    union all select 'person', id::text, name, type from person
    where org_id = ${orgId} and id = any(${people}::bigint[]) and deleted_at is null ${visibleTo(sight, sql`person.id`)}
    union all select 'apiId', entity_id, value, null from external_id
    where org_id = ${orgId} and entity_type in ('driver', 'user') and entity_id = any(${people}::text[])
      and key = ${API_ID_KEY}
    union all select 'vehicleOf', static_driver_id::text, name, id::text from vehicle
    where org_id = ${orgId} and static_driver_id = any(${drivers}::bigint[]) ${visibleTo(sight, sql`vehicle.id`)}`);
  const found = new Map(rows.map(([kind, id, name, more]) => [`${kind} ${id}`, { id, name, more }]));
  const look = (kind: string, id: string) => found.get(`${kind} ${id}`);
  return {
    tag: (id) => tagReference(look('tag', id), look('tag', id)?.more),
    attribute: (id) => {
      const row = look('attribute', id);
      return row && { id, name: row.name, type: row.more };
    },
    role: (id) => {
      const row = look('role', id);
      return row && { id, name: row.name };
    },
    person: (id) => {
      const row = look('person', id);
      return row && { id, name: row.name, type: row.more, apiId: look('apiId', id)?.name };
    },
    vehicleOf: (id) => {
      const row = look('vehicleOf', id);
      return row && { id: row.more, name: row.name };
    },
  };
}

/** A tag as others show it. */
export const tagReference = (
  tag: Named | undefined,
  parentTagId: string | null | undefined,
): TagReference | undefined => tag && { id: tag.id, name: tag.name, ...(parentTagId ? { parentTagId } : {}) };

/** The links of a person or vehicle as they are served; what there is none of is left out. */
export function namedLinks({ tagIds, attributes, externalIds }: LinkFacts, names: Names) {
  const tags = tagIds.flatMap((id) => names.tag(id) ?? []);
  const held = attributes.flatMap(({ id, values }): AttributeOnEntity[] => {
    const attribute = names.attribute(id);
    const texts = values.map(({ value }) => value);
    return attribute ? [{ id, name: attribute.name, ...valuesByType(attribute.type, texts) }] : [];
  });
  return filled({
    tags: tags.length > 0 ? tags : undefined,
    attributes: held.length > 0 ? held : undefined,
    externalIds: Object.keys(externalIds).length > 0 ? externalIds : undefined,
  }) as { tags?: TagReference[]; attributes?: AttributeOnEntity[]; externalIds?: Record<string, string> };
}
