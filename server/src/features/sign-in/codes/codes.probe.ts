import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

const body = (person: string) => ({ personId: person, purpose: 'invitation' });

export const probe = probeOf({
  makes: { signInCode: 'uuid' },
  needs: ['driver'],
  make: async ({ org, ids }) => ({
    signInCode: (await made(org, '/sign-in-codes', body(`driver-${ids.driver}`))).id,
  }),
  foreign: {
    'POST /sign-in-codes': ({ driver }) => [{ path: '/sign-in-codes', body: body(`driver-${driver}`) }],
    'DELETE /sign-in-codes': ({ signInCode: id }) => [{ path: `/sign-in-codes?id=${id}` }],
  },
  names: { id: 'signInCode', personId: (ids) => `driver-${ids.driver}` },
  actions: {
    'make a sign-in code': async (act) => {
      const reply = await act.send('POST', '/sign-in-codes', body(`driver-${act.some('driver')}`));
      act.add('signInCode', reply.body?.data?.id);
    },
    'withdraw a sign-in code': (act) => act.send('DELETE', `/sign-in-codes?id=${act.some('signInCode')}`),
  },
  views: [{ of: 'signInCode', list: '/sign-in-codes' }],
});
