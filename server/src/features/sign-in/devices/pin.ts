import { randomBytes } from 'node:crypto';
import type { Caller } from '../../../kernel/auth.ts';
import { type Database, sql } from '../../../kernel/database/database.ts';
import { ApiError, invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { hashPassword, type Login, readLogin, verifyPassword } from '../../directory/index.ts';
import { readAccounts } from '../accounts/store.ts';
import { recordFailure } from '../attempts/failures.ts';
import { admit, byAddress, evenly } from '../attempts/limits.ts';
import { hashSecret } from '../sessions/identify.ts';
import { type Opened, openSession } from '../sessions/open.ts';
import type { From } from '../sessions/sign-in.ts';
import {
  type Counted,
  clearPins,
  countPin,
  deviceChanged,
  endDevices,
  insertDevice,
  listDevices,
  signInDevice,
} from './store.ts';

/** Wrong PINs in a row that end a device. */
const MOST_WRONG = 5;

/** @throws 400 for what is no PIN, or the first that anybody would try */
export function requirePin(pin: string): void {
  if (!/^\d{6}$/.test(pin)) throw invalid('pin', 'use six digits.');
  const steps = new Set([...pin].slice(1).map((digit, n) => (Number(digit) - Number(pin[n]) + 10) % 10));
  if (steps.size === 1 && [0, 1, 9].includes([...steps][0] as number))
    throw invalid('pin', 'it is too easy to guess: use other digits.');
}

/** Binds a device to somebody by a PIN, inside a write; answers the secret that its cookie has. */
export async function bindDevice(
  tx: Tx,
  person: Pick<Login, 'id' | 'type'>,
  pinHash: string,
  deviceName: string,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const row = await insertDevice(tx, {
    id: newId(),
    hash: hashSecret(secret),
    personId: person.id,
    personType: person.type,
    deviceName,
    pinHash,
  });
  tx.changed(signInDevice, 'create', [deviceChanged(row)]);
  return secret;
}

const wrong = (): ApiError =>
  new ApiError(
    401,
    'The PIN is wrong, or this device is not known. After five wrong ones it takes a new code.',
  );

/** Signs in whose device it is by their PIN. @throws 401; 429 */
export async function signInByPin(
  database: Database,
  secret: string | undefined,
  pin: string,
  from: From,
): Promise<Opened> {
  await admit(database, [byAddress(from.address)]);
  return evenly(async () => {
    // Counted first: of many at once, no more than five are compared.
    const device =
      secret === undefined ? undefined : await countPin(database, hashSecret(secret), MOST_WRONG);
    if (!device) {
      await hashPassword(pin);
      throw wrong();
    }
    const { orgId, id, personId, personType, deviceName } = device;
    const reason = await whyNot(database, device, pin);
    if (reason) {
      const failure = { orgId, personId, personType, method: 'pin', reason, address: from.address } as const;
      await recordFailure(database, { ...failure, requestId: from.requestId });
      if (device.failures >= MOST_WRONG) await endFor(database, device, from.requestId);
      throw wrong();
    }
    const writer = { orgId, tagIds: null, actor: `${personType}-${personId}`, requestId: from.requestId };
    return write(database, writer, async (tx) => {
      await clearPins(tx, id);
      return openSession(tx, { id: personId, type: personType }, 'pin', deviceName);
    });
  });
}

async function whyNot(
  database: Database,
  { orgId, personId, pinHash }: Counted,
  pin: string,
): Promise<'wrongPin' | 'disabled' | undefined> {
  if (!(await verifyPassword(pinHash, pin))) return 'wrongPin';
  const [[account], login] = await Promise.all([
    readAccounts(database, orgId, [personId]),
    readLogin(database, orgId, personId),
  ]);
  // Six digits are not enough for those who see others.
  return login?.isActive && account?.status === 'active' && account.role === 'learner'
    ? undefined
    : 'disabled';
}

const endFor = async (database: Database, { orgId, id, personId, personType }: Counted, requestId: string) =>
  write(database, { orgId, tagIds: null, actor: `${personType}-${personId}`, requestId }, (tx) =>
    endDevices(tx, 'wrongPins', sql`and id = ${id}::uuid`),
  );

/** Has a device take no PIN any more. @throws 404 */
export const revokeDevice = (database: Database, caller: Caller, id: string): Promise<void> =>
  write(database, caller, async (tx) => {
    const [found] = await listDevices(tx, tx, id, undefined, 1);
    if (!found) throw notFound(`id: no device ${id}.`);
    await endDevices(tx, 'revoked', sql`and id = ${found.id}::uuid`);
  });
