import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';
import { PEOPLE, work } from '../../../../test/reports.ts';

export const probe = probeOf({
  makes: { reportRun: 'uuid' },
  needs: ['reportConfig'],
  make: async ({ server, org, ids }) => {
    const { id } = await made(org, '/reports/runs', { reportConfig: { id: ids.reportConfig } });
    await work(server);
    return { reportRun: id };
  },
  names: { id: 'reportRun', ids: 'reportRun', datasetId: () => PEOPLE.datasetId },
  foreign: {
    'GET /reports/runs': (theirs, mine) => [
      { path: `/reports/runs?ids=${theirs.reportRun}` },
      { path: `/reports/runs?ids=${mine.reportRun},${theirs.reportRun}` },
      { path: `/reports/runs?reportConfigIds=${theirs.reportConfig}` },
    ],
    'POST /reports/runs': ({ reportConfig: id }) => [
      { path: '/reports/runs', body: { reportConfig: { id } } },
      { path: '/reports/runs', body: { reportConfig: { ...PEOPLE, datasetId: id } } },
    ],
    'GET /reports/runs/data': ({ reportRun: id }) => [{ path: `/reports/runs/data?id=${id}` }],
    'POST /reports/runs/cancel': ({ reportRun: id }) => [{ path: '/reports/runs/cancel', body: { id } }],
    'GET /reports/runs/export': ({ reportRun: id }) => [{ path: `/reports/runs/export?id=${id}&format=csv` }],
  },
  actions: {
    'run a report config': async (act) => {
      const reportConfig = { id: act.some('reportConfig') };
      act.add('reportRun', (await act.send('POST', '/reports/runs', { reportConfig })).body.data?.id);
    },
    'run a report of its own': async (act) => {
      const reply = await act.send('POST', '/reports/runs', { reportConfig: PEOPLE });
      act.add('reportRun', reply.body.data?.id);
    },
    'cancel a run': (act) => act.send('POST', '/reports/runs/cancel', { id: act.some('reportRun') }),
  },
  views: [{ of: 'reportRun', list: '/reports/runs' }],
});
