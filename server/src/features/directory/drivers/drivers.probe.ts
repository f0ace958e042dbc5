import { makePeople } from '../../../../test/builders.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';
import { BatchError, importDrivers } from '../index.ts';

const driver = { name: 'D', username: 'foreign-ids', password: 'longer than this' };

/** Every field that a driver may have, with other values each time. */
const fields = (act: Acting) => {
  const { random } = act;
  return {
    name: random.text(),
    phone: random.code(),
    notes: random.text(),
    locale: random.pick(['us', 'de']),
    timezone: random.pick(['Europe/Berlin', 'America/Chicago']),
    eldExempt: random.chance(0.5),
    eldDayStartHour: random.pick([0, 12]),
    carrierSettings: { carrierName: random.text(), dotNumber: random.below(1_000_000) },
    hosSetting: { heavyHaulExemptionToggleEnabled: random.chance(0.5) },
    licenseNumber: random.code(),
    licenseState: 'CA',
    externalIds: { payroll: random.chance(0.2) ? '' : `P${random.below(20)}` },
    attributes: act.few('attribute').map((id) => ({ id, stringValues: [random.pick(['North', 'South'])] })),
    tagIds: act.few('tag'),
    peerGroupTagId: act.some('tag'),
    vehicleGroupTagId: act.some('tag'),
    staticAssignedVehicleId: random.chance(0.2) ? '' : act.some('vehicle'),
    password: 'another horse',
  };
};

/** Rows that do not fit what is there now are no mistake. */
const refused = (error: unknown): { id: string }[] => {
  if (error instanceof BatchError) return [];
  throw error;
};

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
    'DELETE /fleet/drivers/{id}': (theirs) => [{ path: `/fleet/drivers/${theirs.driver}` }],
  },
  actions: {
    'create a driver': async (act) => {
      const { random } = act;
      const account = { username: random.code(), password: 'correct horse' };
      const reply = await act.send('POST', '/fleet/drivers', {
        ...random.some(fields(act)),
        name: random.text(),
        ...account,
      });
      act.add('driver', reply.body.data?.id);
    },
    'change a driver': (act) =>
      act.send('PATCH', `/fleet/drivers/${act.some('driver')}`, act.random.some(fields(act))),
    'deactivate a driver, or activate one': (act) =>
      act.send('PATCH', `/fleet/drivers/${act.some('driver')}`, {
        driverActivationStatus: act.random.pick(['active', 'deactivated']),
      }),
    'delete a driver': (act) => act.send('DELETE', `/fleet/drivers/${act.some('driver')}`),
    'import drivers': async (act) => {
      const { server, org, random } = act;
      const writer = { orgId: org.orgId, tagIds: null, actor: org.actor, requestId: 'import' };
      const rows = Array.from({ length: 1 + random.below(4) }, () => ({
        name: random.text(),
        externalIds: { payroll: `P${random.below(20)}` },
        tagIds: act.few('tag'),
      }));
      const distinct = [...new Map(rows.map((row) => [row.externalIds.payroll, row])).values()];
      for (const { id } of await importDrivers(server.database, writer, distinct).catch(refused))
        act.add('driver', id);
    },
  },
  views: [
    { of: 'driver', list: '/fleet/drivers', only: ({ status }) => status === 'active' },
    {
      of: 'driver',
      list: '/fleet/drivers?driverActivationStatus=deactivated',
      only: ({ status }) => status === 'deactivated',
    },
    { of: 'driver', each: ({ id }) => `/fleet/drivers/${id}` },
  ],
});
