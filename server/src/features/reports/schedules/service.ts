import type { Writer } from '../../../kernel/auth.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { requireConfig } from '../configs/service.ts';
import { requireDataset } from '../definition/check.ts';
import { presentOf } from '../present.ts';
import { type Means, refuseHidden } from '../runs/service.ts';
import { reportSchedule, scheduleChanged, scheduleWire } from './resource.ts';
import type { CreateSchedule, Schedule, UpdateSchedule } from './schema.ts';
import { deleteSchedules, findSchedule, type ScheduleRow, saveSchedule, schedulesOf } from './store.ts';
import { checkTimes, nextTime } from './times.ts';

type Plan = Pick<ScheduleRow, 'configId' | 'cron' | 'timezone' | 'lastDays'>;

/** Checks a schedule against its config's dataset. */
async function checkPlan(tx: Tx, { datasets }: Means, plan: Plan): Promise<void> {
  const config = await requireConfig(tx, tx.orgId, 'reportConfigId', plan.configId);
  const dataset = requireDataset(datasets, config.definition.datasetId);
  refuseHidden(dataset, tx);
  checkTimes(plan.cron, plan.timezone, presentOf(tx));
  if (plan.lastDays === null) return;
  if (!dataset.time) throw invalid('lastDays', `the dataset ${dataset.id} has no time range filter.`);
  if (plan.lastDays > dataset.time.limitDays)
    throw invalid('lastDays', `it is longer than the ${dataset.time.limitDays} days of ${dataset.id}.`);
}

const nextAt = (tx: Tx, { cron, timezone }: Plan): string | null =>
  nextTime(cron, timezone, presentOf(tx))?.toISOString() ?? null;

/** Makes a schedule: the first run is at the next time that its pattern names. */
export const createSchedule = (means: Means, writer: Writer, input: CreateSchedule): Promise<Schedule> =>
  write(means.database, writer, async (tx) => {
    const { reportConfigId: configId, cron, timezone = 'UTC', lastDays = null } = input;
    const plan = { configId, cron, timezone, lastDays };
    await checkPlan(tx, means, plan);
    const schedule = await saveSchedule(tx, {
      ...plan,
      id: newId(),
      nextAt: input.isPaused ? null : nextAt(tx, plan),
      tagIds: tx.tagIds,
      createdBy: tx.actor,
    });
    tx.changed(reportSchedule, 'create', [scheduleChanged(schedule)]);
    return scheduleWire(schedule);
  });

/** Changes what is named; its next time is counted from now. */
export const updateSchedule = (means: Means, writer: Writer, input: UpdateSchedule): Promise<Schedule> =>
  write(means.database, writer, async (tx) => {
    const before = await requireSchedule(tx, input.id);
    const { id: _, isPaused = before.nextAt === null, ...changes } = input;
    const plan = { ...before, ...changes };
    await checkPlan(tx, means, plan);
    const schedule = await saveSchedule(tx, { ...plan, nextAt: isPaused ? null : nextAt(tx, plan) });
    tx.changed(reportSchedule, 'update', [scheduleChanged(schedule)]);
    return scheduleWire(schedule);
  });

/** Deletes a schedule; its runs stay. */
export const deleteSchedule = ({ database }: Means, writer: Writer, id: string): Promise<void> =>
  write(database, writer, async (tx) => {
    await requireSchedule(tx, id);
    await removeSchedules(tx, [id]);
  });

/** Deletes the schedules of a config, which is about to be deleted itself. */
export const releaseConfig = async (tx: Tx, configId: string): Promise<void> =>
  removeSchedules(tx, await schedulesOf(tx, configId));

async function removeSchedules(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.removing(reportSchedule, ids);
  await deleteSchedules(tx, ids);
}

async function requireSchedule(tx: Tx, id: string): Promise<ScheduleRow> {
  const schedule = await findSchedule(tx, tx, id);
  if (!schedule) throw notFound(`id: no report schedule ${id}.`);
  return schedule;
}
