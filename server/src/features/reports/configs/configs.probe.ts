import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';
import { PEOPLE } from '../../../../test/reports.ts';

export const probe = probeOf({
  makes: { reportConfig: 'uuid' },
  make: async ({ org }) => ({
    reportConfig: (await made(org, '/reports/configs', { name: 'People', ...PEOPLE })).id,
  }),
  names: { id: 'reportConfig', ids: 'reportConfig', datasetId: () => PEOPLE.datasetId },
  foreign: {
    'GET /reports/configs': ({ reportConfig: id }) => [{ path: `/reports/configs?ids=${id}` }],
    'POST /reports/configs': ({ reportConfig: id }) => [
      { path: '/reports/configs', body: { name: 'X', ...PEOPLE, datasetId: id } },
    ],
    'PATCH /reports/configs': ({ reportConfig: id }) => [
      { path: '/reports/configs', body: { id, name: 'X' } },
    ],
    'DELETE /reports/configs': ({ reportConfig: id }) => [{ path: `/reports/configs?id=${id}` }],
  },
});
