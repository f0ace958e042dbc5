import { dayAfterDays, dayOf, endOfDay, startOfDay } from '../../../kernel/calendar.ts';
import { remembered } from '../../../kernel/remembered.ts';

/** A moment after all others. */
export const NEVER = '9999-12-31T23:59:59.999Z';

/** The millisecond after a moment. */
export const justAfter = remembered((moment: string): string =>
  moment === NEVER ? NEVER : new Date(Date.parse(moment) + 1).toISOString(),
);

/** The millisecond before a moment. */
export const justBefore = remembered((moment: string): string =>
  new Date(Date.parse(moment) - 1).toISOString(),
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
