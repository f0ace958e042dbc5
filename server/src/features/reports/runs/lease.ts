import { type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import type { Definition } from '../definition/definition.ts';

// A worker's hold on a run goes by the database's clock, which all workers share. It is no fact of the run: the
// ledger does not have it.

/** How long a worker that shows no sign of life keeps its run. */
const LEASE = sql`now() + interval '15 seconds'`;

/** A run that a worker has taken, for the `attempt`-th time. */
export interface Claim {
  orgId: string;
  id: string;
  attempt: number;
  definition: Definition;
  /** The tags that its token was limited to. */
  tagIds: string[] | null;
}

/** The condition that a run is still its worker's. */
const held = ({ id, attempt }: Claim): Sql =>
  sql`id = ${id} and attempts = ${attempt} and status = 'pending'`;

/** Takes a pending run that nobody works on, and throws away what an earlier attempt left. */
export async function claimRun(database: Queryable, orgId: string, id: string): Promise<Claim | undefined> {
  const [row] = await database.rows(sql`
    with claimed as (
      update report_run set attempts = attempts + 1, lease_until = ${LEASE}, rows_done = 0, rows_expected = null
      where org_id = ${orgId} and id = ${id} and status = 'pending' and (lease_until is null or lease_until < now())
      returning attempts, definition, token_tag_ids
    ), dropped as (
      delete from report_run_page where org_id = ${orgId} and run_id = ${id} and exists (select 1 from claimed)
    ) select attempts, definition::text, token_tag_ids from claimed`);
  return row && { orgId, id, attempt: row[0], definition: JSON.parse(row[1]), tagIds: row[2] };
}

/** Keeps a run for its worker; false when it is no longer theirs: canceled, or taken over. */
export async function keepRun(database: Queryable, claim: Claim, expected: number): Promise<boolean> {
  const rows = await database.rows(sql`
    update report_run set lease_until = ${LEASE}, rows_expected = ${expected}::bigint
    where org_id = ${claim.orgId} and ${held(claim)} returning id`);
  return rows.length > 0;
}

/** Keeps a run that has `done` rows by now; for a statement that goes on with what it returns. */
export const kept = (claim: Claim, done: number): Sql => sql`
  update report_run set rows_done = ${done}, lease_until = ${LEASE}
  where org_id = ${claim.orgId} and ${held(claim)} returning id`;

/** Lets another worker take the run at once. */
export async function releaseRun(database: Queryable, claim: Claim): Promise<void> {
  await database.rows(sql`
    update report_run set lease_until = null where org_id = ${claim.orgId} and ${held(claim)}`);
}

/** Pending runs of an organization whose worker is gone, or which no worker has taken. */
export async function lostRuns(
  database: Queryable,
  orgId: string,
): Promise<{ id: string; attempts: number }[]> {
  const rows = await database.rows(sql`
    select id, attempts from report_run where org_id = ${orgId} and status = 'pending'
      and (lease_until < now() or lease_until is null and created_at < now() - interval '1 minute')`);
  return rows.map(([id, attempts]) => ({ id, attempts }));
}
