import {
  After,
  Data,
  List,
  OneOf,
  PageLimit,
  Pagination,
  Shape,
  type Static,
  Time,
  TimeInput,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { SEVERITIES } from '../authoring/content.ts';
import { STATUSES } from '../rules/standing.ts';

export const SUBJECT_TYPES = ['driver', 'user', 'vehicle'] as const;

export const SubjectRef = Shape(
  'SubjectRef',
  {
    id: Type.String({ description: 'Id of the person or vehicle.' }),
    type: OneOf([...SUBJECT_TYPES], { title: 'SubjectType', description: 'What the subject is.' }),
  },
  'A person or vehicle.',
);

export const statusName = OneOf([...STATUSES], {
  title: 'RequirementStatusName',
  description:
    '`notNeeded`, `waived`, `missing` (nothing satisfies it yet), `current`, `expiring` (within the longest warning) or `expired` (was satisfied, is no longer).',
});

/** What a status says, wherever it stands. */
export const statusFacts = {
  status: statusName,
  isOverdue: Type.Boolean({
    description: 'True for `missing` past its due time and `expired` past its grace.',
  }),
  isInHand: Type.Boolean({ description: 'True when something that would satisfy it is under way.' }),
  since: Time('Since when it is so.'),
  until: Type.Optional(Time('The last moment at which it is satisfied or waived.')),
  dueAt: Type.Optional(Time('By when it is to be satisfied, for the first time or again.')),
  graceUntil: Type.Optional(Time('The last moment before it is overdue.')),
  nextChangeAt: Type.Optional(Time('When time alone will change any of this.')),
};

export const RequirementStatus = Shape('RequirementStatus', {
  id: UuidId('Id of the status: one a requirement and subject.'),
  requirementId: UuidId('The requirement.'),
  subject: SubjectRef,
  ...statusFacts,
  updatedAtTime: Time('When the status was last found to differ.'),
});
export type RequirementStatus = Static<typeof RequirementStatus>;

/** The entry of the ledger up to which a reply is. */
export const asOfSeq = Type.String({
  description: 'The entry of the ledger up to which the statuses are; a decimal number as text.',
});

const AskedStatus = Shape('AskedRequirementStatus', {
  id: Type.Optional(UuidId('Id of the kept status, where it is one.')),
  requirementId: UuidId('The requirement.'),
  subject: SubjectRef,
  ...statusFacts,
  updatedAtTime: Type.Optional(Time('When the kept status was last found to differ.')),
});
export type AskedStatus = Static<typeof AskedStatus>;

const AS_OF = 'The moment to ask for, past or future; now unless given.';
export const asOf = Type.Optional(TimeInput(AS_OF));

export const StatusesPage = Type.Object({
  data: Type.Array(AskedStatus, { description: 'Statuses, by subject and requirement.' }),
  pagination: Pagination,
  asOfSeq,
  counts: Type.Optional(
    Type.Record(Type.String(), Type.Integer(), {
      description:
        'With "Prefer: count": how many of all that the filters leave have each status, and are overdue.',
    }),
  ),
});

const subjectIds = Type.Optional(
  List(Type.String(), {
    maxItems: 100,
    description:
      'Only these people and vehicles, up to 100: 281474, driver-281474 or key:value. Their statuses are worked out at once and are never behind.',
  }),
);
const requirementIds = Type.Optional(
  List(Type.String(), { maxItems: 512, description: 'Only these requirements, up to 512.' }),
);
const tagIds = Type.Optional(
  List(Type.String(), { maxItems: 512, description: 'Only subjects in one of these tags or below it.' }),
);

export const StatusesQuery = Type.Object({
  subjectIds,
  tagIds,
  requirementIds,
  statuses: Type.Optional(
    List(OneOf([...STATUSES], { title: 'RequirementStatusName', description: 'A status.' }), {
      maxItems: 6,
      description: 'Only these statuses; all but `notNeeded` unless given.',
    }),
  ),
  isOverdue: Type.Optional(Type.Boolean({ description: 'Only what is overdue, or only what is not.' })),
  expiringWithinDays: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 3660,
      description: 'Only what ends within this many days from now.',
    }),
  ),
  asOf: Type.Optional(TimeInput(`${AS_OF} Only with subjectIds.`)),
  after: After,
  limit: PageLimit,
});

export const MatrixQuery = Type.Object({
  requirementIds,
  tagIds,
  after: After,
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 5000, default: 1000, description: 'Subjects a page, 1 to 5,000.' }),
  ),
});

export const StatusMatrix = Type.Object({
  data: Shape('RequirementMatrix', {
    requirements: Type.Array(
      Shape('MatrixRequirement', {
        id: UuidId('Id of the requirement.'),
        name: Type.String({ description: 'What people call it.' }),
        severity: OneOf([...SEVERITIES], {
          title: 'RequirementSeverity',
          description: 'What eligibility makes of it.',
        }),
      }),
      { description: 'The columns.' },
    ),
    subjects: Type.Array(
      Shape('MatrixSubject', {
        id: Type.String({ description: 'Id of the person or vehicle.' }),
        type: OneOf([...SUBJECT_TYPES], { title: 'SubjectType', description: 'What the subject is.' }),
        name: Type.String({ description: 'Name.' }),
        statuses: Type.String({
          description:
            'One character a column: `-` not needed, `w` waived, `m` missing, `c` current, `e` expiring, `x` expired; `M` and `X` are overdue.',
        }),
      }),
      { description: 'The rows: people and vehicles by id.' },
    ),
  }),
  pagination: Pagination,
  asOfSeq,
});

export const ExplainQuery = Type.Object({
  subjectId: Type.String({ description: 'The person or vehicle: 281474, driver-281474 or key:value.' }),
  requirementId: Type.String({ description: 'The requirement.' }),
  asOf,
});

const Because = Shape('StatusFact', {
  fact: OneOf(
    ['requirement', 'applies', 'waiver', 'evidence', 'covered', 'occurrences', 'hours', 'due', 'next'],
    { description: 'What kind of fact it is.' },
  ),
  text: Type.String({ description: 'The fact in words.' }),
  id: Type.Optional(Type.String({ description: 'Id of the requirement, waiver or piece of evidence.' })),
  revisionId: Type.Optional(Type.String({ description: 'The revision of the requirement.' })),
  citation: Type.Optional(Type.String({ description: 'Where the rule comes from.' })),
  resource: Type.Optional(
    Type.String({ description: 'What kind of object the evidence is, as the ledger calls it.' }),
  ),
  seq: Type.Optional(Type.String({ description: 'The entry of the ledger that has the evidence as it is.' })),
  applies: Type.Optional(Type.Boolean({ description: 'Whether the requirement applies.' })),
  leaves: Type.Optional(
    Type.Array(Type.String(), { description: 'The conditions that made it apply or not, in words.' }),
  ),
  from: Type.Optional(Time('Since when the fact holds.')),
  until: Type.Optional(Time('Until when it holds.')),
  warnsFrom: Type.Optional(Time('From when on it is expiring.')),
  ids: Type.Optional(Type.Array(Type.String(), { description: 'Ids of the occurrences.' })),
  at: Type.Optional(Time('When it happened or will be.')),
  dueAt: Type.Optional(Time('By when it is due.')),
  graceUntil: Type.Optional(Time('The last moment before it is overdue.')),
  minutes: Type.Optional(Type.Number({ description: 'Minutes of training that count.' })),
  missingMinutes: Type.Optional(Type.Number({ description: 'Minutes that are missing.' })),
  fallsOutAt: Type.Optional(Time('Until when the oldest of them count.')),
  status: Type.Optional(statusName),
  isOverdue: Type.Optional(Type.Boolean({ description: 'Whether it will be overdue.' })),
});

export const StatusExplanation = Data(
  Shape('StatusExplanation', {
    requirement: Shape(
      'ExplainedRequirement',
      {
        id: UuidId('Id of the requirement.'),
        name: Type.String({ description: 'What people call it.' }),
        citation: Type.Optional(Type.String({ description: 'Where the rule comes from.' })),
        severity: OneOf([...SEVERITIES], {
          title: 'RequirementSeverity',
          description: 'What eligibility makes of it.',
        }),
      },
      'The requirement, as it is called at that moment.',
    ),
    subject: SubjectRef,
    at: Time('The moment that is told of.'),
    asOfSeq,
    ...statusFacts,
    because: Type.Array(Because, {
      description: 'Every fact that it follows from, in the order of telling.',
    }),
  }),
);

export const StreamQuery = Type.Object({
  startTime: TimeInput('The beginning of the window, included.'),
  endTime: Type.Optional(TimeInput('The end of the window, not included.')),
  requirementIds,
  after: After,
});

export const StatusStream = Type.Object({
  data: Type.Array(RequirementStatus, { description: 'Statuses in the order of their last change.' }),
  pagination: Pagination,
});
