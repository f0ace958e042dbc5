import { sql } from '../../kernel/database/database.ts';
import type { Resource, World } from '../../kernel/ledger/resource.ts';
import { AttributeDocument, readAttributes } from './attributes/document.ts';
import { type Holder, toAttribute, toExpanded } from './attributes/served.ts';
import { toDriver } from './drivers/served.ts';
import { type Named, type Names, tagReference } from './entities/names.ts';
import { OrganizationDocument, readOrganizations, toOrganization } from './organization/document.ts';
import { PersonDocument, readPeopleOf } from './people/document.ts';
import { readTags, TagDocument } from './tags/document.ts';
import { toTag } from './tags/served.ts';
import { readRoles } from './users/role-document.ts';
import { UserRole } from './users/schema.ts';
import { toUser } from './users/served.ts';
import { readVehicles, VehicleDocument } from './vehicles/document.ts';
import { toVehicle } from './vehicles/served.ts';
import { API_ID_KEY } from './weekly10/api-id-key.ts';
import { toDirectoryUser } from './weekly10/served.ts';

// All in one file, because what is served of one is told by the documents of the others.

export const driver: Resource<PersonDocument> = {
  name: 'driver',
  scope: 'Read Drivers',
  id: 'number',
  document: PersonDocument,
  about: ({ id }) => [id],
  read: readPeopleOf('driver'),
  present: (orgId) =>
    sql`select id::text from person where org_id = ${orgId} and type = 'driver' and deleted_at is null`,
  served: (document, world) => toDriver(document, namesAt(world)),
  externalIds: true,
};

export const user: Resource<PersonDocument> = {
  name: 'user',
  scope: 'Read Users',
  id: 'number',
  document: PersonDocument,
  about: ({ id }) => [id],
  read: readPeopleOf('user'),
  present: (orgId) =>
    sql`select id::text from person where org_id = ${orgId} and type = 'user' and deleted_at is null`,
  served: (document, world) => toUser(document, namesAt(world)),
  externalIds: true,
};

export const userRole: Resource<UserRole> = {
  name: 'userRole',
  scope: 'Read Users',
  id: 'text',
  document: UserRole,
  shared: true,
  about: () => [],
  read: readRoles,
  present: (orgId) => sql`select id from user_role where org_id = ${orgId}`,
};

export const vehicle: Resource<VehicleDocument> = {
  name: 'vehicle',
  scope: 'Read Vehicles',
  id: 'number',
  document: VehicleDocument,
  about: ({ id, staticDriverId }) => (staticDriverId ? [id, staticDriverId] : [id]),
  read: readVehicles,
  present: (orgId) => sql`select id::text from vehicle where org_id = ${orgId}`,
  served: (document, world) => toVehicle(document, namesAt(world)),
  externalIds: true,
};

export const tag: Resource<TagDocument> = {
  name: 'tag',
  scope: 'Read Tags',
  id: 'number',
  document: TagDocument,
  // Who deletes the tag that their sight begins with moves all below it out of their sight.
  shared: ({ tagIds }, operation, id) => operation === 'delete' && tagIds?.includes(id) === true,
  about: () => [],
  read: readTags,
  present: (orgId) => sql`select id::text from tag where org_id = ${orgId}`,
  served: (document, world) =>
    toTag(document, namesAt(world), {
      drivers: (tagId) => inOrder(world.all(driver), ({ tagIds }) => tagIds.includes(tagId)),
      vehicles: (tagId) => inOrder(world.all(vehicle), ({ tagIds }) => tagIds.includes(tagId)),
    }),
  externalIds: true,
};

export const attribute: Resource<AttributeDocument> = {
  name: 'attribute',
  scope: 'Read Attributes',
  id: 'uuid',
  document: AttributeDocument,
  shared: true,
  about: () => [],
  read: readAttributes,
  present: (orgId) => sql`select id::text from attribute where org_id = ${orgId}`,
  served: (document) => toAttribute(document),
};

export const organization: Resource<OrganizationDocument> = {
  name: 'organization',
  scope: 'Read Org Information',
  id: 'number',
  document: OrganizationDocument,
  shared: true,
  about: () => [],
  read: readOrganizations,
  present: (orgId) => sql`select org_id::text from org where org_id = ${orgId}`,
  served: (document) => toOrganization(document),
};

export const directoryResources = [driver, user, userRole, vehicle, tag, attribute, organization];

/** A driver or user as the weekly10 surface serves them. */
export const weekly10Person = (document: PersonDocument, world: World) =>
  toDirectoryUser(document, namesAt(world));

/** An attribute as it is served alone, with everybody who has a value of it. */
export function expandedAttribute(document: AttributeDocument, world: World) {
  const holders = document.entityType === 'driver' ? world.all(driver) : world.all(vehicle);
  const all: Holder[] = [];
  for (const { id, name, externalIds, attributes } of holders) {
    const held = attributes.find((each) => each.id === document.id);
    if (held) all.push({ id, name, externalIds, values: held.values });
  }
  return toExpanded(document, all.sort(byId));
}

const byId = (a: { id: string }, b: { id: string }): number => (BigInt(a.id) < BigInt(b.id) ? -1 : 1);

function inOrder<D extends Named>(all: Iterable<D>, isWanted: (document: D) => boolean): Named[] {
  return [...all]
    .filter(isWanted)
    .map(({ id, name }) => ({ id, name }))
    .sort(byId);
}

/** Names by the documents of a moment. */
const namesAt = (world: World): Names => ({
  tag: (id) => {
    const found = world.get(tag, id);
    return tagReference(found, found?.parentTagId);
  },
  attribute: (id) => {
    const found = world.get(attribute, id);
    return found && { id, name: found.name, type: found.attributeType };
  },
  role: (id) => world.get(userRole, id),
  person: (id) => {
    const found = world.get(driver, id) ?? world.get(user, id);
    return found && { id, name: found.name, type: found.type, apiId: found.externalIds[API_ID_KEY] };
  },
  vehicleOf: (driverId) => {
    for (const { id, name, staticDriverId } of world.all(vehicle))
      if (staticDriverId === driverId) return { id, name };
    return undefined;
  },
});
