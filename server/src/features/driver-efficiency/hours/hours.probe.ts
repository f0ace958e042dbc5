import { probeOf } from '../../../../test/probe.ts';

const hour = {
  hour: '2026-01-01T00:00:00Z',
  driveTimeDurationMs: 1,
  engineOnDurationMs: 1,
  idlingDurationMs: 0,
  totalBrakeDurationMs: 0,
};

export const probe = probeOf({
  foreign: {
    'POST /driver-efficiency/hours': (theirs, mine) =>
      [
        { driverId: theirs.driver, vehicleId: mine.vehicle },
        { driverId: mine.driver, vehicleId: theirs.vehicle },
      ].map((ids) => ({ path: '/driver-efficiency/hours', body: { data: [{ ...hour, ...ids }] } })),
  },
});
