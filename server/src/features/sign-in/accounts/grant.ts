import { sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { endCodes } from '../codes/codes.ts';
import { endSessions } from '../sessions/open.ts';
import { account } from './resource.ts';
import { type AccountRow, type AccountToSave, accountChanged, readAccounts, saveAccount } from './store.ts';

/**
 * Gives somebody an account, or makes it another one inside a write. Sessions that began under other rights end, and codes are withdrawn.
 * Forget the known ones after it.
 */
export async function grantAccount(tx: Tx, wanted: AccountToSave): Promise<AccountRow> {
  const [before] = await readAccounts(tx, tx.orgId, [wanted.personId]);
  const { role, status, tagIds } = wanted;
  const same =
    before?.role === role &&
    before.status === status &&
    JSON.stringify(before.tagIds) === JSON.stringify(tagIds);
  if (before && same) return before;
  const after = await saveAccount(tx, wanted);
  tx.changed(account, before ? 'update' : 'create', [accountChanged(after)]);
  if (before) {
    await endSessions(tx, 'accountChanged', { personId: wanted.personId });
    // Whoever was given a code for a learner must not come in by it as an administrator.
    await endCodes(tx, 'withdrawn', sql`and person_id = ${wanted.personId}::bigint`);
  }
  return after;
}
