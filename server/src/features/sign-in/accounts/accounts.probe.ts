import { made } from '../../../../test/builders.ts';
import type { Json } from '../../../../test/operations.ts';
import { probeOf } from '../../../../test/probe.ts';
import type { World } from '../../../kernel/ledger/resource.ts';
import { driver, user } from '../../directory/index.ts';

interface Person {
  name: string;
  username?: string;
  email?: string;
}

/** An account with the names that its person has. */
const served = (document: unknown, world: World): unknown => {
  const { id, personType } = document as { id: string; personType: string };
  const person = world.get(personType === 'driver' ? driver : user, id) as Person | undefined;
  const login = personType === 'driver' ? person?.username : person?.email;
  return {
    ...(document as Json),
    ...(person ? { name: person.name } : {}),
    ...(login ? { login } : {}),
  };
};

export const probe = probeOf({
  needs: ['driver'],
  // It has the id of its driver.
  make: async ({ org, ids }) => {
    await made(org, '/accounts', { personId: `driver-${ids.driver}`, role: 'learner' });
    return {};
  },
  foreign: {
    'POST /accounts': (theirs, mine) => [
      { path: '/accounts', body: { personId: `driver-${theirs.driver}`, role: 'learner' } },
      { path: '/accounts', body: { personId: `user-${mine.user}`, role: 'viewer', tagIds: [theirs.tag] } },
    ],
    'PATCH /accounts': (theirs, mine) => [
      { path: '/accounts', body: { id: theirs.driver, status: 'disabled' } },
      { path: '/accounts', body: { id: mine.driver, role: 'viewer', tagIds: [theirs.tag] } },
    ],
  },
  names: { id: 'driver', personId: (ids) => `user-${ids.user}` },
  actions: {
    'give an account': async (act) => {
      const role = act.random.pick(['administrator', 'manager', 'viewer', 'learner']);
      const person = act.random.pick([
        { personId: `driver-${act.some('driver')}` },
        { name: act.random.text(), email: `${act.random.text().replace(/\W/g, '')}x@example.com` },
      ]);
      const reply = await act.send('POST', '/accounts', { ...person, role });
      if (reply.body?.data?.personType === 'user') act.add('user', reply.body.data.id);
    },
    'change an account': (act) =>
      act.send('PATCH', '/accounts', {
        id: act.some(act.random.pick(['driver', 'user'])),
        role: act.random.pick(['manager', 'viewer']),
        tagIds: act.random.pick([null, [act.some('tag')]]),
        status: act.random.pick(['active', 'disabled']),
      }),
  },
  views: [{ of: 'account', list: '/accounts', served }],
});
