import { applying, revisionAt, subjectAt } from './applies.ts';
import { type Because, becauseOf } from './because.ts';
import { coverage, type Span, triggerAfter } from './coverage.ts';
import type { Facts } from './facts.ts';
import { inOrder, justAfter, justBefore, later, NEVER, startOfDayBefore } from './moments.ts';
import { isPending } from './pending.ts';
import type { Requirement } from './rule.ts';
import { zoneOf } from './selector.ts';
import {
  firstDueAt,
  type Ground,
  graceAfter,
  type Standing,
  type StatusName,
  type Stretch,
  standing,
} from './standing.ts';

/** What a requirement says of a subject at a moment. Times are RFC 3339 in UTC with milliseconds. */
export interface Status {
  status: StatusName;
  /** `missing` past its due time, or `expired` past its grace. */
  isOverdue: boolean;
  /** Something that would satisfy is under way. */
  isInHand: boolean;
  /** Since when it is so, by what is known at the moment. */
  since: string;
  /** The last moment at which it is satisfied or waived; absent where nothing ends it. */
  until?: string | undefined;
  /** By when it is to be satisfied, for the first time or again. */
  dueAt?: string | undefined;
  /** When it becomes overdue: the last moment before it. */
  graceUntil?: string | undefined;
  /** When time alone will change any of this. */
  nextChangeAt?: string | undefined;
  /** What it follows from. */
  readonly because: readonly Because[];
  /** What time alone will make worse. */
  readonly outlook: Outlook;
}

/** What time alone will make worse, by what is known. */
export interface Outlook {
  /** When it is missing or expired for the first time; absent where it is by now, or never will be. */
  lapsesAt?: string;
  /** When it is overdue for the first time; absent where it is by now, or never will be. */
  overdueAt?: string;
}

/**
 * What a requirement says of a subject at a moment. Pure: the same facts give the same answer, whenever and wherever
 * it is asked.
 */
export function statusOf(requirement: Requirement, facts: Facts, at: string): Status {
  const ground = groundOf(requirement, facts, at);
  const now = standing(ground, at);
  const { status, isOverdue, until, dueAt, graceUntil } = now;
  const moments = turns(ground, now);
  const next = nextChange(ground, now, moments, at);
  return {
    status,
    isOverdue,
    isInHand:
      status !== 'notNeeded' && ground.rule !== undefined && isPending(ground.rule, facts.subject.pending),
    since: sinceWhen(ground, now, moments, at),
    until,
    dueAt,
    graceUntil,
    nextChangeAt: next,
    get because() {
      return becauseOf(
        ground,
        now,
        next === undefined
          ? undefined
          : { at: next, standing: standing(groundOf(requirement, facts, next), next) },
        at,
      );
    },
    get outlook() {
      return outlookOf(ground, now, moments, at);
    },
  };
}

/** Looks at one moment after the other, also beyond those at which time begins or ends that it applies. */
function outlookOf(ground: Ground, now: Standing, moments: readonly string[], at: string): Outlook {
  const outlook: Outlook = {};
  if (now.isOverdue) return outlook;
  /** Notes what is so at a moment; tells when nothing can become worse. */
  const isWorst = (then: Standing, moment: string): boolean => {
    if (isUnmet(then) && !isUnmet(now)) outlook.lapsesAt ??= moment;
    if (then.isOverdue) outlook.overdueAt = moment;
    return then.isOverdue;
  };
  for (let [here, from, turning] = [ground, at, moments]; ; ) {
    for (const moment of turning)
      if (moment > from && moment < here.appliesUntil && isWorst(standing(here, moment), moment))
        return outlook;
    from = here.appliesUntil;
    if (from === NEVER) return outlook;
    here = groundOf(here.requirement, here.facts, from);
    const then = standing(here, from);
    if (isWorst(then, from)) return outlook;
    turning = turns(here, then);
  }
}

/** Whether somebody who should meet it does not. */
export const isUnmet = ({ status }: Pick<Standing, 'status'>): boolean =>
  status === 'missing' || status === 'expired';

function groundOf(requirement: Requirement, facts: Facts, at: string): Ground {
  const stretches = applying(requirement, facts);
  const index = stretches.findLastIndex(({ from }) => from <= at);
  const { from: since = at, applies = false } = stretches[index] ?? {};
  const subject = subjectAt(facts.subject.versions, at);
  const rule = revisionAt(requirement, at)?.rule;
  const zone = zoneOf(facts, subject);
  const appliesNow = applies && rule !== undefined;
  return {
    requirement,
    facts,
    rule,
    zone,
    since,
    applies,
    appliesUntil: stretches[index + 1]?.from ?? NEVER,
    stretches: appliesNow ? joined(coverage(rule, facts, since)) : [],
    triggers: appliesNow
      ? rule.refresh.flatMap((refresh) => triggerAfter(refresh, facts, zone, since) ?? [])
      : [],
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

/** The start of the latest time without a change of status. */
function sinceWhen(ground: Ground, now: Standing, moments: readonly string[], at: string): string {
  for (let n = moments.length - 1; n >= 0; n -= 1) {
    const moment = moments[n] as string;
    if (moment <= ground.since) break;
    if (moment <= at && standing(ground, justBefore(moment)).status !== now.status) return moment;
  }
  return ground.since;
}

/** The first later moment at which time alone makes a difference. */
function nextChange(
  ground: Ground,
  now: Standing,
  moments: readonly string[],
  at: string,
): string | undefined {
  const { appliesUntil } = ground;
  for (const moment of moments)
    if (moment > at && moment < appliesUntil && differs(standing(ground, moment), now)) return moment;

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
  return inOrder(moments.filter((moment) => moment < NEVER));
}
