import { probeOf } from '../../../test/probe.ts';

export const probe = probeOf({
  foreign: {
    'GET /changes/objects': (theirs) => [
      { path: `/changes/objects?resource=driver&ids=${theirs.driver}`, status: 200 },
    ],
    'GET /changes': (theirs) => [{ path: `/changes?subjectId=${theirs.driver}` }],
  },
  names: { subjectId: 'driver', resource: () => 'driver', ids: 'driver' },
});
