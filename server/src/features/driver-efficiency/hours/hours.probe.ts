import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

const hour = {
  hour: '2026-01-01T00:00:00Z',
  driveTimeDurationMs: 1,
  engineOnDurationMs: 1,
  idlingDurationMs: 0,
  totalBrakeDurationMs: 0,
};

export const probe = probeOf({
  needs: ['driver', 'vehicle'],
  make: async ({ org, ids: { driver, vehicle } }) => {
    const recent = new Date(Math.floor(Date.now() / 3_600_000 - 30) * 3_600_000).toISOString();
    const data = [hour.hour, recent].map((at) => ({
      ...hour,
      hour: at,
      driverId: driver,
      vehicleId: vehicle,
    }));
    await made(org, '/driver-efficiency/hours', { data });
    return {};
  },
  foreign: {
    'POST /driver-efficiency/hours': (theirs, mine) =>
      [
        { driverId: theirs.driver, vehicleId: mine.vehicle },
        { driverId: mine.driver, vehicleId: theirs.vehicle },
      ].map((ids) => ({ path: '/driver-efficiency/hours', body: { data: [{ ...hour, ...ids }] } })),
  },
  actions: {
    'keep an hour': (act) =>
      act.send('POST', '/driver-efficiency/hours', {
        data: [
          {
            ...hour,
            hour: `2026-01-0${1 + act.random.below(9)}T0${act.random.below(10)}:00:00Z`,
            driverId: act.some('driver'),
            vehicleId: act.some('vehicle'),
          },
        ],
      }),
  },
});
