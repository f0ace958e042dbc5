import {
  After,
  Body,
  CheckedLater,
  Data,
  List,
  Page,
  PageLimit,
  Shape,
  type Static,
  Time,
  TimeInput,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { subjectId, subjectIds } from '../parameters.ts';
import { SubjectRef } from '../statuses/schema.ts';

/** What an integration tells of an occurrence beside its type: names with plain values. */
export type Details = Record<string, string | number | boolean>;

const details = (description: string) =>
  Type.Unsafe<Details>({
    type: 'object',
    additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
    description,
  });

export const Occurrence = Shape('Occurrence', {
  id: UuidId('Id of the occurrence.'),
  subject: SubjectRef,
  type: Type.String({ description: 'What happened, as requirements name it.' }),
  at: Time('When it happened.'),
  externalId: Type.Optional(Type.String({ description: 'What whoever told of it calls it.' })),
  details: details('What else is known of it.'),
  createdAtTime: Time('When it was told.'),
  createdById: Type.String({ description: 'Who told of it.' }),
});
export type Occurrence = Static<typeof Occurrence>;

export const CreateOccurrence = Body('CreateOccurrence', {
  subjectId,
  type: Type.String({
    minLength: 1,
    maxLength: 60,
    pattern: '\\S',
    description:
      'What happened, as requirements name it: `collision`. Compared letter by letter, so that lower case is best; spaces around it are left out.',
  }),
  at: TimeInput('When it happened, not in the future.'),
  externalId: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 255,
      description: 'What you call it: of one type and external id there is one occurrence.',
    }),
  ),
  details: Type.Optional(
    CheckedLater(
      details(
        'What else is known of it: up to 20 names of 1 to 60 characters, each with a text of up to 1,000 characters, a number, true or false.',
      ),
    ),
  ),
});
export type CreateOccurrence = Static<typeof CreateOccurrence>;

export const OccurrenceReply = Data(Occurrence);
export const OccurrencesPage = Page(Occurrence, 'Occurrences, the latest to happen first.');
export const OccurrencesQuery = Type.Object({
  subjectIds,
  types: Type.Optional(
    List(Type.String(), { maxItems: 100, description: 'Only occurrences of these types, up to 100.' }),
  ),
  startTime: Type.Optional(TimeInput('Only what happened then or later.')),
  endTime: Type.Optional(TimeInput('Only what happened before then.')),
  after: After,
  limit: PageLimit,
});
