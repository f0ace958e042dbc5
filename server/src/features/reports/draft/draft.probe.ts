import { probeOf } from '../../../../test/probe.ts';
import { PEOPLE } from '../../../../test/reports.ts';

export const probe = probeOf({
  names: { datasetId: () => PEOPLE.datasetId },
  foreign: {
    'POST /reports/runs/draft': ({ reportConfig: id }) => [
      { path: '/reports/runs/draft', body: { ...PEOPLE, datasetId: id } },
    ],
  },
});
