import { dayOf } from '../../../kernel/calendar.ts';
import { appliesAt, revisionAt } from './applies.ts';
import { countedHours } from './coverage.ts';
import type { Evidence, Facts } from './facts.ts';
import { NEVER } from './moments.ts';
import type { HoursCondition, Satisfier, Validity } from './rule.ts';
import type { Ground, Standing } from './standing.ts';

/** One fact that a status follows from, with what it says in words. */
export type Because =
  | { fact: 'requirement'; text: string; id: string; revisionId: string; citation?: string }
  | { fact: 'applies'; text: string; applies: boolean; from: string; leaves: string[] }
  | { fact: 'waiver'; text: string; id: string; from: string; until?: string }
  | ({ fact: 'evidence'; text: string; from: string } & Pick<Evidence, 'resource' | 'id'>)
  | { fact: 'covered'; text: string; from: string; until?: string; warnsFrom?: string }
  | { fact: 'occurrences'; text: string; ids: string[]; at: string; dueAt: string }
  | { fact: 'hours'; text: string; minutes: number; missingMinutes: number; fallsOutAt?: string }
  | { fact: 'due'; text: string; dueAt: string; graceUntil: string }
  | { fact: 'next'; text: string; at: string; status: Standing['status']; isOverdue: boolean };

interface Next {
  at: string;
  standing: Standing;
}

/** The facts behind a status, in the order in which one would tell them. */
export function becauseOf(ground: Ground, now: Standing, next: Next | undefined, at: string): Because[] {
  const { requirement, facts, rule, zone, since, applies } = ground;
  const day = (moment: string): string => dayOf(zone, moment);
  const told: Because[] = [];
  const revision = revisionAt(requirement, at);
  if (revision) {
    const { id, name, citation } = requirement;
    told.push({
      fact: 'requirement',
      text: `${name}${citation ? ` (${citation})` : ''}, as published ${day(revision.at)}`,
      id,
      revisionId: revision.revisionId,
      ...(citation ? { citation } : {}),
    });
  }
  const leaves = appliesAt(requirement, facts, at).leaves.map(({ text }) => text);
  told.push({
    fact: 'applies',
    text: `${applies ? 'applies' : 'does not apply'} since ${day(since)}: ${leaves.join(', ') || 'to everybody'}`,
    applies,
    from: since,
    leaves,
  });
  if (!applies || !rule) return [...told, ...nextFact(next, day)];
  const { waiver, span, trigger, dueAt, graceUntil, warnsFrom } = now;
  if (waiver) {
    const { id, from, until, reason } = waiver;
    const text = `waived ${until ? `until ${day(until)}` : 'for good'}: ${reason}`;
    told.push({ fact: 'waiver', text, id, from, ...(until ? { until } : {}) });
  }
  for (const evidence of span?.by ?? []) {
    const { resource, id } = evidence;
    told.push({ fact: 'evidence', text: toldOf(evidence, facts, zone), resource, id, from: evidence.at });
  }
  if (span) {
    const stretch = ground.stretches.find(({ spans }) => spans.includes(span));
    const from = stretch?.from ?? span.from;
    told.push({
      fact: 'covered',
      text: arithmetic(span.cut?.text, span.until, rule.validity, day),
      from,
      ...(span.until === NEVER ? {} : { until: span.until }),
      ...(warnsFrom ? { warnsFrom } : {}),
    });
  }
  for (const hours of hoursOf(rule.satisfiedBy)) told.push(hoursFact(hours, facts, zone, at));
  if (rule.onlyOnOccurrence && ground.triggers.every((each) => each.at > at))
    told.push({
      fact: 'occurrences',
      text: 'needed only after occurrences, which have not come',
      ids: [],
      at: NEVER,
      dueAt: NEVER,
    });
  if (trigger)
    told.push({
      fact: 'occurrences',
      text: trigger.text,
      ids: trigger.occurrences.map(({ id }) => id),
      at: trigger.at,
      dueAt: trigger.dueAt,
    });
  if (dueAt && graceUntil && !waiver) {
    const grace = graceUntil === dueAt ? '' : `, with grace until ${day(graceUntil)}`;
    told.push({ fact: 'due', text: `due ${day(dueAt)}${grace}`, dueAt, graceUntil });
  }
  return [...told, ...nextFact(next, day)];
}

const nextFact = (next: Next | undefined, day: (moment: string) => string): Because[] => {
  if (!next) return [];
  const { status, isOverdue } = next.standing;
  const text = `${status}${isOverdue ? ' and overdue' : ''} from ${day(next.at)} unless something changes`;
  return [{ fact: 'next', text, at: next.at, status, isOverdue }];
};

function arithmetic(
  cut: string | undefined,
  until: string,
  validity: Validity,
  day: (moment: string) => string,
): string {
  if (until === NEVER) return 'valid for good';
  if (cut) return `${cut}, until ${day(until)}`;
  const term =
    typeof validity === 'string'
      ? ''
      : 'months' in validity
        ? `valid ${validity.months} months, `
        : 'days' in validity
          ? `valid ${validity.days} days, `
          : 'good for the next deadline, ';
  return `${term}until ${day(until)}`;
}

/** A piece of evidence in words, with what it says of itself. */
function toldOf(evidence: Evidence, { organization }: Facts, zone: string): string {
  const on = dayOf(zone, evidence.at);
  const name = (id: string): string => organization.names.get(id) ?? id;
  const score =
    'scorePercent' in evidence && evidence.scorePercent !== undefined ? `, ${evidence.scorePercent} %` : '';
  if (evidence.kind === 'course')
    return `"${organization.courses.get(evidence.courseId)?.title ?? evidence.courseId}" completed ${on}${score}`;
  if (evidence.kind === 'form')
    return `"${name(evidence.templateId)}" handed in ${on}${evidence.isApproved ? ', approved' : ''}${score}`;
  const fields = evidence.fields
    .map(({ label, value }) => `${label}: ${[value].flat().join(', ')}`)
    .join('; ');
  const expires = evidence.expiresAt ? `, expires ${dayOf(zone, evidence.expiresAt)}` : '';
  return `"${name(evidence.typeId)}" issued ${on}${expires}${fields ? ` (${fields})` : ''}`;
}

function hoursOf(node: Satisfier): HoursCondition[] {
  if ('anyOf' in node) return node.anyOf.flatMap(hoursOf);
  if ('allOf' in node) return node.allOf.flatMap(hoursOf);
  return 'hours' in node ? [node.hours] : [];
}

function hoursFact(condition: HoursCondition, facts: Facts, zone: string, at: string): Because {
  const counted = countedHours(condition, facts, zone).filter(
    ({ completion, until }) => completion.at <= at && at <= until,
  );
  const minutes = counted.reduce((sum, { completion }) => sum + completion.minutes, 0);
  const missingMinutes = Math.max(0, condition.hours * 60 - minutes);
  const fallsOutAt = counted.map(({ until }) => until).sort()[0];
  const done = `${hours(minutes)} of ${condition.hours} hours within ${condition.withinMonths} months`;
  const lacks = missingMinutes > 0 ? `, ${hours(missingMinutes)} missing` : '';
  const falls = fallsOutAt ? `; the oldest count until ${dayOf(zone, fallsOutAt)}` : '';
  return {
    fact: 'hours',
    text: `${done}${lacks}${falls}`,
    minutes,
    missingMinutes,
    ...(fallsOutAt ? { fallsOutAt } : {}),
  };
}

const hours = (minutes: number): string => String(Math.round(minutes / 6) / 10);
