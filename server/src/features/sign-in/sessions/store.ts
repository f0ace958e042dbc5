import type { Sight } from '../../../kernel/auth.ts';
import { and, columns, type Queryable, type Row, type Sql, sql } from '../../../kernel/database/database.ts';
import type { PersonType } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { visibleTo } from '../../directory/index.ts';
import type { Method } from '../schema.ts';
import type { EndReason } from './schema.ts';

/** A session; times are PostgreSQL's text. */
export interface SessionRow {
  id: string;
  personId: string;
  personType: PersonType;
  method: Method;
  deviceName: string;
  madeAt: string;
  seenAt: string;
  endsAt: string;
  endedAt: string | null;
  endReason: EndReason | null;
}

const SESSION = columns<SessionRow>({
  id: sql`id`,
  personId: sql`person_id`,
  personType: sql`person_type`,
  method: sql`method`,
  deviceName: sql`device_name`,
  madeAt: sql`made_at`,
  seenAt: sql`seen_at`,
  endsAt: sql`ends_at`,
  endedAt: sql`ended_at`,
  endReason: sql`end_reason`,
});

const select = async (database: Queryable, orgId: string, rest: Sql): Promise<SessionRow[]> =>
  (await database.rows(sql`select ${SESSION.list} from session where org_id = ${orgId} ${rest}`)).map(
    SESSION.read,
  );

/** The sessions among `ids`, those that have ended too. */
export const readSessions = (
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<SessionRow[]> => select(database, orgId, sql`and id = any(${ids}::uuid[])`);

/** Which living sessions are asked for. */
export interface SessionFilter {
  id?: string;
  personId?: string | undefined;
}

/** The living sessions of those whom `sight` sees, newest first, and one more to tell whether another follows. */
export const listSessions = (
  database: Queryable,
  sight: Sight,
  { id, personId }: SessionFilter,
  before: string | undefined,
  limit: number,
): Promise<SessionRow[]> =>
  select(
    database,
    sight.orgId,
    sql`and ended_at is null and idle_at > now() and ends_at > now() ${and(
      id !== undefined && sql`id = ${id}::uuid`,
      personId !== undefined && sql`person_id = ${personId}::bigint`,
      before !== undefined && sql`id < ${before}::uuid`,
    )} ${visibleTo(sight, sql`session.person_id`)} order by id desc limit ${limit + 1}`,
  );

export interface SessionToMake
  extends Pick<SessionRow, 'id' | 'personId' | 'personType' | 'method' | 'deviceName'> {
  hash: Buffer;
  /** How long it lives unused, and at most: PostgreSQL's intervals. */
  idle: string;
  atMost: string;
}

export async function insertSession(tx: Tx, session: SessionToMake): Promise<SessionRow> {
  const { id, hash, personId, personType, method, deviceName, idle, atMost } = session;
  const [row] = await tx.rows(sql`
    insert into session (org_id, id, hash, person_id, person_type, method, device_name, made_at, seen_at, idle,
      idle_at, ends_at)
    values (${tx.orgId}, ${id}, ${hash}, ${personId}, ${personType}, ${method}, ${deviceName}, ${tx.at}, ${tx.at},
      ${idle}, ${tx.at}::timestamptz + ${idle}::interval, ${tx.at}::timestamptz + ${atMost}::interval)
    returning ${SESSION.list}`);
  return SESSION.read(row as Row);
}

/** Ends living sessions; answers them. */
export async function endSessionRows(tx: Tx, reason: EndReason, which: Sql): Promise<SessionRow[]> {
  const rows = await tx.rows(sql`
    update session set ended_at = ${tx.at}, end_reason = ${reason}
    where org_id = ${tx.orgId} and ended_at is null ${which} returning ${SESSION.list}`);
  return rows.map(SESSION.read);
}

/** The living session that a secret opens, in whatever organization. */
export async function findSession(
  database: Queryable,
  hash: Buffer,
): Promise<{ orgId: string; id: string; personId: string; personType: PersonType } | undefined> {
  const [row] = await database.rows(sql`
    select org_id, id, person_id, person_type from session
    where hash = ${hash} and ended_at is null and idle_at > now() and ends_at > now()`);
  return row && { orgId: row[0], id: row[1], personId: row[2], personType: row[3] };
}

/** Notes that a session is in use, which puts off its end. */
export async function noteUse(database: Queryable, orgId: string, id: string): Promise<void> {
  await database.rows(sql`
    update session set seen_at = now(), idle_at = now() + idle
    where org_id = ${orgId} and id = ${id} and ended_at is null and idle_at > now()`);
}

/** The organizations that have sessions whose time is over. */
export async function organizationsWithOver(database: Queryable): Promise<string[]> {
  const rows = await database.rows(sql`
    select distinct org_id from session where ended_at is null and (idle_at <= now() or ends_at <= now())`);
  return rows.map(([orgId]) => orgId);
}
