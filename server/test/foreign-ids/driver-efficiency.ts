import type { Ids } from '../ids.ts';
import type { Probe, Probes } from './probe.ts';

const efficiencyWindow = 'startTime=2026-01-01T00:00:00Z&endTime=2026-02-01T00:00:00Z';
const hour = {
  hour: '2026-01-01T00:00:00Z',
  driveTimeDurationMs: 1,
  engineOnDurationMs: 1,
  idlingDurationMs: 0,
  totalBrakeDurationMs: 0,
};
const efficiency =
  (prefix: string, group: 'driver' | 'vehicle') =>
  (theirs: Ids): Probe[] =>
    [`${group}Ids=${theirs[group]}`, `tagIds=${theirs.tag}`, `parentTagIds=${theirs.tag}`].map((filter) => ({
      path: `${prefix}/driver-efficiency/${group}s?${efficiencyWindow}&${filter}`,
    }));

export const probes: Probes = {
  'GET /driver-efficiency/drivers': efficiency('', 'driver'),
  'GET /driver-efficiency/vehicles': efficiency('', 'vehicle'),
  'GET /preview/driver-efficiency/drivers': efficiency('/preview', 'driver'),
  'GET /preview/driver-efficiency/vehicles': efficiency('/preview', 'vehicle'),
  'POST /driver-efficiency/hours': (theirs, mine) =>
    [
      { driverId: theirs.driver, vehicleId: mine.vehicle },
      { driverId: mine.driver, vehicleId: theirs.vehicle },
    ].map((ids) => ({ path: '/driver-efficiency/hours', body: { data: [{ ...hour, ...ids }] } })),
};
