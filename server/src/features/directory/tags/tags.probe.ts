import { made } from '../../../../test/builders.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';
import { tagsAtPaths } from '../index.ts';

const fields = (act: Acting) => ({
  name: act.random.text(),
  parentTagId: act.some('tag'),
  drivers: act.few('driver'),
  vehicles: act.few('vehicle'),
  externalIds: { yard: `Y${act.random.below(20)}` },
});

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
  actions: {
    'create a tag': async (act) => {
      const body = { ...act.random.some(fields(act)), name: act.random.text() };
      act.add('tag', (await act.send('POST', '/tags', body)).body.data?.id);
    },
    'change a tag': (act) => act.send('PATCH', `/tags/${act.some('tag')}`, act.random.some(fields(act))),
    'replace a tag': (act) =>
      act.send('PUT', `/tags/${act.some('tag')}`, {
        ...act.random.some(fields(act)),
        name: act.random.text(),
      }),
    'import tags': async (act) => {
      const { server, org, random } = act;
      const writer = { orgId: org.orgId, tagIds: null, actor: org.actor, requestId: 'import' };
      const path = ['Region', random.pick(['East', 'West']), random.text()];
      for (const id of await tagsAtPaths(server.database, writer, [path])) act.add('tag', id);
    },
    'delete a tag': (act) => act.send('DELETE', `/tags/${act.some('tag')}`),
  },
  views: [
    { of: 'tag', list: '/tags' },
    { of: 'tag', each: ({ id }) => `/tags/${id}` },
  ],
});
