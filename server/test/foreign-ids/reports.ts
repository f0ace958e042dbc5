import { PEOPLE } from '../ids.ts';
import type { Probes } from './probe.ts';

export const probes: Probes = {
  'GET /reports/datasets': ({ reportConfig: id }) => [{ path: `/reports/datasets?ids=${id}` }],
  'GET /reports/configs': ({ reportConfig: id }) => [{ path: `/reports/configs?ids=${id}` }],
  'POST /reports/configs': ({ reportConfig: id }) => [
    { path: '/reports/configs', body: { name: 'X', ...PEOPLE, datasetId: id } },
  ],
  'PATCH /reports/configs': ({ reportConfig: id }) => [{ path: '/reports/configs', body: { id, name: 'X' } }],
  'DELETE /reports/configs': ({ reportConfig: id }) => [{ path: `/reports/configs?id=${id}` }],
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
  'POST /reports/schedules': ({ reportConfig }) => [
    { path: '/reports/schedules', body: { reportConfigId: reportConfig, cron: '0 6 * * 1' } },
  ],
  'PATCH /reports/schedules': ({ reportSchedule: id }) => [
    { path: '/reports/schedules', body: { id, cron: '0 6 * * 1' } },
  ],
  'DELETE /reports/schedules': ({ reportSchedule: id }) => [{ path: `/reports/schedules?id=${id}` }],
  'GET /reports/runs/export': ({ reportRun: id }) => [{ path: `/reports/runs/export?id=${id}&format=csv` }],
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
};
