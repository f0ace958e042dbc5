import { Cron } from 'croner';
import { isZone } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';

const HOUR_MS = 3_600_000;
/** Enough to see a day's times and how one day meets the next. */
const LOOKED_AT = 25;

/** The first time after `after`, in the timezone's own clock; undefined when there is none any more. */
export const nextTime = (cron: string, timezone: string, after: Date): Date | undefined =>
  new Cron(cron, { timezone, paused: true, mode: '5-part' }).nextRun(after) ?? undefined;

/** @throws 400 for what is no cron pattern, no timezone, never, or more often than every hour. */
export function checkTimes(cron: string, timezone: string, now: Date): void {
  if (!isZone(timezone))
    throw invalid('timezone', `"${timezone.slice(0, 60)}" is not a timezone such as America/Los_Angeles.`);
  let at: Date | undefined;
  try {
    at = nextTime(cron, timezone, now);
  } catch {
    throw invalid('cron', `"${cron.slice(0, 60)}" is not five fields such as "0 6 * * 1".`);
  }
  if (!at) throw invalid('cron', 'it never comes.');
  for (let count = 0; count < LOOKED_AT; count += 1) {
    const next = nextTime(cron, timezone, at);
    if (!next) return;
    if (next.getTime() - at.getTime() < HOUR_MS) throw invalid('cron', 'at most once an hour.');
    at = next;
  }
}
