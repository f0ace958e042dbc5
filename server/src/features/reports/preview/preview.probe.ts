import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  names: {
    id: ({ reportRun }) => reportRun,
    ids: ({ reportRun }) => reportRun,
    customReportId: ({ reportConfig }) => reportConfig,
    customReportIds: ({ reportConfig }) => reportConfig,
    tagIds: ({ tag }) => Number(tag),
  },
  foreign: {
    'GET /preview/custom-reports/runs': (theirs) => [
      { path: `/preview/custom-reports/runs?ids=${theirs.reportRun}` },
      { path: `/preview/custom-reports/runs?customReportIds=${theirs.reportConfig}` },
    ],
    'POST /preview/custom-reports/runs': (theirs, mine) => {
      const range = { startTime: '2026-01-01T00:00:00Z', endTime: '2026-01-02T00:00:00Z' };
      const path = '/preview/custom-reports/runs';
      const ours = { customReportId: mine.reportConfig, ...range };
      return [
        { path, body: { ...ours, customReportId: theirs.reportConfig } },
        { path, body: { ...ours, tagIds: [Number(theirs.tag)] } },
        { path, body: { ...ours, attributeValueIds: [theirs.attributeValue] } },
      ];
    },
    'GET /preview/custom-reports/runs/data': ({ reportRun: id }) => [
      { path: `/preview/custom-reports/runs/data?id=${id}` },
    ],
  },
  actions: {
    'run a report in its preview': (act) =>
      act.send('POST', '/preview/custom-reports/runs', {
        customReportId: act.some('reportConfig'),
        startTime: '2026-01-01T00:00:00Z',
        endTime: '2026-01-02T00:00:00Z',
        ...(act.random.chance(0.5) ? { tagIds: [Number(act.some('tag'))] } : {}),
      }),
  },
});
