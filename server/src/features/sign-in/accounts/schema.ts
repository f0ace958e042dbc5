import { OneOf, Shape, type Static, Time, Type } from '../../../kernel/schema.ts';
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
