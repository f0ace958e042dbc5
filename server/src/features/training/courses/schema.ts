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
  Type,
  UuidId,
} from '../../../kernel/schema.ts';

/** The kinds of driving behavior that a safety course can be labelled with. Source: the public spec, 2025-10-23. */
export const LABEL_TYPES = [
  'accel',
  'braking',
  'crashSharpTurn',
  'rolloverProtection',
  'yawControl',
  'speeding',
  'rolledStopSign',
  'tileRollingRailroad',
  'seatbeltPolicy',
  'nearCollision',
  'phonePolicy',
  'drowsy',
  'defensiveDriving',
  'driverObstructionPolicy',
  'didNotYield',
  'distractedDriving',
  'tailgating',
  'laneDeparture',
  'lateResponse',
  'ranRedLight',
  'forwardCollisionWarning',
  'foodDrinkPolicy',
  'smokingPolicy',
  'maskPolicy',
  'maxSpeed',
  'severeSpeeding',
  'drinkPolicy',
  'foodPolicy',
  'unknown',
] as const;

export const CourseLabel = Shape('TrainingCourseLabel', {
  name: Type.String({ description: 'Family of the label: safety.' }),
  type: Type.String({ description: 'Driving behavior that the course addresses, such as speeding.' }),
});

export const CourseCategory = Shape('TrainingCourseCategory', {
  id: Type.String({ description: 'Id of the category, a UUID.' }),
  name: Type.String({ description: 'Its name, unique in the organization.' }),
});
export type CourseCategory = Static<typeof CourseCategory>;

const course = {
  id: Type.String({ description: 'Id of the course, a UUID.' }),
  revisionId: Type.String({
    description: 'Id of its present revision; a change of its content makes a new one.',
  }),
  category: CourseCategory,
  title: Type.String({ description: 'Title of the course.' }),
  description: Type.Optional(Type.String({ description: 'What it teaches.' })),
  estimatedTimeToCompleteMinutes: Type.Integer({ description: 'How long it takes, in minutes.' }),
};

/** Source: the public spec's training course, 2025-10-23; drafts are ours and shown only when asked for. */
export const Course = Shape('TrainingCourse', {
  ...course,
  status: OneOf(['draft', 'published', 'archived', 'deleted', 'unknown'], {
    description: 'Only published courses can be assigned.',
  }),
  labels: Type.Optional(Type.Array(CourseLabel, { description: 'What the course is about.' })),
});
export type Course = Static<typeof Course>;

const { category: _name, ...content } = course;

/** As the ledger has it. */
export const CourseDocument = Type.Object({
  ...content,
  categoryId: UuidId('Id of its category.'),
  status: OneOf(['draft', 'published', 'archived', 'deleted'], {
    description: 'Only published courses can be assigned.',
  }),
  labels: Type.Array(CourseLabel, { description: 'What the course is about.' }),
  apiId: Type.Optional(
    Type.String({ description: 'What a client of the weekly10 surface calls it, unless that is its id.' }),
  ),
  createdAtTime: Time('When it was made.'),
  updatedAtTime: Time('When anybody last changed it.'),
});
export type CourseDocument = Static<typeof CourseDocument>;
export type CourseStatus = CourseDocument['status'];

export const CategoryDocument = Type.Object({
  ...CourseCategory.properties,
  createdAtTime: Time('When it was made.'),
});
export type CategoryDocument = Static<typeof CategoryDocument>;

/** As the older path serves it: one label instead of a list. */
export const PreviewCourse = Shape('PreviewTrainingCourse', {
  ...course,
  status: OneOf(['published', 'deleted', 'archived', 'unknown'], {
    description: 'Only published courses can be assigned.',
  }),
  label: Type.Optional(CourseLabel),
});

const Ids = (what: string) =>
  Type.Optional(
    List(Type.String(), {
      maxItems: 100,
      description: `Only courses with one of these ${what}, at most 100.`,
    }),
  );

export const CoursesQuery = Type.Object({
  after: After,
  courseIds: Ids('ids'),
  categoryIds: Ids('category ids'),
  status: Type.Optional(
    List(OneOf(['published', 'deleted', 'archived'], { description: 'A status.' }), {
      maxItems: 100,
      description: 'Only courses in one of these states.',
    }),
  ),
});

export const CoursesWithDraftsQuery = Type.Object({
  ...CoursesQuery.properties,
  includeDrafts: Type.Optional(
    Type.Boolean({
      description: 'Ours: true adds courses that are still drafts, which are otherwise never returned.',
    }),
  ),
});

export const CoursesPage = Page(Course, 'Courses, oldest first.');
export const PreviewCoursesPage = Page(PreviewCourse, 'Courses, oldest first.');

const title = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'Title of the course, 1 to 255 characters.',
});
const description = Type.String({
  maxLength: 10_000,
  description: 'What it teaches, at most 10,000 characters.',
});
const minutes = Type.Integer({ minimum: 0, maximum: 100_000, description: 'How long it takes, in minutes.' });
const category = Type.Object(
  {
    id: Type.Optional(Type.String({ description: 'Id of an existing category.' })),
    name: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 255,
        description: 'Name of a category, made if there is none.',
      }),
    ),
  },
  {
    title: 'CategoryRef',
    description: 'The category, by id or by name.',
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
  },
);
const labels = Type.Array(
  Type.Object(
    {
      name: OneOf(['safety'], { description: 'Family of the label.' }),
      type: OneOf([...LABEL_TYPES], { description: 'Driving behavior that the course addresses.' }),
    },
    { title: 'CourseLabelInput', additionalProperties: false },
  ),
  { maxItems: 30, description: 'What the course is about, at most 30.' },
);

export const CreateCourse = Body('CreateTrainingCourse', {
  title,
  description: Type.Optional(description),
  category,
  estimatedTimeToCompleteMinutes: minutes,
  labels: Type.Optional(labels),
  status: Type.Optional(
    OneOf(['draft', 'published'], { description: 'A draft is seen by its makers alone.', default: 'draft' }),
  ),
});
export type CreateCourse = Static<typeof CreateCourse>;

export const UpdateCourse = Body('UpdateTrainingCourse', {
  id: Type.String({ description: 'Id of the course to change.' }),
  title: Type.Optional(title),
  description: Type.Optional(
    Type.Union([description, Type.Null()], { description: 'What it teaches; null clears it.' }),
  ),
  category: Type.Optional(category),
  estimatedTimeToCompleteMinutes: Type.Optional(minutes),
  labels: Type.Optional(labels),
});
export type UpdateCourse = Static<typeof UpdateCourse>;

export const CourseId = Body('TrainingCourseId', { id: Type.String({ description: 'Id of the course.' }) });
export const CourseReply = Data(Course);

export const CategoriesQuery = Type.Object({ after: After });
export const CategoriesPage = Page(CourseCategory, 'Categories by name.');
export const CreateCategory = Body('CreateTrainingCourseCategory', {
  name: Type.String({
    minLength: 1,
    maxLength: 255,
    description: 'Name of the category, unique in the organization.',
  }),
});
export const CategoryReply = Data(CourseCategory);
