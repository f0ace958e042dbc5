import { made } from '../../../../test/builders.ts';
import { type Acting, probeOf, type Served } from '../../../../test/probe.ts';
import { expandedAttribute } from '../index.ts';

const kind = ({ random }: Acting) => ({
  name: random.text(),
  attributeType: random.pick(['single-select', 'multi-select']),
  stringValues: random.pick([['North', 'South'], ['North', 'South', 'East'], ['West']]),
});

const holders = (act: Acting, of: 'driver' | 'vehicle') =>
  act.few(of).map((entityId) => ({ entityId, stringValues: [act.random.pick(['North', 'South', 'West'])] }));

export const probe = probeOf({
  makes: { attribute: 'uuid', attributeValue: 'uuid' },
  needs: ['driver'],
  make: async ({ org, ids }) => {
    const { id, values } = await made(org, '/attributes', {
      name: 'Depot',
      entityType: 'driver',
      stringValues: ['North'],
      entities: [{ entityId: ids.driver, stringValues: ['North'] }],
    });
    return { attribute: id, attributeValue: values[0].id };
  },
  names: { id: 'attribute', entityId: ({ driver }) => driver },
  foreign: {
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
  },
  actions: {
    'create an attribute of drivers': async (act) => {
      const body = { ...kind(act), entityType: 'driver', entities: holders(act, 'driver') };
      act.add('attribute', (await act.send('POST', '/attributes', body)).body.data?.id);
    },
    'create an attribute of vehicles': async (act) => {
      const body = { ...kind(act), entityType: 'asset', entities: holders(act, 'vehicle') };
      act.add('vehicleAttribute', (await act.send('POST', '/attributes', body)).body.data?.id);
    },
    'change an attribute of drivers': (act) =>
      act.send('PATCH', `/attributes/${act.some('attribute')}`, {
        ...act.random.some({ ...kind(act), entities: holders(act, 'driver') }),
        entityType: 'driver',
      }),
    'change an attribute of vehicles': (act) =>
      act.send('PATCH', `/attributes/${act.some('vehicleAttribute')}`, {
        ...act.random.some({ ...kind(act), entities: holders(act, 'vehicle') }),
        entityType: 'asset',
      }),
    'delete an attribute': (act) =>
      act.send('DELETE', `/attributes/${act.some('attribute')}?entityType=driver`),
  },
  views: [
    {
      of: 'attribute',
      list: '/attributes?entityType=driver',
      only: ({ entityType }) => entityType === 'driver',
    },
    {
      of: 'attribute',
      list: '/attributes?entityType=asset',
      only: ({ entityType }) => entityType === 'asset',
    },
    {
      of: 'attribute',
      each: ({ id, entityType }) => `/attributes/${id}?entityType=${entityType}`,
      served: expandedAttribute as Served,
    },
  ],
});
