import { sql } from '../../../kernel/database/database.ts';
import type { Changed, Resource } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { type Schedule, ScheduleDocument } from './schema.ts';
import { readSchedules, type ScheduleRow } from './store.ts';

const documentOf = (row: ScheduleRow): ScheduleDocument => ({
  id: row.id,
  reportConfigId: row.configId,
  cron: row.cron,
  timezone: row.timezone,
  ...(row.lastDays === null ? {} : { lastDays: row.lastDays }),
  ...(row.nextAt === null ? {} : { nextRunAtTime: wireTime(row.nextAt) }),
  ...(row.tagIds === null ? {} : { tokenTagIds: row.tagIds }),
  createdAtTime: wireTime(row.createdAt),
  createdById: row.createdBy,
  updatedAtTime: wireTime(row.updatedAt),
});

export const scheduleChanged = (row: ScheduleRow): Changed<ScheduleDocument> => ({
  id: row.id,
  document: documentOf(row),
});

/** When a config is run by itself. */
export const reportSchedule: Resource<ScheduleDocument> = {
  name: 'reportSchedule',
  scope: 'Read Custom Reports',
  id: 'uuid',
  document: ScheduleDocument,
  about: () => [],
  read: async (database, orgId, ids) => (await readSchedules(database, orgId, ids)).map(scheduleChanged),
  present: (orgId) => sql`select id::text from report_schedule where org_id = ${orgId}`,
  served: (document) => servedSchedule(document),
};

/** A schedule as it is served. */
function servedSchedule({ tokenTagIds, createdById, ...facts }: ScheduleDocument): Schedule {
  return { ...facts, isPaused: facts.nextRunAtTime === undefined };
}

export const scheduleWire = (row: ScheduleRow): Schedule => servedSchedule(documentOf(row));
