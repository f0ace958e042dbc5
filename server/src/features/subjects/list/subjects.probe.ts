import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  needs: ['tag', 'driver'],
  names: { ids: 'driver' },
  foreign: {
    'GET /subjects': (theirs) => [{ path: `/subjects?tagIds=${theirs.tag}` }],
  },
});
