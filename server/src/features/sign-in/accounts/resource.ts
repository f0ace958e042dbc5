import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { AccountDocument } from './schema.ts';
import { accountChanged, readAccounts } from './store.ts';

/** That somebody may sign in, and as what. */
export const account: Resource<AccountDocument> = {
  name: 'account',
  scope: 'Read Accounts',
  id: 'number',
  document: AccountDocument,
  // A learner's begins by itself, with their first sign-in or code.
  shared: (_sight, operation) => operation !== 'create',
  about: ({ id }) => [id],
  read: async (database, orgId, ids) => (await readAccounts(database, orgId, ids)).map(accountChanged),
  present: (orgId) => sql`select person_id::text from account where org_id = ${orgId}`,
};
