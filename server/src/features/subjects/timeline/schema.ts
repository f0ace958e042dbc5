import { After, List, Page, PageLimit, Shape, Time, Type } from '../../../kernel/schema.ts';
import { SubjectQuery } from '../summary/schema.ts';

export const TimelineQuery = Type.Object({
  ...SubjectQuery.properties,
  resources: Type.Optional(
    List(Type.String(), {
      maxItems: 30,
      description: 'Only changes of these kinds of objects, as the ledger calls them: trainingAssignment.',
    }),
  ),
  after: After,
  limit: PageLimit,
});

export const TimelinePage = Page(
  Shape('TimelineEntry', {
    seq: Type.String({ description: 'The entry of the ledger; a decimal number as text.' }),
    at: Time('When it was.'),
    actor: Type.String({
      description: 'Who did it, such as user-4392; empty for somebody whom the token does not see.',
    }),
    actorName: Type.Optional(Type.String({ description: 'What they are called now.' })),
    resource: Type.String({ description: 'The kind of object that became different: trainingAssignment.' }),
    id: Type.String({ description: 'Its id.' }),
    operation: Type.String({
      description: 'What was done: create, update, delete, or what time or a rule did, such as overdue.',
    }),
    text: Type.String({ description: 'The same as a sentence.' }),
  }),
  'What happened, the latest first.',
);
