import type { Queryable } from '../../../kernel/database/database.ts';
import { sql } from '../../../kernel/database/database.ts';

/** Up to where the kept statuses of an organization follow its ledger. */
export interface Position {
  /** The last entry that is followed whole. */
  seq: string;
  /** How far into the next one; empty at its beginning. */
  resource: string;
  id: string;
}

/** How long a process that shows no sign of life keeps an organization for itself. */
const LEASE = sql`clock_timestamp() + interval '20 seconds'`;

/** Another process follows for the organization by now. */
export class NoLongerOurs extends Error {}

/** The organizations that have something to follow and that no process follows for. */
export async function organizationsBehind(database: Queryable): Promise<string[]> {
  const rows = await database.rows(sql`
    select follower.org_id from requirement_follower follower
    join org_head head on head.org_id = follower.org_id
    where follower.lease_until < now() and (
      head.last_seq > follower.seq
      or exists (select 1 from requirement_sweep sweep where sweep.org_id = follower.org_id)
      or exists (select 1 from requirement_status status where status.org_id = follower.org_id
        and status.next_change_at <= now())
      or exists (select 1 from requirement_status status where status.org_id = follower.org_id
        and status.assign_at <= now()))`);
  return rows.map(([orgId]) => orgId);
}

/** Begins to follow for an organization that published its first requirement, from that entry on. */
export async function beginFollowing(tx: Queryable & { orgId: string; seq: string }): Promise<void> {
  await tx.rows(sql`
    insert into requirement_follower (org_id, seq) values (${tx.orgId}, ${tx.seq}::bigint - 1)
    on conflict do nothing`);
}

/** Takes an organization that nobody follows for; undefined when somebody does. */
export async function takeLease(
  database: Queryable,
  orgId: string,
  leaseId: string,
): Promise<Position | undefined> {
  const [row] = await database.rows(sql`
    with taken as (
      update requirement_follower set lease_id = ${leaseId}, lease_until = ${LEASE}
      where org_id = ${orgId} and lease_until < clock_timestamp() returning seq, resource, id)
    select seq, resource, id from taken`);
  return row && { seq: row[0], resource: row[1], id: row[2] };
}

export async function releaseLease(database: Queryable, orgId: string, leaseId: string): Promise<void> {
  await database.rows(sql`
    update requirement_follower set lease_until = '-infinity' where org_id = ${orgId} and lease_id = ${leaseId}`);
}

/** Moves on and keeps the organization. @throws NoLongerOurs */
export async function moveOn(
  tx: Queryable,
  orgId: string,
  leaseId: string,
  { seq, resource, id }: Position,
): Promise<void> {
  const rows = await tx.rows(sql`
    update requirement_follower set seq = ${seq}, resource = ${resource}, id = ${id}, lease_until = ${LEASE}
    where org_id = ${orgId} and lease_id = ${leaseId} and lease_until > clock_timestamp() returning org_id`);
  if (rows.length === 0) throw new NoLongerOurs();
}

/** Up to which entry the kept statuses are; undefined before the first requirement was published. */
export async function followedUpTo(database: Queryable, orgId: string): Promise<string | undefined> {
  const [row] = await database.rows(sql`select seq from requirement_follower where org_id = ${orgId}`);
  return row?.[0];
}

/** Where an organization is followed, and up to whom a sweep is done; undefined before there was a requirement. */
export async function followingOf(
  database: Queryable,
  orgId: string,
): Promise<{ position: Position; sweptTo: string | undefined } | undefined> {
  const [row] = await database.rows(sql`
    select seq, resource, id, (select min(after_id) from requirement_sweep where org_id = ${orgId})
    from requirement_follower where org_id = ${orgId}`);
  return row && { position: { seq: row[0], resource: row[1], id: row[2] }, sweptTo: row[3] ?? undefined };
}

/** The last entry of the ledger. */
export async function lastEntry(database: Queryable, orgId: string): Promise<string> {
  const [row] = await database.rows(sql`select last_seq from org_head where org_id = ${orgId}`);
  return row?.[0] ?? '0';
}

/** Has everybody looked at anew for these requirements. */
export async function beginSweep(
  tx: Queryable,
  orgId: string,
  requirementIds: readonly string[],
): Promise<void> {
  if (requirementIds.length === 0) return;
  await tx.rows(sql`
    insert into requirement_sweep (org_id, requirement_id, after_id)
    select ${orgId}::bigint, id, 0 from unnest(${requirementIds}::uuid[]) given (id)
    on conflict (org_id, requirement_id) do update set after_id = 0`);
}

/** The requirements for which everybody after `afterId` is to be looked at: those that are least far. */
export async function nextSweep(
  database: Queryable,
  orgId: string,
): Promise<{ afterId: string; requirementIds: string[] } | undefined> {
  const [row] = await database.rows(sql`
    select after_id, array_agg(requirement_id::text) from requirement_sweep where org_id = ${orgId}
    group by after_id order by after_id limit 1`);
  return row && { afterId: row[0], requirementIds: row[1] };
}

/** Notes up to whom a sweep is done; with nobody after that, it is over. */
export async function moveSweep(
  tx: Queryable,
  orgId: string,
  { afterId, requirementIds }: { afterId: string; requirementIds: readonly string[] },
  lastId: string | undefined,
): Promise<void> {
  const which = sql`requirement_id = any(${requirementIds}::uuid[]) and after_id = ${afterId}`;
  await tx.rows(
    lastId === undefined
      ? sql`delete from requirement_sweep where org_id = ${orgId} and ${which}`
      : sql`update requirement_sweep set after_id = ${lastId} where org_id = ${orgId} and ${which}`,
  );
}

/** Subjects of statuses that time changes by now, or calls for an assignment, and the requirements that they are of. */
export async function dueStatuses(
  database: Queryable,
  orgId: string,
  at: string,
  limit: number,
): Promise<{ subjectIds: string[]; requirementIds: string[] }> {
  const rows = await database.rows(sql`
    (select subject_id, requirement_id from requirement_status
      where org_id = ${orgId} and next_change_at <= ${at}::timestamptz order by next_change_at limit ${limit})
    union
    (select subject_id, requirement_id from requirement_status
      where org_id = ${orgId} and assign_at <= ${at}::timestamptz order by assign_at limit ${limit})`);
  return {
    subjectIds: [...new Set(rows.map(([subjectId]) => subjectId as string))],
    requirementIds: [...new Set(rows.map(([, requirementId]) => requirementId as string))],
  };
}
