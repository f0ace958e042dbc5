import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  needs: ['driver', 'vehicle'],
  foreign: {
    'GET /subjects/summary': (theirs) => [
      { path: `/subjects/summary?id=${theirs.driver}` },
      { path: `/subjects/summary?id=${theirs.vehicle}` },
    ],
  },
  names: { id: 'driver' },
});
