import {
  Body,
  Data,
  OneOf,
  Shape,
  type Static,
  Time,
  TimeInput,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { SEVERITIES } from '../authoring/content.ts';
import { asOfSeq, SUBJECT_TYPES, statusName } from '../statuses/schema.ts';

export const VERDICTS = ['allow', 'warn', 'block'] as const;
export type Verdict = (typeof VERDICTS)[number];

const verdict = (description: string) => OneOf([...VERDICTS], { description });

export const CheckEligibility = Body('CheckEligibility', {
  subjectIds: Type.Array(Type.String(), {
    minItems: 1,
    maxItems: 1000,
    description: 'Up to 1,000 people and vehicles: 281474, driver-281474 or key:value.',
  }),
  vehicleId: Type.Optional(
    Type.String({ description: 'The vehicle that they would work with: what blocks it blocks them.' }),
  ),
  from: Type.Optional(TimeInput('The beginning of the work; now unless given.')),
  until: Type.Optional(TimeInput('Its end; its beginning unless given.')),
});
export type CheckEligibility = Static<typeof CheckEligibility>;

const Reason = Shape('EligibilityReason', {
  requirementId: UuidId('The requirement.'),
  name: Type.String({ description: 'What people call it.' }),
  citation: Type.Optional(Type.String({ description: 'Where the rule comes from.' })),
  severity: OneOf([...SEVERITIES], {
    title: 'RequirementSeverity',
    description: 'What eligibility makes of it when it is not met.',
  }),
  subjectId: Type.String({ description: 'Who does not meet it: the person, or the vehicle.' }),
  verdict: verdict('What it alone would lead to.'),
  status: statusName,
  isOverdue: Type.Boolean({
    description: 'True for `missing` past its due time and `expired` past its grace.',
  }),
  from: Time('From when on, within the time asked for.'),
  dueAt: Type.Optional(Time('By when it is to be satisfied.')),
  overrideId: Type.Optional(UuidId('The override that lets them work all the same.')),
  text: Type.String({ description: 'The reason in words.' }),
});
export type Reason = Static<typeof Reason>;

export const Eligibility = Data(
  Shape('EligibilityCheck', {
    from: Time('The beginning that was asked for.'),
    until: Time('The end.'),
    asOfSeq,
    results: Type.Array(
      Shape('EligibilityResult', {
        subject: Shape(
          'EligibilitySubject',
          {
            id: Type.String({ description: 'Id of the person or vehicle.' }),
            type: OneOf([...SUBJECT_TYPES], { title: 'SubjectType', description: 'What the subject is.' }),
          },
          'Who would work.',
        ),
        verdict: verdict('`allow`, `warn` or `block`: the hardest of the reasons.'),
        reasons: Type.Array(Reason, { description: 'What is not met, the hardest first.' }),
        lapsesAt: Type.Optional(Time('When time alone will make the verdict a harder one.')),
      }),
      { description: 'One a subject, in the order given.' },
    ),
  }),
);
