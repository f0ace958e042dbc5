import { makePeople } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

const driver = { name: 'D', username: 'foreign-ids', password: 'longer than this' };

export const probe = probeOf({
  makes: { driver: 'number' },
  make: async ({ server, org }) => ({ driver: (await makePeople(server, org, 1))[0] as string }),
  names: { 'attributes.id': 'attribute', id: 'driver' },
  foreign: {
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
  },
});
