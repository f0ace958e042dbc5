import { After, List, OneOf, PageLimit, Pagination, Shape, Type } from '../../../../kernel/schema.ts';
import { STATUSES } from '../moves.ts';
import { Submission } from '../schema.ts';

export const ListQuery = Type.Object({
  search: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        'Only those that have this text in their title or that of their form, in any case, or that are assigned to or handed in by somebody who has it in their name, login name, email address or an external id.',
    }),
  ),
  personIds: Type.Optional(
    List(Type.String(), {
      maxItems: 100,
      description:
        'Only those assigned to or handed in by these people, at most 100: driver-281474, user-4392 or key:value.',
    }),
  ),
  formTemplateIds: Type.Optional(
    List(Type.String(), { maxItems: 100, description: 'Only those of these forms, at most 100.' }),
  ),
  tagIds: Type.Optional(
    List(Type.String(), {
      maxItems: 512,
      description: 'Only those of people in one of these tags or below it.',
    }),
  ),
  statuses: Type.Optional(
    List(OneOf([...STATUSES], { description: 'A status.' }), {
      maxItems: 7,
      description: 'Only those in one of these states; all but archived ones unless given.',
    }),
  ),
  sort: Type.Optional(
    OneOf(['newest', 'oldest', 'due', 'changed'], {
      description: 'What was handed in or made last, or first; what is due first; or what was changed last.',
      default: 'newest',
    }),
  ),
  limit: PageLimit,
  after: After,
});

export const ListedSubmissions = Type.Object({
  data: Type.Array(
    Shape('ListedFormSubmission', {
      submission: Submission,
      formTitle: Type.String({ description: 'What the form is called now.' }),
      personName: Type.Optional(
        Type.String({ description: 'What whom it is assigned to, else who handed it in, is called now.' }),
      ),
    }),
    { description: 'Submissions in the order asked for.' },
  ),
  pagination: Pagination,
  count: Type.Optional(
    Type.Integer({
      description: 'With "Prefer: count", on the first page: how many there are in all pages.',
    }),
  ),
});
