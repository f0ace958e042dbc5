import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  makes: { tag: 'number' },
  needs: ['driver', 'vehicle'],
  make: async ({ org, ids: { driver, vehicle } }) => {
    const { id } = await made(org, '/tags', { name: 'Depot', drivers: [driver], vehicles: [vehicle] });
    return { tag: id };
  },
  names: {
    id: 'tag',
    drivers: ({ driver }) => driver,
    vehicles: ({ vehicle }) => vehicle,
  },
  foreign: {
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
  },
});
