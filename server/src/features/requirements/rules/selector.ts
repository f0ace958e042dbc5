import { dayAfterDays, startOfDay } from '../../../kernel/calendar.ts';
import type { Facts, Held, Subject, TagVersion } from './facts.ts';
import { endOfDayAfter, justAfter } from './moments.ts';
import type { AttributeCondition, Selector } from './rule.ts';

/** A leaf of a selector and what it says of a subject. */
export interface Leaf {
  holds: boolean;
  text: string;
}

/** Whether a selector holds, and the leaves that made it so. */
export interface Match {
  holds: boolean;
  leaves: readonly Leaf[];
}

/** What a selector says of a subject, who is there, at a moment. */
export function match(selector: Selector, facts: Facts, subject: Subject, at: string): Match {
  if ('all' in selector) {
    const parts = selector.all.map((each) => match(each, facts, subject, at));
    const failed = parts.find(({ holds }) => !holds);
    return failed ?? { holds: true, leaves: parts.flatMap(({ leaves }) => leaves) };
  }
  if ('any' in selector) {
    const parts = selector.any.map((each) => match(each, facts, subject, at));
    return (
      parts.find(({ holds }) => holds) ?? { holds: false, leaves: parts.flatMap(({ leaves }) => leaves) }
    );
  }
  if ('not' in selector) {
    const { holds, leaves } = match(selector.not, facts, subject, at);
    return { holds: !holds, leaves };
  }
  const holds = leafHolds(selector, facts, subject, at);
  return { holds, leaves: [{ holds, text: leafText(selector, holds, facts, subject) }] };
}

/** Whether a selector holds for a subject, who is there, at a moment: what `match` says, without its words. */
export function holdsAt(selector: Selector, facts: Facts, subject: Subject, at: string): boolean {
  if ('all' in selector) return selector.all.every((each) => holdsAt(each, facts, subject, at));
  if ('any' in selector) return selector.any.some((each) => holdsAt(each, facts, subject, at));
  if ('not' in selector) return !holdsAt(selector.not, facts, subject, at);
  return leafHolds(selector, facts, subject, at);
}

type LeafSelector = Exclude<Selector, { all: unknown } | { any: unknown } | { not: unknown }>;

function leafHolds(selector: LeafSelector, facts: Facts, subject: Subject, at: string): boolean {
  const { tags } = facts.organization;
  if ('tag' in selector) return subject.tagIds.some((id) => isWithin(tags, id, selector.tag, at));
  if ('type' in selector) return subject.type === selector.type;
  if ('role' in selector) return subject.roleIds.includes(selector.role);
  if ('attribute' in selector)
    return valuesOf(subject, selector.attribute.id).some((value) => meets(value, selector.attribute));
  if ('holds' in selector)
    return facts.subject.evidence.some((record) => isHeld(record, selector.holds.typeId, at));
  const start = startDayOf(facts, subject);
  return start !== undefined && hasStarted(selector, zoneOf(facts, subject), start, at);
}

function leafText(selector: LeafSelector, holds: boolean, facts: Facts, subject: Subject): string {
  const named = (id: string): string => `"${facts.organization.names.get(id) ?? id}"`;
  if ('tag' in selector) return `${holds ? 'in' : 'not in'} tag ${named(selector.tag)}`;
  if ('type' in selector) return `is a ${subject.type}`;
  if ('role' in selector) return `${holds ? 'holds' : 'does not hold'} the role ${named(selector.role)}`;
  if ('attribute' in selector) {
    const { id } = selector.attribute;
    return `${named(id)} is ${valuesOf(subject, id).join(', ') || 'not set'}`;
  }
  if ('holds' in selector) return `${holds ? 'holds' : 'does not hold'} ${named(selector.holds.typeId)}`;
  const start = startDayOf(facts, subject);
  return start ? `started ${start}` : 'has no start date';
}

type Started = Extract<Selector, { startedWithinDays: number } | { startedAtLeastDaysAgo: number }>;

const hasStarted = (selector: Started, zone: string, start: string, at: string): boolean =>
  'startedWithinDays' in selector
    ? startOfDay(zone, start) <= at && at <= lastOfStart(zone, start, selector.startedWithinDays)
    : startOfDay(zone, dayAfterDays(start, selector.startedAtLeastDaysAgo)) <= at;

const lastOfStart = (zone: string, start: string, days: number): string =>
  endOfDayAfter(zone, startOfDay(zone, start), days);

/** The moments at which time itself may change what a selector says of a subject. */
export function momentsOf(selector: Selector, facts: Facts, subject: Subject): string[] {
  if ('all' in selector) return selector.all.flatMap((each) => momentsOf(each, facts, subject));
  if ('any' in selector) return selector.any.flatMap((each) => momentsOf(each, facts, subject));
  if ('not' in selector) return momentsOf(selector.not, facts, subject);
  if ('holds' in selector)
    return facts.subject.evidence.flatMap((record) =>
      record.kind === 'qualification' && record.typeId === selector.holds.typeId
        ? [
            record.at,
            ...(record.expiresAt ? [justAfter(record.expiresAt)] : []),
            ...(record.endedAt ? [record.endedAt] : []),
          ]
        : [],
    );
  const start = startDayOf(facts, subject);
  if (!start) return [];
  const zone = zoneOf(facts, subject);
  if ('startedWithinDays' in selector)
    return [startOfDay(zone, start), justAfter(lastOfStart(zone, start, selector.startedWithinDays))];
  if ('startedAtLeastDaysAgo' in selector)
    return [startOfDay(zone, dayAfterDays(start, selector.startedAtLeastDaysAgo))];
  return [];
}

const isHeld = (record: Facts['subject']['evidence'][number], typeId: string, at: string): boolean =>
  record.kind === 'qualification' && record.typeId === typeId && isInForce(record, at);

const isInForce = (record: Held, at: string): boolean =>
  record.at <= at &&
  !(record.expiresAt && record.expiresAt < at) &&
  !(record.endedAt && record.endedAt <= at);

/** The zone in which a subject's days begin and end. */
export const zoneOf = (facts: Facts, subject: Subject | undefined): string =>
  subject?.timeZone ?? facts.organization.timeZone;

/** The day on which a subject started, where the organization says which attribute tells it. */
export function startDayOf({ organization }: Facts, subject: Subject): string | undefined {
  const id = organization.startDateAttributeId;
  return id === undefined ? undefined : valuesOf(subject, id)[0]?.slice(0, 10);
}

const valuesOf = (subject: Subject, attributeId: string): readonly string[] =>
  subject.attributes.find(({ id }) => id === attributeId)?.values ?? [];

function meets(value: string, { in: among, atLeast, atMost, before, after }: AttributeCondition): boolean {
  const number = Number(value);
  return (
    (!among || among.includes(value)) &&
    (atLeast === undefined || number >= atLeast) &&
    (atMost === undefined || number <= atMost) &&
    (before === undefined || value.slice(0, 10) < before) &&
    (after === undefined || value.slice(0, 10) > after)
  );
}

/** Whether a tag is another one, or below it, as they were at a moment. */
export function isWithin(
  tags: ReadonlyMap<string, readonly TagVersion[]>,
  id: string,
  ancestorId: string,
  at: string,
): boolean {
  for (let each: string | undefined = id; each !== undefined; each = parentAt(tags.get(each), at))
    if (each === ancestorId) return true;
  return false;
}

const parentAt = (versions: readonly TagVersion[] = [], at: string): string | undefined =>
  versions.findLast((version) => version.at <= at)?.parentId;
