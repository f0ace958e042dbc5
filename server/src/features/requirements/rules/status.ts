import { appliesAt, applying, revisionAt, subjectAt } from './applies.ts';
import { type Because, becauseOf } from './because.ts';
import { coverage, type Span, type Trigger, triggerAfter } from './coverage.ts';
import type { Facts, Waiver } from './facts.ts';
import {
  earlier,
  endOfDayAfter,
  inOrder,
  justAfter,
  justBefore,
  later,
  NEVER,
  startOfDayBefore,
} from './moments.ts';
import { isPending } from './pending.ts';
import type { Requirement, Rule } from './rule.ts';
import { startDayOf, zoneOf } from './selector.ts';
import { deadlineAfter } from './terms.ts';

export const STATUSES = ['notNeeded', 'waived', 'missing', 'current', 'expiring', 'expired'] as const;

/** What a requirement says of a subject at a moment. Times are RFC 3339 in UTC with milliseconds. */
export interface Status {
  status: (typeof STATUSES)[number];
  /** `missing` past its due time, or `expired` past its grace. */
  isOverdue: boolean;
  /** Something that would satisfy is under way. */
  isInHand: boolean;
  /** Since when it is so, by what is known at the moment. */
  since: string;
  /** The last moment at which it is satisfied or waived; absent where nothing ends it. */
  until?: string;
  /** By when it is to be satisfied, for the first time or again. */
  dueAt?: string;
  /** When it becomes overdue: the last moment before it. */
  graceUntil?: string;
  /** When time alone will change any of this. */
  nextChangeAt?: string;
  /** What it follows from. */
  readonly because: readonly Because[];
}

/** A status without its history and its future. */
export interface Standing {
  status: Status['status'];
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

interface Stretch {
  from: string;
  until: string;
  spans: readonly Span[];
}

/**
 * What a requirement says of a subject at a moment. Pure: the same facts give the same answer, whenever and wherever
 * it is asked.
 */
export function statusOf(requirement: Requirement, facts: Facts, at: string): Status {
  const ground = groundOf(requirement, facts, at);
  const now = standing(ground, at);
  const { status, isOverdue, until, dueAt, graceUntil } = now;
  const next = nextChange(ground, now, at);
  return {
    status,
    isOverdue,
    isInHand:
      status !== 'notNeeded' && ground.rule !== undefined && isPending(ground.rule, facts.subject.pending),
    since: sinceWhen(ground, now, at),
    ...(until === undefined ? {} : { until }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(graceUntil === undefined ? {} : { graceUntil }),
    ...(next === undefined ? {} : { nextChangeAt: next }),
    get because() {
      return becauseOf(
        ground,
        now,
        next && { at: next, standing: standing(groundOf(requirement, facts, next), next) },
        at,
      );
    },
  };
}

function groundOf(requirement: Requirement, facts: Facts, at: string): Ground {
  const stretches = applying(requirement, facts);
  const index = stretches.findLastIndex(({ from }) => from <= at);
  const { from: since = at, applies = false } = stretches[index] ?? {};
  const subject = subjectAt(facts.subject.versions, at);
  const rule = revisionAt(requirement, at)?.rule;
  const ground = {
    requirement,
    facts,
    rule,
    zone: zoneOf(facts, subject),
    since,
    applies,
    appliesUntil: stretches[index + 1]?.from ?? NEVER,
  };
  if (!applies || !rule) return { ...ground, stretches: [], triggers: [] };
  return {
    ...ground,
    stretches: joined(coverage(rule, facts, since)),
    triggers: rule.refresh.flatMap((refresh) => triggerAfter(refresh, facts, ground.zone, since) ?? []),
  };
}

/** Spans without a gap between them as one. */
function joined(spans: readonly Span[]): Stretch[] {
  const stretches: { from: string; until: string; spans: Span[] }[] = [];
  for (const span of spans) {
    const last = stretches.at(-1);
    if (last && span.from <= justAfter(last.until)) {
      last.until = later(last.until, span.until);
      last.spans.push(span);
    } else stretches.push({ from: span.from, until: span.until, spans: [span] });
  }
  return stretches;
}

/** What it says at a moment, while nothing but time passes. */
export function standing(ground: Ground, at: string): Standing {
  const { rule, applies, since, requirement, facts } = ground;
  if (!applies || !rule || at < since) return { status: 'notNeeded', isOverdue: false };
  const trigger = ground.triggers.filter((each) => each.at <= at).sort(byDue)[0];
  if (rule.onlyOnOccurrence && !trigger) return { status: 'notNeeded', isOverdue: false };
  const waiver = facts.subject.waivers
    .filter(
      (each) => each.requirementId === requirement.id && each.from <= at && !(each.until && each.until < at),
    )
    .sort((a, b) => ((a.until ?? NEVER) < (b.until ?? NEVER) ? 1 : -1))[0];
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

const graceAfter = ({ zone }: Ground, { graceDays }: Rule, until: string): string =>
  graceDays === 0 ? until : endOfDayAfter(zone, until, graceDays);

const longest = (spans: readonly Span[]): Span =>
  spans.reduce((best, span) => (span.until >= best.until ? span : best));

const byDue = (a: Trigger, b: Trigger): number => (a.dueAt < b.dueAt ? -1 : 1);

/** By when it is due for somebody who does not have it. */
function firstDueAt(ground: Ground, rule: Rule, trigger: Trigger | undefined): string {
  if (rule.onlyOnOccurrence && trigger) return trigger.dueAt;
  const due = ruledDueAt(ground, rule);
  return trigger ? earlier(due, trigger.dueAt) : due;
}

function ruledDueAt({ zone, since, facts }: Ground, { firstDue, validity }: Rule): string {
  if (firstDue) {
    const subject = subjectAt(facts.subject.versions, since);
    const start = firstDue.from === 'start' && subject ? startDayOf(facts, subject) : undefined;
    return start ? endOfDayAfterDay(zone, start, firstDue.days) : endOfDayAfter(zone, since, firstDue.days);
  }
  return typeof validity === 'object' && 'calendar' in validity
    ? deadlineAfter(validity.calendar, justBefore(since), zone)
    : since;
}

/** The start of the latest time without a change of status. */
function sinceWhen(ground: Ground, now: Standing, at: string): string {
  for (const moment of turns(ground, now)
    .filter((each) => each <= at && each > ground.since)
    .reverse())
    if (standing(ground, justBefore(moment)).status !== now.status) return moment;
  return ground.since;
}

/** The first later moment at which time alone makes a difference. */
function nextChange(ground: Ground, now: Standing, at: string): string | undefined {
  const { appliesUntil } = ground;
  for (const moment of turns(ground, now).filter((each) => each > at && each < appliesUntil)) {
    if (differs(standing(ground, moment), now)) return moment;
  }
  return appliesUntil === NEVER ? undefined : appliesUntil;
}

const differs = (a: Standing, b: Standing): boolean =>
  a.status !== b.status ||
  a.isOverdue !== b.isOverdue ||
  a.until !== b.until ||
  a.dueAt !== b.dueAt ||
  a.graceUntil !== b.graceUntil;

/** Every moment at which something may turn, in order. */
function turns(ground: Ground, now: Standing): string[] {
  const { rule, facts, requirement, stretches, triggers, since } = ground;
  if (!rule) return [];
  const moments = [since];
  for (const { from, until } of stretches) {
    moments.push(from);
    if (until === NEVER) continue;
    moments.push(justAfter(until), justAfter(graceAfter(ground, rule, until)));
    if (rule.warnDays.length > 0)
      moments.push(startOfDayBefore(ground.zone, until, Math.max(...rule.warnDays)));
  }
  for (const { at } of triggers) moments.push(at);
  for (const { requirementId, from, until } of facts.subject.waivers)
    if (requirementId === requirement.id) moments.push(from, ...(until ? [justAfter(until)] : []));
  for (const moment of [now.dueAt, now.graceUntil])
    if (moment && moment !== NEVER) moments.push(justAfter(moment));
  moments.push(justAfter(firstDueAt(ground, rule, triggers[0])));
  return inOrder(moments).filter((moment) => moment < NEVER);
}
