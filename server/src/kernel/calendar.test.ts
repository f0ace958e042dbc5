import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayAfterDays,
  dayAfterMonths,
  dayInYear,
  dayOf,
  daysBetween,
  endOfDay,
  isMonthDay,
  isZone,
  offsetOf,
  startOfDay,
} from './calendar.ts';

const ZONES = [
  'UTC',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  '+05:30',
  '-11:00',
];
const anyZone = fc.constantFrom(...ZONES);
const anyDay = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyMoment = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const HOUR_MS = 3_600_000;
const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / HOUR_MS;

/** The day and the time of day of a moment in a zone, by the platform's own formatter. */
function clock(zone: string, moment: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).formatToParts(new Date(moment));
  const part = (name: string) => parts.find(({ type }) => type === name)?.value;
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

describe('months', () => {
  test.each([
    ['+01:00', '2026-02-28T23:00:00.000Z', 1, '2026-03-31T23:00:00.000Z'],
    ['+02:00', '2026-09-30T22:00:00.000Z', 6, '2027-03-31T22:00:00.000Z'],
    ['+01:00', '2026-02-28T23:00:00.000Z', 24, '2028-02-29T23:00:00.000Z'],
    ['+12:00', '2026-04-30T12:00:00.000Z', 1, '2026-05-31T12:00:00.000Z'],
    ['UTC', '2026-01-31T10:00:00.000Z', 1, '2026-02-28T10:00:00.000Z'],
    ['UTC', '2028-01-31T10:00:00.000Z', 1, '2028-02-29T10:00:00.000Z'],
    ['UTC', '2028-02-29T10:00:00.000Z', 12, '2029-02-28T10:00:00.000Z'],
    // Summer time begins in between: nine o'clock stays nine o'clock.
    ['Europe/Berlin', '2026-03-15T08:00:00.000Z', 1, '2026-04-15T07:00:00.000Z'],
  ])('%s %s and %i months is %s', (zone, from, months, to) => {
    expect(addMonths(zone, from, months)).toBe(to);
  });

  test('a month later is the same day of the next month, or its last', () => {
    fc.assert(
      fc.property(anyZone, anyMoment, fc.integer({ min: 0, max: 120 }), (zone, moment, months) => {
        const [from, to] = [dayOf(zone, moment), dayOf(zone, addMonths(zone, moment, months))];
        const [year, month, day] = from.split('-').map(Number) as [number, number, number];
        const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
        const expected = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)));
        // Samoa had no 30 December 2011.
        if (zone !== 'Pacific/Apia') expect(to).toBe(expected.toISOString().slice(0, 10));
        expect(dayAfterMonths(from, months)).toBe(expected.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('days', () => {
  test.each([
    ['America/Los_Angeles', '2026-03-08', 23],
    ['America/Los_Angeles', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['Asia/Beirut', '2022-03-27', 23],
    ['Asia/Kathmandu', '2026-06-01', 24],
  ])('in %s %s has %d hours', (zone, day, count) => {
    const end = Date.parse(endOfDay(zone, day)) + 1;
    expect(hours(startOfDay(zone, day), new Date(end).toISOString())).toBe(count);
  });

  test('a day begins later where clocks skip midnight', () => {
    expect(startOfDay('America/Sao_Paulo', '2018-11-04')).toBe('2018-11-04T03:00:00.000Z');
    expect(dayOf('America/Sao_Paulo', '2018-11-04T03:00:00.000Z')).toBe('2018-11-04');
    expect(dayOf('America/Sao_Paulo', '2018-11-04T02:59:59.999Z')).toBe('2018-11-03');
  });

  test('days follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(anyZone, anyDay, (zone, day) => {
        if (zone === 'Pacific/Apia' && day === '2011-12-30') return;
        const [start, end] = [startOfDay(zone, day), endOfDay(zone, day)];
        expect([dayOf(zone, start), dayOf(zone, end)]).toEqual([day, day]);
        expect(dayOf(zone, new Date(Date.parse(start) - 1).toISOString()) < day).toBe(true);
        expect(dayOf(zone, new Date(Date.parse(end) + 1).toISOString()) > day).toBe(true);
      }),
    );
  });

  test('some days later the clock shows the same time, unless it was skipped', () => {
    fc.assert(
      fc.property(
        anyZone.filter((zone) => !/^[+-]/.test(zone)),
        anyMoment,
        fc.integer({ min: -400, max: 400 }),
        (zone, moment, days) => {
          const to = addDays(zone, moment, days);
          const [wanted, found] = [
            `${dayAfterDays(dayOf(zone, moment), days)} ${clock(zone, moment).slice(11)}`,
            clock(zone, to),
          ];
          if (found === wanted) return;
          // Skipped: the clock never shows it, and what is answered comes right after the gap.
          const before = clock(zone, new Date(Date.parse(to) - 25 * HOUR_MS).toISOString());
          expect(before < wanted && wanted < found).toBe(true);
        },
      ),
    );
  });

  test('days between are counted by the calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1000, max: 1000 }), (day, days) => {
        expect(daysBetween(day, dayAfterDays(day, days))).toBe(days);
      }),
    );
  });
});

test('a day of the year that only leap years have', () => {
  expect(dayInYear(2028, { month: 2, day: 29 })).toBe('2028-02-29');
  expect(dayInYear(2027, { month: 2, day: 29 })).toBe('2027-02-28');
  expect(isMonthDay({ month: 2, day: 29 })).toBe(true);
  expect(isMonthDay({ month: 2, day: 30 })).toBe(false);
  expect(isMonthDay({ month: 13, day: 1 })).toBe(false);
});

test.each([
  ['2026-03-01T00:00:00+01:00', '+01:00'],
  ['2026-03-01T00:00:00-09:30', '-09:30'],
  ['2026-03-01T00:00:00Z', 'UTC'],
  ['2026-03-01 00:00:00z', 'UTC'],
  ['2026-03-01T00:00:00 01:00', '+01:00'],
])('%s was written at %s', (time, offset) => {
  expect(offsetOf(time)).toBe(offset);
});

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['US/Pacific', true],
  ['Mars/Olympus', false],
  ['+01:00', false],
  ['', false],
  ['Europe/Berlin[x]', false],
])('%s is a zone: %s', (name, known) => {
  expect(isZone(name)).toBe(known);
});
