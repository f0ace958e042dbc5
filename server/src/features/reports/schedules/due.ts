import { systemWriter } from '../../../kernel/auth.ts';
import type { Job, Services } from '../../../kernel/feature.ts';
import { newId } from '../../../kernel/ids.ts';
import { enqueue } from '../../../kernel/jobs.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import { latestRange } from '../check.ts';
import { findConfig } from '../configs/store.ts';
import { jobKey, RUN_JOB } from '../runs/execute.ts';
import { insertRun } from '../runs/store.ts';
import { runChange } from '../runs/wire.ts';
import { advance, dueSchedules, lockDue, type ScheduleRow } from './store.ts';
import { nextTime } from './times.ts';

/** Times that are made up for after the server was down; of more, the latest. */
const MOST_MISSED = 31;
const DAY_MS = 86_400_000;

type Means = Pick<Services, 'database' | 'datasets'>;

/**
 * Makes the runs of every schedule that is due, one for each time that has come, whether or not the server was up
 * then. Who gets to a schedule first moves it on in the same transaction, so each time is run once.
 */
export async function runDue(means: Means): Promise<void> {
  for (const { orgId, id } of await dueSchedules(means.database)) await runSchedule(means, orgId, id);
}

const runSchedule = ({ database, datasets }: Means, orgId: string, id: string): Promise<void> =>
  write(database, systemWriter(orgId, 'report-schedule'), async (tx, stamp) => {
    const schedule = await lockDue(tx, orgId, id, stamp.at);
    if (!schedule) return;
    const { times, next } = timesUntil(schedule, new Date(wireTime(stamp.at)));
    const config = await findConfig(tx, orgId, schedule.configId);
    const dataset = datasets.find((one) => one.id === config?.definition.datasetId);
    for (const dueAt of config && dataset ? times : []) {
      const range =
        rangeOf(schedule, dueAt) ??
        config?.definition.primaryTimeRange ??
        (dataset && latestRange(dataset, dueAt));
      const run = await insertRun(
        tx,
        orgId,
        {
          id: newId(),
          configId: schedule.configId,
          definition: {
            ...(config as NonNullable<typeof config>).definition,
            ...(range ? { primaryTimeRange: range } : {}),
          },
          tokenTagIds: schedule.tokenTagIds,
          createdBy: schedule.createdBy,
          schedule: { id, dueAt: dueAt.toISOString() },
        },
        stamp.at,
      );
      if (!run) continue;
      await enqueue(tx, RUN_JOB, { orgId, id: run.id }, { key: jobKey(run.id) });
      stamp.record(runChange('create', run));
    }
    await advance(tx, orgId, id, next?.toISOString() ?? null);
  });

/** The times of a schedule from the one it is due at until now, and the first one after. */
function timesUntil(
  { cron, timezone, nextAt }: ScheduleRow & { nextAt: string },
  now: Date,
): { times: Date[]; next: Date | undefined } {
  const times: Date[] = [];
  let at: Date | undefined = new Date(wireTime(nextAt));
  while (at && at <= now) {
    times.push(at);
    if (times.length > MOST_MISSED) times.shift();
    at = nextTime(cron, timezone, at);
  }
  return { times, next: at };
}

const rangeOf = ({ lastDays }: ScheduleRow, dueAt: Date) =>
  lastDays === null
    ? undefined
    : {
        startTime: new Date(dueAt.getTime() - lastDays * DAY_MS).toISOString(),
        endTime: dueAt.toISOString(),
      };

export const scheduleJob: Job = {
  name: 'reports.schedules',
  cron: '* * * * *',
  run: (services) => () => runDue(services),
};
