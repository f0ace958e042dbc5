import type { Caller } from '../../../kernel/auth.ts';
import { empty, join, type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import type { Definition } from '../definition.ts';
import type { ResultPage } from './rows.ts';

export type RunStatus = 'complete' | 'pending' | 'failed' | 'canceled';

/** A run. Times are PostgreSQL's text. */
export interface RunRow {
  id: string;
  configId: string | null;
  definition: Definition;
  status: RunStatus;
  failure: string | null;
  percent: number;
  rows: number;
  createdAt: string;
  updatedAt: string;
}

const COLUMNS = sql`report_run.id, report_run.config_id, report_run.definition::text, report_run.status,
  report_run.failure, case when report_run.status = 'complete' then 100
    else least(99, 100 * report_run.rows_done / greatest(report_run.rows_expected, 1))::int end,
  report_run.rows_done, report_run.created_at, report_run.updated_at`;

const toRun = ([
  id,
  configId,
  definition,
  status,
  failure,
  percent,
  rows,
  createdAt,
  updatedAt,
]: Row): RunRow => ({
  id,
  configId,
  definition: JSON.parse(definition),
  status,
  failure,
  percent: percent ?? 0,
  rows: Number(rows),
  createdAt,
  updatedAt,
});

type Viewer = Pick<Caller, 'orgId' | 'actor' | 'tagIds'>;

/** Runs that a caller may read: their own, and all others too unless their token is limited to tags. */
const readable = ({ actor, tagIds }: Viewer): Sql =>
  tagIds ? sql`and report_run.created_by = ${actor}` : empty;

/** What a list of runs is narrowed to; without ids it is the caller's own. */
export interface RunFilter {
  ids?: string[];
  configIds?: string[];
  /** Runs of a config only, as the older surface has no others. */
  ofConfigs?: boolean;
}

/** One page of runs, newest first, and one more to tell whether another follows. */
export async function listRuns(
  database: Queryable,
  viewer: Viewer,
  { ids, configIds, ofConfigs }: RunFilter,
  afterId: string | undefined,
  limit: number,
): Promise<RunRow[]> {
  const rows = await database.rows(sql`
    select ${COLUMNS} from report_run where report_run.org_id = ${viewer.orgId}
    ${ids ? sql`and id = any(${ids}::uuid[]) ${readable(viewer)}` : sql`and created_by = ${viewer.actor}`}
    ${configIds ? sql`and config_id = any(${configIds}::uuid[])` : empty}
    ${ofConfigs ? sql`and config_id is not null` : empty}
    ${afterId ? sql`and id < ${afterId}::uuid` : empty}
    order by id desc limit ${limit + 1}`);
  return rows.map(toRun);
}

/** A run, if the caller may read it. */
export async function findRun(database: Queryable, viewer: Viewer, id: string): Promise<RunRow | undefined> {
  const [row] = await database.rows(sql`
    select ${COLUMNS} from report_run where report_run.org_id = ${viewer.orgId} and id = ${id} ${readable(viewer)}`);
  return row && toRun(row);
}

/** A run to make. */
export interface NewRun {
  id: string;
  configId?: string;
  definition: Definition;
  tokenTagIds: string[] | null;
  createdBy: string;
  schedule?: { id: string; dueAt: string };
}

/** Adds a pending run; nothing when its schedule's time has one already. */
export async function insertRun(
  tx: Queryable,
  orgId: string,
  run: NewRun,
  at: string,
): Promise<RunRow | undefined> {
  const [row] = await tx.rows(sql`
    insert into report_run (org_id, id, config_id, definition, token_tag_ids, schedule_id, due_at,
                            created_at, created_by, updated_at)
    values (${orgId}, ${run.id}, ${run.configId ?? null}, ${JSON.stringify(run.definition)}, ${run.tokenTagIds},
            ${run.schedule?.id ?? null}, ${run.schedule?.dueAt ?? null}, ${at}, ${run.createdBy}, ${at})
    on conflict (org_id, schedule_id, due_at) where schedule_id is not null do nothing returning ${COLUMNS}`);
  return row && toRun(row);
}

/** How long a worker that shows no sign of life keeps its run. */
const LEASE = sql`now() + interval '15 seconds'`;

/** A run that a worker has taken, for the `attempt`-th time. */
export interface Claim {
  orgId: string;
  id: string;
  attempt: number;
  definition: Definition;
  tokenTagIds: string[] | null;
}

const held = ({ id, attempt }: Claim): Sql =>
  sql`report_run.id = ${id} and report_run.attempts = ${attempt}
    and report_run.status = 'pending'`;

/** Takes a pending run that nobody works on, and throws away what an earlier attempt left. */
export async function claimRun(database: Queryable, orgId: string, id: string): Promise<Claim | undefined> {
  const [row] = await database.rows(sql`
    with claimed as (
      update report_run set attempts = attempts + 1, lease_until = ${LEASE}, rows_done = 0, rows_expected = null
      where org_id = ${orgId} and id = ${id} and status = 'pending' and coalesce(lease_until < now(), true)
      returning attempts, definition::text, token_tag_ids
    ), dropped as (
      delete from report_run_page using claimed where org_id = ${orgId} and run_id = ${id}
    ) select * from claimed`);
  return row && { orgId, id, attempt: row[0], definition: JSON.parse(row[1]), tokenTagIds: row[2] };
}

/** Keeps a run for its worker; false when it is no longer theirs: canceled, or taken over. */
export async function keepRun(database: Queryable, claim: Claim, expected: number): Promise<boolean> {
  const rows = await database.rows(sql`
    update report_run set lease_until = ${LEASE}, rows_expected = ${expected}::bigint
    where org_id = ${claim.orgId} and ${held(claim)} returning 1`);
  return rows.length > 0;
}

/** Lets another worker take the run at once. */
export async function releaseRun(database: Queryable, claim: Claim): Promise<void> {
  await database.rows(sql`
    update report_run set lease_until = null where org_id = ${claim.orgId} and ${held(claim)}`);
}

/** Adds finished pages from number `first` on, `done` rows in all so far; false when the run is no longer theirs. */
export async function addPages(
  database: Queryable,
  claim: Claim,
  first: number,
  pages: readonly ResultPage[],
  done: number,
): Promise<boolean> {
  const values = join(pages.map(({ body }, index) => sql`(${first + index}::int, ${body}::bytea)`));
  const rows = await database.rows(sql`
    with alive as (
      update report_run set rows_done = ${done}, lease_until = ${LEASE}
      where org_id = ${claim.orgId} and ${held(claim)} returning 1
    ), added as (
      insert into report_run_page (org_id, run_id, page, body)
      select ${claim.orgId}, ${claim.id}, page, body from alive, (values ${values}) as made (page, body)
    ) select 1 from alive`);
  return rows.length > 0;
}

/** Ends a pending run; of a failed or canceled one no page stays. Nothing when it has ended already. */
export async function endRun(
  tx: Queryable,
  which: { orgId: string; id: string; attempt?: number },
  end: { status: 'complete' | 'failed' | 'canceled'; failure?: string },
  at: string,
): Promise<RunRow | undefined> {
  const { orgId, id, attempt } = which;
  const [row] = await tx.rows(sql`
    update report_run set status = ${end.status}, failure = ${end.failure ?? null}, updated_at = ${at}, lease_until = null
    where org_id = ${orgId} and id = ${id} and status = 'pending'
      ${attempt === undefined ? empty : sql`and attempts = ${attempt}`} returning ${COLUMNS}`);
  if (row && end.status !== 'complete')
    await tx.rows(sql`delete from report_run_page where org_id = ${orgId} and run_id = ${id}`);
  return row && toRun(row);
}

/** A run's pages `first` to `last` as they are stored, in order. */
export async function readPages(
  database: Queryable,
  orgId: string,
  runId: string,
  first: number,
  last: number,
): Promise<Buffer[]> {
  const rows = await database.rows(sql`
    select body from report_run_page
    where org_id = ${orgId} and run_id = ${runId} and page between ${first} and ${last} order by page`);
  // PostgreSQL writes bytes as \\x and two digits each.
  return rows.map(([hex]) => Buffer.from(hex.slice(2), 'hex'));
}

/** Pending runs of all organizations whose worker is gone, or which no worker has taken. */
export async function lostRuns(
  database: Queryable,
): Promise<{ orgId: string; id: string; attempts: number }[]> {
  const rows = await database.rows(sql`
    select org_id, id, attempts from report_run
    where status = 'pending' and coalesce(lease_until, created_at + interval '1 minute') < now()`);
  return rows.map(([orgId, id, attempts]) => ({ orgId, id, attempts }));
}

/** How many bytes a run's pages have. */
export async function resultBytes(database: Queryable, orgId: string, runId: string): Promise<number> {
  const [row] = await database.rows(sql`
    select coalesce(sum(octet_length(body)), 0) from report_run_page where org_id = ${orgId} and run_id = ${runId}`);
  return Number(row?.[0]);
}

/** Deletes up to 50 runs that ended and are older than 30 days, with their pages; answers what they were. */
export async function deleteOldRuns(tx: Queryable, orgId: string): Promise<RunRow[]> {
  const rows = await tx.rows(sql`
    delete from report_run where report_run.org_id = ${orgId} and report_run.id in (
      select id from report_run where org_id = ${orgId} and created_at < now() - interval '30 days'
        and status <> 'pending' order by created_at limit 50) returning ${COLUMNS}`);
  const ids = rows.map(([id]) => id);
  await tx.rows(sql`delete from report_run_page where org_id = ${orgId} and run_id = any(${ids}::uuid[])`);
  return rows.map(toRun);
}
