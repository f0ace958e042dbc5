import { dayOf, offsetOf } from '../../kernel/calendar.ts';
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
    dateTimeValue: { type, value, dateValue: dayOf(timeZone ?? offsetOf(text), time) },
  };
};
