import { systemWriter } from '../../../kernel/auth.ts';
import { type Database, type Queryable, sql } from '../../../kernel/database/database.ts';
import { write } from '../../../kernel/ledger/write.ts';
import {
  addUser,
  applyOrganizationSettings,
  checkUser,
  hashPassword,
  requireZone,
  setPassword,
} from '../../directory/index.ts';
import { renameOrganization } from '../../tokens/index.ts';
import { grantAccount } from '../accounts/grant.ts';
import { admit, byAddress, evenly } from '../attempts/limits.ts';
import { endCodes, makeCode, type NewCode } from '../codes/codes.ts';
import type { SetUp } from '../codes/schema.ts';
import { findCode } from '../codes/store.ts';
import { spent } from '../codes/use.ts';
import { hashSecret } from '../sessions/identify.ts';
import { type Opened, openSession } from '../sessions/open.ts';
import type { From } from '../sessions/sign-in.ts';

/** Whether nobody has an account, in whatever organization. */
export const isSetUpNeeded = async (database: Queryable): Promise<boolean> =>
  (await database.rows(sql`select org_id from account limit 1`)).length === 0;

/**
 * The code that sets up the oldest organization, while nobody has an account and no such code is good: undefined
 * otherwise. The same text asked for again is the same code: a database that goes away may have made it without
 * saying so.
 */
export async function firstCode(database: Database, text: string): Promise<NewCode | undefined> {
  if (!(await isSetUpNeeded(database))) return undefined;
  const [org] = await database.rows(sql`select org_id from org order by created_at, org_id limit 1`);
  if (!org) return undefined;
  return write(database, systemWriter(org[0], 'start'), async (tx) => {
    const [known] = await tx.rows(sql`
      select hash from sign_in_code
      where org_id = ${tx.orgId} and purpose = 'setup' and ended_at is null and ends_at > ${tx.at}`);
    if (known) {
      const own = await findCode(tx, hashSecret(text));
      return own && { row: own, code: text };
    }
    return makeCode(tx, 'setup', undefined, text);
  });
}

/**
 * Names the organization and makes its first administrator, who is signed in: once.
 *
 * @throws 400 for what is wrong with the words; 401 for a code that is good no more; 429
 */
export async function setUp(database: Database, input: SetUp, from: From): Promise<Opened> {
  const { organization, timeZone, name, email } = input;
  requireZone(timeZone);
  checkUser({ name, email });
  await admit(database, [byAddress(from.address)]);
  return evenly(async () => {
    const code = await findCode(database, hashSecret(input.code));
    if (code?.purpose !== 'setup') throw spent();
    const hash = await hashPassword(input.password);
    return write(database, systemWriter(code.orgId, from.requestId), async (tx) => {
      const used = await endCodes(tx, 'used', sql`and id = ${code.id}::uuid and ends_at > ${tx.at}`);
      if (used === 0 || !(await isSetUpNeeded(tx))) throw spent();
      await renameOrganization(tx, organization);
      await applyOrganizationSettings(tx, { timeZone });
      const person = await addUser(tx, { name, email });
      await setPassword(tx, person, hash);
      await grantAccount(tx, {
        personId: person.id,
        personType: person.type,
        role: 'administrator',
        tagIds: null,
        status: 'active',
      });
      return openSession(tx, person, 'link', from.deviceName);
    });
  });
}
