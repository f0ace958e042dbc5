import { newToken, systemWriter } from '../../kernel/auth.ts';
import type { Database } from '../../kernel/database/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/ledger/resource.ts';
import { write } from '../../kernel/ledger/write.ts';
import { addServiceAccount } from '../directory/index.ts';
import { token, tokenChanged } from './resource.ts';
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

/** Makes a token and the directory user it acts as, so that createdBy and updatedBy always name someone. */
export async function addToken(tx: Tx, { text = newToken(), ...request }: TokenRequest): Promise<NewToken> {
  const userId = await addServiceAccount(tx, request.name);
  const row = await insertToken(tx, { ...request, id: newId(), text, userId });
  tx.changed(token, 'create', [tokenChanged(row)]);
  return { id: row.id, token: text, userId };
}

/** Makes a token on the operator's behalf. */
export const createToken = (database: Database, orgId: string, request: TokenRequest): Promise<NewToken> =>
  write(database, systemWriter(orgId, 'cli'), (tx) => addToken(tx, request));

/** Revokes a token; false when there is no such live token. */
export const withdrawToken = (database: Database, orgId: string, id: string): Promise<boolean> =>
  write(database, systemWriter(orgId, 'cli'), async (tx) => {
    const row = await revokeToken(tx, id);
    if (row) tx.changed(token, 'delete', [tokenChanged(row)]);
    return row !== undefined;
  });
