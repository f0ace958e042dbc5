import { List, Page, Shape, Time, TimeInput, Type } from '../../kernel/schema.ts';

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

const facts = { type: 'object', additionalProperties: true } as const;

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

/** Named here, because it is one of two forms of the reply. */
export const ChangesPage = Shape(
  'ListChangesReply',
  Page(ChangeShape, 'Changes in the order in which they were committed, those of one entry together.')
    .properties,
);

export const ObjectsQuery = Type.Object({
  resource: Type.String({ description: 'The kind of objects, as the ledger calls it: trainingAssignment.' }),
  ids: List(Type.String(), { maxItems: 100, description: 'Their ids, up to 100.' }),
  at: Type.Optional(TimeInput('The moment, with the whole of its millisecond; now unless given.')),
});

export const ObjectsReply = Type.Object({
  data: Type.Array(
    Shape('ObjectAsOf', {
      id: Type.String({ description: 'Its id.' }),
      seq: Type.String({ description: 'The entry of the ledger that made it so.' }),
      at: Time('When that was.'),
      actor: Type.String({ description: 'Who did it, such as user-4392.' }),
      operation: Type.String({ description: 'What was done: create, update, or what time did.' }),
      document: Type.Union([Type.Unsafe<object>(facts), Type.Null()], {
        description: 'What it was, as the ledger has it. Null where that was erased since.',
      }),
    }),
    { description: 'Those that there were at that moment, in the order asked for.' },
  ),
});
