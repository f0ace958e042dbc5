import {
  After,
  Body,
  Data,
  Page,
  PageLimit,
  Shape,
  type Static,
  Time,
  Type,
  UuidId,
} from '../../kernel/schema.ts';

const facts = {
  id: UuidId('Id of the token.'),
  name: Type.String({ description: 'What uses it.' }),
  userId: Type.String({ description: 'The user that it acts as.' }),
  scopes: Type.Array(Type.String(), { description: 'What it may do.' }),
  tagIds: Type.Optional(
    Type.Array(Type.String(), {
      description: 'The tags that it is limited to; absent for the whole organization.',
    }),
  ),
  createdAtTime: Time('When it was made.'),
  revokedAtTime: Type.Optional(Time('When it was revoked.')),
};

export const TokenDocument = Shape('TokenDocument', facts);
export type TokenDocument = Static<typeof TokenDocument>;

export const ApiToken = Shape('ApiToken', {
  ...facts,
  seenAtTime: Type.Optional(Time('When it was last used, to the minute; absent until it is.')),
});
export type ApiToken = Static<typeof ApiToken>;

export const TokensQuery = Type.Object({
  isRevoked: Type.Optional(
    Type.Boolean({ description: 'Those that were revoked, instead of those that are good.' }),
  ),
  after: After,
  limit: PageLimit,
});
export const TokensPage = Page(ApiToken, 'Tokens, oldest first.');

export const CreateToken = Body('CreateToken', {
  name: Type.String({ minLength: 1, maxLength: 255, description: 'What uses it.' }),
  scopes: Type.Array(Type.String({ maxLength: 100 }), {
    minItems: 1,
    maxItems: 200,
    description: 'What it may do: `GET /tokens/scopes` lists what you can give.',
  }),
  tagIds: Type.Optional(
    Type.Array(Type.String({ maxLength: 40 }), {
      minItems: 1,
      maxItems: 100,
      description: 'Tags that it is limited to, with those below them; absent for the whole organization.',
    }),
  ),
});
export type CreateToken = Static<typeof CreateToken>;

export const NewTokenReply = Data(
  Shape('NewApiToken', {
    ...ApiToken.properties,
    token: Type.Optional(
      Type.String({
        description:
          'What its holder sends. It is told this once: not for a dry run, nor again for an Idempotency-Key.',
      }),
    ),
  }),
);

export const TokenId = Type.Object({ id: UuidId('Token to revoke.') });

export const ScopesReply = Type.Object({
  data: Type.Array(Type.String(), { description: 'Scopes that you can give a token, by name.' }),
});
