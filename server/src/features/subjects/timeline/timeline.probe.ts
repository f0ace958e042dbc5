import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  needs: ['driver', 'vehicle'],
  foreign: {
    'GET /subjects/timeline': (theirs) => [
      { path: `/subjects/timeline?id=${theirs.driver}` },
      { path: `/subjects/timeline?id=${theirs.vehicle}` },
    ],
  },
  names: { id: 'driver' },
});
