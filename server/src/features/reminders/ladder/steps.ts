import { Temporal } from 'temporal-polyfill';
import { dayAfterDays, dayOf } from '../../../kernel/calendar.ts';
import type { PolicyContent } from '../policies/schema.ts';

/** A step of the ladder: days from the due day, and the moment it comes. */
export interface Step {
  days: number;
  at: string;
}

/** All the steps that a policy has for a due time, in order. */
export function stepsOf(policy: PolicyContent, dueAt: string, zone: string): Step[] {
  const { daysBefore, onDueDay, everyDaysAfter, timesAfter, atTime } = policy;
  const after =
    everyDaysAfter === 0 ? [] : Array.from({ length: timesAfter }, (_, n) => (n + 1) * everyDaysAfter);
  const days = [...daysBefore.map((each) => -each), ...(onDueDay ? [0] : []), ...after];
  const dueDay = dayOf(zone, dueAt);
  return days
    .sort((a, b) => a - b)
    .map((each) => ({ days: each, at: momentOf(zone, dayAfterDays(dueDay, each), atTime) }));
}

/** The first moment from `moment` on that is on a workday and in no quiet hours. */
export function allowedAt(policy: PolicyContent, moment: string, zone: string): string {
  const { quietFrom, quietUntil, workdays } = policy;
  let at = Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
  // A week has a workday, and each day at most two quiet times.
  for (let n = 0; n < 24; n += 1) {
    const clock = at.toPlainTime().toString({ smallestUnit: 'minute' });
    if (!workdays.includes(at.dayOfWeek)) at = at.add({ days: 1 }).startOfDay();
    else if (isQuiet(clock, quietFrom, quietUntil))
      at = at
        .toPlainDate()
        .add({ days: clock < quietUntil ? 0 : 1 })
        .toZonedDateTime({ timeZone: zone, plainTime: quietUntil });
    else break;
  }
  return at.toInstant().toString({ smallestUnit: 'millisecond' });
}

const isQuiet = (clock: string, from: string, until: string): boolean =>
  from < until ? clock >= from && clock < until : from > until && (clock >= from || clock < until);

const momentOf = (zone: string, day: string, time: string): string =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: zone, plainTime: time })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
