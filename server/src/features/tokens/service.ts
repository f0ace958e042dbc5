import { type Caller, FULL_ACCESS, holds, READ_ONLY } from '../../kernel/auth.ts';
import type { Database } from '../../kernel/database/database.ts';
import { denied, invalid, notFound } from '../../kernel/errors.ts';
import { isNumericId } from '../../kernel/ids.ts';
import { write } from '../../kernel/ledger/write.ts';
import { wireTime } from '../../kernel/time.ts';
import { unknownTags } from '../directory/index.ts';
import { token, tokenChanged, tokenDocument } from './resource.ts';
import type { ApiToken, CreateToken } from './schema.ts';
import { readTokens, revokeToken, type TokenRow } from './store.ts';
import { addToken } from './tokens.ts';

/** @throws 403 for whoever is limited to tags: tokens are of the whole organization */
export function requireWhole({ tagIds }: Pick<Caller, 'tagIds'>): void {
  if (tagIds) throw denied('This token is limited to tags, and "token" is shared by the whole organization.');
}

/** A token as it is served: without what opens anything. */
export const servedToken = (row: TokenRow): ApiToken => ({
  ...tokenDocument(row),
  ...(row.lastUsedAt === null ? {} : { seenAtTime: wireTime(row.lastUsedAt) }),
});

/** What somebody can give: nobody gives more than they have. */
export const givable = (caller: Caller, known: ReadonlySet<string>): string[] => [
  ...[FULL_ACCESS, READ_ONLY].filter((all) => caller.scopes.has(FULL_ACCESS) || caller.scopes.has(all)),
  ...[...known].filter((scope) => holds(caller.scopes, scope)).sort(),
];

/**
 * Makes a token. Its text is told beside what the write answers, which an Idempotency-Key would keep.
 *
 * @throws 400 for a scope that there is not; 403 for one that the caller lacks; 404 for a tag
 */
export async function makeToken(
  database: Database,
  caller: Caller,
  known: ReadonlySet<string>,
  { name, scopes, tagIds }: CreateToken,
): Promise<ApiToken & { token?: string }> {
  requireWhole(caller);
  const may = new Set(givable(caller, known));
  for (const scope of scopes) {
    if (may.has(scope)) continue;
    if (known.has(scope) || scope === FULL_ACCESS || scope === READ_ONLY)
      throw denied(`You lack "${scope}", and cannot give it to a token.`);
    throw invalid('scopes', `there is no scope "${scope.slice(0, 60)}": GET /tokens/scopes lists them.`);
  }
  const odd =
    tagIds?.find((id) => !isNumericId(id)) ?? (await unknownTags(database, caller.orgId, tagIds ?? []))[0];
  if (odd !== undefined) throw notFound(`tagIds: no tag ${odd.slice(0, 60)}.`);
  let text: string | undefined;
  const served = await write(database, caller, async (tx) => {
    const made = await addToken(tx, {
      name,
      scopes: [...new Set(scopes)],
      tagIds: tagIds ? [...new Set(tagIds)] : null,
    });
    text = made.token;
    const [row] = await readTokens(tx, tx.orgId, [made.id]);
    return servedToken(row as TokenRow);
  });
  // A replay has none; and one that was not kept opens nothing.
  return text === undefined || caller.dryRun ? served : { ...served, token: text };
}

/** Revokes a token. @throws 404 where there is none that is good */
export const endToken = async (database: Database, caller: Caller, id: string): Promise<void> => {
  requireWhole(caller);
  await write(database, caller, async (tx) => {
    const row = await revokeToken(tx, id);
    if (!row) throw notFound(`id: no token ${id} that is good.`);
    tx.changed(token, 'delete', [tokenChanged(row)]);
  });
};
