import type { MonthDay } from '../../../kernel/calendar.ts';

/** Who needs it: exactly one key a node. */
export type Selector =
  | { all: readonly Selector[] }
  | { any: readonly Selector[] }
  | { not: Selector }
  | { tag: string }
  | { type: 'driver' | 'user' | 'vehicle' }
  | { attribute: AttributeCondition }
  | { role: string }
  | { holds: { typeId: string } }
  | { startedWithinDays: number }
  | { startedAtLeastDaysAgo: number };

/** A value of an attribute for which everything that is given holds. */
export interface AttributeCondition {
  id: string;
  in?: readonly string[];
  atLeast?: number;
  atMost?: number;
  /** A day: the value is earlier. */
  before?: string;
  /** A day: the value is later. */
  after?: string;
}

/** What satisfies it: exactly one key a node. */
export type Satisfier =
  | { anyOf: readonly Satisfier[] }
  | { allOf: readonly Satisfier[] }
  | { course: CourseCondition }
  | { qualification: QualificationCondition }
  | { form: FormCondition }
  | { hours: HoursCondition };

export interface CourseCondition {
  id: string;
  minScorePercent?: number;
  /** `current` counts only completions of the course as it is now. */
  revision?: 'any' | 'current';
}

export interface QualificationCondition {
  typeId: string;
  /** Conditions on its fields, all of which hold. */
  fields?: readonly FieldCondition[];
}

/** A field by its label or id. A choice or text `is` or `contains` it; a number is at least or at most. */
export interface FieldCondition {
  field: string;
  is?: string;
  contains?: string;
  atLeast?: number;
  atMost?: number;
}

export interface FormCondition {
  templateId: string;
  /** True when handing it in is not enough. */
  approved?: boolean;
  minScorePercent?: number;
}

/** Hours of completed training within the months before. */
export interface HoursCondition {
  hours: number;
  withinMonths: number;
  courseIds?: readonly string[];
  categoryIds?: readonly string[];
}

/** How long evidence is good. */
export type Validity =
  | 'forever'
  | 'untilRecordExpires'
  | { days: number }
  | { months: number }
  | { calendar: CalendarValidity };

/** Anew by the same day every year, or every few; what was done up to `earlyDays` before counts for it. */
export interface CalendarValidity extends MonthDay {
  everyYears: number;
  /** A year in which it is due; any where it is due every year. */
  firstYear?: number;
  earlyDays: number;
}

/** When a subject who never had it has to have it. */
export interface FirstDue {
  days: number;
  /** `applicable`: from when the requirement applies; `start`: from the day that the subject started. */
  from: 'applicable' | 'start';
}

/** What brings the due time forward. */
export type Refresh =
  | { onCourseRevision: { dueDays: number } }
  | { onOccurrence: { type: string; count: number; withinDays: number; dueDays: number } };

export interface Renewal {
  /** How many days before the end evidence renews it. */
  earlyDays: number;
  /** Whether such evidence extends from the old end, and not from the day it was made. */
  keepAnniversary: boolean;
}

/** The rule itself: who × what × when. */
export interface Rule {
  appliesTo: Selector;
  satisfiedBy: Satisfier;
  validity: Validity;
  /** Nobody needs it until one of its occurrences comes. */
  onlyOnOccurrence: boolean;
  firstDue?: FirstDue;
  renewal?: Renewal;
  graceDays: number;
  /** Days before the end on which to warn; the longest says from when a status is expiring. */
  warnDays: readonly number[];
  refresh: readonly Refresh[];
}

/** A rule from a moment on, until the next revision. */
export interface RuleRevision {
  revisionId: string;
  /** When it was published. */
  at: string;
  rule: Rule;
}

/** A requirement as statuses see it. */
export interface Requirement {
  id: string;
  name: string;
  citation?: string;
  /** The published ones, in the order of time; never empty. */
  revisions: readonly RuleRevision[];
  /** From when on nobody needs it any more. */
  archivedAt?: string;
}
