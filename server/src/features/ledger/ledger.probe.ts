import { made } from '../../../test/builders.ts';
import { probeOf } from '../../../test/probe.ts';

export const probe = probeOf({
  makes: { ledgerVerification: 'uuid' },
  make: async ({ org }) => ({ ledgerVerification: (await made(org, '/ledger/verify', {})).id }),
  names: { id: 'ledgerVerification' },
  foreign: {
    'GET /ledger/verify': (theirs) => [{ path: `/ledger/verify?id=${theirs.ledgerVerification}` }],
  },
  views: [{ of: 'ledgerVerification', each: ({ id }) => `/ledger/verify?id=${id}` }],
});
