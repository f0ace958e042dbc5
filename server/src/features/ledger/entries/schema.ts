import { After, Page, PageLimit, Shape, Time, TimeInput, Type } from '../../../kernel/schema.ts';

/** Changes that an entry is shown with. */
export const MOST_CHANGES = 100;

export const EntriesQuery = Type.Object({
  resource: Type.Optional(
    Type.String({ description: 'Only entries that changed an object of this kind: trainingAssignment.' }),
  ),
  actor: Type.Optional(
    Type.String({
      pattern: '^(?:driver|user)-\\d{1,19}$',
      description: 'Only what this person, token or Crewready itself did: user-4392.',
    }),
  ),
  from: Type.Optional(TimeInput('Only entries of this time or later.')),
  until: Type.Optional(TimeInput('Only entries before this time.')),
  after: After,
  limit: PageLimit,
});

export const EntriesPage = Page(
  Shape('LedgerEntry', {
    seq: Type.String({ description: 'Its number, without gaps; a decimal number as text.' }),
    at: Time('When it was written.'),
    actor: Type.String({ description: 'Who wrote it, such as user-4392.' }),
    actorName: Type.Optional(Type.String({ description: 'What they are called now.' })),
    requestId: Type.String({ description: 'The request or job that wrote it, as the server log has it.' }),
    hash: Type.String({ description: 'SHA-256 over it and the hash of the entry before, in hex.' }),
    changeCount: Type.Integer({ description: 'How many objects it changed.' }),
    changes: Type.Array(
      Shape('LedgerEntryChange', {
        resource: Type.String({ description: 'The kind of object.' }),
        id: Type.String({ description: 'Its id.' }),
        operation: Type.String({ description: 'What was done with it: create, update, delete, overdue, …' }),
        isErased: Type.Boolean({
          description: 'True when its document was erased; the chain still covers it.',
        }),
      }),
      { description: `The first ${MOST_CHANGES} of them, without documents.` },
    ),
  }),
  'Entries of the ledger, newest first.',
);
