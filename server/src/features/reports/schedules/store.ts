import type { Writer } from '../../../kernel/auth.ts';
import { and, columns, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';

/** When a config is run by itself. Times are PostgreSQL's text. */
export interface ScheduleRow {
  id: string;
  configId: string;
  cron: string;
  timezone: string;
  lastDays: number | null;
  /** Null while it is paused, or when it will not come again. */
  nextAt: string | null;
  /** The tags that its token was limited to, and its runs are. */
  tagIds: string[] | null;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}

const SCHEDULE = columns<ScheduleRow>({
  id: sql`id`,
  configId: sql`config_id`,
  cron: sql`cron`,
  timezone: sql`timezone`,
  lastDays: sql`last_days`,
  nextAt: sql`next_at`,
  tagIds: sql`token_tag_ids`,
  createdBy: sql`created_by`,
  createdAt: sql`created_at`,
  updatedAt: sql`updated_at`,
});

/** Whoever asks: a token limited to tags has only its own schedules. */
type Viewer = Pick<Writer, 'orgId' | 'actor' | 'tagIds'>;
const visible = ({ actor, tagIds }: Viewer) => tagIds !== null && sql`created_by = ${actor}`;

/** One page of schedules, oldest first, and one more to tell whether another follows. */
export async function listSchedules(
  database: Queryable,
  viewer: Viewer,
  afterId: string | undefined,
  limit: number,
): Promise<ScheduleRow[]> {
  const rows = await database.rows(sql`
    select ${SCHEDULE.list} from report_schedule where org_id = ${viewer.orgId}
      ${and(visible(viewer), afterId !== undefined && sql`id > ${afterId}::uuid`)}
    order by id limit ${limit + 1}`);
  return rows.map(SCHEDULE.read);
}

/** One schedule, if the caller may see it. */
export async function findSchedule(
  database: Queryable,
  viewer: Viewer,
  id: string,
): Promise<ScheduleRow | undefined> {
  const [row] = await database.rows(sql`
    select ${SCHEDULE.list} from report_schedule
    where org_id = ${viewer.orgId} and id = ${id} ${and(visible(viewer))}`);
  return row && SCHEDULE.read(row);
}

/** The schedules among `ids`, in no order. */
export async function readSchedules(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<ScheduleRow[]> {
  const rows = await database.rows(sql`
    select ${SCHEDULE.list} from report_schedule where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map(SCHEDULE.read);
}

/** The ids of a config's schedules. */
export async function schedulesOf(tx: Tx, configId: string): Promise<string[]> {
  const rows = await tx.rows(sql`
    select id from report_schedule where org_id = ${tx.orgId} and config_id = ${configId}`);
  return rows.map(([id]) => id);
}

/** Adds a schedule, or brings the row of an existing one to `schedule`. */
export async function saveSchedule(
  tx: Tx,
  schedule: Omit<ScheduleRow, 'createdAt' | 'updatedAt'>,
): Promise<ScheduleRow> {
  const { id, configId, cron, timezone, lastDays, nextAt, tagIds, createdBy } = schedule;
  const [row] = await tx.rows(sql`
    with saved as (
      insert into report_schedule (org_id, id, config_id, cron, timezone, last_days, next_at, token_tag_ids,
                                   created_at, created_by, updated_at)
      values (${tx.orgId}, ${id}, ${configId}, ${cron}, ${timezone}, ${lastDays}, ${nextAt}, ${tagIds}, ${tx.at},
              ${createdBy}, ${tx.at})
      on conflict (org_id, id) do update set cron = excluded.cron, timezone = excluded.timezone,
        last_days = excluded.last_days, next_at = excluded.next_at, updated_at = excluded.updated_at
      returning report_schedule.*
    ) select ${SCHEDULE.list} from saved`);
  return SCHEDULE.read(row as Row);
}

/** Deletes schedules. */
export async function deleteSchedules(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.rows(sql`delete from report_schedule where org_id = ${tx.orgId} and id = any(${ids}::uuid[])`);
}

/** The schedules of an organization that are due at `time`, RFC 3339. */
export async function dueSchedules(database: Queryable, orgId: string, time: string): Promise<string[]> {
  const rows = await database.rows(sql`
    select id from report_schedule where org_id = ${orgId} and next_at <= ${time}::timestamptz order by next_at`);
  return rows.map(([id]) => id);
}

/** A schedule that is due at `time`; another worker that has it waits, and then finds it done. */
export async function lockDue(
  tx: Tx,
  id: string,
  time: string,
): Promise<(ScheduleRow & { nextAt: string }) | undefined> {
  const [row] = await tx.rows(sql`
    select ${SCHEDULE.list} from report_schedule
    where org_id = ${tx.orgId} and id = ${id} and next_at <= ${time}::timestamptz for update`);
  return row && (SCHEDULE.read(row) as ScheduleRow & { nextAt: string });
}

/** Sets when a schedule is due next. Nobody has changed it: its updated_at stays. */
export async function advance(tx: Tx, id: string, nextAt: string | null): Promise<void> {
  await tx.rows(sql`
    update report_schedule set next_at = ${nextAt} where org_id = ${tx.orgId} and id = ${id}`);
}
