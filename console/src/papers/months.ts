import type { components } from '@crewready/client';

type Period = components['schemas']['Expirations'];

export interface Week {
  /** Its Monday and its Sunday, `2026-11-23`. */
  first: string;
  last: string;
  count: number;
  /** RFC 3339; empty for one in which nothing expires. */
  startTime: string;
  endTime: string;
}

export interface Month {
  /** `2026-11` */
  month: string;
  count: number;
  weeks: Week[];
  /** The most that expire in one week of all months. */
  most: number;
}

const DAY = 86_400_000;

const after = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Weeks from that of `today` on for `days`, those without anything too, by the month that their Monday is in. */
export function monthsOf(periods: readonly Period[], today: string, days: number): Month[] {
  const known = new Map(periods.map((each) => [each.day, each]));
  const most = Math.max(1, ...periods.map(({ count }) => count));
  const months: Month[] = [];
  const monday = after(today, -((new Date(today).getUTCDay() + 6) % 7));
  for (let first = monday; first <= after(today, days); first = after(first, 7)) {
    const { count = 0, startTime = '', endTime = '' } = known.get(first) ?? {};
    const week: Week = { first, last: after(first, 6), count, startTime, endTime };
    const month = first.slice(0, 7);
    const here = months.at(-1);
    if (here?.month === month) {
      here.weeks.push(week);
      here.count += count;
    } else months.push({ month, count, weeks: [week], most });
  }
  return months;
}
