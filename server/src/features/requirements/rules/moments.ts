import { dayAfterDays, dayOf, endOfDay, startOfDay } from '../../../kernel/calendar.ts';
import { rememberedByBoth } from '../../../kernel/remembered.ts';

/** A moment after all others. */
export const NEVER = '9999-12-31T23:59:59.999Z';

/** The millisecond after a moment. */
export const justAfter = (moment: string): string => (moment === NEVER ? NEVER : shifted(moment, 1));

/** The millisecond before a moment. */
export const justBefore = (moment: string): string => shifted(moment, -1);

const LAST_DIGIT = '2026-01-01T00:00:00.00'.length;

function shifted(moment: string, by: 1 | -1): string {
  const digit = moment.charCodeAt(LAST_DIGIT) - 48 + by;
  // Nearly every moment keeps its other digits; those that do not are ends and beginnings of days, again and again.
  return digit >= 0 && digit <= 9 ? `${moment.slice(0, LAST_DIGIT)}${digit}Z` : farShifted(moment, by);
}
const farShifted = rememberedByBoth((moment: string, by: number): string =>
  new Date(Date.parse(moment) + by).toISOString(),
);

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);

/** The end of the day that is `days` after the day of a moment. */
export const endOfDayAfter = (zone: string, moment: string, days: number): string =>
  endOfDay(zone, dayAfterDays(dayOf(zone, moment), days));

/** The beginning of the day that is `days` before the day of a moment. */
export const startOfDayBefore = (zone: string, moment: string, days: number): string =>
  startOfDay(zone, dayAfterDays(dayOf(zone, moment), -days));

/** Sorted, each once. */
export function inOrder(moments: string[]): string[] {
  if (moments.length < 2) return moments;
  return moments.sort().filter((moment, n) => moment !== moments[n - 1]);
}
