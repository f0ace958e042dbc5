import { After, List, OneOf, PageLimit, Pagination, Shape, Type } from '../../../../kernel/schema.ts';
import { Assignment } from '../schema.ts';

const ids = (what: string) =>
  Type.Optional(
    List(Type.String(), { maxItems: 100, description: `Only those of these ${what}, at most 100.` }),
  );

export const ListQuery = Type.Object({
  search: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        'Only those whose course has this text in its title, in any case, or whose learner has it in their name, login name, email address or an external id.',
    }),
  ),
  learnerIds: ids('people: driver-281474, user-4392 or key:value'),
  courseIds: ids('courses'),
  categoryIds: ids('course categories'),
  tagIds: Type.Optional(
    List(Type.String(), {
      maxItems: 512,
      description: 'Only those of people in one of these tags or below it.',
    }),
  ),
  statuses: Type.Optional(
    List(OneOf(['notStarted', 'inProgress', 'completed'], { description: 'A status.' }), {
      maxItems: 3,
      description: 'Only those in one of these states.',
    }),
  ),
  isOverdue: Type.Optional(Type.Boolean({ description: 'Only those that are, or are not, overdue now.' })),
  sort: Type.Optional(
    OneOf(['due', 'newest', 'changed'], {
      description: 'What is due first, what was assigned last, or what was changed last.',
      default: 'due',
    }),
  ),
  limit: PageLimit,
  after: After,
});

export const ListedAssignments = Type.Object({
  data: Type.Array(
    Shape('ListedAssignment', {
      assignment: Assignment,
      courseTitle: Type.String({ description: 'What the course is called now.' }),
      learnerName: Type.String({ description: 'What the learner is called now.' }),
    }),
    { description: 'Assignments that are not deleted, in the order asked for.' },
  ),
  pagination: Pagination,
  count: Type.Optional(
    Type.Integer({
      description: 'With "Prefer: count", on the first page: how many there are in all pages.',
    }),
  ),
});
