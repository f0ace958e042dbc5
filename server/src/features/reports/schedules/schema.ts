import { After, Body, Page, Shape, type Static, Time, Type, UuidId } from '../../../kernel/schema.ts';
import { ReportLimit } from '../schema.ts';

const cron = Type.String({
  maxLength: 100,
  description: 'Minute, hour, day of month, month and day of week, as in "0 6 * * 1"; at most once an hour.',
});
const timezone = Type.String({
  maxLength: 60,
  description: 'Whose clock it goes by, such as America/Los_Angeles; UTC unless given.',
});
const lastDays = Type.Integer({
  minimum: 1,
  maximum: 3660,
  description: 'Its runs’ time range: so many days up to the time it is due; else as the config says.',
});
const isPaused = Type.Boolean({
  description: 'True while it makes no runs; what is missed meanwhile stays so.',
});

export const CreateSchedule = Body('CreateReportSchedule', {
  reportConfigId: UuidId('The config that it runs.'),
  cron,
  timezone: Type.Optional(timezone),
  lastDays: Type.Optional(lastDays),
  isPaused: Type.Optional(isPaused),
});
export type CreateSchedule = Static<typeof CreateSchedule>;
export const UpdateSchedule = Body('UpdateReportSchedule', {
  id: UuidId('Schedule to change.'),
  cron: Type.Optional(cron),
  timezone: Type.Optional(timezone),
  lastDays: Type.Optional(lastDays),
  isPaused: Type.Optional(isPaused),
});
export type UpdateSchedule = Static<typeof UpdateSchedule>;

const plan = {
  id: UuidId('Id of the schedule.'),
  reportConfigId: UuidId('The config that it runs.'),
  cron,
  timezone,
  lastDays: Type.Optional(lastDays),
};
const times = {
  nextRunAtTime: Type.Optional(Time('When it is due next.')),
  createdAtTime: Time('When it was made.'),
  updatedAtTime: Time('When it was last changed.'),
};

/** A schedule in the ledger: without a next time it is paused, or has come for the last time. */
export const ScheduleDocument = Shape('ReportScheduleDocument', {
  ...plan,
  ...times,
  tokenTagIds: Type.Optional(
    Type.Array(Type.String(), { description: 'The tags that its runs are limited to, as its token was.' }),
  ),
  createdById: Type.String({ description: 'Who made it.' }),
});
export type ScheduleDocument = Static<typeof ScheduleDocument>;

const Schedule = Shape('ReportSchedule', { ...plan, isPaused, ...times });
export type Schedule = Static<typeof Schedule>;
export const ScheduleReply = Type.Object({ data: Schedule });
export const SchedulesPage = Page(Schedule, 'Schedules, oldest first.');
export const SchedulesQuery = Type.Object({ after: After, limit: ReportLimit });
