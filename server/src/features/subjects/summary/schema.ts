import { Data, OneOf, Shape, Time, Type } from '../../../kernel/schema.ts';
import { ExternalIds } from '../../directory/index.ts';
import { QualificationRecord } from '../../qualifications/index.ts';
import { SubjectStanding } from '../../requirements/index.ts';
import { TrainingAssignment } from '../../training/index.ts';
import { SubjectType, subjectHead } from '../list/schema.ts';

export const MOST_ASSIGNMENTS = 100;
export const MOST_RECORDS = 200;

export const SubjectQuery = Type.Object({
  id: Type.String({
    description:
      'The person, a deleted one too, or vehicle: 281474, driver-281474, vehicle-281474 or key:value.',
  }),
});

const text = (description: string) => Type.Optional(Type.String({ description }));

export const SubjectSummary = Data(
  Shape('SubjectSummary', {
    ...subjectHead,
    status: OneOf(['active', 'deactivated', 'deleted'], {
      description: 'Whether the person is active, or was deleted; vehicles are active.',
    }),
    timeZone: Type.String({ description: "The zone of its days: a driver's own, else the organization's." }),
    username: text('Name that a driver signs in with; for whoever may read drivers or users.'),
    email: text('Email address; for whoever may read drivers or users.'),
    vin: text('Vehicle identification number.'),
    externalIds: ExternalIds,
    staticPartner: Type.Optional(
      Shape(
        'SubjectPartner',
        {
          id: Type.String({ description: 'Id of the vehicle or driver.' }),
          type: SubjectType,
          name: Type.String({ description: 'Name.' }),
        },
        'The vehicle that is always this driver’s, or the driver whose vehicle this always is.',
      ),
    ),
    ...SubjectStanding,
    qualificationRecords: Type.Optional(
      Type.Array(QualificationRecord, {
        description: `Its active records, those in force first, at most ${MOST_RECORDS}; for whoever may read qualification records.`,
      }),
    ),
    trainingAssignments: Type.Optional(
      Type.Array(
        Shape('SubjectAssignment', {
          assignment: TrainingAssignment,
          courseTitle: Type.String({ description: 'What the course is called now.' }),
          attempts: Type.Array(
            Shape('TrainingAttempt', {
              completedAtTime: Time('When it was completed.'),
              scorePercent: Type.Optional(Type.Number({ description: 'Quiz score from 0 to 100.' })),
            }),
            { description: 'Every completion that it ever had, first to last; those taken back, too.' },
          ),
        }),
        {
          description: `The last ${MOST_ASSIGNMENTS} assignments, newest first; for whoever may read training assignments.`,
        },
      ),
    ),
  }),
);
