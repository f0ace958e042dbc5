import type { Change } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { Schedule } from './schema.ts';
import type { ScheduleRow } from './store.ts';

/** A schedule as it is served. */
export const scheduleWire = (row: ScheduleRow): Schedule => ({
  id: row.id,
  reportConfigId: row.configId,
  cron: row.cron,
  timezone: row.timezone,
  ...(row.lastDays === null ? {} : { lastDays: row.lastDays }),
  isPaused: row.nextAt === null,
  ...(row.nextAt === null ? {} : { nextRunAtTime: wireTime(row.nextAt) }),
  createdAtTime: wireTime(row.createdAt),
  updatedAtTime: wireTime(row.updatedAt),
});

export const scheduleChange = (operation: Change['operation'], row: ScheduleRow): Change => ({
  resource: 'report-schedule',
  id: row.id,
  operation,
  document: JSON.stringify(scheduleWire(row)),
});
