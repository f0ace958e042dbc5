import { List, Page, Shape, Time, Type } from '../../kernel/schema.ts';

/** Changes of a page, and of a turn of a live feed. */
export const MOST = 1000;

export const ChangesQuery = Type.Object({
  after: Type.Optional(
    Type.String({
      description:
        'The place in the ledger to go on from: an `endCursor`, the `cursor` of a change, or the number of an entry, after all of it. It is good for ever, whatever the other parameters are. Empty, or 0, is the beginning.',
    }),
  ),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: MOST, default: 500, description: `Changes a page, 1 to ${MOST}.` }),
  ),
  resources: Type.Optional(
    List(Type.String(), {
      maxItems: 50,
      description: 'Only changes of these kinds of objects, as the ledger calls them: trainingAssignment.',
    }),
  ),
  operations: Type.Optional(
    List(Type.String(), {
      maxItems: 50,
      description: 'Only these operations: create, update, delete, or what time did, such as overdue.',
    }),
  ),
  subjectId: Type.Optional(
    Type.String({
      description: 'Only what concerns this person or vehicle: 281474, user-4392, payroll:4841.',
    }),
  ),
});

export const ChangeShape = Shape('Change', {
  cursor: Type.String({ description: 'The place right after this change, for `after`.' }),
  seq: Type.String({ description: 'The entry of the ledger; a decimal number as text.' }),
  at: Time('When it was written.'),
  actor: Type.String({ description: 'Who wrote it, such as user-4392.' }),
  resource: Type.String({ description: 'The kind of object: trainingAssignment.' }),
  id: Type.String({ description: 'Its id.' }),
  operation: Type.String({
    description: 'What was done with it: create, update, delete, or what time did, such as overdue.',
  }),
  document: Type.Union([Type.Unsafe<object>({ type: 'object', additionalProperties: true }), Type.Null()], {
    description:
      "The object's own facts once it was done, as the ledger has them: ids of others and never their names. Null for what is deleted, or was erased since.",
  }),
});

export const ChangesPage = Page(
  ChangeShape,
  'Changes in the order in which they were committed, those of one entry together.',
);
