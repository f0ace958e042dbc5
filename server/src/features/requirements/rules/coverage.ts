import { dayAfterMonths, dayOf, daysBetween, endOfDay } from '../../../kernel/calendar.ts';
import type { Completion, Evidence, Facts, Held, Occurrence, RecordField } from './facts.ts';
import { earlier, endOfDayAfter, inOrder, justAfter, justBefore, later, NEVER } from './moments.ts';
import type { CourseCondition, FieldCondition, HoursCondition, Refresh, Rule, Satisfier } from './rule.ts';
import { zoneOf } from './selector.ts';
import { type Point, terms } from './terms.ts';

/** A time in which something satisfies, from its first to its last moment. */
export interface Span {
  from: string;
  until: string;
  /** What satisfies. */
  by: readonly Evidence[];
  /** Why it ends before its term, if it does. */
  cut?: Cut;
}

/** What ends evidence before its term. */
export interface Cut {
  until: string;
  text: string;
}

/** What a rule is applied to: all that is known, the zone, and since when the requirement applies. */
interface Ground {
  facts: Facts;
  rule: Rule;
  zone: string;
  since: string;
}

/** When evidence satisfies a rule, in the order of time; spans may overlap. */
export function coverage(rule: Rule, facts: Facts, since: string): Span[] {
  const subject = facts.subject.versions.findLast((version) => version.subject)?.subject;
  return spansOf(rule.satisfiedBy, { facts, rule, zone: zoneOf(facts, subject), since });
}

function spansOf(node: Satisfier, ground: Ground): Span[] {
  if ('allOf' in node) return node.allOf.map((each) => spansOf(each, ground)).reduce(intersection);
  if ('hours' in node) return hoursSpans(node.hours, ground);
  if ('anyOf' in node) {
    // Evidence of any of them renews that of the others.
    const single = node.anyOf.filter(isSingle);
    const others = node.anyOf.filter((each) => !isSingle(each));
    return byTime([...pointSpans(single, ground), ...others.flatMap((each) => spansOf(each, ground))]);
  }
  return pointSpans([node], ground);
}

const isSingle = (node: Satisfier): boolean => 'course' in node || 'qualification' in node || 'form' in node;

/** Spans of evidence that has a moment: a course, a record, a form. */
function pointSpans(nodes: readonly Satisfier[], ground: Ground): Span[] {
  const { rule, facts, zone } = ground;
  const points: (Point & { evidence: Evidence; node: Satisfier })[] = [];
  for (const evidence of facts.subject.evidence)
    for (const node of nodes)
      if (satisfies(node, evidence)) {
        points.push({ evidence, at: evidence.at, ends: endOf(evidence), node });
        break;
      }
  if (points.length > 1)
    points.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.ends < b.ends ? -1 : 1));
  const untils = terms(points, rule.validity, rule.renewal, zone);
  const spans: Span[] = [];
  for (const [index, { evidence, at, node }] of points.entries()) {
    const until = untils[index] as string;
    const cut = firstCut(evidence, node, ground);
    if (cut !== undefined && cut.until < until) {
      if (cut.until >= at) spans.push({ from: at, until: cut.until, by: [evidence], cut });
    } else if (until >= at) spans.push({ from: at, until, by: [evidence] });
  }
  return spans;
}

/** The last moment of evidence whatever a requirement says. */
function endOf(evidence: Evidence): string {
  if (evidence.kind !== 'qualification') return NEVER;
  const ended = evidence.endedAt && justBefore(evidence.endedAt);
  return earlier(evidence.expiresAt ?? NEVER, ended ?? NEVER);
}

/** Whether one piece of evidence is what a node asks for. */
function satisfies(node: Satisfier, evidence: Evidence): boolean {
  if ('course' in node)
    return (
      evidence.kind === 'course' &&
      evidence.courseId === node.course.id &&
      reaches(evidence.scorePercent, node.course.minScorePercent)
    );
  if ('qualification' in node)
    return (
      evidence.kind === 'qualification' &&
      evidence.typeId === node.qualification.typeId &&
      (node.qualification.fields ?? []).every((condition) => fieldMeets(evidence, condition))
    );
  if ('form' in node)
    return (
      evidence.kind === 'form' &&
      evidence.templateId === node.form.templateId &&
      (!node.form.approved || evidence.isApproved) &&
      reaches(evidence.scorePercent, node.form.minScorePercent)
    );
  return false;
}

const reaches = (score: number | undefined, least: number | undefined): boolean =>
  least === undefined || (score !== undefined && score >= least);

function fieldMeets({ fields }: Held, { field, is, contains, atLeast, atMost }: FieldCondition): boolean {
  const found = fields.find(({ id, label }) => id === field || label.toLowerCase() === field.toLowerCase());
  if (!found) return false;
  const { value } = found;
  return (
    (is === undefined || textsOf(value).some((text) => isSame(text, is))) &&
    (contains === undefined || textsOf(value).some((text) => isSame(text, contains))) &&
    (atLeast === undefined || (typeof value === 'number' && value >= atLeast)) &&
    (atMost === undefined || (typeof value === 'number' && value <= atMost))
  );
}

const textsOf = (value: RecordField['value']): readonly string[] =>
  typeof value === 'object' ? value : [String(value)];
const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The first of what brings the end of evidence forward: a new revision of its course, or occurrences after it. */
function firstCut(evidence: Evidence, node: Satisfier, ground: Ground): Cut | undefined {
  const { rule, facts, zone, since } = ground;
  if (rule.refresh.length === 0 && !('course' in node && node.course.revision === 'current'))
    return undefined;
  const cuts: Cut[] = [];
  // Occurrences count once the requirement applies, and for what was done before them.
  const dueDays = rule.refresh.flatMap((each) =>
    'onCourseRevision' in each ? each.onCourseRevision.dueDays : [],
  )[0];
  if (evidence.kind === 'course' && 'course' in node)
    cuts.push(...revisionCut(evidence, node.course, dueDays, facts, zone));
  for (const refresh of rule.refresh) {
    const trigger = triggerAfter(refresh, facts, zone, later(evidence.at, since));
    if (trigger) cuts.push({ until: trigger.dueAt, text: trigger.text });
  }
  return cuts.sort((a, b) => (a.until < b.until ? -1 : 1))[0];
}

function revisionCut(
  evidence: Completion,
  { revision = 'any' }: CourseCondition,
  dueDays: number | undefined,
  { organization }: Facts,
  zone: string,
): Cut[] {
  const course = organization.courses.get(evidence.courseId);
  const own = course?.revisions.findIndex(({ id }) => id === evidence.revisionId) ?? -1;
  const next = own < 0 ? undefined : course?.revisions[own + 1];
  if (!next) return [];
  const text = `"${course?.title}" has a new revision since ${dayOf(zone, next.at)}`;
  if (dueDays !== undefined)
    return [
      { until: endOfDayAfter(zone, next.at, dueDays), text: `${text}, to be done within ${dueDays} days` },
    ];
  return revision === 'current' ? [{ until: justBefore(next.at), text }] : [];
}

/** Occurrences that call for evidence anew, and until when. */
export interface Trigger {
  at: string;
  dueAt: string;
  occurrences: readonly Occurrence[];
  text: string;
}

/** The first time after a moment that as many occurrences came as a refresh asks for. */
export function triggerAfter(
  refresh: Refresh,
  { subject }: Facts,
  zone: string,
  moment: string,
): Trigger | undefined {
  if (!('onOccurrence' in refresh)) return undefined;
  const { type, count, withinDays, dueDays } = refresh.onOccurrence;
  const after = subject.occurrences.filter((each) => each.type === type && each.at >= moment);
  for (let last = count - 1; last < after.length; last += 1) {
    const occurrences = after.slice(last - count + 1, last + 1);
    const [first, trigger] = [occurrences[0] as Occurrence, occurrences.at(-1) as Occurrence];
    if (daysBetween(dayOf(zone, first.at), dayOf(zone, trigger.at)) > withinDays) continue;
    const what = count === 1 ? `a ${type}` : `${count} × ${type} within ${withinDays} days`;
    const text = `${what} on ${dayOf(zone, trigger.at)}, to be done within ${dueDays} days`;
    return { at: trigger.at, dueAt: endOfDayAfter(zone, trigger.at, dueDays), occurrences, text };
  }
  return undefined;
}

/** What of a subject's completions counts as hours, and until when each does. */
export function countedHours(
  { withinMonths, courseIds, categoryIds }: HoursCondition,
  { subject, organization }: Facts,
  zone: string,
): { completion: Completion; until: string }[] {
  const counts = ({ courseId }: Completion): boolean =>
    (!courseIds && !categoryIds) ||
    courseIds?.includes(courseId) === true ||
    categoryIds?.includes(organization.courses.get(courseId)?.categoryId ?? '') === true;
  return subject.evidence.flatMap((evidence) =>
    evidence.kind === 'course' && counts(evidence)
      ? [
          {
            completion: evidence,
            until: endOfDay(zone, dayAfterMonths(dayOf(zone, evidence.at), withinMonths)),
          },
        ]
      : [],
  );
}

/** The spans in which the completions of the months before are hours enough. */
function hoursSpans(condition: HoursCondition, { facts, zone }: Ground): Span[] {
  const counted = countedHours(condition, facts, zone);
  const moments = inOrder(counted.flatMap(({ completion, until }) => [completion.at, justAfter(until)]));
  return moments.flatMap((from, index) => {
    const now = counted.filter(({ completion, until }) => completion.at <= from && from <= until);
    const minutes = now.reduce((sum, { completion }) => sum + completion.minutes, 0);
    if (minutes < condition.hours * 60) return [];
    const next = moments[index + 1] as string;
    const until = justBefore(next);
    return [{ from, until, by: now.map(({ completion }) => completion) }];
  });
}

const byTime = (spans: Span[]): Span[] =>
  spans.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

function intersection(some: readonly Span[], others: readonly Span[]): Span[] {
  const both = some.flatMap((one) =>
    others.flatMap((other) => {
      const from = one.from > other.from ? one.from : other.from;
      const first = one.until <= other.until ? one : other;
      if (from > first.until) return [];
      return [
        {
          from,
          until: first.until,
          by: [...new Set([...one.by, ...other.by])],
          ...(first.cut ? { cut: first.cut } : {}),
        },
      ];
    }),
  );
  return byTime(both);
}
