import { type Sql, sql } from './database/database.ts';
import { invalid } from './errors.ts';

export const DAY_MS = 86_400_000;

/** How far ahead of the database a consumer's clock is taken for the same moment. */
export const CLIENT_CLOCK_SKEW_MS = 2000;

/** The wall clock; tests replace it. Writes never use it: their time comes from the database. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)$/;

/**
 * Reads an RFC 3339 time with any offset into a UTC time of the form `2026-11-21T09:00:00.000Z`
 * (milliseconds; finer digits are dropped). Times outside the years 1 to 9999 are refused.
 */
export function parseTime(field: string, text: string): string {
  // A plus sign that was not percent-encoded arrives as a space.
  const match = RFC3339.exec(text.replace(/ (\d\d:\d\d)$/, '+$1'));
  if (!match)
    throw invalid(field, `"${text.slice(0, 40)}" is not an RFC 3339 time such as 2026-11-21T09:00:00Z.`);
  const [, year, month, day, hour, minute, second, fraction = '', offset = 'Z'] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const asUtc = new Date(`${local}Z`);
  const exists = !Number.isNaN(asUtc.getTime()) && asUtc.toISOString().startsWith(local);
  const shifted = new Date(`${local}.${fraction.slice(0, 3).padEnd(3, '0')}${offset.toUpperCase()}`);
  if (!exists || Number.isNaN(shifted.getTime()) || !/^(?!0000)\d{4}-/.test(shifted.toISOString())) {
    throw invalid(field, `"${text.slice(0, 40)}" is not a time that exists.`);
  }
  return shifted.toISOString();
}

/**
 * A timestamptz as PostgreSQL prints it in UTC (`2026-11-21 09:00:00.123456+00`) in wire form:
 * `2026-11-21T09:00:00.123Z`, milliseconds only where they are not zero.
 */
export function wireTime(pg: string): string {
  const millis = pg.length > 22 ? pg.slice(20, -3).padEnd(3, '0').slice(0, 3) : '000';
  return `${pg.slice(0, 10)}T${pg.slice(11, 19)}${millis === '000' ? 'Z' : `.${millis}Z`}`;
}

/** A date as PostgreSQL prints it in UTC, so that it compares as text with a timestamptz column read as text. */
export const pgTime = (date: Date): string =>
  `${date
    .toISOString()
    .slice(0, -1)
    .replace(/\.?0+$/, '')
    .replace('T', ' ')}+00`;

/** A Date or RFC 3339 text with milliseconds in wire form: milliseconds only where they are not zero. */
export const shortTime = (time: Date | string): string =>
  (typeof time === 'string' ? time : time.toISOString()).replace('.000Z', 'Z');

/**
 * A timestamptz as text with milliseconds inside a statement, `2026-11-21T09:00:00.000Z`, whatever time zone the
 * database's node is in.
 */
export const utcText = (column: Sql): Sql =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
