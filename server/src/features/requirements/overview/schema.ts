import { Data, List, OneOf, Shape, Time, TimeInput, Type, UuidId } from '../../../kernel/schema.ts';
import { SEVERITIES } from '../authoring/content.ts';
import { asOfSeq, SUBJECT_TYPES, statusName } from '../statuses/schema.ts';

export const OverviewQuery = Type.Object({
  tagIds: Type.Optional(
    List(Type.String(), { maxItems: 512, description: 'Only subjects in one of these tags or below it.' }),
  ),
});

const figures = {
  needed: Type.Integer({ description: 'Statuses that are needed: all but `notNeeded`.' }),
  met: Type.Integer({ description: 'Those of them that are met: current, expiring or waived.' }),
  overdue: Type.Integer({ description: 'Those that are overdue.' }),
  share: Type.Union([Type.Number(), Type.Null()], {
    description: 'The met share of the needed, 0 to 1; null where nothing is needed.',
  }),
  counts: Type.Record(Type.String(), Type.Integer(), { description: 'How many have each status.' }),
};

export const Readiness = Data(
  Shape('Readiness', {
    asOfSeq,
    subjects: Type.Integer({ description: 'People and vehicles of whom something is needed.' }),
    ready: Type.Integer({ description: 'Those of them who meet all of it.' }),
    ...figures,
    requirements: Type.Array(
      Shape('RequirementReadiness', {
        id: UuidId('Id of the requirement.'),
        name: Type.String({ description: 'What people call it.' }),
        ...figures,
      }),
      { description: 'The same for each requirement.' },
    ),
    tags: Type.Array(
      Shape('TagReadiness', {
        id: Type.String({ description: 'Id of the tag.' }),
        name: Type.String({ description: 'Name of the tag.' }),
        ...figures,
      }),
      { description: 'The same for those who are in a tag themselves, for each tag.' },
    ),
  }),
);

export const HistoryQuery = Type.Object({
  startTime: TimeInput('The first day to tell of.'),
  endTime: Type.Optional(TimeInput('The last day to tell of; today unless given. At most 366 days later.')),
});

export const ReadinessHistory = Data(
  Type.Array(
    Shape('ReadinessDay', {
      day: Type.String({ description: 'The day, in the zone of the organization: 2026-11-21.' }),
      needed: figures.needed,
      met: figures.met,
      share: figures.share,
    }),
    { description: 'What was so at the end of each day, from the changes in the ledger.' },
  ),
);

export const LapsesQuery = Type.Object({
  ...OverviewQuery.properties,
  weeks: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 53, default: 9, description: 'How many weeks to tell of.' }),
  ),
});

export const ReadinessLapses = Data(
  Type.Array(
    Shape('ReadinessLapses', {
      day: Type.String({ description: 'Its first day, in the zone of the organization: 2026-11-21.' }),
      count: Type.Integer({
        description: 'How many statuses that are met now lapse in it, if nothing is done.',
      }),
    }),
    { description: 'One week after the other, the first from now on; also those in which nothing lapses.' },
  ),
);

export const ATTENTION = ['blocked', 'overdue', 'expired', 'dueThisWeek', 'expiring'] as const;

export const Attention = Data(
  Shape('Attention', {
    asOfSeq,
    groups: Type.Array(
      Shape('AttentionGroup', {
        kind: OneOf([...ATTENTION], {
          description:
            'What it costs not to do it: `blocked` from work, `overdue`, `expired` within its grace, `dueThisWeek`, or `expiring`.',
        }),
        count: Type.Integer({ description: 'How many there are.' }),
        items: Type.Array(
          Shape('AttentionItem', {
            subject: Shape(
              'AttentionSubject',
              {
                id: Type.String({ description: 'Id of the person or vehicle.' }),
                type: OneOf([...SUBJECT_TYPES], {
                  title: 'SubjectType',
                  description: 'What the subject is.',
                }),
                name: Type.String({ description: 'Name.' }),
              },
              'Whom it concerns.',
            ),
            requirement: Shape(
              'AttentionRequirement',
              {
                id: UuidId('Id of the requirement.'),
                name: Type.String({ description: 'What people call it.' }),
                severity: OneOf([...SEVERITIES], {
                  title: 'RequirementSeverity',
                  description: 'What eligibility makes of it.',
                }),
              },
              'What is required.',
            ),
            status: statusName,
            isInHand: Type.Boolean({
              description: 'True when something that would satisfy it is under way.',
            }),
            dueAt: Type.Optional(Time('By when it is to be satisfied.')),
          }),
          { description: 'The first ten, those that are due first.' },
        ),
      }),
      { description: 'In the order of urgency.' },
    ),
  }),
);
