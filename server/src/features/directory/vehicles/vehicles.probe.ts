import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  makes: { vehicle: 'number' },
  needs: ['driver'],
  make: async ({ org, ids }) => {
    const { id } = await made(org, '/fleet/vehicles', { name: 'Truck', staticAssignedDriverId: ids.driver });
    return { vehicle: id };
  },
  names: { 'attributes.id': 'attribute', id: 'vehicle' },
  foreign: {
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
  },
});
