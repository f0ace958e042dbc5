import { After, List, OneOf, PageLimit, Pagination, Shape, Type } from '../../../kernel/schema.ts';

export const SUBJECT_TYPES = ['driver', 'user', 'vehicle'] as const;

export const SubjectType = OneOf([...SUBJECT_TYPES], {
  title: 'SubjectType',
  description: 'What the subject is.',
});

export const SubjectStatus = OneOf(['active', 'deactivated'], {
  title: 'SubjectStatus',
  description: 'Whether the person is active; vehicles are.',
});

export const ListQuery = Type.Object({
  ids: Type.Optional(
    List(Type.String(), {
      maxItems: 512,
      description: 'Only those with one of these ids; an id that nobody has is left out.',
    }),
  ),
  types: Type.Optional(
    List(SubjectType, {
      maxItems: 3,
      description: 'Only drivers, users or vehicles; all three unless given.',
    }),
  ),
  search: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        'Only those who have this text, in any case, in their name, login name, email address or an external id, or whose external id `key:value` it is.',
    }),
  ),
  tagIds: Type.Optional(
    List(Type.String(), { maxItems: 512, description: 'Only those in one of these tags or below it.' }),
  ),
  status: Type.Optional(SubjectStatus),
  sort: Type.Optional(
    OneOf(['name', 'worst'], {
      description:
        'By name in any case, or the worst first: by how many requirements are overdue, then expired, missing and expiring.',
      default: 'name',
    }),
  ),
  limit: PageLimit,
  after: After,
});

export const SubjectTag = Shape('SubjectTag', {
  id: Type.String({ description: 'Id of the tag.' }),
  name: Type.String({ description: 'Its name.' }),
});

export const subjectHead = {
  id: Type.String({ description: 'Id of the person or vehicle.' }),
  type: SubjectType,
  name: Type.String({ description: 'Name.' }),
  status: SubjectStatus,
  tags: Type.Array(SubjectTag, { description: 'The tags that it is in itself, by name.' }),
};

export const SubjectRequirements = Shape(
  'SubjectRequirements',
  {
    needed: Type.Integer({ description: 'Requirements that it needs to meet.' }),
    met: Type.Integer({ description: 'Those of them that are met: current, expiring or waived.' }),
    overdue: Type.Integer({ description: 'Those that are overdue.' }),
    expired: Type.Integer({ description: 'Those that are expired, overdue or within their grace.' }),
    missing: Type.Integer({ description: 'Those that are missing, overdue or not yet due.' }),
    expiring: Type.Integer({ description: 'Those that are expiring.' }),
  },
  'How many of its requirements are what, as kept.',
);

export const SubjectsPage = Type.Object({
  data: Type.Array(Shape('ListedSubject', { ...subjectHead, requirements: SubjectRequirements }), {
    description: 'People and vehicles, in the order asked for.',
  }),
  pagination: Pagination,
  count: Type.Optional(
    Type.Integer({
      description: 'With "Prefer: count", on the first page: how many there are in all pages.',
    }),
  ),
});
