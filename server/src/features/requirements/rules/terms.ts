import {
  dayAfterDays,
  dayAfterMonths,
  dayInYear,
  dayOf,
  endOfDay,
  startOfDay,
} from '../../../kernel/calendar.ts';
import { earlier, NEVER } from './moments.ts';
import type { CalendarValidity, Renewal, Validity } from './rule.ts';

/** Evidence of one moment, and where it ends whatever the requirement says. */
export interface Point {
  at: string;
  /** The last moment of it; NEVER for what does not end. */
  ends: string;
}

/** The last moment for which each of `points` is good; they are in the order of time. */
export function terms(
  points: readonly Point[],
  validity: Validity,
  renewal: Renewal | undefined,
  zone: string,
): string[] {
  if (typeof validity === 'string') return points.map(({ ends }) => ends);
  if ('calendar' in validity) {
    const { calendar } = validity;
    return points.map(({ at, ends }) =>
      earlier(ends, deadlineAfter(calendar, deadlineFor(calendar, at, zone), zone)),
    );
  }
  let anniversary: { day: string; times: number; ends: string } | undefined;
  return points.map(({ at, ends }) => {
    const isExtended =
      renewal?.keepAnniversary === true && anniversary !== undefined && isEarly(at, anniversary.ends);
    const before = isExtended ? anniversary : undefined;
    const [day, times] = before ? [before.day, before.times + 1] : [dayOf(zone, at), 1];
    const until = endOfDay(zone, dayAfter(day, times));
    if (!anniversary || until > anniversary.ends) anniversary = { day, times, ends: until };
    return earlier(ends, until);
  });

  function isEarly(at: string, end: string): boolean {
    return at <= end && at >= startOfDay(zone, dayAfterDays(dayOf(zone, end), -(renewal?.earlyDays ?? 0)));
  }

  // Counted from the first day, so that the 31st stays the 31st after a shorter month.
  function dayAfter(day: string, times: number): string {
    const { days, months } = validity as { days?: number; months?: number };
    return months === undefined
      ? dayAfterDays(day, (days ?? 0) * times)
      : dayAfterMonths(day, months * times);
  }
}

/** The deadline for which what was done at a moment counts. */
export function deadlineFor(calendar: CalendarValidity, at: string, zone: string): string {
  const { earlyDays } = calendar;
  let deadline = deadlineIn(calendar, firstYearBefore(calendar, at), zone);
  for (;;) {
    const next = deadlineAfter(calendar, deadline, zone);
    if (at < startOfDay(zone, dayAfterDays(dayOf(zone, next), -earlyDays))) return deadline;
    deadline = next;
  }
}

/** The first deadline after a moment. */
export function deadlineAfter(calendar: CalendarValidity, at: string, zone: string): string {
  for (let year = firstYearBefore(calendar, at); ; year += calendar.everyYears) {
    if (year > 9999) return NEVER;
    const deadline = deadlineIn(calendar, year, zone);
    if (deadline > at) return deadline;
  }
}

const deadlineIn = (calendar: CalendarValidity, year: number, zone: string): string =>
  endOfDay(zone, dayInYear(year, calendar));

/** A year with a deadline that lies before a moment, however early that one's window opens. */
function firstYearBefore({ everyYears, firstYear = 0, earlyDays }: CalendarValidity, at: string): number {
  const year = Number(at.slice(0, 4)) - 1 - Math.ceil(earlyDays / 365) - everyYears;
  return year - ((((year - firstYear) % everyYears) + everyYears) % everyYears);
}
