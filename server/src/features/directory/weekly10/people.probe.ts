import { probeOf } from '../../../../test/probe.ts';

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
});
