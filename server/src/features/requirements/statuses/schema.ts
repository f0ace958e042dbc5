import { OneOf, Shape, type Static, Time, Type, UuidId } from '../../../kernel/schema.ts';
import { STATUSES } from '../rules/standing.ts';

export const SUBJECT_TYPES = ['driver', 'user', 'vehicle'] as const;

export const SubjectRef = Shape(
  'SubjectRef',
  {
    id: Type.String({ description: 'Id of the person or vehicle.' }),
    type: OneOf([...SUBJECT_TYPES], { description: 'What the subject is.' }),
  },
  'A person or vehicle.',
);

export const statusName = OneOf([...STATUSES], {
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
