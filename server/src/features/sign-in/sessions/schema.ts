import {
  After,
  Body,
  Data,
  OneOf,
  Page,
  PageLimit,
  Shape,
  type Static,
  Time,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { Method, personId, personType, RoleName } from '../schema.ts';

export const END_REASONS = [
  'signedOut',
  'signedInAgain',
  'revoked',
  'passwordChanged',
  'accountChanged',
  'over',
] as const;
export type EndReason = (typeof END_REASONS)[number];

const deviceName = Type.String({ description: 'What they signed in on, as it was called then.' });

const facts = {
  id: UuidId('Id of the session; it opens nothing.'),
  personId,
  personType,
  method: Method,
  deviceName,
  madeAtTime: Time('When they signed in.'),
  endsAtTime: Time('When it ends at the latest.'),
};

export const SessionDocument = Shape('SessionDocument', {
  ...facts,
  endedAtTime: Type.Optional(Time('When it ended.')),
  endReason: Type.Optional(OneOf(END_REASONS, { description: 'Why it ended.' })),
});
export type SessionDocument = Static<typeof SessionDocument>;

/** Whoever asks, and what they may do. */
export const CurrentSession = Shape('CurrentSession', {
  id: UuidId('Id of the session; it opens nothing.'),
  person: Shape(
    'SignedInPerson',
    {
      id: personId,
      type: personType,
      name: Type.String({ description: 'Full name.' }),
      login: Type.Optional(Type.String({ description: 'Name that they sign in with.' })),
    },
    'Who has signed in.',
  ),
  organization: Shape(
    'SignedInOrganization',
    {
      id: Type.String({ description: 'Id of the organization.' }),
      name: Type.String({ description: 'Name of the organization.' }),
    },
    'Whose data they see.',
  ),
  role: RoleName,
  scopes: Type.Array(Type.String(), { description: 'The scopes of operations that they may use.' }),
  tagIds: Type.Optional(
    Type.Array(Type.String(), {
      description:
        'The tags that they are limited to; absent for the whole organization, empty for themselves.',
    }),
  ),
  timeZone: Type.String({ description: 'IANA time zone of the organization.' }),
  locale: Type.String({ description: 'Language and region to show things in.', examples: ['en-US'] }),
  method: Method,
  deviceName,
  madeAtTime: facts.madeAtTime,
  endsAtTime: facts.endsAtTime,
});
export type CurrentSession = Static<typeof CurrentSession>;
export const SessionReply = Data(CurrentSession);

export const nameOfDevice = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 100,
    description: 'What to call the device; told by the browser unless given.',
  }),
);

export const newPassword = Type.String({
  minLength: 10,
  maxLength: 1024,
  description: 'Password from now on: at least 10 characters.',
});

export const SignIn = Body('SignIn', {
  name: Type.String({
    minLength: 1,
    maxLength: 255,
    description: 'Username of a driver, or email of a user.',
  }),
  password: Type.String({ minLength: 1, maxLength: 1024, description: 'Their password.' }),
  organization: Type.Optional(
    Type.String({ maxLength: 40, description: 'Id of the organization, where the same name is in several.' }),
  ),
  deviceName: nameOfDevice,
});
export type SignIn = Static<typeof SignIn>;

export const Session = Shape('Session', {
  ...facts,
  seenAtTime: Time('When it was last used, to the minute.'),
  isCurrent: Type.Boolean({ description: 'True for the session that asks.' }),
});
export type Session = Static<typeof Session>;
export const SessionsPage = Page(Session, 'Sessions that have not ended, newest first.');
export const OwnSessionsQuery = Type.Object({ after: After, limit: PageLimit });
export const SessionsQuery = Type.Object({
  personId: Type.Optional(Type.String({ description: 'Only of this person: `user-4392`, `driver-281474`.' })),
  after: After,
  limit: PageLimit,
});
export const SessionId = Type.Object({ id: UuidId('Session to end.') });

export const ChangePassword = Body('ChangePassword', {
  currentPassword: Type.Optional(
    Type.String({ maxLength: 1024, description: 'The password until now, where there is one.' }),
  ),
  password: newPassword,
});
export type ChangePassword = Static<typeof ChangePassword>;
