import { List, TimeInput, Type } from '../../kernel/schema.ts';

// What requests of waivers, occurrences and overrides have in common.

export const subjectIds = Type.Optional(
  List(Type.String(), {
    maxItems: 512,
    description:
      'Only those of these people and vehicles, up to 512, deleted people too: 281474, driver-281474 or key:value.',
  }),
);

export const requirementIds = Type.Optional(
  List(Type.String(), { maxItems: 512, description: 'Only those of these requirements, up to 512.' }),
);

export const subjectId = Type.String({
  description: 'The person or vehicle: 281474, driver-281474, vehicle-281474 or key:value.',
});

export const reason = Type.String({
  minLength: 1,
  maxLength: 1000,
  pattern: '\\S',
  description: 'Why, up to 1,000 characters.',
});

export const from = Type.Optional(TimeInput('Its first moment; now unless given.'));

/** The reply to DELETE. */
export const Deleted = Type.Literal('', { description: 'Deleted; there is no body.' });
