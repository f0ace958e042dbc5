import { Body, Data, OneOf, Shape, type Static, Time, Type, UuidId } from '../../../kernel/schema.ts';

export const LANGUAGES = ['en', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const clock = (description: string) =>
  Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: `${description} HH:MM.` });

const fields = {
  isOn: Type.Boolean({ description: 'Whether anybody is reminded by it.' }),
  daysBefore: Type.Array(Type.Integer({ minimum: 1, maximum: 365, description: 'Days.' }), {
    maxItems: 10,
    uniqueItems: true,
    description: 'Days before the due day on which to remind.',
  }),
  onDueDay: Type.Boolean({ description: 'Whether to remind on the due day.' }),
  everyDaysAfter: Type.Integer({
    minimum: 0,
    maximum: 365,
    description: 'Remind every so many days after the due day; 0 for never.',
  }),
  timesAfter: Type.Integer({
    minimum: 1,
    maximum: 52,
    description: 'How many times after the due day at most.',
  }),
  atTime: clock("Time of day of each step, in the subject's zone."),
  quietFrom: clock('Nothing is sent from this time of day on.'),
  quietUntil: clock('Nor before this one; the same as quietFrom for no quiet hours.'),
  workdays: Type.Array(
    Type.Integer({ minimum: 1, maximum: 7, description: 'A day, from 1 for Monday to 7 for Sunday.' }),
    { minItems: 1, maxItems: 7, uniqueItems: true, description: 'The days on which anything is sent.' },
  ),
  language: OneOf([...LANGUAGES], {
    title: 'ReminderLanguage',
    description: 'Language of whoever has none of their own.',
  }),
  managerRoleId: Type.Union([Type.String({ maxLength: 64 }), Type.Null()], {
    description:
      "Whoever holds this role on one of the subject's tags, or above, gets a copy; null for nobody.",
  }),
  managersFromDay: Type.Integer({
    minimum: -365,
    maximum: 3650,
    description: 'From which step on managers get copies, in days from the due day: -7, 0, 14.',
  }),
};

export const PolicyContent = Type.Object(fields);
export type PolicyContent = Static<typeof PolicyContent>;

/** What holds until an organization says otherwise: nobody is reminded. */
export const DEFAULT_POLICY: PolicyContent = {
  isOn: false,
  daysBefore: [30, 7, 1],
  onDueDay: true,
  everyDaysAfter: 7,
  timesAfter: 8,
  atTime: '08:00',
  quietFrom: '20:00',
  quietUntil: '07:00',
  workdays: [1, 2, 3, 4, 5],
  language: 'en',
  managerRoleId: null,
  managersFromDay: 0,
};

const requirementId = Type.Optional(UuidId("The requirement whose own it is; absent in the organization's."));

export const ReminderPolicy = Shape('ReminderPolicy', {
  id: Type.String({ description: "`organization`, or the requirement's id." }),
  requirementId,
  ...fields,
  updatedAtTime: Type.Optional(Time('When it was last changed; absent where it never was.')),
  updatedById: Type.Optional(Type.String({ description: 'Who changed it.' })),
});
export type ReminderPolicy = Static<typeof ReminderPolicy>;

export const PoliciesReply = Type.Object({
  data: Type.Array(ReminderPolicy, { description: "The organization's, then those of requirements." }),
  mail: Shape(
    'ReminderMail',
    {
      isSet: Type.Boolean({ description: 'Whether there is a mail server (CREWREADY_SMTP_URL).' }),
      problem: Type.Optional(
        Type.String({ description: 'What it said when it could last not be reached; absent while it can.' }),
      ),
      retryAtTime: Type.Optional(Time('When it is tried again.')),
    },
    'How the mail server is.',
  ),
});

export const PatchReminderPolicy = Body('PatchReminderPolicy', {
  requirementId: Type.Optional(
    UuidId(
      "The requirement to give a policy of its own, or whose own to change; the organization's unless given.",
    ),
  ),
  ...(Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, Type.Optional(schema)])) as {
    [K in keyof typeof fields]: ReturnType<typeof Type.Optional<(typeof fields)[K]>>;
  }),
});
export type PatchReminderPolicy = Static<typeof PatchReminderPolicy>;
export const PolicyReply = Data(ReminderPolicy);
