import { probeOf } from '../../../test/probe.ts';

export const probe = probeOf({
  foreign: {
    'GET /changes': (theirs) => [{ path: `/changes?subjectId=${theirs.driver}` }],
  },
  names: { subjectId: 'driver' },
});
