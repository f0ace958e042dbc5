import { sql } from '../../kernel/database/database.ts';
import type { Changed, Resource } from '../../kernel/ledger/resource.ts';
import { Shape, type Static, Time, Type, UuidId } from '../../kernel/schema.ts';
import { wireTime } from '../../kernel/time.ts';
import { readTokens, type TokenRow } from './store.ts';

const TokenDocument = Shape('TokenDocument', {
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
});
type TokenDocument = Static<typeof TokenDocument>;

/** A token without what opens anything: neither its text nor the hash of it. */
export const tokenChanged = (row: TokenRow): Changed<TokenDocument> => ({
  id: row.id,
  document: {
    id: row.id,
    name: row.name,
    userId: row.userId,
    scopes: row.scopes,
    ...(row.tagIds === null ? {} : { tagIds: row.tagIds }),
    createdAtTime: wireTime(row.createdAt),
    ...(row.revokedAt === null ? {} : { revokedAtTime: wireTime(row.revokedAt) }),
  },
});

/** What programs show to be let in. One that is revoked is deleted, though its row stays. */
export const token: Resource<TokenDocument> = {
  name: 'token',
  scope: 'Read API Tokens',
  id: 'uuid',
  document: TokenDocument,
  shared: true,
  about: ({ userId }) => [userId],
  read: async (database, orgId, ids) => (await readTokens(database, orgId, ids)).map(tokenChanged),
  present: (orgId) => sql`select id::text from token where org_id = ${orgId} and revoked_at is null`,
};
