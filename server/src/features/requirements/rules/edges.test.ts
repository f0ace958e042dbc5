import { describe, expect, test } from 'vitest';
import {
  aDriver,
  completed,
  facts,
  holds,
  on,
  PUBLISHED,
  requirement,
} from '../../../../test/requirements.ts';
import type { Facts } from './facts.ts';
import { isPending } from './pending.ts';
import type { Rule } from './rule.ts';
import { statusOf } from './status.ts';

const at = (rule: Partial<Rule>, known: Facts, moment: string) =>
  statusOf(requirement(rule), known, on(moment));
const done = (...days: string[]) => facts({ evidence: days.map((day) => completed(day)) });

test('a score of 0 is a score', () => {
  const scored = (scorePercent?: number) =>
    facts({ evidence: [completed('2026-01-01', scorePercent === undefined ? {} : { scorePercent })] });
  const rule = { satisfiedBy: { course: { id: 'course', minScorePercent: 0 } } };
  expect(at(rule, scored(0), '2026-01-02').status).toBe('current');
  expect(at(rule, scored(), '2026-01-02').status).toBe('missing');
  expect(
    at({ satisfiedBy: { course: { id: 'course', minScorePercent: 80 } } }, scored(79.9), '2026-01-02').status,
  ).toBe('missing');
});

test('evidence on the very instant of the end is in time, a millisecond later is not', () => {
  const record = (expiresAt: string) => facts({ evidence: [holds('2025-01-01', { expiresAt })] });
  const rule = {
    satisfiedBy: { qualification: { typeId: 'type' } },
    validity: 'untilRecordExpires' as const,
  };
  expect(at(rule, record('2026-01-01T00:00:00.000Z'), '2026-01-01T00:00:00.000Z').status).toBe('current');
  expect(at(rule, record('2026-01-01T00:00:00.000Z'), '2026-01-01T00:00:00.001Z').status).toBe('expired');
});

test('a record that has not begun is none', () => {
  const rule = { satisfiedBy: { qualification: { typeId: 'type' } } };
  const known = facts({ evidence: [holds('2027-03-01')] });
  expect(at(rule, known, '2026-11-25')).toMatchObject({ status: 'missing', nextChangeAt: on('2027-03-01') });
});

test('archiving ends a record as evidence from that moment, not before', () => {
  const rule = { satisfiedBy: { qualification: { typeId: 'type' } } };
  const known = facts({ evidence: [holds('2026-01-01', { endedAt: on('2026-02-01') })] });
  expect(at(rule, known, '2026-02-01T08:59:59.999Z').status).toBe('current');
  expect(at(rule, known, '2026-02-01')).toMatchObject({ status: 'expired', since: on('2026-02-01') });
});

describe('days begin and end where the subject is', () => {
  const inZone = (timeZone: string, day: string) =>
    facts({ versions: [{ at: PUBLISHED, subject: { ...aDriver, timeZone } }], evidence: [completed(day)] });
  test.each([
    ['Pacific/Auckland', '2026-01-01T12:00:00.000Z', '2026-02-02T10:59:59.999Z'],
    ['America/Los_Angeles', '2026-02-08T09:00:00.000Z', '2026-03-09T06:59:59.999Z'],
    ['Europe/Berlin', '2026-09-25T12:00:00.000Z', '2026-10-25T22:59:59.999Z'],
    ['Asia/Kathmandu', '2026-01-31T00:00:00.000Z', '2026-02-28T18:14:59.999Z'],
  ])('in %s', (zone, day, until) => {
    expect(at({ validity: { months: 1 } }, inZone(zone, day), day).until).toBe(until);
  });
  test("in the organization's zone otherwise", () => {
    const known = facts({ evidence: [completed('2026-01-01')] }, { timeZone: 'Asia/Tokyo' });
    expect(at({ validity: { days: 1 } }, known, '2026-01-01').until).toBe('2026-01-02T14:59:59.999Z');
  });
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
])('%s and %s months is %s', (day, months, until) => {
  expect(at({ validity: { months } }, done(day), day).until).toBe(`${until}T23:59:59.999Z`);
});

describe('a renewal', () => {
  const rule = { validity: { months: 12 }, renewal: { earlyDays: 60, keepAnniversary: true } };
  test('within the early days extends from the old end', () => {
    expect(at(rule, done('2025-03-31', '2026-02-10'), '2026-02-11').until).toBe('2027-03-31T23:59:59.999Z');
  });
  test('earlier than that counts from its own day', () => {
    expect(at(rule, done('2025-03-31', '2026-01-10'), '2026-02-11').until).toBe('2027-01-10T23:59:59.999Z');
  });
  test('after the end counts from its own day', () => {
    expect(at(rule, done('2025-03-31', '2026-04-02'), '2026-04-03').until).toBe('2027-04-02T23:59:59.999Z');
  });
  test('keeps the 31st over shorter months', () => {
    const monthly = { validity: { months: 1 }, renewal: { earlyDays: 20, keepAnniversary: true } };
    expect(at(monthly, done('2026-01-31', '2026-02-20', '2026-03-20'), '2026-03-21').until).toBe(
      '2026-04-30T23:59:59.999Z',
    );
    expect(at(monthly, done('2026-01-31', '2026-02-20'), '2026-02-21').until).toBe(
      '2026-03-31T23:59:59.999Z',
    );
  });
});

test('grace: expired at once, overdue only after it', () => {
  const rule = { validity: { days: 10 }, graceDays: 5 };
  expect(at(rule, done('2026-01-01'), '2026-01-12')).toMatchObject({
    status: 'expired',
    isOverdue: false,
    graceUntil: '2026-01-16T23:59:59.999Z',
    nextChangeAt: '2026-01-17T00:00:00.000Z',
  });
  expect(at(rule, done('2026-01-01'), '2026-01-17')).toMatchObject({ status: 'expired', isOverdue: true });
});

test('a waiver lifts it for as long as it says, and only that requirement', () => {
  const waiver = {
    id: 'w',
    requirementId: 'requirement',
    from: on('2026-01-01'),
    until: on('2026-02-01'),
    reason: 'on leave',
  };
  const known = facts({
    waivers: [waiver, { ...waiver, id: 'other', requirementId: 'another', until: on('2027-01-01') }],
  });
  expect(at({}, known, '2026-02-01')).toMatchObject({
    status: 'waived',
    isOverdue: false,
    until: on('2026-02-01'),
    nextChangeAt: '2026-02-01T09:00:00.001Z',
  });
  expect(at({}, known, '2026-02-02')).toMatchObject({ status: 'missing', isOverdue: true });
});

test('a change of the requirement changes no earlier moment', () => {
  const [first] = requirement({ validity: { days: 10 } }).revisions;
  const [second] = requirement({ validity: { days: 100 } }).revisions;
  const changed = requirement(
    {},
    { revisions: [first as never, { ...(second as object), at: on('2026-01-20') } as never] },
  );
  const known = done('2026-01-01');
  expect(statusOf(changed, known, on('2026-01-15')).status).toBe('expired');
  expect(statusOf(changed, known, on('2026-01-21'))).toMatchObject({
    status: 'current',
    until: '2026-04-11T23:59:59.999Z',
  });
});

test('any of two is the longer one, all of two the shorter', () => {
  const [course, record] = [{ course: { id: 'course' } }, { qualification: { typeId: 'type' } }];
  const known = facts({
    evidence: [completed('2026-01-01'), holds('2026-02-01', { expiresAt: on('2026-06-01') })],
  });
  const rule = (satisfiedBy: Rule['satisfiedBy']): Partial<Rule> => ({
    satisfiedBy,
    validity: { months: 12 },
  });
  expect(at(rule({ anyOf: [course, record] }), known, '2026-03-01').until).toBe('2027-01-01T23:59:59.999Z');
  expect(at(rule({ allOf: [course, record] }), known, '2026-03-01')).toMatchObject({
    until: on('2026-06-01'),
    since: on('2026-02-01'),
  });
  expect(at(rule({ allOf: [course, record] }), known, '2026-01-15').status).toBe('missing');
});

test('who is deactivated needs nothing until they are back', () => {
  const known = facts({
    versions: [
      { at: on('2026-01-01'), subject: aDriver },
      { at: on('2026-02-01'), subject: { ...aDriver, isActive: false } },
      { at: on('2026-03-01'), subject: aDriver },
    ],
  });
  const rule: Partial<Rule> = { firstDue: { days: 10, from: 'applicable' } };
  expect(at(rule, known, '2026-01-05').dueAt).toBe('2026-01-11T23:59:59.999Z');
  expect(at(rule, known, '2026-02-15')).toMatchObject({ status: 'notNeeded', since: on('2026-02-01') });
  expect(at(rule, known, '2026-03-02').dueAt).toBe('2026-03-11T23:59:59.999Z');
});

test('an archived requirement is needed by nobody', () => {
  const archived = requirement({}, { archivedAt: on('2026-02-01') });
  expect(statusOf(archived, facts(), on('2026-01-31')).status).toBe('missing');
  expect(statusOf(archived, facts(), on('2026-02-01')).status).toBe('notNeeded');
});

test('started within and at least days ago change with time alone', () => {
  const known = facts(
    {
      versions: [
        { at: on('2026-01-01'), subject: { ...aDriver, attributes: [{ id: 's', values: ['2026-01-10'] }] } },
      ],
    },
    { startDateAttributeId: 's' },
  );
  expect(at({ appliesTo: { startedWithinDays: 30 } }, known, '2026-02-09').status).toBe('missing');
  expect(at({ appliesTo: { startedWithinDays: 30 } }, known, '2026-02-10').status).toBe('notNeeded');
  expect(at({ appliesTo: { startedAtLeastDaysAgo: 30 } }, known, '2026-02-08')).toMatchObject({
    status: 'notNeeded',
    nextChangeAt: '2026-02-09T00:00:00.000Z',
  });
  expect(at({ appliesTo: { startedAtLeastDaysAgo: 30 } }, known, '2026-02-09').since).toBe(
    '2026-02-09T00:00:00.000Z',
  );
});

test('what is under way is in hand', () => {
  const rule = requirement({}).revisions[0]?.rule as Rule;
  const pending = [{ resource: 'trainingAssignment' as const, id: 'a', of: 'course' }];
  expect(isPending(rule, pending)).toBe(true);
  expect(isPending({ ...rule, satisfiedBy: { anyOf: [{ course: { id: 'other' } }] } }, pending)).toBe(false);
  expect(at({}, facts({ pending }), '2026-01-01').isInHand).toBe(true);
});
