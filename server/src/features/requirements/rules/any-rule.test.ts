import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDriver, completed, facts, happened, requirement } from '../../../../test/requirements.ts';
import type { Because } from './because.ts';
import { isUnmet, statusOf } from './status.ts';

describe('for anybody and any rule', () => {
  const DAY = 86_400_000;
  const moment = fc
    .integer({ min: 0, max: 2400 })
    .map((n) => new Date(Date.UTC(2024, 0, 1) + n * DAY * 0.7).toISOString());
  const rule = fc.record({
    validity: fc.oneof(
      fc.constant('forever' as const),
      fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ months: fc.integer({ min: 1, max: 24 }) }),
      fc.constant({ calendar: { everyYears: 1, month: 2, day: 29, earlyDays: 60 } }),
    ),
    renewal: fc.option(
      fc.record({ earlyDays: fc.integer({ min: 0, max: 90 }), keepAnniversary: fc.boolean() }),
      { nil: undefined },
    ),
    graceDays: fc.integer({ min: 0, max: 30 }),
    warnDays: fc.subarray([60, 30, 7]),
    firstDue: fc.option(fc.constant({ days: 30, from: 'applicable' as const }), { nil: undefined }),
    refresh: fc.subarray([{ onOccurrence: { type: 'hit', count: 2, withinDays: 40, dueDays: 14 } }]),
  });
  const known = fc
    .record({
      evidence: fc.array(
        moment.map((time) => completed(time)),
        { maxLength: 6 },
      ),
      occurrences: fc
        .array(moment, { maxLength: 5 })
        .map((all) => all.sort().map((time) => happened('hit', time))),
      waivers: fc.array(
        fc.tuple(moment, moment).map(([one, other]) => ({
          id: 'w',
          requirementId: 'requirement',
          from: one < other ? one : other,
          until: one < other ? other : one,
          reason: 'r',
        })),
        { maxLength: 1 },
      ),
      versions: fc
        .uniqueArray(moment, { minLength: 1, maxLength: 4 })
        .map((all) =>
          all.sort().map((time, n) => (n % 2 === 0 ? { at: time, subject: aDriver } : { at: time })),
        ),
    })
    .map((subject) => facts(subject));
  const shown = (status: ReturnType<typeof statusOf>) => {
    const { status: name, isOverdue, until, dueAt, graceUntil } = status;
    return { name, isOverdue, until, dueAt, graceUntil };
  };

  test('nothing changes before the next change, and something does then', () => {
    fc.assert(
      fc.property(
        rule,
        known,
        moment,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (some, of, time, share) => {
          const now = statusOf(requirement(some), of, time);
          const next = now.nextChangeAt;
          const end = Date.parse(next ?? '2040-01-01T00:00:00.000Z');
          const between = new Date(
            Date.parse(time) + Math.floor((end - 1 - Date.parse(time)) * share),
          ).toISOString();
          expect(shown(statusOf(requirement(some), of, between))).toEqual(shown(now));
          if (next) expect(shown(statusOf(requirement(some), of, next))).not.toEqual(shown(now));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('it lapses and becomes overdue when the one change after the other says so', () => {
    fc.assert(
      fc.property(rule, known, moment, (some, of, time) => {
        const now = statusOf(requirement(some), of, time);
        const changes = [];
        for (let { nextChangeAt: at } = now; at; ) {
          const then = statusOf(requirement(some), of, at);
          changes.push({ at, then });
          at = then.nextChangeAt;
        }
        const lapse = isUnmet(now) ? undefined : changes.find(({ then }) => isUnmet(then));
        const overdue = now.isOverdue ? undefined : changes.find(({ then }) => then.isOverdue);
        expect(now.outlook).toEqual({
          ...(lapse && !now.isOverdue ? { lapsesAt: lapse.at } : {}),
          ...(overdue ? { overdueAt: overdue.at } : {}),
        });
      }),
      { numRuns: 1000 },
    );
  });

  /** The status by its explanation alone. */
  function explained(because: readonly Because[], time: string): { status: string; isOverdue: boolean } {
    const find = <F extends Because['fact']>(fact: F) =>
      because.find((each): each is Extract<Because, { fact: F }> => each.fact === fact);
    const answer = (status: string, isOverdue = false) => ({ status, isOverdue });
    if (!find('applies')?.applies || find('occurrences')?.ids.length === 0) return answer('notNeeded');
    const { from: waivedFrom, until: waivedUntil } = find('waiver') ?? {};
    if (waivedFrom && waivedFrom <= time && !(waivedUntil && waivedUntil < time)) return answer('waived');
    const { from, until, warnsFrom } = find('covered') ?? {};
    if (from && from <= time && !(until && until < time))
      return answer(warnsFrom && warnsFrom <= time ? 'expiring' : 'current');
    return answer(from ? 'expired' : 'missing', time > (find('due')?.graceUntil ?? time));
  }

  test('what it says suffices to come to the same status', () => {
    fc.assert(
      fc.property(rule, known, moment, fc.boolean(), (some, of, time, onlyOnOccurrence) => {
        const asked =
          onlyOnOccurrence && some.refresh.length > 0
            ? { ...some, validity: 'forever' as const, onlyOnOccurrence }
            : some;
        const { status, isOverdue, because } = statusOf(requirement(asked), of, time);
        expect(explained(because, time)).toEqual({ status, isOverdue });
      }),
      { numRuns: 500 },
    );
  });
  test('it has been so since it says, and was not before', () => {
    fc.assert(
      fc.property(rule, known, moment, (some, of, time) => {
        const { status, since } = statusOf(requirement(some), of, time);
        if (since > time) return;
        expect(statusOf(requirement(some), of, since).status).toBe(status);
        const before = new Date(Date.parse(since) - 1).toISOString();
        const first = of.subject.versions[0]?.at as string;
        if (since > first) expect(statusOf(requirement(some), of, before).status).not.toBe(status);
      }),
      { numRuns: 300 },
    );
  });
});
