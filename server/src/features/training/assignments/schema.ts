import {
  After,
  Body,
  Data,
  List,
  OneOf,
  Page,
  Shape,
  type Static,
  Time,
  TimeInput,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';

const CourseRef = Shape('TrainingCourseRef', {
  id: UuidId('Id of the course.'),
  revisionId: UuidId('The revision of the course that was assigned.'),
});

const Learner = Shape('TrainingLearner', {
  id: Type.String({ description: 'Id of the person, a decimal string.' }),
  type: OneOf(['driver', 'user'], {
    description: 'Kind of person. Users appear only when they are asked for.',
  }),
});

const head = {
  id: Type.String({ description: 'Id of the assignment, a UUID.' }),
  course: CourseRef,
  learner: Learner,
  createdAtTime: Time('When it was assigned.'),
  createdById: Type.String({ description: 'Who assigned it, such as user-4392.' }),
  dueAtTime: Type.Optional(Time('When it is due.')),
};

/** Source: the public spec's training assignment, 2025-10-23. */
export const Assignment = Shape(
  'TrainingAssignment',
  {
    ...head,
    status: OneOf(['notStarted', 'inProgress', 'completed'], { description: 'How far the learner is.' }),
    updatedAtTime: Time('When anybody last changed it.'),
    updatedById: Type.String({ description: 'Who last changed it.' }),
    durationMinutes: Type.Integer({ description: 'Time spent, in minutes.' }),
    startedAtTime: Type.Optional(Time('When the learner began; present once begun.')),
    completedAtTime: Type.Optional(Time('When the learner finished; present once completed.')),
    scorePercent: Type.Optional(
      Type.Number({ description: 'Quiz score from 0 to 100; present once completed, if there was one.' }),
    ),
    isOverdue: Type.Optional(
      Type.Boolean({
        description:
          'Whether the due time has passed; present while unfinished and due some time, false once deleted.',
      }),
    ),
    isCompletedLate: Type.Optional(
      Type.Boolean({
        description: 'Whether it was finished after it was due; decided at completion and kept.',
      }),
    ),
    deletedAtTime: Type.Optional(Time('When it was deleted; present on tombstones.')),
  },
  'A course that a person is to complete, or has completed.',
);
export type Assignment = Static<typeof Assignment>;

const { isOverdue: _momentary, ...facts } = Assignment.properties;

/** As the ledger has it. */
export const AssignmentDocument = Type.Object({
  ...facts,
  apiId: Type.Optional(
    Type.String({ description: 'What a client of the weekly10 surface calls it, unless that is its id.' }),
  ),
  requirementId: Type.Optional(UuidId('The requirement that made it by itself.')),
});
export type AssignmentDocument = Static<typeof AssignmentDocument>;
export type AssignmentStatus = AssignmentDocument['status'];

export const NewAssignment = Shape('NewTrainingAssignment', {
  ...head,
  isExistingAssignment: Type.Boolean({
    description:
      'True for an unfinished assignment of the same course and learner that was there before and is left as it was.',
  }),
});

export const AssignmentsReply = Data(
  Type.Array(Assignment, { description: 'The assignments, in the order of the ids.' }),
);
export const AssignmentReply = Data(Assignment);
export const NewAssignmentsReply = Data(
  Type.Array(NewAssignment, { description: 'One a learner, in the order given.' }),
);
export const AssignmentsPage = Page(Assignment, 'Assignments by the time of their last change.');

const Ids = (description: string) => List(Type.String(), { minItems: 1, maxItems: 100, description });
const OptionalIds = (what: string) =>
  Type.Optional(
    List(Type.String(), { maxItems: 100, description: `Only assignments of these ${what}, at most 100.` }),
  );

export const AssignQuery = Type.Object({
  courseId: Type.String({ minLength: 1, description: 'Id of a published course.' }),
  dueAtTime: TimeInput('When it is due.'),
  learnerIds: Ids('Who is to learn: driver-281474, user-4392 or an external id key:value, at most 100.'),
});

export const PatchQuery = Type.Object({
  ids: Ids('Ids of the assignments to change, at most 100; one unknown id changes none.'),
  dueAtTime: TimeInput('The new due time.'),
});

export const DeleteQuery = Type.Object({ ids: Ids('Ids of the assignments to delete, at most 100.') });

export const DeletedReply = Data(
  Type.Array(
    Shape('TrainingAssignmentDeletion', {
      id: Type.String({ description: 'Id as it was asked for.' }),
      outcome: OneOf(['deleted', 'notFound'], { description: 'What became of it.' }),
    }),
    { description: 'One an id, in the order given.' },
  ),
);

export const ByIdsQuery = Type.Object({
  ids: Ids('Ids of the assignments to read, at most 100. Deleted ones are found too.'),
});

export const StreamQuery = Type.Object({
  after: After,
  startTime: TimeInput('Only assignments changed at or after this time.'),
  endTime: Type.Optional(
    TimeInput('Only assignments changed before this time; without it the stream never ends.'),
  ),
  learnerIds: OptionalIds('learners'),
  courseIds: OptionalIds('courses'),
  categoryIds: OptionalIds('course categories'),
  status: Type.Optional(
    List(OneOf(['notStarted', 'inProgress', 'completed'], { description: 'A status.' }), {
      maxItems: 100,
      description: 'Only assignments in one of these states.',
    }),
  ),
  isOverdue: Type.Optional(
    Type.Boolean({ description: 'Only assignments that are, or are not, overdue now.' }),
  ),
  learnerTypes: Type.Optional(
    List(OneOf(['driver', 'user'], { description: 'A kind of person.' }), {
      maxItems: 2,
      description: 'Ours: which kinds of people to include; drivers alone unless given.',
    }),
  ),
});

const id = Type.String({ description: 'Id of the assignment.' });
const duration = Type.Integer({
  minimum: 0,
  maximum: 1_000_000,
  description: 'Time spent so far in all, in minutes; never less than before.',
});

export const StartBody = Body('StartTrainingAssignment', {
  id,
  startedAtTime: Type.Optional(TimeInput('When the learner began; now unless given.')),
});
export const ProgressBody = Body('ProgressTrainingAssignment', { id, durationMinutes: duration });
export const CompleteBody = Body('CompleteTrainingAssignment', {
  id,
  scorePercent: Type.Optional(
    Type.Number({ minimum: 0, maximum: 100, description: 'Quiz score from 0 to 100.' }),
  ),
  durationMinutes: Type.Optional(duration),
  completedAtTime: Type.Optional(TimeInput('When the learner finished; now unless given.')),
});
export const ReopenBody = Body('ReopenTrainingAssignment', { id });
