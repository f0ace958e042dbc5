import { FULL_ACCESS, newToken, systemWriter } from '../../kernel/auth.ts';
import { type Database, sql } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/ledger/resource.ts';
import { type Stamp, type Writer, write, writeInside } from '../../kernel/ledger/write.ts';
import { addDefaultRoles, addServiceAccount, addSystemUser, organization } from '../directory/index.ts';
import { insertToken, revokeToken } from './store.ts';

/** What a new token may do. */
export interface TokenRequest {
  name: string;
  /** As worded in the public spec, or "Full Access", or "Read-only". */
  scopes: string[];
  /** Tags the token is limited to; null for the whole organization. */
  tagIds: string[] | null;
  /** The token's text, to set a known one; made when absent. */
  text?: string;
}

/** A new token; `token` is its text and is never shown again. */
export interface NewToken {
  id: string;
  token: string;
  userId: string;
}

/** Makes an organization with a first full-access token. */
export async function createOrganization(
  database: Database,
  request: { name: string; token?: string; tokenName?: string },
): Promise<NewToken & { orgId: string }> {
  const first = {
    name: request.tokenName ?? 'First token',
    scopes: [FULL_ACCESS],
    tagIds: null,
    text: request.token,
  };
  return database.transaction(async (tx) => {
    const [row] = await tx.rows(sql`
      with made as (insert into org (name) values (${request.name}) returning org_id)
      insert into org_head (org_id) select org_id from made returning org_id`);
    const orgId = row?.[0] as string;
    const token = await writeInside(tx, operator(orgId), async (inside) => {
      inside.changed(organization, 'create', [orgId]);
      await addSystemUser(inside);
      await addDefaultRoles(inside);
      return addToken(inside, orgId, inside, first);
    });
    return { orgId, ...token };
  });
}

/** Makes a token and the directory user it acts as, so that createdBy and updatedBy always name someone. */
export async function createToken(
  database: Database,
  orgId: string,
  request: TokenRequest,
): Promise<NewToken> {
  return write(database, operator(orgId), (tx) => addToken(tx, orgId, tx, request));
}

async function addToken(tx: Tx, orgId: string, stamp: Stamp, request: TokenRequest): Promise<NewToken> {
  const userId = await addServiceAccount(tx, request.name);
  const made = { id: newId(), text: request.text ?? newToken(), userId };
  await insertToken(tx, orgId, { ...request, ...made });
  stamp.record(tokenChange(made.id, 'create', request));
  return { id: made.id, token: made.text, userId };
}

/** Revokes a token; false when there is no such live token. */
export async function withdrawToken(database: Database, orgId: string, id: string): Promise<boolean> {
  return write(database, operator(orgId), async (tx, stamp) => {
    const revoked = await revokeToken(tx, orgId, id);
    if (revoked) stamp.record(tokenChange(id, 'delete', {}));
    return revoked;
  });
}

/** Who acts when the operator uses the command line. */
const operator = (orgId: string): Writer => systemWriter(orgId, 'cli');

const tokenChange = (id: string, operation: 'create' | 'delete', request: Partial<TokenRequest>) => ({
  resource: 'token',
  id,
  operation,
  document: JSON.stringify({
    id,
    name: request.name,
    scopes: request.scopes,
    tagIds: request.tagIds ?? undefined,
  }),
});
