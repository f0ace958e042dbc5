import { describe, expect, test } from 'vitest';
import {
  aDriver,
  completed,
  facts,
  happened,
  holds,
  on,
  PUBLISHED,
  requirement,
} from '../../../../test/requirements.ts';
import type { Facts, SubjectFacts } from './facts.ts';
import type { Requirement, Rule } from './rule.ts';
import { statusOf } from './status.ts';

// What a safety manager expects, one situation after the other. Days are in UTC unless a zone is told.

/** `missing, due 2026-03-31`: a status as one would say it. */
function told(of: Requirement, known: Facts, at: string): string {
  const { status, isOverdue, until, dueAt } = statusOf(of, known, on(at));
  const day = (moment: string): string =>
    moment.slice(11) === '23:59:59.999Z' ? moment.slice(0, 10) : moment;
  const parts = [
    status,
    isOverdue && 'overdue',
    until && `until ${day(until)}`,
    dueAt && dueAt !== until && `due ${day(dueAt)}`,
  ];
  return parts.filter(Boolean).join(', ');
}
const words = (of: Requirement, known: Facts, at: string): string =>
  statusOf(of, known, on(at))
    .because.map(({ text }) => text)
    .join('\n');

describe('1. Forklift: an evaluation every three years, earlier after a collision', () => {
  const forklift = requirement(
    {
      satisfiedBy: { qualification: { typeId: 'evaluation' } },
      validity: { months: 36 },
      warnDays: [60, 30, 7],
      refresh: [{ onOccurrence: { type: 'collision', count: 1, withinDays: 30, dueDays: 14 } }],
    },
    { name: 'Forklift evaluation', citation: '29 CFR 1910.178(l)(4)(iii)' },
  );
  const evaluation = holds('2026-02-01', {
    typeId: 'evaluation',
    fields: [{ id: 'f', label: 'Evaluator', value: 'Jane Roe' }],
  });
  const evaluated = { evidence: [evaluation] };
  const names = { names: new Map([['evaluation', 'Forklift evaluation']]) };

  test('it lasts three years', () => {
    expect(told(forklift, facts(evaluated), '2026-06-01')).toBe('current, until 2029-02-01');
    expect(told(forklift, facts(evaluated), '2028-12-03T00:00:00.000Z')).toBe('expiring, until 2029-02-01');
    expect(told(forklift, facts(evaluated), '2029-02-02')).toBe('expired, overdue, due 2029-02-01');
  });
  test('a collision brings it forward to 14 days', () => {
    const collided = facts({ ...evaluated, occurrences: [happened('collision', '2026-06-10')] });
    expect(told(forklift, collided, '2026-06-11')).toBe('expiring, until 2026-06-24');
    expect(told(forklift, collided, '2026-06-25')).toBe('expired, overdue, due 2026-06-24');
    const again = facts({
      evidence: [evaluation, holds('2026-06-20', { typeId: 'evaluation' })],
      occurrences: [happened('collision', '2026-06-10')],
    });
    expect(told(forklift, again, '2026-06-25')).toBe('current, until 2029-06-20');
  });
  test('the explanation has the law, the evaluator and the arithmetic', () => {
    const said = words(forklift, facts(evaluated, names), '2026-06-01');
    expect(said).toContain('Forklift evaluation (29 CFR 1910.178(l)(4)(iii)), as published 2020-01-01');
    expect(said).toContain('"Forklift evaluation" issued 2026-02-01 (Evaluator: Jane Roe)');
    expect(said).toContain('valid 36 months, until 2029-02-01');
    expect(said).toContain('expiring from 2028-12-03 unless something changes');
  });
});

describe('2. Hazmat: within 90 days of the start, then every three years', () => {
  const hazmat = requirement({
    firstDue: { days: 90, from: 'start' },
    validity: { months: 36 },
  });
  const started = (evidence: SubjectFacts['evidence'] = []): Facts =>
    facts(
      {
        versions: [
          {
            at: on('2026-01-10'),
            subject: { ...aDriver, attributes: [{ id: 'start', values: ['2026-01-12'] }] },
          },
        ],
        evidence,
      },
      { startDateAttributeId: 'start' },
    );
  test('missing and not overdue until then, overdue after it', () => {
    expect(told(hazmat, started(), '2026-04-12T23:59:59.999Z')).toBe('missing, due 2026-04-12');
    expect(told(hazmat, started(), '2026-04-13T00:00:00.000Z')).toBe('missing, overdue, due 2026-04-12');
  });
  test('then every three years', () => {
    expect(told(hazmat, started([completed('2026-03-01')]), '2026-04-13')).toBe('current, until 2029-03-01');
  });
});

describe('3. Driver CPC: 35 hours in five years', () => {
  const cpc = requirement({ satisfiedBy: { hours: { hours: 35, withinMonths: 60 } } });
  const day = (at: string) => completed(at, { minutes: 7 * 60 });
  const four = [day('2022-05-01'), day('2023-05-01'), day('2024-05-01'), day('2025-05-01')];
  test('shows hours done, hours missing and when the oldest fall out', () => {
    expect(told(cpc, facts({ evidence: four }), '2026-04-01')).toBe(
      'missing, overdue, due 2020-01-01T00:00:00.000Z',
    );
    expect(words(cpc, facts({ evidence: four }), '2026-04-01')).toContain(
      '28 of 35 hours within 60 months, 7 missing; the oldest count until 2027-05-01',
    );
  });
  test('is met while five of them count, and ends with the oldest', () => {
    const five = facts({ evidence: [...four, day('2026-05-01')] });
    expect(told(cpc, five, '2026-05-02')).toBe('current, until 2027-05-01');
    expect(told(cpc, five, '2027-05-02')).toBe('expired, overdue, due 2027-05-01');
  });
});

describe("4. Medical card: the card's own date decides", () => {
  const card = requirement({
    satisfiedBy: { qualification: { typeId: 'card' } },
    validity: 'untilRecordExpires',
    renewal: { earlyDays: 60, keepAnniversary: true },
    warnDays: [30],
  });
  const old = holds('2024-03-01', {
    typeId: 'card',
    expiresAt: '2026-03-01T00:00:00.000Z',
    endedAt: on('2026-01-20'),
  });
  const renewed = holds('2026-01-20', { typeId: 'card', expiresAt: '2028-01-20T05:00:00.000Z' });
  test('renewed 40 days early it ends with the new card', () => {
    expect(told(card, facts({ evidence: [old, renewed] }), '2026-01-21')).toBe(
      'current, until 2028-01-20T05:00:00.000Z',
    );
  });
  test('a renewal that is deleted gives the status of the superseded card back', () => {
    const { endedAt: _, ...back } = old as Extract<typeof old, { kind: 'qualification' }>;
    expect(told(card, facts({ evidence: [back] }), '2026-01-21')).toBe(
      'current, until 2026-03-01T00:00:00.000Z',
    );
  });
});

describe('5. January refresher', () => {
  const refresher = requirement({
    validity: { calendar: { everyYears: 1, month: 1, day: 31, earlyDays: 60 } },
  });
  test('whoever did it in December is good for the coming January', () => {
    expect(told(refresher, facts({ evidence: [completed('2026-12-10')] }), '2027-02-01')).toBe(
      'current, until 2028-01-31',
    );
  });
  test('whoever did it last February is not', () => {
    const february = facts({ evidence: [completed('2026-02-10')] });
    expect(told(refresher, february, '2027-01-31')).toBe('current, until 2027-01-31');
    expect(told(refresher, february, '2027-02-01')).toBe('expired, overdue, due 2027-01-31');
  });
  test('a day too early is for the January before', () => {
    const early = (at: string) => told(refresher, facts({ evidence: [completed(at)] }), '2026-12-31');
    expect([early('2026-12-01'), early('2026-12-02')]).toEqual([
      'current, until 2027-01-31',
      'current, until 2028-01-31',
    ]);
  });
  test('whoever never did it has until the next one', () => {
    const joined = facts({ versions: [{ at: on('2026-06-01'), subject: aDriver }] });
    expect(told(refresher, joined, '2026-07-01')).toBe('missing, due 2027-01-31');
  });
});

describe('6. A new revision of a course', () => {
  const rule: Partial<Rule> = { refresh: [{ onCourseRevision: { dueDays: 30 } }], validity: { months: 24 } };
  const revised = {
    courses: new Map([
      [
        'course',
        {
          title: 'Course',
          categoryId: 'category',
          revisions: [
            { id: 'one', at: PUBLISHED },
            { id: 'two', at: on('2026-05-01') },
          ],
        },
      ],
    ]),
  };
  test('people on the old one have 30 days, stay current until then and it says why', () => {
    const known = facts({ evidence: [completed('2026-01-01')] }, revised);
    expect(told(requirement(rule), known, '2026-05-31')).toBe('current, until 2026-05-31');
    expect(told(requirement(rule), known, '2026-06-01')).toBe('expired, overdue, due 2026-05-31');
    expect(words(requirement(rule), known, '2026-05-20')).toContain(
      '"Course" has a new revision since 2026-05-01, to be done within 30 days, until 2026-05-31',
    );
  });
  test('people on the new one have nothing to do', () => {
    const known = facts({ evidence: [completed('2026-05-02', { revisionId: 'two' })] }, revised);
    expect(told(requirement(rule), known, '2026-06-01')).toBe('current, until 2028-05-02');
  });
});

describe('7. Two violations within 30 days call for a course within 14 days', () => {
  const coaching = requirement({
    onlyOnOccurrence: true,
    refresh: [{ onOccurrence: { type: 'violation', count: 2, withinDays: 30, dueDays: 14 } }],
  });
  const violations = (...days: string[]) => days.map((day) => happened('violation', day));
  test('nobody needs it before', () => {
    expect(told(coaching, facts({ occurrences: violations('2026-03-01') }), '2026-03-02')).toBe('notNeeded');
    expect(told(coaching, facts({ occurrences: violations('2026-03-01', '2026-04-01') }), '2026-04-02')).toBe(
      'notNeeded',
    );
  });
  test('a third within that time changes nothing', () => {
    const two = violations('2026-03-01', '2026-03-20');
    expect(told(coaching, facts({ occurrences: two }), '2026-03-21')).toBe('missing, due 2026-04-03');
    expect(told(coaching, facts({ occurrences: [...two, ...violations('2026-03-25')] }), '2026-03-26')).toBe(
      'missing, due 2026-04-03',
    );
    expect(told(coaching, facts({ occurrences: two }), '2026-04-04')).toBe(
      'missing, overdue, due 2026-04-03',
    );
  });
  test('the course satisfies until two more come', () => {
    const evidence = [completed('2026-03-30')];
    const three = violations('2026-03-01', '2026-03-20', '2026-04-10');
    expect(told(coaching, facts({ evidence, occurrences: three }), '2026-04-11')).toBe('current');
    const four = [...three, ...violations('2026-05-05')];
    expect(told(coaching, facts({ evidence, occurrences: four }), '2026-05-06')).toBe(
      'current, until 2026-05-19',
    );
    expect(told(coaching, facts({ evidence, occurrences: four }), '2026-05-20')).toBe(
      'expired, overdue, due 2026-05-19',
    );
  });
});

describe('8. License class while in the tag "Tankers"', () => {
  const license = requirement({
    appliesTo: { tag: 'tankers' },
    satisfiedBy: {
      qualification: {
        typeId: 'license',
        fields: [
          { field: 'Class', is: 'A' },
          { field: 'Endorsements', contains: 'N' },
        ],
      },
    },
    validity: 'untilRecordExpires',
    firstDue: { days: 30, from: 'applicable' },
  });
  const tanker = { ...aDriver, tagIds: ['tankers'] };
  const away = [
    { at: on('2026-01-01'), subject: tanker },
    { at: on('2026-03-01'), subject: aDriver },
    { at: on('2026-05-01'), subject: tanker },
  ];
  const held = (licenseClass: string, endorsements: string[], expiresAt = on('2030-01-01')) => [
    holds('2025-01-01', {
      typeId: 'license',
      expiresAt,
      fields: [
        { id: 'c', label: 'Class', value: licenseClass },
        { id: 'e', label: 'Endorsements', value: endorsements },
      ],
    }),
  ];
  test('class A with N is needed, and nothing less', () => {
    const at = (evidence: SubjectFacts['evidence']) =>
      told(license, facts({ versions: away, evidence }), '2026-02-01');
    expect(at(held('A', ['N', 'T']))).toBe(`current, until ${on('2030-01-01')}`);
    for (const less of [held('B', ['N']), held('A', ['H']), held('A', [])])
      expect(at(less)).toBe('missing, overdue, due 2026-01-31');
  });
  test('leaving the tag makes it unneeded, coming back finds the old record', () => {
    const known = facts({ versions: away, evidence: held('A', ['N']) });
    expect(told(license, known, '2026-04-01')).toBe('notNeeded');
    expect(told(license, known, '2026-05-02')).toBe(`current, until ${on('2030-01-01')}`);
  });
  test('coming back without one is missing with a new due time, though it ran out meanwhile', () => {
    expect(told(license, facts({ versions: away }), '2026-05-02')).toBe('missing, due 2026-05-31');
    const lapsed = facts({ versions: away, evidence: held('A', ['N'], on('2026-04-01')) });
    expect(told(license, lapsed, '2026-05-02')).toBe('missing, due 2026-05-31');
  });
  test('a tag above the one that somebody is in counts, as it was then', () => {
    const tags = new Map([
      ['west', [{ at: PUBLISHED, parentId: 'tankers' }, { at: on('2026-06-01') }]],
      ['tankers', [{ at: PUBLISHED }]],
    ]);
    const known = facts(
      { versions: [{ at: on('2026-01-01'), subject: { ...aDriver, tagIds: ['west'] } }] },
      { tags },
    );
    expect(told(license, known, '2026-05-31')).toBe('missing, overdue, due 2026-01-31');
    expect(told(license, known, '2026-06-02')).toBe('notNeeded');
  });
});

describe('9. A person is deleted', () => {
  test('they are not counted from then on, and were before', () => {
    const known = facts({
      versions: [{ at: on('2026-01-01'), subject: aDriver }, { at: on('2026-03-01') }],
      evidence: [completed('2026-01-15')],
    });
    expect(told(requirement({}), known, '2026-02-15')).toBe('current');
    expect(told(requirement({}), known, '2026-03-01')).toBe('notNeeded');
  });
});
