import { Temporal } from 'temporal-polyfill';
import { rememberedByBoth } from './remembered.ts';

// Days, months and terms as people count them, in the zone that is meant. A zone is an IANA name, `UTC`, or an offset
// such as `+05:30`. Moments are RFC 3339 in UTC with milliseconds, days are `YYYY-MM-DD`.

const zones = new Map<string, boolean>();
/** More names than there are zones are somebody's tries. */
const MOST_ZONES = 2000;

/** Whether a name is an IANA time zone; an offset is none, since it knows no summer. */
export function isZone(name: string): boolean {
  let known = zones.get(name);
  if (known === undefined) {
    try {
      known = Temporal.Now.zonedDateTimeISO(name).timeZoneId !== '' && !/^[+-]/.test(name);
    } catch {
      known = false;
    }
    if (zones.size < MOST_ZONES) zones.set(name, known);
  }
  return known;
}

/** The offset at which an RFC 3339 time was written; `UTC` for `Z`. */
export const offsetOf = (time: string): string =>
  /([+-]\d\d:\d\d)$/.exec(time.replace(/ (\d\d:\d\d)$/, '+$1'))?.[1] ?? 'UTC';

/** The day of a moment in a zone. */
export function dayOf(zone: string, moment: string): string {
  // A zone is less than a day from UTC, and days are asked for much oftener than there are any.
  const { before, day, after, from, until } = daysAround(moment.slice(0, 10), zone);
  return moment < from ? before : moment < until ? day : after;
}
/** A day with its neighbors, its first moment in a zone, and the next day's. */
const daysAround = rememberedByBoth((day: string, zone: string) => {
  const after = dayAfterDays(day, 1);
  return {
    before: dayAfterDays(day, -1),
    day,
    after,
    from: startOfDay(zone, day),
    until: startOfDay(zone, after),
  };
});

/** The first moment of a day in a zone: later than midnight where clocks skip it. */
export const startOfDay = (zone: string, day: string): string => startIn(day, zone);
const startIn = rememberedByBoth((day: string, zone: string): string =>
  text(Temporal.PlainDate.from(day).toZonedDateTime(zone)),
);

/** The last millisecond of a day in a zone. */
export const endOfDay = (zone: string, day: string): string => endIn(day, zone);
const endIn = rememberedByBoth((day: string, zone: string): string =>
  text(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).subtract({ milliseconds: 1 })),
);

/**
 * The same time of day some days later, or earlier where `days` is negative; a day has 23 to 25 hours where clocks
 * change. A time that they skip is as much later as they skip.
 */
export const addDays = (zone: string, moment: string, days: number): string =>
  text(inZone(zone, moment).add({ days }));

/** The same day and time of a later month, or that month's last day: 31 January and a month is 28 or 29 February. */
export const addMonths = (zone: string, moment: string, months: number): string =>
  text(inZone(zone, moment).add({ months }));

/** A month and a day of it, in any year. */
export interface MonthDay {
  /** From 1. */
  month: number;
  day: number;
}

/** Whether a day comes at least every leap year. */
export function isMonthDay({ month, day }: MonthDay): boolean {
  try {
    Temporal.PlainMonthDay.from({ month, day }, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The day of a year that a month and day fall on; 29 February is the 28th in other years. */
export const dayInYear = (year: number, { month, day }: MonthDay): string => inYear(year, month * 100 + day);
const inYear = rememberedByBoth((year: number, monthDay: number): string =>
  Temporal.PlainDate.from(
    { year, month: Math.floor(monthDay / 100), day: monthDay % 100 },
    { overflow: 'constrain' },
  ).toString(),
);

/** A day some months later, or that month's last day. */
export const dayAfterMonths = rememberedByBoth((day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString(),
);

/** A day some days later. */
export const dayAfterDays = rememberedByBoth((day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString(),
);

/** How many days there are from one day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

const inZone = (zone: string, moment: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone);

const text = (time: Temporal.ZonedDateTime): string =>
  time.toInstant().toString({ smallestUnit: 'millisecond' });
