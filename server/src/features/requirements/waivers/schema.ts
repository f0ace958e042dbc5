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
} from '../../../kernel/schema.ts';
import { from, reason, requirementIds, subjectId, subjectIds } from '../parameters.ts';
import { SubjectRef } from '../statuses/schema.ts';

export const Waiver = Shape('Waiver', {
  id: UuidId('Id of the waiver.'),
  requirementId: UuidId('The requirement that is lifted.'),
  subject: SubjectRef,
  from: Time('Its first moment.'),
  until: Type.Optional(Time('Its last moment; for ever unless there is one.')),
  reason: Type.String({ description: 'Why.' }),
  createdAtTime: Time('When it was made.'),
  createdById: Type.String({ description: 'Who made it.' }),
});
export type Waiver = Static<typeof Waiver>;

export const CreateWaiver = Body('CreateWaiver', {
  requirementId: UuidId('The requirement to lift.'),
  subjectId,
  from,
  until: Type.Optional(TimeInput('Its last moment; for ever unless given.')),
  reason,
});
export type CreateWaiver = Static<typeof CreateWaiver>;

export const WaiverReply = Data(Waiver);
export const WaiversPage = Page(Waiver, 'Waivers, oldest first.');
export const WaiversQuery = Type.Object({ subjectIds, requirementIds, after: After, limit: PageLimit });
export const WaiverId = Type.Object({ id: UuidId('Waiver to delete.') });
