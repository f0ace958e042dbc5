import {
  After,
  Body,
  List,
  OneOf,
  Page,
  PageLimit,
  Shape,
  type Static,
  Time,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';

export const STATES = ['planned', 'sent', 'accepted', 'failed', 'unknown', 'suppressed'] as const;
export type State = (typeof STATES)[number];

const state = OneOf([...STATES], {
  title: 'ReminderState',
  description:
    '`planned`: waits for the time at which it may be sent, or is tried again. `sent`: given to the mail server, which has not answered yet. `accepted`: the mail server has it. `failed`: it will not take it. `unknown`: twice nobody heard what became of it. `suppressed`: not sent, for the reason given.',
});

export const Reminder = Shape('Reminder', {
  id: UuidId('Id of the reminder.'),
  subject: Shape(
    'ReminderSubject',
    {
      id: Type.String({ description: 'The person or vehicle.' }),
      type: OneOf(['driver', 'user', 'vehicle'], {
        title: 'SubjectType',
        description: 'What the subject is.',
      }),
    },
    'Who or what it is about.',
  ),
  requirementId: UuidId('What is required.'),
  dueAtTime: Time('When the cycle is due that it is about.'),
  step: Type.String({
    description: 'Days from the due day: -30, 0, 7. Or `now` and the day on which somebody asked for it.',
  }),
  channel: OneOf(['email'], { title: 'ReminderChannel', description: 'How it is sent.' }),
  recipientId: Type.String({ description: 'The subject, or a manager who gets a copy.' }),
  plannedAtTime: Time('When the step came.'),
  state,
  reason: Type.Optional(Type.String({ description: 'Why, in words; of an answer the mail server’s own.' })),
  attempts: Type.Integer({ description: 'How often it was given to the mail server.' }),
  sentAtTime: Type.Optional(Time('When it was last given to the mail server.')),
  answeredAtTime: Type.Optional(Time('When the mail server last answered.')),
  updatedAtTime: Time('When the reminder last changed.'),
});
export type Reminder = Static<typeof Reminder>;

export const RemindersPage = Page(Reminder, 'Reminders, the newest first.');
export const RemindersQuery = Type.Object({
  subjectIds: Type.Optional(
    List(Type.String(), { maxItems: 100, description: 'Only of these people and vehicles, up to 100.' }),
  ),
  requirementIds: Type.Optional(
    List(Type.String(), { maxItems: 512, description: 'Only of these requirements, up to 512.' }),
  ),
  states: Type.Optional(
    List(OneOf([...STATES], { title: 'ReminderState', description: 'A state.' }), {
      maxItems: 6,
      description: 'Only these states.',
    }),
  ),
  after: After,
  limit: PageLimit,
});

export const RemindNow = Body('RemindNow', {
  pairs: Type.Array(
    Body('RemindPair', {
      subjectId: Type.String({ description: 'The person: 281474, driver-281474 or key:value.' }),
      requirementId: UuidId('What to remind of.'),
    }),
    { minItems: 1, maxItems: 500, description: 'Whom to remind of what, up to 500 pairs.' },
  ),
});
export type RemindNow = Static<typeof RemindNow>;

export const RemindOutcome = Shape('RemindOutcome', {
  subjectId: Type.String({ description: 'The person or vehicle.' }),
  requirementId: UuidId('What to remind of.'),
  outcome: OneOf(['planned', 'suppressed'], {
    title: 'RemindOutcomeName',
    description: 'Whether a reminder goes out.',
  }),
  reason: Type.Optional(Type.String({ description: 'Why not, in words.' })),
  reminderId: Type.Optional(UuidId('Its row; absent where none was made.')),
  sendAtTime: Type.Optional(Time('From when on it is sent: after quiet hours, on a workday.')),
});
export type RemindOutcome = Static<typeof RemindOutcome>;
export const RemindReply = Type.Object({
  data: Type.Array(RemindOutcome, { description: 'One of each pair, in their order.' }),
});
