import {
  After,
  Body,
  Data,
  Page,
  PageLimit,
  Shape,
  type Static,
  Time,
  TimeInput,
  Type,
  UuidId,
} from '../../../../kernel/schema.ts';
import { from, reason, requirementIds, subjectId, subjectIds } from '../../parameters.ts';
import { SubjectRef } from '../../statuses/schema.ts';

export const EligibilityOverride = Shape('EligibilityOverride', {
  id: UuidId('Id of the override.'),
  subject: SubjectRef,
  requirementId: Type.Optional(UuidId('The requirement that it overrides; all of them unless there is one.')),
  from: Time('Its first moment.'),
  until: Time('Its last moment.'),
  reason: Type.String({ description: 'Why.' }),
  createdAtTime: Time('When it was made.'),
  createdById: Type.String({ description: 'Who made it and answers for it.' }),
});
export type EligibilityOverride = Static<typeof EligibilityOverride>;

export const CreateEligibilityOverride = Body('CreateEligibilityOverride', {
  subjectId,
  requirementId: Type.Optional(UuidId('The requirement to override; all of them unless given.')),
  from,
  until: TimeInput('Its last moment, at most 366 days after the first.'),
  reason,
});
export type CreateEligibilityOverride = Static<typeof CreateEligibilityOverride>;

export const EligibilityOverrideReply = Data(EligibilityOverride);
export const EligibilityOverridesPage = Page(EligibilityOverride, 'Overrides, oldest first.');
export const EligibilityOverridesQuery = Type.Object({
  subjectIds,
  requirementIds,
  after: After,
  limit: PageLimit,
});
export const EligibilityOverrideId = Type.Object({ id: UuidId('Override to end.') });
