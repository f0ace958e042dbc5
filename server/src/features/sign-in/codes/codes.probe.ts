import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';
import { client, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

const body = (person: string, purpose = 'invitation') => ({ personId: person, purpose });

/** A device that a driver has chosen a PIN on. */
async function bind(server: TestApp, org: TestOrg, person: string): Promise<string> {
  const { code } = await made(org, '/sign-in-codes', body(person, 'paper'));
  await client(server.url).send('POST', '/session/code', { code, pin: '271828' });
  return (await org.get('/sign-in-devices?limit=1')).body.data[0]?.id;
}

export const probe = probeOf({
  makes: { signInCode: 'uuid', signInDevice: 'uuid' },
  needs: ['driver'],
  make: async ({ server, org, ids }) => ({
    signInDevice: await bind(server, org, `driver-${ids.driver}`),
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
  views: [
    { of: 'signInCode', list: '/sign-in-codes' },
    { of: 'signInDevice', list: '/sign-in-devices' },
  ],
});
