import type { Writer } from '../../../kernel/auth.ts';
import { and, columns, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import type { Definition } from '../definition/definition.ts';
import type { RunStatus } from './schema.ts';

/** A run. Times are PostgreSQL's text. */
export interface RunRow {
  id: string;
  configId: string | null;
  definition: Definition;
  status: RunStatus;
  failure: string | null;
  percent: number;
  rows: number;
  /** The tags that its token was limited to. */
  tagIds: string[] | null;
  scheduleId: string | null;
  dueAt: string | null;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
}

const RUN = columns<Omit<RunRow, 'definition' | 'rows'> & { definition: string; rows: string }>({
  id: sql`id`,
  configId: sql`config_id`,
  definition: sql`definition::text`,
  status: sql`status`,
  failure: sql`failure`,
  percent: sql`case when status = 'complete' then 100
    else least(99, 100 * rows_done / greatest(rows_expected, 1))::int end`,
  rows: sql`rows_done`,
  tagIds: sql`token_tag_ids`,
  scheduleId: sql`schedule_id`,
  dueAt: sql`due_at`,
  createdAt: sql`created_at`,
  createdBy: sql`created_by`,
  updatedAt: sql`updated_at`,
});

function toRun(row: Row): RunRow {
  const run = RUN.read(row);
  return { ...run, definition: JSON.parse(run.definition), rows: Number(run.rows) };
}

/** Whoever asks for runs: their own, and all others too unless their token is limited to tags. */
type Viewer = Pick<Writer, 'orgId' | 'actor' | 'tagIds'>;
const readable = ({ actor, tagIds }: Viewer) => tagIds !== null && sql`created_by = ${actor}`;

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
    select ${RUN.list} from report_run where org_id = ${viewer.orgId} ${and(
      ids && sql`id = any(${ids}::uuid[])`,
      ids ? readable(viewer) : sql`created_by = ${viewer.actor}`,
      configIds && sql`config_id = any(${configIds}::uuid[])`,
      ofConfigs && sql`config_id is not null`,
      afterId !== undefined && sql`id < ${afterId}::uuid`,
    )}
    order by id desc limit ${limit + 1}`);
  return rows.map(toRun);
}

/** A run, if the caller may read it. */
export async function findRun(database: Queryable, viewer: Viewer, id: string): Promise<RunRow | undefined> {
  const [row] = await database.rows(sql`
    select ${RUN.list} from report_run
    where org_id = ${viewer.orgId} and id = ${id} ${and(readable(viewer))}`);
  return row && toRun(row);
}

/** The runs among `ids`, in no order. */
export async function readRuns(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<RunRow[]> {
  const rows = await database.rows(sql`
    select ${RUN.list} from report_run where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map(toRun);
}

/** A run to make. */
export interface NewRun {
  id: string;
  configId?: string;
  definition: Definition;
  tagIds: string[] | null;
  createdBy: string;
  schedule?: { id: string; dueAt: string };
}

/** Adds a pending run; nothing when its schedule's time has one already. */
export async function insertRun(tx: Tx, run: NewRun): Promise<RunRow | undefined> {
  const [row] = await tx.rows(sql`
    with made as (
      insert into report_run (org_id, id, config_id, definition, token_tag_ids, schedule_id, due_at,
                              created_at, created_by, updated_at)
      values (${tx.orgId}, ${run.id}, ${run.configId ?? null}, ${JSON.stringify(run.definition)}, ${run.tagIds},
              ${run.schedule?.id ?? null}, ${run.schedule?.dueAt ?? null}, ${tx.at}, ${run.createdBy}, ${tx.at})
      on conflict (org_id, schedule_id, due_at) where schedule_id is not null do nothing
      returning report_run.*
    ) select ${RUN.list} from made`);
  return row && toRun(row);
}

/** How a pending run ends. */
export interface RunEnd {
  status: Exclude<RunStatus, 'pending'>;
  failure?: string;
}

/** Ends a pending run; of a failed or canceled one no page stays. Nothing when it has ended already. */
export async function endRun(
  tx: Tx,
  { id, attempt }: { id: string; attempt?: number },
  { status, failure }: RunEnd,
): Promise<RunRow | undefined> {
  const [row] = await tx.rows(sql`
    with ended as (
      update report_run set status = ${status}, failure = ${failure ?? null}, updated_at = ${tx.at}, lease_until = null
      where org_id = ${tx.orgId} and id = ${id} and status = 'pending'
        ${and(attempt !== undefined && sql`attempts = ${attempt}`)}
      returning report_run.*
    ) select ${RUN.list} from ended`);
  if (row && status !== 'complete')
    await tx.rows(sql`delete from report_run_page where org_id = ${tx.orgId} and run_id = ${id}`);
  return row && toRun(row);
}

/** Up to `limit` runs that have ended and were asked for before `time`, RFC 3339. */
export async function endedBefore(
  database: Queryable,
  orgId: string,
  time: string,
  limit: number,
): Promise<string[]> {
  const rows = await database.rows(sql`
    select id from report_run where org_id = ${orgId} and created_at < ${time}::timestamptz and status <> 'pending'
    order by created_at limit ${limit}`);
  return rows.map(([id]) => id);
}

/** Deletes runs with their pages. */
export async function deleteRuns(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.rows(sql`delete from report_run_page where org_id = ${tx.orgId} and run_id = any(${ids}::uuid[])`);
  await tx.rows(sql`delete from report_run where org_id = ${tx.orgId} and id = any(${ids}::uuid[])`);
}
