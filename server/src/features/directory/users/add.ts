import { firstProblem } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import type { Person } from '../people/find.ts';
import { checkUsers } from './checks.ts';
import { saveUsers } from './save.ts';

/** @throws 400 for what is no name or address of a user */
export const checkUser = (fields: { name: string; email: string }): void =>
  checkUsers([{ fields }], firstProblem);

/** Adds a user without roles, inside a write. @throws 400 for an address that is taken */
export async function addUser(tx: Tx, fields: { name: string; email: string }): Promise<Person> {
  const [added] = await saveUsers(
    tx,
    [{ fields: { ...fields, authType: 'default', roles: [] } }],
    firstProblem,
  );
  if (!added) throw new Error('no user was added');
  return { type: 'user', id: added.id };
}
