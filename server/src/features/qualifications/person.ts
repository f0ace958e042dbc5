import { OneOf, Shape, Type } from '../../kernel/schema.ts';

/** Who made or changed something. Source: the public spec's polymorphic user. */
export const Person = Shape(
  'QualificationPerson',
  {
    id: Type.String({ description: 'Id of the person, a decimal string.' }),
    type: OneOf(['driver', 'user'], { description: 'Kind of person.' }),
  },
  'A person of the directory.',
);
