import { Tooltip } from '@mantine/core';
import { useFormatter, useNow } from 'use-intl';

const DAY = 86_400_000;

/** Whole days from now to a moment, as the calendar of the viewer counts them: negative in the past. */
export function daysTo(time: string, now: number): number {
  const midnight = (moment: Date): number =>
    Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate());
  return Math.round((midnight(new Date(time)) - midnight(new Date(now))) / DAY);
}

/** A moment in words near today, as a date after that; the exact time is in a tooltip. */
export function When({ time, className }: { time: string; className?: string }) {
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const date = new Date(time);
  const days = daysTo(time, now.getTime());
  const isNear = Math.abs(days) < 7;
  const text = isNear
    ? new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' }).format(days, 'day')
    : format.dateTime(date, {
        day: 'numeric',
        month: 'short',
        ...(date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
      });
  return (
    <Tooltip label={format.dateTime(date, { dateStyle: 'full', timeStyle: 'long' })}>
      <time dateTime={time} className={className}>
        {text}
      </time>
    </Tooltip>
  );
}
