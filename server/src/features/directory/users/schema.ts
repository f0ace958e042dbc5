import { OneOf, Shape, type Static, Time, Type } from '../../../kernel/schema.ts';
import type { ExternalIdsInput } from '../external-ids/schema.ts';
import { TagReference } from '../tags/reference.ts';

export const UserRole = Shape('UserRole', {
  id: Type.String({ description: 'Id of the role.' }),
  name: Type.String({ description: 'Name of the role.' }),
});
export type UserRole = Static<typeof UserRole>;

export const AuthType = OneOf(['default', 'saml'], { description: 'How the user signs in.' });

export const User = Shape('User', {
  id: Type.String({ description: 'Id of the user.' }),
  name: Type.String({ description: 'Full name.' }),
  email: Type.String({
    description: 'Address that the user signs in with; empty for the user that a token acts as.',
  }),
  authType: AuthType,
  roles: Type.Array(
    Shape('UserRoleAssignment', {
      role: Type.Optional(UserRole),
      tag: Type.Optional(TagReference),
      expireAt: Type.Optional(Time("When the user's temporary access ends.")),
    }),
    { description: 'Roles, each in the whole organization or within one tag.' },
  ),
});
export type User = Static<typeof User>;

const name = Type.String({ minLength: 1, maxLength: 255, description: 'First and last name.' });
const roles = Type.Array(
  Shape('RoleOfUser', {
    roleId: Type.String({ maxLength: 255, description: 'Id of the role, from GET /user-roles.' }),
    tagId: Type.Optional(
      Type.String({ maxLength: 40, description: 'Tag within which the role holds; absent for everywhere.' }),
    ),
  }),
  { maxItems: 1000, description: 'All roles of the user; at most one of them without a tag.' },
);
const expireAt = Type.String({
  description: 'When temporary access ends: RFC 3339, any offset; empty for no end.',
  examples: ['2026-12-31T17:00:00Z'],
});

export const CreateUser = Shape('CreateUser', {
  name,
  email: Type.String({ minLength: 3, maxLength: 255, description: 'Address to sign in with; unique.' }),
  authType: AuthType,
  roles,
  expireAt: Type.Optional(expireAt),
});

export const UpdateUser = Shape('UpdateUser', {
  name: Type.Optional(name),
  authType: Type.Optional(AuthType),
  roles: Type.Optional(roles),
  expireAt: Type.Optional(expireAt),
});

/** What may be written of a user; external ids only by import, for the wire has none. */
export type UserFields = Partial<Static<typeof CreateUser>> & { externalIds?: ExternalIdsInput };
