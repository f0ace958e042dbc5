import type { Database } from '../../../kernel/database/database.ts';
import { ApiError, conflict } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/ledger/write.ts';
import {
  findLogins,
  hashPassword,
  isOldHash,
  type Login,
  replaceHash,
  verifyPassword,
} from '../../directory/index.ts';
import { readAccounts } from '../accounts/store.ts';
import { recordFailure, type SignInFailure } from '../attempts/failures.ts';
import { admit, byAddress, byName, evenly, forgive } from '../attempts/limits.ts';
import { type Opened, openSession } from './open.ts';
import type { SignIn } from './schema.ts';

/** Where a request comes from. */
export interface From {
  address: string;
  requestId: string;
  deviceName: string;
}

const wrong = (): ApiError => new ApiError(401, 'The name or the password is wrong.');

/** Compared with where there is no password, so that an unknown name takes as long as a known one. */
let nobodys: Promise<string> | undefined;

/**
 * Signs somebody in by their password. A name that nobody has, a wrong password, an account that is disabled: all are
 * the same answer, after about the same time.
 *
 * @throws 401; 409 where the same name and password are good in several organizations; 429 for too many attempts
 */
export async function signIn(database: Database, input: SignIn, from: From): Promise<Opened> {
  const [name, address] = [byName(input.name), byAddress(from.address)];
  await admit(database, [address, name]);
  return evenly(async () => {
    const orgId = /^\d{1,18}$/.test(input.organization ?? '') ? input.organization : undefined;
    const logins =
      input.organization !== undefined && !orgId ? [] : await findLogins(database, input.name, orgId);
    const good = await thoseThatFit(database, logins, input.password, from);
    const [login, other] = good;
    if (!login) throw wrong();
    await forgive(database, name, address);
    if (other)
      throw conflict(
        `The same name and password are good in several organizations. Name one as organization: ${good.map(({ orgId }) => orgId).join(', ')}.`,
      );
    return open(database, login, input.password, from);
  });
}

/** Those who have this password and may sign in; the ledger is told of those who may not. */
async function thoseThatFit(
  database: Database,
  logins: readonly Login[],
  password: string,
  from: From,
): Promise<Login[]> {
  const good: Login[] = [];
  const failed: { login: Login; reason: SignInFailure['reason'] }[] = [];
  if (logins.every(({ passwordHash }) => passwordHash === null)) await compareWithNobodys(password);
  for (const login of logins) {
    const reason = await whyNot(database, login, password);
    if (reason) failed.push({ login, reason });
    else good.push(login);
  }
  // Where one of several is meant, the others were not tried.
  if (good.length === 0)
    for (const { login, reason } of failed)
      await recordFailure(database, {
        orgId: login.orgId,
        personId: login.id,
        personType: login.type,
        method: 'password',
        reason,
        address: from.address,
        requestId: from.requestId,
      });
  return good;
}

async function compareWithNobodys(password: string): Promise<void> {
  nobodys ??= hashPassword('nobody has this password');
  await verifyPassword(await nobodys, password);
}

async function whyNot(
  database: Database,
  { orgId, id, type, passwordHash, isActive }: Login,
  password: string,
): Promise<SignInFailure['reason'] | undefined> {
  if (passwordHash === null) return 'noPassword';
  if (!(await verifyPassword(passwordHash, password))) return 'wrongPassword';
  const [account] = await readAccounts(database, orgId, [id]);
  const mayHaveOne = account ? account.status === 'active' : type === 'driver';
  return isActive && mayHaveOne ? undefined : 'disabled';
}

async function open(database: Database, login: Login, password: string, from: From): Promise<Opened> {
  const { orgId, id, type, passwordHash } = login;
  const newHash = passwordHash && isOldHash(passwordHash) ? await hashPassword(password) : undefined;
  const writer = { orgId, tagIds: null, actor: `${type}-${id}`, requestId: from.requestId };
  return write(database, writer, async (tx) => {
    if (passwordHash && newHash) await replaceHash(tx, id, passwordHash, newHash);
    return openSession(tx, login, 'password', from.deviceName);
  });
}
