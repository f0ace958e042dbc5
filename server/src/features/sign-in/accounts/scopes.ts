import type { Holder } from '../../../kernel/auth.ts';
import { readLogin } from '../../directory/index.ts';
import { rightsOf } from '../roles.ts';
import { readAccounts } from './store.ts';

/** What somebody's account lets them do now: nothing where it is disabled, or they are gone. */
export const scopesOfAccount: Holder = async (database, orgId, personId) => {
  const [account] = await readAccounts(database, orgId, [personId]);
  if (!account) return undefined;
  const login = await readLogin(database, orgId, personId);
  return account.status === 'active' && login?.isActive ? rightsOf(account).scopes : new Set<string>();
};
