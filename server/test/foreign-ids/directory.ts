import type { Probes } from './probe.ts';

/** A role that every organization has. */
const ROLE = { roleId: '7c1b7f5e-0d0a-4c39-9a54-3f1d5a6f0003' };
const driver = { name: 'D', username: 'foreign-ids', password: 'longer than this' };

export const probes: Probes = {
  'POST /users': ({ tag }) => [
    {
      path: '/users',
      body: { name: 'X', email: 'x@example.com', authType: 'default', roles: [{ ...ROLE, tagId: tag }] },
    },
  ],
  'GET /users/{id}': ({ user }) => [{ path: `/users/${user}` }],
  'PATCH /users/{id}': (theirs, mine) => [
    { path: `/users/${theirs.user}`, body: { name: 'X' } },
    { path: `/users/${mine.user}`, body: { roles: [{ ...ROLE, tagId: theirs.tag }] } },
  ],
  'DELETE /users/{id}': ({ user }) => [{ path: `/users/${user}` }],
  'GET /attributes/{id}': ({ attribute }) => [{ path: `/attributes/${attribute}?entityType=driver` }],
  'PATCH /attributes/{id}': (theirs, mine) => [
    { path: `/attributes/${theirs.attribute}`, body: { entityType: 'driver', name: 'X' } },
    {
      path: `/attributes/${mine.attribute}`,
      body: {
        entityType: 'driver',
        entities: [{ entityId: theirs.driver, stringValues: ['North'] }],
      },
    },
  ],
  'DELETE /attributes/{id}': ({ attribute }) => [{ path: `/attributes/${attribute}?entityType=driver` }],
  'POST /attributes': (theirs) => [
    {
      path: '/attributes',
      body: {
        name: 'X',
        entityType: 'driver',
        stringValues: ['a'],
        entities: [{ entityId: theirs.driver, stringValues: ['a'] }],
      },
    },
  ],
  'GET /fleet/drivers': ({ tag, attributeValue }) => [
    { path: `/fleet/drivers?tagIds=${tag}`, status: 200 },
    { path: `/fleet/drivers?parentTagIds=${tag}`, status: 200 },
    { path: `/fleet/drivers?attributeValueIds=${attributeValue}`, status: 200 },
  ],
  'POST /fleet/drivers': ({ tag, vehicle }) => [
    { path: '/fleet/drivers', body: { ...driver, tagIds: [tag] } },
    { path: '/fleet/drivers', body: { ...driver, peerGroupTagId: tag } },
    { path: '/fleet/drivers', body: { ...driver, vehicleGroupTagId: tag } },
    { path: '/fleet/drivers', body: { ...driver, trailerGroupTagId: tag } },
    { path: '/fleet/drivers', body: { ...driver, staticAssignedVehicleId: vehicle } },
  ],
  'GET /fleet/drivers/{id}': (theirs) => [{ path: `/fleet/drivers/${theirs.driver}` }],
  'PATCH /fleet/drivers/{id}': (theirs, mine) => [
    { path: `/fleet/drivers/${theirs.driver}`, body: { name: 'X' } },
    { path: `/fleet/drivers/${mine.driver}`, body: { tagIds: [theirs.tag] } },
    { path: `/fleet/drivers/${mine.driver}`, body: { staticAssignedVehicleId: theirs.vehicle } },
  ],
  'POST /tags': ({ tag, driver, vehicle }) => [
    { path: '/tags', body: { name: 'X', parentTagId: tag } },
    { path: '/tags', body: { name: 'X', drivers: [driver] } },
    { path: '/tags', body: { name: 'X', vehicles: [vehicle] } },
  ],
  'GET /tags/{id}': ({ tag }) => [{ path: `/tags/${tag}` }],
  'PATCH /tags/{id}': (theirs, mine) => [
    { path: `/tags/${theirs.tag}`, body: { name: 'X' } },
    { path: `/tags/${mine.tag}`, body: { parentTagId: theirs.tag } },
    { path: `/tags/${mine.tag}`, body: { drivers: [theirs.driver] } },
  ],
  'PUT /tags/{id}': (theirs, mine) => [
    { path: `/tags/${theirs.tag}`, body: { name: 'X' } },
    { path: `/tags/${mine.tag}`, body: { name: 'X', vehicles: [theirs.vehicle] } },
  ],
  'DELETE /tags/{id}': ({ tag }) => [{ path: `/tags/${tag}` }],
  'GET /fleet/vehicles': ({ tag, attributeValue }) => [
    { path: `/fleet/vehicles?tagIds=${tag}`, status: 200 },
    { path: `/fleet/vehicles?parentTagIds=${tag}`, status: 200 },
    { path: `/fleet/vehicles?attributeValueIds=${attributeValue}`, status: 200 },
  ],
  'POST /fleet/vehicles': (theirs) => [
    { path: '/fleet/vehicles', body: { name: 'X', tagIds: [theirs.tag] } },
    { path: '/fleet/vehicles', body: { name: 'X', staticAssignedDriverId: theirs.driver } },
  ],
  'GET /fleet/vehicles/{id}': ({ vehicle }) => [{ path: `/fleet/vehicles/${vehicle}` }],
  'PATCH /fleet/vehicles/{id}': (theirs, mine) => [
    { path: `/fleet/vehicles/${theirs.vehicle}`, body: { name: 'X' } },
    { path: `/fleet/vehicles/${mine.vehicle}`, body: { tagIds: [theirs.tag] } },
    { path: `/fleet/vehicles/${mine.vehicle}`, body: { staticAssignedDriverId: theirs.driver } },
  ],
};
