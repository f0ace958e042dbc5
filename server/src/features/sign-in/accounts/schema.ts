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
} from '../../../kernel/schema.ts';
import { personType, RoleName } from '../schema.ts';

const facts = {
  id: Type.String({ description: 'Id of the person whose account it is.' }),
  personType,
  role: RoleName,
  tagIds: Type.Optional(
    Type.Array(Type.String(), {
      description: 'The tags that a manager or viewer is limited to; absent for the whole organization.',
    }),
  ),
  status: OneOf(['active', 'disabled'], { description: 'Whether they may sign in.' }),
  createdAtTime: Time('When they got the account.'),
  updatedAtTime: Time('When it was last changed.'),
};

export const AccountDocument = Shape('AccountDocument', facts);
export type AccountDocument = Static<typeof AccountDocument>;

export const Account = Shape('Account', {
  ...facts,
  name: Type.Optional(Type.String({ description: 'Full name; absent for somebody who was deleted.' })),
  login: Type.Optional(Type.String({ description: 'Name that they sign in with.' })),
});
export type Account = Static<typeof Account>;
export const AccountReply = Data(Account);
export const AccountsPage = Page(Account, 'Accounts, by person.');
export const AccountsQuery = Type.Object({ role: Type.Optional(RoleName), after: After, limit: PageLimit });

const tagIds = Type.Union(
  [Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 100 }), Type.Null()],
  {
    description:
      'Tags that a manager or viewer is limited to, with those below them; null for the whole organization.',
  },
);

export const CreateAccount = Body('CreateAccount', {
  personId: Type.Optional(
    Type.String({
      maxLength: 300,
      description:
        'Whose account it is: `user-4392`, `driver-281474`, or `key:value`. Absent for somebody new.',
    }),
  ),
  name: Type.Optional(
    Type.String({ minLength: 1, maxLength: 255, description: 'First and last name of a user to add.' }),
  ),
  email: Type.Optional(Type.String({ minLength: 3, maxLength: 255, description: 'Email of a user to add.' })),
  role: RoleName,
  tagIds: Type.Optional(tagIds),
});
export type CreateAccount = Static<typeof CreateAccount>;

export const UpdateAccount = Body('UpdateAccount', {
  id: Type.String({ description: 'Id of the person whose account it is.' }),
  role: Type.Optional(RoleName),
  tagIds: Type.Optional(tagIds),
  status: Type.Optional(
    OneOf(['active', 'disabled'], {
      description: 'Whether they may sign in; those who have are signed out.',
    }),
  ),
});
export type UpdateAccount = Static<typeof UpdateAccount>;
