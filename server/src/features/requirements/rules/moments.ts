import { dayAfterDays, dayOf, endOfDay, startOfDay } from '../../../kernel/calendar.ts';

/** A moment after all others. */
export const NEVER = '9999-12-31T23:59:59.999Z';

/** The millisecond after a moment. */
export const justAfter = (moment: string): string => (moment === NEVER ? NEVER : shifted(moment, 1));

/** The millisecond before a moment. */
export const justBefore = (moment: string): string => shifted(moment, -1);

const MILLISECONDS = '2026-01-01T00:00:00.'.length;

function shifted(moment: string, by: 1 | -1): string {
  const within = Number(moment.slice(MILLISECONDS, -1)) + by;
  // Nearly every moment stays within its second.
  if (within >= 0 && within < 1000)
    return `${moment.slice(0, MILLISECONDS)}${String(within).padStart(3, '0')}Z`;
  return new Date(Date.parse(moment) + by).toISOString();
}

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
