import { randomBytes } from 'node:crypto';
import { systemWriter } from '../../../kernel/auth.ts';
import { type Database, empty, sql } from '../../../kernel/database/database.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { Login } from '../../directory/index.ts';
import { account } from '../accounts/resource.ts';
import {
  type AccountRow,
  accountChanged,
  learnerAccount,
  readAccounts,
  saveAccount,
} from '../accounts/store.ts';
import type { Role } from '../roles.ts';
import type { Method } from '../schema.ts';
import { forgetSessions, hashSecret } from './identify.ts';
import { session, sessionChanged } from './resource.ts';
import type { EndReason } from './schema.ts';
import { endSessionRows, insertSession, organizationsWithOver } from './store.ts';

/** How long sessions live, unused and at most: drivers learn for weeks with one device in their pocket. */
const LIVES: Record<'learner' | 'other', { idle: string; atMost: string }> = {
  learner: { idle: '90 days', atMost: '90 days' },
  other: { idle: '12 hours', atMost: '30 days' },
};

const livesOf = (role: Role) => LIVES[role === 'learner' ? 'learner' : 'other'];

/** A session that has just begun, with the secret that opens it: told once, to the browser. */
export interface Opened {
  orgId: string;
  id: string;
  secret: string;
  seconds: number;
}

/** A new session inside a write, for somebody who has shown who they are. */
export async function openSession(
  tx: Tx,
  person: Pick<Login, 'id' | 'type'>,
  method: Method,
  deviceName: string,
): Promise<Opened> {
  const { role } = await accountOf(tx, person);
  const secret = randomBytes(32).toString('base64url');
  const row = await insertSession(tx, {
    id: newId(),
    hash: hashSecret(secret),
    personId: person.id,
    personType: person.type,
    method,
    deviceName,
    ...livesOf(role),
  });
  tx.changed(session, 'create', [sessionChanged(row)]);
  const seconds = Math.round((Date.parse(wireTime(row.endsAt)) - Date.parse(wireTime(row.madeAt))) / 1000);
  return { orgId: tx.orgId, id: row.id, secret, seconds };
}

/** The account of whoever signs in; of a driver who never did, a new one. */
async function accountOf(tx: Tx, { id, type }: Pick<Login, 'id' | 'type'>): Promise<AccountRow> {
  const [known] = await readAccounts(tx, tx.orgId, [id]);
  if (known) return known;
  const made = await saveAccount(tx, learnerAccount({ id, type }));
  tx.changed(account, 'create', [accountChanged(made)]);
  return made;
}

/** Which sessions to end; all of the organization's that are left out of none. */
export interface Ending {
  ids?: readonly string[];
  personId?: string;
  except?: string;
}

/** Ends sessions inside a write; answers how many there were. Forget the known ones after it. */
export async function endSessions(
  tx: Tx,
  reason: EndReason,
  { ids, personId, except }: Ending,
): Promise<number> {
  const ended = await endSessionRows(
    tx,
    reason,
    sql`${ids ? sql`and id = any(${ids}::uuid[])` : empty}
      ${personId ? sql`and person_id = ${personId}::bigint` : empty}
      ${except ? sql`and id <> ${except}::uuid` : empty}`,
  );
  tx.changed(session, 'delete', ended.map(sessionChanged));
  return ended.length;
}

/** Ends the sessions whose time is over, so that the ledger tells of it. */
export async function endOver(database: Database): Promise<void> {
  for (const orgId of await organizationsWithOver(database))
    await write(database, systemWriter(orgId, 'sessions'), async (tx) => {
      const ended = await endSessionRows(tx, 'over', sql`and (idle_at <= ${tx.at} or ends_at <= ${tx.at})`);
      tx.changed(session, 'delete', ended.map(sessionChanged));
    });
  forgetSessions(database);
}
