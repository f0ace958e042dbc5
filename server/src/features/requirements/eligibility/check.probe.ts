import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  needs: ['requirement', 'driver', 'vehicle'],
  foreign: {
    'POST /eligibility/check': (theirs, mine) => [
      { path: '/eligibility/check', body: { subjectIds: [theirs.driver] } },
      { path: '/eligibility/check', body: { subjectIds: [mine.driver], vehicleId: theirs.vehicle } },
    ],
  },
  names: { subjectIds: 'driver' },
});
