import { parseTime, shortTime } from '../../kernel/time.ts';
import { type ReadValue, textIn } from './given.ts';

export const readDateTime: ReadValue = (
  what,
  { allowedDateTimeValueType: type = 'datetime', timeZone },
  given,
) => {
  const text = textIn(what, 'dateTimeValue.value', given.value, 100);
  const time = parseTime(what, text);
  const value = shortTime(time);
  if (type !== 'date') return { dateTimeValue: { type, value } };
  return {
    dateTimeValue: { type, value, dateValue: timeZone ? dayIn(timeZone, time) : dayAsSent(text, time) },
  };
};

/** The calendar day of a moment in a zone, as YYYY-MM-DD. */
function dayIn(timeZone: string, time: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    era: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(time));
  const part = (name: string): string => parts.find(({ type }) => type === name)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The calendar day at the offset in which a moment was written. */
function dayAsSent(text: string, time: string): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text.replace(/ (\d\d:\d\d)$/, '+$1')) ?? [];
  const offset = sign ? (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) : 0;
  return new Date(Date.parse(time) + offset * 60_000).toISOString().slice(0, 10);
}

/** Whether this machine knows an IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
