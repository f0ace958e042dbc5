import { hashToken } from '../../kernel/auth.ts';
import { type Queryable, sql } from '../../kernel/database.ts';

/** A token as it is listed: everything but the token itself, which nobody can read again. */
export interface TokenRow {
  id: string;
  name: string;
  userId: string;
  scopes: string[];
  tagIds: string[] | null;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** Adds a token by its hash. */
export async function insertToken(
  tx: Queryable,
  orgId: string,
  token: {
    id: string;
    text: string;
    name: string;
    userId: string;
    scopes: string[];
    tagIds: string[] | null;
  },
): Promise<void> {
  await tx.rows(sql`
    insert into token (org_id, id, hash, name, user_id, scopes, tag_ids)
    values (${orgId}, ${token.id}, ${hashToken(token.text)}, ${token.name}, ${token.userId},
            ${token.scopes}, ${token.tagIds}::bigint[])`);
}

/** Every token of the organization, oldest first. */
export async function listTokens(database: Queryable, orgId: string): Promise<TokenRow[]> {
  const rows = await database.rows(sql`
    select id, name, user_id, scopes, tag_ids, created_at, last_used_at, revoked_at
    from token where org_id = ${orgId} order by created_at, id`);
  return rows.map(([id, name, userId, scopes, tagIds, createdAt, lastUsedAt, revokedAt]) => ({
    id,
    name,
    userId,
    scopes,
    tagIds,
    createdAt,
    lastUsedAt,
    revokedAt,
  }));
}

/** Marks a token as revoked; false when there is no such live token. */
export async function revokeToken(tx: Queryable, orgId: string, id: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    update token set revoked_at = now() where org_id = ${orgId} and id = ${id} and revoked_at is null returning 1`);
  return rows.length > 0;
}
