import { randomUUID } from 'node:crypto';
import { probeOf } from '../../../../test/probe.ts';
import { client, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

/** A driver who has signed in, a session of theirs, and an attempt that failed. */
async function signIn(server: TestApp, org: TestOrg, tagIds: string[]) {
  const anyone = client(server.url);
  const [username, password] = [`Person 1 ${randomUUID()}`.replaceAll(' ', '-'), 'correct horse battery'];
  const body = { name: 'Person 1', username, password, tagIds };
  const made = await org.send('POST', '/fleet/drivers', body);
  if (made.status >= 300) throw new Error(made.text);
  await anyone.send('POST', '/session', { name: username, password: 'wrong' });
  const { data } = (await anyone.send('POST', '/session', { name: username, password })).body;
  const failures = (await org.get('/sign-in-failures?limit=1')).body.data;
  return { session: data.id as string, signInFailure: failures[0].id as string, username, password };
}

export const probe = probeOf({
  makes: { session: 'uuid', signInFailure: 'uuid' },
  needs: ['tag'],
  make: async ({ server, org, ids }) => {
    const { session, signInFailure } = await signIn(server, org, [ids.tag]);
    return { session, signInFailure };
  },
  foreign: {
    'DELETE /session/devices': 'one’s own sessions alone',
    'DELETE /sessions': ({ session: id }) => [{ path: `/sessions?id=${id}` }],
    'GET /sessions': ({ driver }) => [{ path: `/sessions?personId=driver-${driver}` }],
  },
  names: { id: 'session', personId: (ids) => `driver-${ids.driver}` },
  actions: {
    'sign in': async (act) => {
      const { session, signInFailure } = await signIn(act.server, act.org, []);
      act.add('session', session);
      act.add('signInFailure', signInFailure);
    },
    'end a session': (act) => act.send('DELETE', `/sessions?id=${act.some('session')}`),
  },
  views: [
    { of: 'session', list: '/sessions' },
    { of: 'signInFailure', list: '/sign-in-failures' },
  ],
});
