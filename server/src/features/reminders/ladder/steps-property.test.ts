import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { DEFAULT_POLICY, type PolicyContent } from '../policies/schema.ts';
import { allowedAt, stepsOf } from './steps.ts';

const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Paris',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
];
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const policies: fc.Arbitrary<PolicyContent> = fc
  .record({
    daysBefore: fc.uniqueArray(fc.integer({ min: 1, max: 365 }), { maxLength: 10 }),
    onDueDay: fc.boolean(),
    everyDaysAfter: fc.integer({ min: 0, max: 30 }),
    timesAfter: fc.integer({ min: 1, max: 52 }),
    atTime: clock,
    quietFrom: clock,
    quietUntil: clock,
    workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  })
  .map((fields) => ({ ...DEFAULT_POLICY, ...fields }));
const moments = fc
  .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2036-01-01') })
  .map((ms) => new Date(ms).toISOString());

test('whatever the policy, zone and moment: never in quiet hours, never on a day off, never earlier, and once settled it stays', () => {
  fc.assert(
    fc.property(policies, moments, fc.constantFrom(...ZONES), (policy, moment, zone) => {
      const at = allowedAt(policy, moment, zone);
      expect(at >= moment).toBe(true);
      const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
      expect(policy.workdays).toContain(local.dayOfWeek);
      const { quietFrom, quietUntil } = policy;
      const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
      const isLoud =
        quietFrom <= quietUntil
          ? time < quietFrom || time >= quietUntil
          : time < quietFrom && time >= quietUntil;
      expect(isLoud).toBe(true);
      expect(allowedAt(policy, at, zone)).toBe(at);
    }),
    { numRuns: 500 },
  );
});

test('whatever the policy, steps come in order, each day once, as far from the due day as they say', () => {
  fc.assert(
    fc.property(policies, moments, fc.constantFrom(...ZONES), (policy, dueAt, zone) => {
      const steps = stepsOf(policy, dueAt, zone);
      expect(new Set(steps.map(({ days }) => days)).size).toBe(steps.length);
      for (const [n, { at }] of steps.entries()) if (n > 0) expect(at > (steps[n - 1]?.at ?? '')).toBe(true);
    }),
    { numRuns: 200 },
  );
});
