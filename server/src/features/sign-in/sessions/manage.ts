import type { Caller, Sight } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { ApiError, invalid, missing, notFound } from '../../../kernel/errors.ts';
import { parseActor } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import { hashPassword, readLogin, setPassword, verifyPassword } from '../../directory/index.ts';
import { recordFailure } from '../attempts/failures.ts';
import { admit, byAddress, byName, evenly, forgive } from '../attempts/limits.ts';
import { forgetSessions } from './identify.ts';
import { endSessions, type Opened, openSession } from './open.ts';
import { sessionChanged } from './resource.ts';
import type { ChangePassword, Session } from './schema.ts';
import type { From } from './sign-in.ts';
import { listSessions, readSessions, type SessionRow } from './store.ts';

/** A session as it is served to whoever asks. */
export const servedSession = (row: SessionRow, caller: Pick<Caller, 'sessionId'>): Session => ({
  ...(sessionChanged(row).document as Omit<Session, 'seenAtTime' | 'isCurrent'>),
  seenAtTime: wireTime(row.seenAt),
  isCurrent: row.id === caller.sessionId,
});

/** Ends a session that `sight` sees, of one person alone where they end their own. @throws 404 */
export async function revokeSession(
  database: Database,
  caller: Caller,
  sight: Sight,
  id: string,
  personId?: string,
): Promise<void> {
  await write(database, { ...caller, ...sight }, async (tx) => {
    const [found] = await listSessions(tx, tx, { id, personId }, undefined, 1);
    if (!found) throw notFound(`id: no session ${id}.`);
    await endSessions(tx, 'revoked', { ids: [found.id] });
  });
  if (!caller.dryRun) forgetSessions(database);
}

/** Whoever has signed in sees all of their own, whatever their tags. */
export const ownSight = ({ orgId }: Caller): Sight => ({ orgId, tagIds: null });

/**
 * Gives whoever asks another password. Their other sessions end, and this one goes on as a new one.
 *
 * @throws 400 where the password until now is wrong or missing; 429
 */
export async function changePassword(
  database: Database,
  caller: Caller,
  input: ChangePassword,
  from: From,
): Promise<Opened> {
  const { id: personId } = parseActor(caller.actor);
  const [login, [session]] = await Promise.all([
    readLogin(database, caller.orgId, personId),
    readSessions(database, caller.orgId, [caller.sessionId as string]),
  ]);
  if (!login || !session) throw new ApiError(401, 'The session has ended. Sign in again.');
  const { passwordHash } = login;
  if (passwordHash !== null) {
    const current = input.currentPassword;
    if (current === undefined) throw missing('currentPassword');
    const [name, address] = [
      byName(`password of ${caller.actor} in ${caller.orgId}`),
      byAddress(from.address),
    ];
    await admit(database, [address, name]);
    await evenly(async () => {
      if (await verifyPassword(passwordHash, current)) return forgive(database, name, address);
      if (!caller.dryRun)
        await recordFailure(database, {
          orgId: caller.orgId,
          personId,
          personType: login.type,
          method: 'password',
          reason: 'wrongPassword',
          address: from.address,
          requestId: from.requestId,
        });
      throw invalid('currentPassword', 'it is wrong.');
    });
  }
  const hash = await hashPassword(input.password);
  let opened: Opened | undefined;
  // What a write answers is what an Idempotency-Key keeps: never a secret.
  await write(database, { ...caller, ...ownSight(caller) }, async (tx) => {
    await setPassword(tx, login, hash);
    await endSessions(tx, 'passwordChanged', { personId });
    opened = await openSession(tx, login, session.method, session.deviceName);
  });
  if (!caller.dryRun) forgetSessions(database);
  return opened as Opened;
}
