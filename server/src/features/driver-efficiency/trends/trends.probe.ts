import { probeOf } from '../../../../test/probe.ts';

const WINDOW = 'startTime=2026-01-01T00:00:00Z&endTime=2026-02-01T00:00:00Z';

export const probe = probeOf({
  names: {
    id: 'driver',
    type: () => 'driver',
    startTime: () => '2026-01-01T00:00:00Z',
    endTime: () => '2026-02-01T00:00:00Z',
  },
  foreign: {
    'GET /driver-efficiency/ranking': ({ tag }) => [
      { path: `/driver-efficiency/ranking?type=driver&${WINDOW}&tagIds=${tag}` },
    ],
    'GET /driver-efficiency/series': ({ driver, vehicle }) =>
      [driver, vehicle].map((id) => ({ path: `/driver-efficiency/series?${WINDOW}&id=${id}` })),
  },
});
