import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  names: { ids: () => 'People' },
  foreign: {
    'GET /reports/datasets': ({ reportConfig: id }) => [{ path: `/reports/datasets?ids=${id}` }],
  },
});
