import {
  After,
  OneOf,
  PageLimit,
  Pagination,
  Shape,
  type Static,
  Time,
  Type,
} from '../../../kernel/schema.ts';
import { UpdateRequirement } from '../authoring/schema.ts';
import { SUBJECT_TYPES, statusName } from '../statuses/schema.ts';

const { id, ...fields } = UpdateRequirement.properties;

/** What is tried: a requirement with changes, or one that is not written yet. */
export const SimulateRequirement = Type.Object(
  {
    ...fields,
    id: Type.Optional({
      ...id,
      description: 'The requirement that it would change; a new one unless given.',
    }),
  },
  { title: 'SimulateRequirement', additionalProperties: false },
);
export type SimulateRequirement = Static<typeof SimulateRequirement>;

export const SimulationQuery = Type.Object({ after: After, limit: PageLimit });

const Told = (title: string, description: string) =>
  Shape(
    title,
    {
      status: statusName,
      isOverdue: Type.Boolean({
        description: 'True for `missing` past its due time and `expired` past its grace.',
      }),
      dueAt: Type.Optional(Time('By when it is to be satisfied.')),
      until: Type.Optional(Time('The last moment at which it is satisfied or waived.')),
    },
    description,
  );

const Counts = Type.Record(Type.String(), Type.Integer(), {
  description: 'How many have each status, and how many are overdue.',
});

export const Simulation = Type.Object({
  data: Shape('RequirementSimulation', {
    subjects: Type.Optional(
      Type.Integer({ description: 'How many people and vehicles were looked at; on the first page.' }),
    ),
    before: Type.Optional(Counts),
    after: Type.Optional(Counts),
    assignments: Type.Optional(
      Type.Integer({ description: 'How many assignments it would make at once; on the first page.' }),
    ),
    changes: Type.Array(
      Shape('SimulatedChange', {
        subject: Shape(
          'NamedSubject',
          {
            id: Type.String({ description: 'Id of the person or vehicle.' }),
            type: OneOf([...SUBJECT_TYPES], { title: 'SubjectType', description: 'What the subject is.' }),
            name: Type.String({ description: 'Name.' }),
          },
          'A person or vehicle by name.',
        ),
        before: Told('StatusBefore', 'What is so now.'),
        after: Told('StatusAfter', 'What would be so.'),
        isAssigned: Type.Boolean({ description: 'Whether it would be assigned at once.' }),
      }),
      { description: 'Whose status would become another, or overdue, by id.' },
    ),
  }),
  pagination: Pagination,
});
