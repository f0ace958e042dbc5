import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cloneDatabase } from '../../test/database.ts';
import { sql } from './database/database.ts';
import { parseTime, pgTime, wireTime } from './time.ts';

const two = (n: number): string => String(n).padStart(2, '0');
/** Any millisecond of the years 1 to 9999. */
const anyInstant = fc.date({
  min: new Date('0001-01-02T00:00:00Z'),
  max: new Date('9999-12-30T23:59:59.999Z'),
  noInvalidDate: true,
});
/** Minutes that an offset may have: -23:59 to +23:59. */
const anyOffset = fc.integer({ min: -1439, max: 1439 });

/** `instant` as a clock shows it `offset` minutes east of UTC. */
function local(instant: Date, offset: number, sign = '+'): string {
  const shown = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const minutes = Math.abs(offset);
  return `${shown}${offset < 0 ? '-' : sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

describe('a time that is read', () => {
  test('is the same moment, whatever its offset', () => {
    fc.assert(
      fc.property(anyInstant, anyOffset, (instant, offset) => {
        expect(parseTime('t', local(instant, offset))).toBe(instant.toISOString());
        expect(parseTime('t', instant.toISOString())).toBe(instant.toISOString());
      }),
    );
  });

  test('may have its plus sign turned into a space by a URL', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 1439 }), (instant, offset) => {
        expect(parseTime('t', local(instant, offset, ' '))).toBe(instant.toISOString());
      }),
    );
  });

  test('may have any number of digits after the second, of which three count', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,9}$/), (digits) => {
        const millis = digits.padEnd(3, '0').slice(0, 3);
        expect(parseTime('t', `2026-11-21T09:00:00.${digits}Z`)).toBe(`2026-11-21T09:00:00.${millis}Z`);
      }),
    );
  });

  test.each([
    ['2026-11-21t09:00:00z', '2026-11-21T09:00:00.000Z'],
    ['2026-11-21 09:00:00Z', '2026-11-21T09:00:00.000Z'],
    ['2026-11-21T09:00:00-00:00', '2026-11-21T09:00:00.000Z'],
    ['2028-02-29T23:59:59Z', '2028-02-29T23:59:59.000Z'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
  ])('%s', (text, utc) => expect(parseTime('t', text)).toBe(utc));

  test.each([
    '',
    ' ',
    'now',
    '2026',
    '2026-11-21',
    '2026-11-21T09:00Z',
    '2026-11-21T09:00:00',
    '2026-11-21T09:00:00+0100',
    '2026-11-21T09:00:00+01',
    '2026-11-21T09:00:00 Z',
    ' 2026-11-21T09:00:00Z',
    '2026-11-21T09:00:00Z ',
    '2026-11-21T09:00:00Z\n',
    '2026-11-21T09:00:00.Z',
    '2026-11-21T09:00:00.1234567890Z',
    '2026-11-21T09:00:00,5Z',
    '26-11-21T09:00:00Z',
    '+002026-11-21T09:00:00Z',
    '10000-01-01T00:00:00Z',
    '-001-01-01T00:00:00Z',
    '1795251600000',
    '٢٠٢٦-11-21T09:00:00Z',
    'Sat, 21 Nov 2026 09:00:00 GMT',
  ])('400 malformed: %j', (text) => {
    expect(() => parseTime('startTime', text)).toThrow(
      /^startTime: .* is not an RFC 3339 time such as 2026-11-21T09:00:00Z\.$/s,
    );
  });

  test.each([
    '2026-02-29T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T23:60:00Z',
    // A leap second: clocks that have them are rarer than clients that err.
    '2016-12-31T23:59:60Z',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00+01:60',
    '2026-01-01T00:00:00+99:99',
    '0000-01-01T00:00:00Z',
    // Outside the years 1 to 9999 only once it is UTC.
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
  ])('400 no such time: %s', (text) => {
    expect(() => parseTime('dueAtTime', text)).toThrow(/^dueAtTime: .* is not a time that exists/);
  });

  test('is a time or a 400, whatever the text', () => {
    const almost = fc.stringMatching(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+ -]\d\d:\d\d)$/);
    fc.assert(
      fc.property(fc.oneof(almost, fc.string({ unit: 'binary' })), (text) => {
        try {
          expect(parseTime('t', text)).toMatch(/^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        } catch (error) {
          expect(error).toMatchObject({ status: 400 });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('a time is written in UTC, cut to milliseconds, and those only where not zero', () => {
  const pairs = [
    ['2026-11-21 09:00:00+00', '2026-11-21T09:00:00Z'],
    ['2026-11-21 09:00:00.1+00', '2026-11-21T09:00:00.100Z'],
    ['2026-11-21 09:00:00.12+00', '2026-11-21T09:00:00.120Z'],
    ['2026-11-21 09:00:00.123+00', '2026-11-21T09:00:00.123Z'],
    ['2026-11-21 09:00:00.123999+00', '2026-11-21T09:00:00.123Z'],
    ['2026-11-21 09:00:00.000999+00', '2026-11-21T09:00:00Z'],
    ['0001-01-01 00:00:00.000001+00', '0001-01-01T00:00:00Z'],
    ['9999-12-31 23:59:59.999999+00', '9999-12-31T23:59:59.999Z'],
  ];
  for (const [pg, wire] of pairs) expect(wireTime(pg as string)).toBe(wire);
});

test('PostgreSQL reads every time that is accepted, and prints it as expected', async () => {
  const clone = await cloneDatabase(2);
  try {
    const instants = fc.sample(anyInstant, 500).map((instant) => new Date(instant));
    instants.push(new Date('0001-01-01T00:00:00Z'), new Date('9999-12-31T23:59:59.999Z'));
    const texts = instants.map((instant) => parseTime('t', instant.toISOString()));
    const rows = await clone.database.rows(
      sql`select at::timestamptz from unnest(${texts}::text[]) with ordinality as given (at, n) order by n`,
    );
    for (const [n, [at]] of rows.entries()) {
      const instant = instants[n] as Date;
      expect(pgTime(instant)).toBe(at);
      expect(Date.parse(wireTime(at))).toBe(instant.getTime());
    }
  } finally {
    await clone.drop();
  }
});

test('PostgreSQL’s text sorts as its times do', () => {
  // A row's time has microseconds, the clock's has not.
  const rowTime = (instant: Date, micros: number): string => {
    const digits = `${instant.toISOString().slice(0, -1).replace('T', ' ')}${String(micros).padStart(3, '0')}`;
    return `${digits.replace(/\.?0+$/, '')}+00`;
  };
  const near = fc.integer({ min: -2, max: 2 });
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: 0, max: 999 }), near, (instant, micros, millis) => {
      const clock = new Date(instant.getTime() + millis);
      const row = rowTime(instant, micros);
      const order = row < pgTime(clock) ? -1 : row > pgTime(clock) ? 1 : 0;
      expect(order).toBe(Math.sign(micros / 1000 - millis));
    }),
  );
});
