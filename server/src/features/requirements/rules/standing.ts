import { dayAfterDays, endOfDay } from '../../../kernel/calendar.ts';
import { subjectAt } from './applies.ts';
import type { Span, Trigger } from './coverage.ts';
import type { Facts, Waiver } from './facts.ts';
import { earlier, endOfDayAfter, justBefore, NEVER, startOfDayBefore } from './moments.ts';
import type { Requirement, Rule } from './rule.ts';
import { startDayOf } from './selector.ts';
import { deadlineAfter } from './terms.ts';

export const STATUSES = ['notNeeded', 'waived', 'missing', 'current', 'expiring', 'expired'] as const;
export type StatusName = (typeof STATUSES)[number];

/** A status without its history and its future. */
export interface Standing {
  status: StatusName;
  isOverdue: boolean;
  until?: string;
  dueAt?: string;
  graceUntil?: string;
  waiver?: Waiver;
  /** The span that counts, or the last one that did. */
  span?: Span;
  /** From when a status counts as expiring. */
  warnsFrom?: string;
  trigger?: Trigger;
}

/** What holds of one requirement and one subject around a moment. */
export interface Ground {
  requirement: Requirement;
  facts: Facts;
  rule: Rule | undefined;
  zone: string;
  /** Since when it applies, or does not. */
  since: string;
  applies: boolean;
  /** Where time alone changes whether it applies. */
  appliesUntil: string;
  /** Times in which it is satisfied without a gap, in order. */
  stretches: readonly Stretch[];
  triggers: readonly Trigger[];
}

/** A time without a gap, and the spans that make it. */
export interface Stretch {
  from: string;
  until: string;
  spans: readonly Span[];
}

/** What it says at a moment, while nothing but time passes. */
export function standing(ground: Ground, at: string): Standing {
  const { rule, applies, since, requirement, facts } = ground;
  if (!applies || !rule || at < since) return { status: 'notNeeded', isOverdue: false };
  const trigger =
    ground.triggers.length === 0 ? undefined : ground.triggers.filter((each) => each.at <= at).sort(byDue)[0];
  if (rule.onlyOnOccurrence && !trigger) return { status: 'notNeeded', isOverdue: false };
  const waiver = waiverAt(facts.subject.waivers, requirement.id, at);
  if (waiver)
    return { status: 'waived', isOverdue: false, waiver, ...(waiver.until ? { until: waiver.until } : {}) };
  const stretch = ground.stretches.findLast(({ from }) => from <= at);
  if (stretch && stretch.until >= at) return satisfied(ground, rule, stretch, at);
  if (stretch && stretch.until >= since) {
    const graceUntil = graceAfter(ground, rule, stretch.until);
    const span = longest(stretch.spans);
    return { status: 'expired', isOverdue: at > graceUntil, dueAt: stretch.until, graceUntil, span };
  }
  const dueAt = firstDueAt(ground, rule, trigger);
  return {
    status: 'missing',
    isOverdue: at > dueAt,
    dueAt,
    graceUntil: dueAt,
    ...(trigger ? { trigger } : {}),
  };
}

/** Of waivers that hold at a moment the one that lasts longest. */
function waiverAt(waivers: readonly Waiver[], requirementId: string, at: string): Waiver | undefined {
  let longest: Waiver | undefined;
  for (const each of waivers) {
    if (each.requirementId !== requirementId || each.from > at || (each.until && each.until < at)) continue;
    if (!longest || (each.until ?? NEVER) > (longest.until ?? NEVER)) longest = each;
  }
  return longest;
}

function satisfied(ground: Ground, rule: Rule, { until, spans }: Stretch, at: string): Standing {
  const span = longest(spans.filter((each) => each.from <= at));
  if (until === NEVER) return { status: 'current', isOverdue: false, span };
  const warnsFrom = startOfDayBefore(ground.zone, until, Math.max(0, ...rule.warnDays));
  const isExpiring = rule.warnDays.length > 0 && at >= warnsFrom;
  const graceUntil = graceAfter(ground, rule, until);
  return {
    status: isExpiring ? 'expiring' : 'current',
    isOverdue: false,
    until,
    dueAt: until,
    graceUntil,
    span,
    ...(rule.warnDays.length > 0 ? { warnsFrom } : {}),
  };
}

export const graceAfter = ({ zone }: Ground, { graceDays }: Rule, until: string): string =>
  graceDays === 0 ? until : endOfDayAfter(zone, until, graceDays);

const longest = (spans: readonly Span[]): Span =>
  spans.reduce((best, span) => (span.until >= best.until ? span : best));

const byDue = (a: Trigger, b: Trigger): number => (a.dueAt < b.dueAt ? -1 : 1);

/** By when it is due for somebody who does not have it. */
export function firstDueAt(ground: Ground, rule: Rule, trigger: Trigger | undefined): string {
  if (rule.onlyOnOccurrence && trigger) return trigger.dueAt;
  const due = ruledDueAt(ground, rule);
  return trigger ? earlier(due, trigger.dueAt) : due;
}

function ruledDueAt({ zone, since, facts }: Ground, { firstDue, validity }: Rule): string {
  if (firstDue) {
    const subject = subjectAt(facts.subject.versions, since);
    const start = firstDue.from === 'start' && subject ? startDayOf(facts, subject) : undefined;
    return start
      ? endOfDay(zone, dayAfterDays(start, firstDue.days))
      : endOfDayAfter(zone, since, firstDue.days);
  }
  return typeof validity === 'object' && 'calendar' in validity
    ? deadlineAfter(validity.calendar, justBefore(since), zone)
    : since;
}
