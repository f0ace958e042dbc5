import { made } from '../../../test/builders.ts';
import { probeOf } from '../../../test/probe.ts';
import { systemWriter } from '../../kernel/auth.ts';
import { write } from '../../kernel/ledger/write.ts';
import { createToken, renameOrganization, withdrawToken } from './index.ts';

export const probe = probeOf({
  makes: { token: 'uuid' },
  make: async ({ org }) => ({
    token: (await made(org, '/tokens', { name: 'Kiosk', scopes: ['Read Drivers'] })).id,
  }),
  foreign: {
    'GET /tokens': 'it takes none',
    'GET /tokens/scopes': 'it takes none',
    'POST /tokens': (theirs) => [
      { path: '/tokens', body: { name: 'New', scopes: ['Read Drivers'], tagIds: [theirs.tag] } },
    ],
    'DELETE /tokens': (theirs) => [{ path: `/tokens?id=${theirs.token}` }],
  },
  names: { id: 'token', scopes: () => ['Read Drivers'] },
  views: [{ of: 'token', list: '/tokens' }],
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
    'rename the organization': ({ server: { database }, org, random }) =>
      write(database, systemWriter(org.orgId, 'replica'), (tx) => renameOrganization(tx, random.text())),
    'revoke a token': (act) => withdrawToken(act.server.database, act.org.orgId, act.some('token')),
  },
});
