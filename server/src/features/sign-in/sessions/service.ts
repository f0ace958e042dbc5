import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, holds } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import { organizationName, organizationSettings, readLogin } from '../../directory/index.ts';
import { readAccounts } from '../accounts/store.ts';
import { rightsOf } from '../roles.ts';
import type { SessionCookie } from './cookie.ts';
import { deviceOf } from './device.ts';
import { forgetSessions, hashSecret } from './identify.ts';
import { endSessions, type Opened } from './open.ts';
import type { CurrentSession } from './schema.ts';
import type { From } from './sign-in.ts';
import { findSession, readSessions } from './store.ts';

/** Where a request comes from, and what to call the device. */
export const fromOf = (request: FastifyRequest, deviceName: string | undefined): From => ({
  address: request.ip,
  requestId: request.id,
  deviceName: deviceName ?? deviceOf(request.headers['user-agent']),
});

/** Ends the session that a browser had before it signed in again: nobody goes on with what was there before. */
export async function replaceCookie(
  database: Database,
  cookie: SessionCookie,
  request: FastifyRequest,
  reply: FastifyReply,
  opened: Opened,
): Promise<void> {
  const before = cookie.read(request.headers.cookie);
  const old = before === undefined ? undefined : await findSession(database, hashSecret(before));
  if (old) {
    const { orgId, id, personId, personType } = old;
    const writer = { orgId, tagIds: null, actor: `${personType}-${personId}`, requestId: request.id };
    await write(database, writer, (tx) => endSessions(tx, 'signedInAgain', { ids: [id] }));
    forgetSessions(database);
  }
  reply.header('set-cookie', cookie.set(opened.secret, opened.seconds));
}

/** Signs whoever asks out, in this browser alone. */
export async function signOut(database: Database, caller: Caller): Promise<void> {
  const unlimited = { ...caller, tagIds: null };
  await write(database, unlimited, (tx) =>
    endSessions(tx, 'signedOut', { ids: [caller.sessionId as string] }),
  );
  if (!caller.dryRun) forgetSessions(database);
}

/** A session as whoever has it sees it. `scopes` are all there are. @throws 404 for one that has just ended */
export async function currentSession(
  database: Database,
  { orgId, id }: Pick<Opened, 'orgId' | 'id'>,
  scopes: readonly string[],
): Promise<CurrentSession> {
  const [row] = await readSessions(database, orgId, [id]);
  if (!row) throw notFound('The session has ended.');
  const [[account], login, name, { timeZone }] = await Promise.all([
    readAccounts(database, orgId, [row.personId]),
    readLogin(database, orgId, row.personId),
    organizationName(database, orgId),
    organizationSettings(database, orgId),
  ]);
  if (!account || !login) throw notFound('The account is gone.');
  const rights = rightsOf(account);
  return {
    id: row.id,
    person: {
      id: login.id,
      type: login.type,
      name: login.name,
      ...(login.login === null ? {} : { login: login.login }),
    },
    organization: { id: orgId, name },
    role: account.role,
    scopes: scopes.filter((scope) => holds(rights.scopes, scope)),
    ...(rights.tagIds === null ? {} : { tagIds: rights.tagIds }),
    timeZone,
    locale: 'en-US',
    method: row.method,
    deviceName: row.deviceName,
    madeAtTime: wireTime(row.madeAt),
    endsAtTime: wireTime(row.endsAt),
  };
}
