import { sql } from '../../kernel/database/database.ts';
import type { Changed, Resource } from '../../kernel/ledger/resource.ts';
import { wireTime } from '../../kernel/time.ts';
import { TokenDocument } from './schema.ts';
import { readTokens, type TokenRow } from './store.ts';

/** A token without what opens anything: neither its text nor the hash of it. */
export const tokenDocument = (row: TokenRow): TokenDocument => ({
  id: row.id,
  name: row.name,
  userId: row.userId,
  scopes: row.scopes,
  ...(row.tagIds === null ? {} : { tagIds: row.tagIds }),
  createdAtTime: wireTime(row.createdAt),
  ...(row.revokedAt === null ? {} : { revokedAtTime: wireTime(row.revokedAt) }),
});

export const tokenChanged = (row: TokenRow): Changed<TokenDocument> => ({
  id: row.id,
  document: tokenDocument(row),
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
