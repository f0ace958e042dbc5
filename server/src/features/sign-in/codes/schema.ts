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
import { Pin } from '../devices/schema.ts';
import { personType } from '../schema.ts';
import { nameOfDevice, newPassword } from '../sessions/schema.ts';

/** What a code is for, and how long it is good. */
export const LIVES = {
  setup: '7 days',
  operator: '1 hour',
  demo: '1 day',
  invitation: '7 days',
  screen: '90 seconds',
  paper: '7 days',
  mail: '15 minutes',
} as const;
export const PURPOSES = ['setup', 'operator', 'demo', 'invitation', 'screen', 'paper', 'mail'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const CODE_ENDS = ['used', 'withdrawn', 'over'] as const;
export type CodeEnd = (typeof CODE_ENDS)[number];

const facts = {
  id: UuidId('Id of the code; it opens nothing.'),
  purpose: OneOf(PURPOSES, {
    description:
      'What it is for: setting the organization up, signing an administrator in whom the operator names, signing in to the demo, an invitation, a code for a camera on a screen or on paper, a link by mail.',
  }),
  personId: Type.Optional(Type.String({ description: 'Id of the person whom it signs in.' })),
  personType: Type.Optional(personType),
  madeAtTime: Time('When it was made.'),
  endsAtTime: Time('Until when it is good.'),
};

export const SignInCodeDocument = Shape('SignInCodeDocument', {
  ...facts,
  endedAtTime: Type.Optional(Time('When it was used, withdrawn or over.')),
  endReason: Type.Optional(OneOf(CODE_ENDS, { description: 'Why it ended.' })),
});
export type SignInCodeDocument = Static<typeof SignInCodeDocument>;

export const SignInCode = Shape('SignInCode', facts);
export type SignInCode = Static<typeof SignInCode>;

export const SignInCodesPage = Page(SignInCode, 'Codes that are still good, newest first.');
export const SignInCodesQuery = Type.Object({ after: After, limit: PageLimit });

export const CreateSignInCode = Body('CreateSignInCode', {
  personId: Type.String({ description: 'Whom it signs in: `user-4392`, `driver-281474`, or `key:value`.' }),
  purpose: OneOf(['invitation', 'screen', 'paper'], {
    description:
      '`invitation` is good for 7 days and sets a password; `screen` for 90 seconds and `paper` for 7 days, and each binds the device that uses it to a learner by a PIN.',
  }),
});
export type CreateSignInCode = Static<typeof CreateSignInCode>;

export const NewSignInCode = Data(
  Shape('NewSignInCode', {
    ...facts,
    code: Type.Optional(
      Type.String({ description: 'The code, told once: a request that is repeated is answered without it.' }),
    ),
    path: Type.Optional(
      Type.String({ description: 'Where a browser goes with it, below the address of this server.' }),
    ),
  }),
);
export const SignInCodeId = Type.Object({ id: UuidId('Code to withdraw.') });

const code = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'The code, as the link has it after `#`.',
});

export const UseCode = Body('UseSignInCode', {
  code,
  password: Type.Optional(newPassword),
  pin: Type.Optional(Pin),
  deviceName: nameOfDevice,
});
export type UseCode = Static<typeof UseCode>;

export const SetUp = Body('SetUp', {
  code,
  organization: Type.String({ minLength: 1, maxLength: 255, description: 'Name of the organization.' }),
  timeZone: Type.String({
    maxLength: 60,
    description: 'IANA time zone of its days, such as America/Chicago.',
  }),
  name: Type.String({
    minLength: 1,
    maxLength: 255,
    description: 'First and last name of the first administrator.',
  }),
  email: Type.String({ minLength: 3, maxLength: 255, description: 'Address that they sign in with.' }),
  password: newPassword,
  deviceName: nameOfDevice,
});
export type SetUp = Static<typeof SetUp>;

export const AskForLink = Body('AskForLink', {
  email: Type.String({ minLength: 3, maxLength: 255, description: 'Email of a user who has an account.' }),
});

export const SetUpReply = Data(
  Shape('SetUpState', {
    methods: Type.Array(OneOf(['password', 'pin', 'mail'], { description: 'A way to sign in.' }), {
      description: 'How people can sign in here.',
    }),
    isSecure: Type.Boolean({
      description: 'False where sign-in is over plain http, whose cookie is not marked Secure.',
    }),
    isNeeded: Type.Boolean({
      description: 'True while nobody has an account: the first start printed a link.',
    }),
  }),
);
