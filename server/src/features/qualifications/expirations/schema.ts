import { Data, List, OneOf, Shape, Time, TimeInput, Type } from '../../../kernel/schema.ts';

export const ExpirationsQuery = Type.Object({
  startTime: TimeInput('Only what expires at or after this time.'),
  endTime: Type.Optional(
    TimeInput('Only what expires before this time; a year later unless given. At most 1,100 days later.'),
  ),
  by: Type.Optional(
    OneOf(['day', 'week'], {
      description: 'What is counted together, in the zone of the organization; weeks begin on Monday.',
      default: 'week',
    }),
  ),
  qualificationTypeIds: Type.Optional(
    List(Type.String(), { maxItems: 100, description: 'Only records of these types, at most 100.' }),
  ),
  tagIds: Type.Optional(
    List(Type.String(), {
      maxItems: 512,
      description: 'Only those of owners in one of these tags or below it.',
    }),
  ),
});

export const Expirations = Data(
  Type.Array(
    Shape('Expirations', {
      day: Type.String({ description: 'The day, or the Monday of the week: 2026-11-23.' }),
      startTime: Time('When it begins.'),
      endTime: Time('When it is over.'),
      count: Type.Integer({ description: 'How many active records expire in it.' }),
    }),
    { description: 'Days or weeks in which anything expires, the earliest first.' },
  ),
);
