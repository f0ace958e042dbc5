import { type Caller, holds } from '../../../kernel/auth.ts';
import { type Database, sql } from '../../../kernel/database/database.ts';
import { denied, invalid, notFound } from '../../../kernel/errors.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { findPeople, type Person } from '../../directory/index.ts';
import { grantAccount } from '../accounts/grant.ts';
import { learnerAccount, readAccounts } from '../accounts/store.ts';
import { endCodes, makeCode, type NewCode, pathOf } from './codes.ts';
import { servedCode } from './resource.ts';
import type { CreateSignInCode, SignInCode } from './schema.ts';
import { listCodes } from './store.ts';

/**
 * Makes a code for somebody whom the caller sees. Its text is told beside what the write answers, which an
 * Idempotency-Key would keep.
 *
 * @throws 400 for a user without an account; 403 for somebody who may do more than learn; 404
 */
export async function createCode(
  database: Database,
  caller: Caller,
  { personId, purpose }: CreateSignInCode,
): Promise<SignInCode & { code?: string; path?: string }> {
  const [person] = await findPeople(database, caller, 'personId', [personId]);
  let made: NewCode | undefined;
  const served = await write(database, caller, async (tx) => {
    await requireLearner(tx, caller, person as Person, purpose);
    made = await makeCode(tx, purpose, person);
    return servedCode(made.row);
  });
  if (!made || caller.dryRun) return served;
  return { ...served, code: made.code, path: pathOf(made.row, made.code) };
}

/** Whoever hands out codes must not become by one what they are not. */
async function requireLearner(
  tx: Tx,
  { scopes }: Caller,
  person: Person,
  purpose: CreateSignInCode['purpose'],
): Promise<void> {
  const [account] = await readAccounts(tx, tx.orgId, [person.id]);
  if (!account && person.type === 'user')
    throw invalid('personId', 'they have no account: give them one first (POST /accounts).');
  if (account?.status === 'disabled') throw invalid('personId', 'their account is disabled.');
  if (account && account.role !== 'learner' && !holds(scopes, 'Write Accounts'))
    throw denied('Only an administrator makes codes of others than learners.');
  const binds = purpose === 'screen' || purpose === 'paper';
  if (binds && account && account.role !== 'learner')
    throw invalid('purpose', 'a PIN is for learners: use invitation.');
  if (!account) await grantAccount(tx, learnerAccount(person));
}

/** Withdraws a code. @throws 404 */
export const withdrawCode = (database: Database, caller: Caller, id: string): Promise<void> =>
  write(database, caller, async (tx) => {
    const [found] = await listCodes(tx, tx, { id }, undefined, 1);
    if (!found) throw notFound(`id: no code ${id}.`);
    await endCodes(tx, 'withdrawn', sql`and id = ${found.id}::uuid`);
  });
