import { made } from '../../../../test/builders.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';

const fields = ({ random }: Acting) => ({
  cron: random.pick(['0 6 * * 1', '30 5 1 * *']),
  timezone: random.pick(['UTC', 'Europe/Berlin']),
  isPaused: random.chance(0.3),
});

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
  actions: {
    'create a schedule': async (act) => {
      const body = { ...fields(act), reportConfigId: act.some('reportConfig') };
      act.add('reportSchedule', (await act.send('POST', '/reports/schedules', body)).body.data?.id);
    },
    'change a schedule': (act) =>
      act.send('PATCH', '/reports/schedules', {
        ...act.random.some(fields(act)),
        id: act.some('reportSchedule'),
      }),
    'delete a schedule': (act) => act.send('DELETE', `/reports/schedules?id=${act.some('reportSchedule')}`),
  },
  views: [{ of: 'reportSchedule', list: '/reports/schedules' }],
});
