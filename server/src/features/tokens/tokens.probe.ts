import { probeOf } from '../../../test/probe.ts';
import { createToken, withdrawToken } from './index.ts';

export const probe = probeOf({
  foreign: {},
  actions: {
    'create a token': async (act) => {
      const { server, org, random } = act;
      const tagIds = random.chance(0.5) ? null : [act.some('tag')];
      const scopes = random.pick([['Read-only'], ['Read Drivers', 'Write Drivers']]);
      act.add(
        'token',
        (await createToken(server.database, org.orgId, { name: random.text(), scopes, tagIds })).id,
      );
    },
    'revoke a token': (act) => withdrawToken(act.server.database, act.org.orgId, act.some('token')),
  },
});
