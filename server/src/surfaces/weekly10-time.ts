import { invalid } from '../kernel/errors.ts';
import { parseTime } from '../kernel/time.ts';

const DATE = /(?<year>\d{4})(?:-(?<month>\d\d)-(?<day>\d\d)|(?<month2>\d\d)(?<day2>\d\d))/;
const TIME = /(?<hour>\d\d)(?::?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,](?<fraction>\d+))?)?)?/;
// A plus sign that was not percent-encoded arrives as a space.
const OFFSET = /(?<zulu>[Zz])|(?<sign>[+\u2212-]| (?=\d\d:\d\d$))(?<hours>\d\d)(?::?(?<minutes>\d\d))?/;
const ISO_8601 = new RegExp(`^${DATE.source}(?:[Tt ]${TIME.source}(?: ?(?:${OFFSET.source}))?)?$`);

/**
 * Reads an ISO 8601 date and time, basic or extended, to any precision, as this dialect takes them: without a time it
 * is midnight, without an offset UTC. What is finer than a millisecond is cut off, never rounded.
 */
export function parseIsoTime(field: string, text: string): string {
  const parts = ISO_8601.exec(text.trim())?.groups;
  if (!parts)
    throw invalid(
      field,
      `"${text.slice(0, 40)}" is not an ISO 8601 time such as 2026-11-21T09:00:00Z or 2026-11-21.`,
    );
  const { year, month = parts.month2, day = parts.day2, hour = '00', minute = '00', second = '00' } = parts;
  const millis = (parts.fraction ?? '').slice(0, 3).padEnd(3, '0');
  const sign = parts.sign === '-' || parts.sign === '\u2212' ? '-' : '+';
  const offset = parts.sign === undefined ? 'Z' : `${sign}${parts.hours}:${parts.minutes ?? '00'}`;
  try {
    return parseTime(field, `${year}-${month}-${day}T${hour}:${minute}:${second}.${millis}${offset}`);
  } catch {
    throw invalid(field, `"${text.slice(0, 40)}" is not a time that exists.`);
  }
}
