import { probeOf } from '../../../../../test/probe.ts';

export const probe = probeOf({
  needs: ['qualificationRecord'],
  foreign: { 'GET /qualification-types/figures': 'names nobody' },
});
