import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  needs: ['requirementStatus', 'tag'],
  foreign: {
    'GET /readiness': (theirs) => [{ path: `/readiness?tagIds=${theirs.tag}` }],
    'GET /readiness/history': 'names nobody',
    'GET /readiness/lapses': (theirs) => [{ path: `/readiness/lapses?tagIds=${theirs.tag}` }],
    'GET /attention': (theirs) => [{ path: `/attention?tagIds=${theirs.tag}` }],
  },
  names: { startTime: () => new Date().toISOString() },
});
