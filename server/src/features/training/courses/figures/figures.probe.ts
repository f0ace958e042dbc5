import { probeOf } from '../../../../../test/probe.ts';

export const probe = probeOf({
  needs: ['assignment'],
  foreign: { 'GET /training-courses/figures': 'names nobody' },
});
