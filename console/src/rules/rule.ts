import type { crew } from '../api.ts';

/** A node of either tree of a rule: exactly one key, which says what it is. */
export type Node = Record<string, unknown>;

/** A figure as it was typed: what is none yet stays as text, for the server to name. */
export type Figure = number | string | undefined;

export interface Course {
  id: string;
  minScorePercent?: Figure;
  revision?: 'any' | 'current';
}
export interface FieldCondition {
  field: string;
  is?: string;
  contains?: string;
  atLeast?: Figure;
  atMost?: Figure;
}
export interface Qualification {
  typeId: string;
  fields?: FieldCondition[];
}
export interface Form {
  templateId: string;
  approved?: boolean;
  minScorePercent?: Figure;
}
export interface Hours {
  hours?: Figure;
  withinMonths?: Figure;
  courseIds?: string[];
  categoryIds?: string[];
}
export interface Attribute {
  id: string;
  in?: string[];
  atLeast?: Figure;
  atMost?: Figure;
  before?: string;
  after?: string;
}
export interface Calendar {
  month: number;
  day?: Figure;
  everyYears?: Figure;
  firstYear?: Figure;
  earlyDays?: Figure;
}
export type Validity =
  | 'forever'
  | 'untilRecordExpires'
  | { days: Figure }
  | { months: Figure }
  | { calendar: Calendar };
export type Refresh =
  | { onCourseRevision: { dueDays?: Figure } }
  | { onOccurrence: { type: string; count?: Figure; withinDays?: Figure; dueDays?: Figure } };

/** All that is written of a requirement, as the form has it. */
export interface Content {
  name: string;
  citation: string;
  severity: 'block' | 'warn';
  appliesTo: Node;
  satisfiedBy: Node;
  validity: Validity;
  onlyOnOccurrence: boolean;
  firstDue?: { days?: Figure; from: 'applicable' | 'start' } | undefined;
  renewal?: { earlyDays?: Figure; keepAnniversary: boolean } | undefined;
  graceDays: Figure;
  warnDays: Figure[];
  refresh: Refresh[];
  assign?: { courseId: string; daysBefore?: Figure } | undefined;
}

export type Requirement = Awaited<ReturnType<typeof crew.requirements.publish>>;
/** What the server takes: the form may hold what it has yet to check. */
export type Body = Parameters<typeof crew.requirements.create>[0];

/** What a new requirement begins with. */
export const fresh = (): Content => ({
  name: '',
  citation: '',
  severity: 'block',
  appliesTo: { all: [{ type: 'driver' }] },
  satisfiedBy: { anyOf: [{ course: { id: '' } }] },
  validity: 'forever',
  onlyOnOccurrence: false,
  graceDays: 0,
  warnDays: [30],
  refresh: [],
});

/** A tree as the form has it: a group at the top, no `not` of a `not`, and one bound for each condition on a field. */
const opened = (node: Node, every: string): Node =>
  every in node ? plain(node) : grouped(plain(node), every);
const grouped = (node: Node, every: string): Node =>
  'any' in node || 'anyOf' in node ? node : { [every]: [node] };

function plain(node: Node): Node {
  const [key, value] = only(node);
  if (Array.isArray(value)) return { [key]: value.map(plain) };
  if (key === 'not') {
    const inner = plain(value as Node);
    return 'not' in inner ? (inner.not as Node) : { not: inner };
  }
  if (key !== 'qualification') return node;
  const { typeId, fields } = value as Qualification;
  return { qualification: { typeId, ...(fields ? { fields: fields.flatMap(bounds) } : {}) } };
}

const bounds = ({ field, ...holds }: FieldCondition): FieldCondition[] =>
  Object.entries(holds).map(([what, value]) => ({ field, [what]: value }));

/** The one key of a node, and what it has. */
export const only = (node: Node): [key: string, value: unknown] =>
  Object.entries(node)[0] as [string, unknown];

/** What the form shows of a requirement. */
export const contentOf = (of: Requirement): Content => ({
  name: of.name,
  citation: of.citation ?? '',
  severity: of.severity,
  appliesTo: opened(of.appliesTo, 'all'),
  satisfiedBy: opened(of.satisfiedBy, 'anyOf'),
  validity: of.validity as Validity,
  onlyOnOccurrence: of.onlyOnOccurrence,
  firstDue: of.firstDue as Content['firstDue'],
  renewal: of.renewal as Content['renewal'],
  graceDays: of.graceDays,
  warnDays: of.warnDays,
  refresh: of.refresh as unknown as Refresh[],
  assign: of.assign,
});

/** A group of one at the top is that one, as people write it by hand. */
const closed = (node: Node): Node => {
  const [, value] = only(node);
  return Array.isArray(value) && value.length === 1 ? (value[0] as Node) : node;
};

/** What is sent of what the form shows: all of it, so that what was taken away is gone. */
export const bodyOf = (content: Content): Body =>
  ({
    ...content,
    citation: content.citation.trim() || null,
    appliesTo: closed(content.appliesTo),
    satisfiedBy: closed(content.satisfiedBy),
    onlyOnOccurrence: content.onlyOnOccurrence && content.refresh.some((each) => 'onOccurrence' in each),
    firstDue: content.firstDue ?? null,
    renewal: content.renewal ?? null,
    graceDays: content.graceDays ?? 0,
    assign: content.assign?.courseId ? content.assign : null,
  }) as Body;

/** The server's errors by the place in the form, which has a group where a single condition was sent. */
export function placed(fields: Record<string, string>, content: Content): Record<string, string> {
  const moved = (['appliesTo', 'satisfiedBy'] as const).flatMap((root) => {
    const [key, value] = only(content[root]);
    return Array.isArray(value) && value.length === 1 ? [{ root, at: `${root}.${key}[0]` }] : [];
  });
  return Object.fromEntries(
    Object.entries(fields).map(([path, problem]) => {
      const move = moved.find(({ root }) => path.startsWith(root));
      return [move ? move.at + path.slice(move.root.length) : path, problem];
    }),
  );
}
