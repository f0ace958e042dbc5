import { systemWriter } from '../../../kernel/auth.ts';
import { type Database, sql } from '../../../kernel/database/database.ts';
import { invalid, missing } from '../../../kernel/errors.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { addUser, checkUser, findLogins, type Person } from '../../directory/index.ts';
import { grantAccount } from '../accounts/grant.ts';
import { makeCode, type NewCode } from '../codes/codes.ts';

/** Whom the operator wants to sign in as an administrator. */
export interface AdministratorRequest {
  email: string | undefined;
  /** Of somebody who is not there yet. */
  name: string | undefined;
  purpose: 'operator' | 'demo';
}

/**
 * Makes a link that signs an administrator in: the one there is, a user with this email, or a new one.
 *
 * @throws 400 where it is not clear who is meant
 */
export async function administratorCode(
  database: Database,
  orgId: string,
  request: AdministratorRequest,
): Promise<NewCode> {
  return write(database, systemWriter(orgId, 'cli'), async (tx) => {
    const person = request.email === undefined ? await theOne(tx) : await named(tx, request.email, request);
    await grantAccount(tx, {
      personId: person.id,
      personType: person.type,
      role: 'administrator',
      tagIds: null,
      status: 'active',
    });
    return makeCode(tx, request.purpose, person);
  });
}

async function theOne(tx: Tx): Promise<Person> {
  const rows = await tx.rows(sql`
    select person_id, person_type from account
    where org_id = ${tx.orgId} and role = 'administrator' and status = 'active' order by person_id limit 2`);
  const [one, other] = rows;
  if (!one) throw missing('email');
  if (other) throw invalid('email', 'there are several administrators: name one.');
  return { id: one[0], type: one[1] };
}

async function named(tx: Tx, email: string, { name }: AdministratorRequest): Promise<Person> {
  const known = (await findLogins(tx, email, tx.orgId)).find(({ type }) => type === 'user');
  if (known) return { id: known.id, type: 'user' };
  if (name === undefined) throw missing('name');
  checkUser({ name, email });
  return addUser(tx, { name, email });
}
