import { Shape, type Static, Type } from '../../../../kernel/schema.ts';
import { ApiId, Nullable } from '../../../../surfaces/weekly10.ts';

const time = (description: string) =>
  Type.String({ format: 'date-time', description: `${description} ISO 8601, UTC.` });

/** Source: the public article on the Training Record API. */
export const TrainingRecord = Shape('TrainingRecord', {
  api_id: Type.String({ description: 'Id of the record, unique in the organization.' }),
  person_api_id: Type.String({ description: 'Whose training it is.' }),
  package_api_id: Type.String({ description: 'What is trained.' }),
  package_desc: Type.String({ description: 'The package’s description, for ease of access.' }),
  date_assigned: time('When the record was made.'),
  date_started: Nullable(time('When the training began; null before.')),
  date_completed: Nullable(time('When it was completed; null before.')),
});
export type TrainingRecord = Static<typeof TrainingRecord>;

const date = (description: string) =>
  Type.Optional(
    Nullable(
      Type.String({
        description: `${description} ISO 8601 with any offset.`,
        examples: ['2026-11-21T09:00:00Z'],
      }),
    ),
  );
const person = Type.String({
  minLength: 1,
  maxLength: 511,
  description: 'Who trains: an api_id, a directory id such as driver-281474, or an external id key:value.',
});
const packageId = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'The api_id of an active package.',
});
const dates = {
  date_started: date('When the training began.'),
  date_completed: date('When it was completed; without a start it began then too.'),
};

export const WriteRecord = Shape('WriteTrainingRecord', {
  api_id: Type.Optional(ApiId),
  person_api_id: person,
  package_api_id: packageId,
  ...dates,
});
export const PatchRecord = Shape('PatchTrainingRecord', {
  api_id: Type.Optional(ApiId),
  person_api_id: Type.Optional(person),
  package_api_id: Type.Optional(packageId),
  ...dates,
});
export type RecordFields = Static<typeof PatchRecord>;
