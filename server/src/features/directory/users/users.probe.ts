import { makePeople } from '../../../../test/builders.ts';
import { ROLE } from '../../../../test/field-ids.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';
import { importUsers } from '../index.ts';

const fields = (act: Acting) => ({
  name: act.random.text(),
  authType: act.random.pick(['default', 'saml']),
  roles: [{ roleId: ROLE, ...(act.random.chance(0.5) ? { tagId: act.some('tag') } : {}) }],
});

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
  actions: {
    'create a user': async (act) => {
      const email = `${act.random.code()}@example.com`;
      const reply = await act.send('POST', '/users', { ...fields(act), email });
      act.add('user', reply.body.data?.id);
    },
    'change a user': (act) => act.send('PATCH', `/users/${act.some('user')}`, act.random.some(fields(act))),
    'delete a user': (act) => act.send('DELETE', `/users/${act.some('user')}`),
    'import users': async (act) => {
      const { server, org, random } = act;
      const writer = { orgId: org.orgId, tagIds: null, actor: org.actor, requestId: 'import' };
      const email = `user${random.below(10)}@example.com`;
      const [made] = await importUsers(server.database, writer, [{ name: random.text(), email }]);
      act.add('user', made?.id);
    },
  },
  views: [
    { of: 'user', list: '/users', only: ({ serviceAccount }) => !serviceAccount },
    { of: 'userRole', list: '/user-roles' },
  ],
});
