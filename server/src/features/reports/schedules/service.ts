import type { Caller } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { requireDataset } from '../check.ts';
import { requireConfig } from '../configs/service.ts';
import { type Asker, type Means, refuseHidden } from '../runs/service.ts';
import type { CreateSchedule, Schedule, UpdateSchedule } from './schema.ts';
import { deleteSchedules, findSchedule, type ScheduleRow, saveSchedule } from './store.ts';
import { checkTimes, nextTime } from './times.ts';
import { scheduleChange, scheduleWire } from './wire.ts';

type Plan = Pick<ScheduleRow, 'configId' | 'cron' | 'timezone' | 'lastDays'>;

/** Checks a schedule against its config's dataset. */
async function checkPlan(means: Means, tx: Queryable, caller: Asker, plan: Plan): Promise<void> {
  const config = await requireConfig(tx, caller.orgId, 'reportConfigId', plan.configId);
  const dataset = requireDataset(means.datasets, config.definition.datasetId);
  refuseHidden(dataset, caller);
  checkTimes(plan.cron, plan.timezone, means.clock.now());
  if (plan.lastDays === null) return;
  if (!dataset.time) throw invalid('lastDays', `the dataset ${dataset.id} has no time range filter.`);
  if (plan.lastDays > dataset.time.limitDays)
    throw invalid('lastDays', `it is longer than the ${dataset.time.limitDays} days of ${dataset.id}.`);
}

const nextAt = (means: Means, { cron, timezone }: Plan): string | null =>
  nextTime(cron, timezone, means.clock.now())?.toISOString() ?? null;

/** Makes a schedule: the first run is at the next time that its pattern names. */
export const createSchedule = (means: Means, caller: Asker, input: CreateSchedule): Promise<Schedule> =>
  write(means.database, caller, async (tx, stamp) => {
    const { reportConfigId: configId, cron, timezone = 'UTC', lastDays = null } = input;
    const plan = { configId, cron, timezone, lastDays };
    await checkPlan(means, tx, caller, plan);
    const row = {
      ...plan,
      id: newId(),
      nextAt: input.isPaused ? null : nextAt(means, plan),
      tokenTagIds: caller.tagIds,
      createdBy: caller.actor,
    };
    const schedule = await saveSchedule(tx, caller.orgId, row, stamp.at);
    stamp.record(scheduleChange('create', schedule));
    return scheduleWire(schedule);
  });

/** Changes what is named; its next time is counted from now. */
export const updateSchedule = (means: Means, caller: Caller, input: UpdateSchedule): Promise<Schedule> =>
  write(means.database, caller, async (tx, stamp) => {
    const before = await requireSchedule(tx, caller, input.id);
    const { id: _id, isPaused = before.nextAt === null, ...changes } = input;
    const plan = { ...before, ...changes };
    await checkPlan(means, tx, caller, plan);
    const row = { ...plan, nextAt: isPaused ? null : nextAt(means, plan) };
    const schedule = await saveSchedule(tx, caller.orgId, row, stamp.at);
    stamp.record(scheduleChange('update', schedule));
    return scheduleWire(schedule);
  });

/** Deletes a schedule; its runs stay. */
export const deleteSchedule = (means: Means, caller: Caller, id: string): Promise<void> =>
  write(means.database, caller, async (tx, stamp) => {
    await requireSchedule(tx, caller, id);
    const deleted = await deleteSchedules(tx, caller.orgId, { id });
    stamp.record(...deleted.map((row) => scheduleChange('delete', row)));
  });

async function requireSchedule(database: Queryable, caller: Caller, id: string): Promise<ScheduleRow> {
  const schedule = await findSchedule(database, caller, id);
  if (!schedule) throw notFound(`id: no report schedule ${id}.`);
  return schedule;
}
