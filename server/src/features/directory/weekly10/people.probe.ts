import { type Acting, probeOf, type Served } from '../../../../test/probe.ts';
import { weekly10Person } from '../index.ts';

const fields = (act: Acting) => {
  const { random } = act;
  return {
    api_id: random.code(),
    first_name: random.text(),
    last_name: random.text(),
    job_title: random.chance(0.2) ? null : random.text(),
    manager_api_id: random.chance(0.2) ? null : `user-${act.some('user')}`,
    is_active: random.chance(0.7),
  };
};

const someone = (act: Acting): string =>
  act.random.pick([
    () => `driver-${act.some('driver')}`,
    () => `user-${act.some('user')}`,
    () => encodeURIComponent(act.some('weekly10Person')),
  ])();

export const probe = probeOf({
  names: { api_id: ({ driver }) => `driver-${driver}`, manager_api_id: ({ user }) => `user-${user}` },
  foreign: {
    'POST /directory/user/': ({ driver: id }) => [
      {
        path: '/directory/user/',
        body: { email: 'x@example.com', first_name: 'X', manager_api_id: `driver-${id}` },
        status: 400,
      },
    ],
    'GET /directory/user/{api_id}/': ({ user }) => [{ path: `/directory/user/user-${user}/` }],
    'PUT /directory/user/{api_id}/': (theirs, mine) => [
      { path: `/directory/user/driver-${theirs.driver}/`, body: { first_name: 'X' } },
      {
        path: `/directory/user/driver-${mine.driver}/`,
        body: { first_name: 'X', manager_api_id: `user-${theirs.user}` },
        status: 400,
      },
    ],
    'PATCH /directory/user/{api_id}/': (theirs, mine) => [
      { path: `/directory/user/driver-${theirs.driver}/`, body: { first_name: 'X' } },
      {
        path: `/directory/user/driver-${mine.driver}/`,
        body: { manager_api_id: `user-${theirs.user}` },
        status: 400,
      },
    ],
    'DELETE /directory/user/{api_id}/': ({ user }) => [{ path: `/directory/user/user-${user}/` }],
  },
  actions: {
    'create a person of weekly10': async (act) => {
      const { random } = act;
      const body = {
        ...random.some(fields(act)),
        first_name: random.text(),
        email: `${random.code()}@example.com`,
      };
      const reply = await act.send('POST', '/directory/user/', body);
      act.add('weekly10Person', reply.body?.api_id);
    },
    'change a person of weekly10': async (act) => {
      const reply = await act.send('PATCH', `/directory/user/${someone(act)}/`, act.random.some(fields(act)));
      act.add('weekly10Person', reply.body?.api_id);
    },
    'replace a person of weekly10': (act) =>
      act.send('PUT', `/directory/user/${someone(act)}/`, {
        ...act.random.some(fields(act)),
        first_name: act.random.text(),
      }),
    'delete a person of weekly10': (act) => act.send('DELETE', `/directory/user/${someone(act)}/`),
  },
  views: [
    {
      of: ['driver', 'user'],
      list: '/directory/user/?limit=100',
      only: ({ serviceAccount }) => !serviceAccount,
      served: weekly10Person as Served,
      key: ({ api_id }) => api_id,
    },
  ],
});
