import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  makes: { reportSchedule: 'uuid' },
  needs: ['reportConfig'],
  make: async ({ org, ids }) => ({
    reportSchedule: (
      await made(org, '/reports/schedules', { reportConfigId: ids.reportConfig, cron: '0 6 * * 1' })
    ).id,
  }),
  names: { id: 'reportSchedule' },
  foreign: {
    'POST /reports/schedules': ({ reportConfig }) => [
      { path: '/reports/schedules', body: { reportConfigId: reportConfig, cron: '0 6 * * 1' } },
    ],
    'PATCH /reports/schedules': ({ reportSchedule: id }) => [
      { path: '/reports/schedules', body: { id, cron: '0 6 * * 1' } },
    ],
    'DELETE /reports/schedules': ({ reportSchedule: id }) => [{ path: `/reports/schedules?id=${id}` }],
  },
});
