import { holds, livingScopes, systemWriter } from '../../../kernel/auth.ts';
import { addDays } from '../../../kernel/calendar.ts';
import type { Dataset } from '../../../kernel/dataset.ts';
import type { Job, Services } from '../../../kernel/feature.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import { findConfig } from '../configs/service.ts';
import { latestRange } from '../definition/check.ts';
import type { Definition } from '../definition/definition.ts';
import { eachOrganization } from '../organizations.ts';
import { addRun } from '../runs/service.ts';
import { reportSchedule } from './resource.ts';
import { advance, dueSchedules, lockDue, type ScheduleRow } from './store.ts';
import { nextTime } from './times.ts';

/** Times that are made up for after the server was down; of more, the latest. */
const MOST_MISSED = 31;

type Means = Pick<Services, 'database' | 'datasets' | 'clock' | 'holders'>;

/**
 * Makes the runs of every schedule that is due, one for each time that has come, whether or not the server was up
 * then. Who gets to a schedule first moves it on in the same transaction, so each time is run once.
 */
export function runDue(means: Means): Promise<void> {
  const now = means.clock.now();
  return eachOrganization(means.database, async (orgId) => {
    for (const id of await dueSchedules(means.database, orgId, now.toISOString()))
      await runSchedule(means, orgId, id, now);
  });
}

const runSchedule = (
  { database, datasets, holders }: Means,
  orgId: string,
  id: string,
  now: Date,
): Promise<void> =>
  write(database, systemWriter(orgId, 'report-schedule'), async (tx) => {
    const schedule = await lockDue(tx, id, now.toISOString());
    if (!schedule) return;
    const { times, next } = timesUntil(schedule, now);
    const { configId, tagIds, createdBy } = schedule;
    const config = await findConfig(tx, orgId, configId);
    const dataset = config && datasets.get(config.definition.datasetId);
    const scopes = await livingScopes(tx, orgId, createdBy, holders);
    const isAllowed = mayStill(scopes, dataset);
    if (dataset && isAllowed)
      for (const dueAt of times)
        await addRun(tx, {
          id: newId(),
          configId,
          definition: definitionAt(dueAt, schedule, config.definition, dataset),
          tagIds,
          createdBy,
          schedule: { id, dueAt: dueAt.toISOString() },
        });
    await advance(tx, id, isAllowed ? (next?.toISOString() ?? null) : null);
    tx.changed(reportSchedule, 'update', [id]);
  });

/** A schedule goes on as long as whoever made it could ask for its runs; then it is paused. */
function mayStill(scopes: ReadonlySet<string> | undefined, dataset: Dataset | undefined): boolean {
  if (!scopes) return true;
  return ['Write Custom Reports', ...(dataset?.scopes ?? [])].every((scope) => holds(scopes, scope));
}

/** The times that have come, of many the latest, and the one after them. */
function timesUntil(
  { nextAt, cron, timezone }: ScheduleRow & { nextAt: string },
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

/** What is run at a time: over the schedule's days up to it, else as the config says. */
function definitionAt(
  dueAt: Date,
  { lastDays, timezone }: ScheduleRow,
  definition: Definition,
  dataset: Dataset,
): Definition {
  const range =
    lastDays === null
      ? (definition.primaryTimeRange ?? latestRange(dataset, dueAt))
      : {
          startTime: addDays(timezone, dueAt.toISOString(), -lastDays),
          endTime: dueAt.toISOString(),
        };
  return { ...definition, ...(range ? { primaryTimeRange: range } : {}) };
}

export const scheduleJob: Job = {
  name: 'reports.schedules',
  cron: '* * * * *',
  run: (services) => () => runDue(services),
};
