import type { Database } from '../../../kernel/database/database.ts';
import { sql } from '../../../kernel/database/database.ts';
import { ApiError, invalid, missing } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { hashPassword, readLogin, setPassword } from '../../directory/index.ts';
import { readAccounts } from '../accounts/store.ts';
import { admit, byAddress, evenly } from '../attempts/limits.ts';
import { bindDevice, requirePin } from '../devices/pin.ts';
import { forgetSessions, hashSecret } from '../sessions/identify.ts';
import { endSessions, type Opened, openSession } from '../sessions/open.ts';
import type { From } from '../sessions/sign-in.ts';
import { endCodes } from './codes.ts';
import type { UseCode } from './schema.ts';
import { findCode } from './store.ts';

/** A code that was used, withdrawn, is over or never was: never says which. */
export const spent = (): ApiError => new ApiError(401, 'The link is good no more. Ask for another one.');

/**
 * Signs in whom a code is for, once, with another password if one is given.
 *
 * @throws 400 where an invitation comes without a password; 401; 429
 */
export async function useCode(
  database: Database,
  input: UseCode,
  from: From,
): Promise<Opened & { deviceSecret?: string }> {
  await admit(database, [byAddress(from.address)]);
  return evenly(async () => {
    const code = await findCode(database, hashSecret(input.code));
    if (!code?.personId) throw spent();
    const { orgId, id, personId, purpose } = code;
    const [login, [account]] = await Promise.all([
      readLogin(database, orgId, personId),
      readAccounts(database, orgId, [personId]),
    ]);
    if (!login?.isActive || account?.status !== 'active') throw spent();
    if (purpose === 'invitation' && input.password === undefined) throw missing('password');
    if (purpose === 'demo' && input.password !== undefined)
      throw invalid('password', 'the link of a demo sets none.');
    const binds = purpose === 'screen' || purpose === 'paper';
    if (binds && input.pin === undefined) throw missing('pin');
    if (binds && input.password !== undefined) throw invalid('password', 'such a code takes a PIN alone.');
    if (!binds && input.pin !== undefined) throw invalid('pin', 'this link takes none.');
    if (input.pin !== undefined) requirePin(input.pin);
    // Six digits are not enough for those who see others.
    if (binds && account.role !== 'learner') throw spent();
    const pinHash = input.pin === undefined ? undefined : await hashPassword(input.pin);
    const hash = input.password === undefined ? undefined : await hashPassword(input.password);
    const writer = { orgId, tagIds: null, actor: `${login.type}-${personId}`, requestId: from.requestId };
    const opened = await write(database, writer, async (tx) => {
      // Of two who use it at once, one is too late.
      if ((await endCodes(tx, 'used', sql`and id = ${id}::uuid and ends_at > ${tx.at}`)) === 0) throw spent();
      if (hash) {
        await setPassword(tx, login, hash);
        await endSessions(tx, 'passwordChanged', { personId });
      }
      const opened = await openSession(tx, login, 'link', from.deviceName);
      if (!pinHash) return opened;
      return { ...opened, deviceSecret: await bindDevice(tx, login, pinHash, from.deviceName) };
    });
    if (hash) forgetSessions(database);
    return opened;
  });
}
