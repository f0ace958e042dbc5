import { makePeople } from '../../../../test/builders.ts';
import { ROLE } from '../../../../test/field-ids.ts';
import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  makes: { user: 'number' },
  make: async ({ server, org }) => ({ user: (await makePeople(server, org, 1, 'user'))[0] as string }),
  names: { id: 'user', roleId: () => ROLE },
  foreign: {
    'POST /users': ({ tag }) => [
      {
        path: '/users',
        body: {
          name: 'X',
          email: 'x@example.com',
          authType: 'default',
          roles: [{ roleId: ROLE, tagId: tag }],
        },
      },
    ],
    'GET /users/{id}': ({ user }) => [{ path: `/users/${user}` }],
    'PATCH /users/{id}': (theirs, mine) => [
      { path: `/users/${theirs.user}`, body: { name: 'X' } },
      { path: `/users/${mine.user}`, body: { roles: [{ roleId: ROLE, tagId: theirs.tag }] } },
    ],
    'DELETE /users/{id}': ({ user }) => [{ path: `/users/${user}` }],
  },
});
