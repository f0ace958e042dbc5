import { made } from '../../../../test/builders.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';
import { importVehicles } from '../index.ts';

const fields = (act: Acting) => {
  const { random } = act;
  return {
    name: random.text(),
    notes: random.text(),
    licensePlate: random.code(),
    engineHours: random.below(10_000),
    odometerMeters: random.below(1_000_000),
    grossVehicleWeight: { unit: random.pick(['lb', 'kg']), weight: random.below(40_000) },
    vehicleType: random.pick(['truck', 'bus']),
    auxInputType1: random.pick(['none', 'door']),
    externalIds: { fleet: random.chance(0.2) ? '' : `V${random.below(20)}` },
    tagIds: act.few('tag'),
    staticAssignedDriverId: random.chance(0.2) ? '' : act.some('driver'),
  };
};

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
  actions: {
    'create a vehicle': async (act) => {
      const { random } = act;
      const body = {
        ...random.some({ ...fields(act), vin: `1HGBH41J${act.random.code()}` }),
        name: random.text(),
      };
      act.add('vehicle', (await act.send('POST', '/fleet/vehicles', body)).body.data?.id);
    },
    'change a vehicle': (act) =>
      act.send('PATCH', `/fleet/vehicles/${act.some('vehicle')}`, act.random.some(fields(act))),
    'import vehicles': async (act) => {
      const { server, org, random } = act;
      const writer = { orgId: org.orgId, tagIds: null, actor: org.actor, requestId: 'import' };
      const row = {
        name: random.text(),
        externalIds: { fleet: `V${random.below(20)}` },
        notes: random.text(),
      };
      const [made] = await importVehicles(server.database, writer, [row]);
      act.add('vehicle', made?.id);
    },
  },
  views: [
    { of: 'vehicle', list: '/fleet/vehicles' },
    { of: 'vehicle', each: ({ id }) => `/fleet/vehicles/${id}` },
  ],
});
