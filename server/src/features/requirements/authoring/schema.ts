import {
  After,
  Body,
  CheckedLater,
  Data,
  List,
  OneOf,
  Page,
  PageLimit,
  Shape,
  type Static,
  Time,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import type { FirstDue, Refresh, Renewal, Satisfier, Selector, Validity } from '../rules/rule.ts';
import { SEVERITIES, type Severity } from './content.ts';

const tree = <T>(description: string) =>
  Type.Unsafe<T>({ type: 'object', additionalProperties: true, description });

const name = Type.String({ description: 'What people call it.' });
const citation = Type.String({
  description: 'Where the rule comes from, such as "29 CFR 1910.178(l)(4)(iii)".',
});
const severity = OneOf([...SEVERITIES], {
  description: 'What eligibility makes of it when it is not met: `block` keeps from work, `warn` does not.',
});
const appliesTo = tree<Selector>(
  'Who needs it: a tree of `all`, `any`, `not` over `tag` (those below included), `type` (driver, user, vehicle), `attribute` ({id, in, atLeast, atMost, before, after}), `role`, `holds` ({typeId}), `startedWithinDays` and `startedAtLeastDaysAgo`; one key a node.',
);
const satisfiedBy = tree<Satisfier>(
  'What satisfies it: a tree of `anyOf` and `allOf` over `course` ({id, minScorePercent, revision}), `qualification` ({typeId, fields}), `form` ({templateId, approved, minScorePercent}) and `hours` ({hours, withinMonths, courseIds, categoryIds}); one key a node.',
);
const validity = Type.Unsafe<Validity>({
  description:
    'How long evidence is good: "forever", "untilRecordExpires", {days}, {months}, or {calendar: {month, day, everyYears, firstYear, earlyDays}} for the same deadline every year or every few.',
});
const onlyOnOccurrence = Type.Boolean({
  description: 'True when nobody needs it until one of the occurrences in `refresh` comes.',
});
const firstDue = Type.Unsafe<FirstDue>({
  type: 'object',
  additionalProperties: true,
  description:
    'By when somebody who never had it needs it: {days, from}, where `from` is `applicable` (since when it applies) or `start` (the start date that the organization names).',
});
const renewal = Type.Unsafe<Renewal>({
  type: 'object',
  additionalProperties: true,
  description:
    'How early evidence renews it: {earlyDays, keepAnniversary}; with keepAnniversary it extends from the old end.',
});
const graceDays = Type.Integer({ description: 'Days after the end until it is overdue.' });
const warnDays = Type.Array(Type.Integer(), {
  description: 'Days before the end on which to warn; the longest says from when a status is expiring.',
});
const refresh = Type.Array(Type.Unsafe<Refresh>({ type: 'object', additionalProperties: true }), {
  description:
    'What brings the due time forward: {onCourseRevision: {dueDays}} or {onOccurrence: {type, count, withinDays, dueDays}}.',
});
const assign = Shape(
  'RequirementAssign',
  {
    courseId: UuidId('The course that is assigned.'),
    daysBefore: Type.Integer({ description: 'How many days before the due time.' }),
  },
  'The assignment that it makes by itself, once a cycle.',
);

const facts = {
  name,
  citation: Type.Optional(citation),
  severity,
  appliesTo,
  satisfiedBy,
  validity,
  onlyOnOccurrence,
  firstDue: Type.Optional(firstDue),
  renewal: Type.Optional(renewal),
  graceDays,
  warnDays,
  refresh,
  assign: Type.Optional(assign),
};

export const STATES = ['draft', 'published', 'archived'] as const;
export type State = (typeof STATES)[number];

export const Requirement = Shape('Requirement', {
  id: UuidId('Id of the requirement.'),
  state: OneOf([...STATES], {
    description:
      '`draft` until it is published for the first time; `archived` once nobody needs it any more.',
  }),
  revisionId: Type.Optional(UuidId('The published revision in force.')),
  publishedAtTime: Type.Optional(Time('When that one was published.')),
  hasUnpublishedChanges: Type.Boolean({
    description: 'True when what is written here differs from the revision in force, or none is.',
  }),
  ...facts,
  archivedAtTime: Type.Optional(Time('Since when nobody needs it any more.')),
  createdAtTime: Time('When it was made.'),
  createdById: Type.String({ description: 'Who made it.' }),
  updatedAtTime: Time('When it was last changed.'),
  updatedById: Type.String({ description: 'Who changed it last.' }),
});
export type Requirement = Static<typeof Requirement>;

/** A part of a requirement in a body: read-content.ts has the last word on it, and names the leaf that is wrong. */
const later = <T extends Parameters<typeof CheckedLater>[0]>(schema: T) =>
  Type.Optional(CheckedLater(schema));
const cleared = <T>(schema: object) =>
  later(Type.Unsafe<T | null>({ anyOf: [schema, { type: 'null' }], ...described(schema) }));
const described = (schema: object) => ('description' in schema ? { description: schema.description } : {});

const input = {
  citation: cleared<string>(citation),
  severity: later(Type.Unsafe<Severity>({ ...severity, default: 'block' })),
  validity: later(validity),
  onlyOnOccurrence: later(onlyOnOccurrence),
  firstDue: cleared<FirstDue>(firstDue),
  renewal: cleared<Renewal>(renewal),
  graceDays: later(graceDays),
  warnDays: later(warnDays),
  refresh: later(refresh),
  assign: cleared<{ courseId: string; daysBefore?: number }>({
    type: 'object',
    properties: { courseId: assign.properties.courseId, daysBefore: assign.properties.daysBefore },
    required: ['courseId'],
    description: 'The assignment that it makes by itself, once a cycle.',
  }),
};

export const CreateRequirement = Body('CreateRequirement', {
  name: CheckedLater(name),
  appliesTo: CheckedLater(appliesTo),
  satisfiedBy: CheckedLater(satisfiedBy),
  ...input,
});
export type CreateRequirement = Static<typeof CreateRequirement>;

export const UpdateRequirement = Body('UpdateRequirement', {
  id: UuidId('Requirement to change.'),
  name: later(name),
  appliesTo: later(appliesTo),
  satisfiedBy: later(satisfiedBy),
  ...input,
});
export type UpdateRequirement = Static<typeof UpdateRequirement>;

export const RequirementId = Body('RequirementId', { id: UuidId('The requirement.') });

export const RequirementReply = Data(Requirement);
export const RequirementsPage = Page(Requirement, 'Requirements, oldest first.');
export const RequirementsQuery = Type.Object({
  ids: Type.Optional(
    List(Type.String(), { maxItems: 512, description: 'Only these requirements, up to 512.' }),
  ),
  states: Type.Optional(
    List(OneOf([...STATES], { description: 'A state.' }), {
      maxItems: 3,
      description: 'Only requirements in these states; all but archived ones unless given.',
    }),
  ),
  after: After,
  limit: PageLimit,
});

export const requirementFacts = facts;
