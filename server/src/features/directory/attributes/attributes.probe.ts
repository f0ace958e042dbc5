import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

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
});
