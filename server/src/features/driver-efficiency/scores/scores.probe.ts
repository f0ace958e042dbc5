import { type Foreign, type Ids, probeOf } from '../../../../test/probe.ts';

const WINDOW = 'startTime=2026-01-01T00:00:00Z&endTime=2026-02-01T00:00:00Z';
const efficiency =
  (prefix: string, group: 'driver' | 'vehicle') =>
  (theirs: Ids): Foreign[] =>
    [`${group}Ids=${theirs[group]}`, `tagIds=${theirs.tag}`, `parentTagIds=${theirs.tag}`].map((filter) => ({
      path: `${prefix}/driver-efficiency/${group}s?${WINDOW}&${filter}`,
    }));

export const probe = probeOf({
  names: { startTime: () => '2026-01-01T00:00:00Z', endTime: () => '2026-02-01T00:00:00Z' },
  foreign: {
    'GET /driver-efficiency/drivers': efficiency('', 'driver'),
    'GET /driver-efficiency/vehicles': efficiency('', 'vehicle'),
    'GET /preview/driver-efficiency/drivers': efficiency('/preview', 'driver'),
    'GET /preview/driver-efficiency/vehicles': efficiency('/preview', 'vehicle'),
  },
});
