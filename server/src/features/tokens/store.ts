import { hashToken } from '../../kernel/auth.ts';
import { and, columns, type Queryable, type Row, sql } from '../../kernel/database/database.ts';
import type { Tx } from '../../kernel/ledger/resource.ts';

/** A token: everything but its text, which nobody can read again. Times are PostgreSQL's text. */
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

const TOKEN = columns<TokenRow>({
  id: sql`id`,
  name: sql`name`,
  userId: sql`user_id`,
  scopes: sql`scopes`,
  tagIds: sql`tag_ids`,
  createdAt: sql`created_at`,
  lastUsedAt: sql`last_used_at`,
  revokedAt: sql`revoked_at`,
});

/** A token to make; `text` is what its holder sends, and only its hash is kept. */
export interface TokenToMake extends Pick<TokenRow, 'id' | 'name' | 'userId' | 'scopes' | 'tagIds'> {
  text: string;
}

export async function insertToken(tx: Tx, token: TokenToMake): Promise<TokenRow> {
  const { id, text, name, userId, scopes, tagIds } = token;
  const [row] = await tx.rows(sql`
    insert into token (org_id, id, hash, name, user_id, scopes, tag_ids, created_at)
    values (${tx.orgId}, ${id}, ${hashToken(text)}, ${name}, ${userId}, ${scopes}, ${tagIds}::bigint[], ${tx.at})
    returning ${TOKEN.list}`);
  return TOKEN.read(row as Row);
}

/** Whether a token has this text, in whatever organization. */
export const tokenExists = async (database: Queryable, text: string): Promise<boolean> =>
  (await database.rows(sql`select org_id from token where hash = ${hashToken(text)}`)).length > 0;

/** Every token of the organization, oldest first. */
export async function listTokens(database: Queryable, orgId: string): Promise<TokenRow[]> {
  const rows = await database.rows(sql`
    select ${TOKEN.list} from token where org_id = ${orgId} order by created_at, id`);
  return rows.map(TOKEN.read);
}

/** One page of those that are good, or were revoked, and one more to tell whether another follows. */
export async function pageOfTokens(
  database: Queryable,
  orgId: string,
  isRevoked: boolean,
  afterId: string | undefined,
  limit: number,
): Promise<TokenRow[]> {
  const rows = await database.rows(sql`
    select ${TOKEN.list} from token where org_id = ${orgId} and (revoked_at is not null) = ${isRevoked}
      ${and(afterId !== undefined && sql`id > ${afterId}::uuid`)}
    order by id limit ${limit + 1}`);
  return rows.map(TOKEN.read);
}

/** The tokens among `ids`, in no order. */
export async function readTokens(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<TokenRow[]> {
  const rows = await database.rows(sql`
    select ${TOKEN.list} from token where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map(TOKEN.read);
}

/** Marks a token as revoked; undefined when there is no such live token. */
export async function revokeToken(tx: Tx, id: string): Promise<TokenRow | undefined> {
  const [row] = await tx.rows(sql`
    update token set revoked_at = ${tx.at} where org_id = ${tx.orgId} and id = ${id} and revoked_at is null
    returning ${TOKEN.list}`);
  return row && TOKEN.read(row);
}
