import { invalid } from '../../../kernel/errors.ts';
import { DAY_MS, parseTime } from '../../../kernel/time.ts';
import { HOUR_MS } from '../hours/schema.ts';

const MINUTE_MS = 60_000;
/** How long after an hour its data may be asked for. */
const LATENCY_MS = 3 * HOUR_MS;

/** From `from`, included, to `to`, excluded. */
export interface Range {
  from: string;
  to: string;
}

/**
 * Reads startTime and endTime.
 *
 * @throws 400 unless both are whole hours of the clock they are written in, at least a day apart, and the end is three hours past or more.
 */
export function readWindow(query: { startTime: string; endTime: string }, now: Date): Range {
  const from = wholeHour('startTime', query.startTime);
  const to = wholeHour('endTime', query.endTime);
  if (Date.parse(to) - Date.parse(from) < DAY_MS)
    throw invalid('startTime', 'it must be at least 1 day before endTime.');
  if (Date.parse(to) > now.getTime() - LATENCY_MS)
    throw invalid('endTime', 'it must be at least 3 hours before now.');
  return { from, to };
}

function wholeHour(field: string, text: string): string {
  const time = parseTime(field, text);
  const [, hours = '0', minutes = '0'] = /([+-]\d\d|(?<= )\d\d):(\d\d)$/.exec(text.trim()) ?? [];
  const isWhole =
    (Date.parse(time) / MINUTE_MS + Number(minutes) * (hours.startsWith('-') ? -1 : 1)) % 60 === 0;
  if (!isWhole)
    throw invalid(field, `"${text.slice(0, 40)}" is not a whole hour, such as 2026-11-21T09:00:00Z.`);
  return time;
}

/** The beginnings of the stored hours, which are those of UTC, that an end of a window cuts in two. */
export const cutHours = ({ from, to }: Range): { field: string; hour: string }[] =>
  [
    { field: 'startTime', time: Date.parse(from) },
    { field: 'endTime', time: Date.parse(to) },
  ].flatMap(({ field, time }) =>
    time % HOUR_MS === 0 ? [] : [{ field, hour: at(Math.floor(time / HOUR_MS) * HOUR_MS) }],
  );

/** A window cut into what is read whole: at most two ranges of hours, two of days and one of months. */
export interface Pieces {
  hours: Range[];
  days: Range[];
  months: Range[];
}

/**
 * Cuts a window at the first and last midnight and the first and last beginning of a month inside of it, in UTC. Both
 * ends are as `Date` writes them.
 */
export function cutWindow({ from, to }: Range): Pieces {
  const dayUp = at(Math.ceil(Date.parse(from) / DAY_MS) * DAY_MS);
  const dayDown = at(Math.floor(Date.parse(to) / DAY_MS) * DAY_MS);
  if (dayUp > dayDown) return { hours: ranges([from, to]), days: [], months: [] };
  const [year, month] = dayUp.split('-').map(Number) as [number, number];
  const monthUp = dayUp.endsWith('-01T00:00:00.000Z') ? dayUp : at(Date.UTC(year, month, 1));
  const monthDown = `${dayDown.slice(0, 8)}01T00:00:00.000Z`;
  const whole = monthUp < monthDown;
  return {
    hours: ranges([from, dayUp], [dayDown, to]),
    days: whole ? ranges([dayUp, monthUp], [monthDown, dayDown]) : ranges([dayUp, dayDown]),
    months: whole ? ranges([monthUp, monthDown]) : [],
  };
}

const at = (time: number): string => new Date(time).toISOString();
const ranges = (...pairs: [from: string, to: string][]): Range[] =>
  pairs.flatMap(([from, to]) => (from < to ? [{ from, to }] : []));
