import type { Caller } from '../../../kernel/auth.ts';
import { empty, type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';

/** When a config is run by itself. Times are PostgreSQL's text. */
export interface ScheduleRow {
  id: string;
  configId: string;
  cron: string;
  timezone: string;
  lastDays: number | null;
  /** Null while it is paused, or when it will not come again. */
  nextAt: string | null;
  tokenTagIds: string[] | null;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}

const COLUMNS = sql`id, config_id, cron, timezone, last_days, next_at, token_tag_ids, created_by, created_at, updated_at`;

const toSchedule = (row: Row): ScheduleRow => ({
  id: row[0],
  configId: row[1],
  cron: row[2],
  timezone: row[3],
  lastDays: row[4],
  nextAt: row[5],
  tokenTagIds: row[6],
  createdBy: row[7],
  createdAt: row[8],
  updatedAt: row[9],
});

type Viewer = Pick<Caller, 'orgId' | 'actor' | 'tagIds'>;

/** A token limited to tags has only its own schedules. */
const visible = ({ actor, tagIds }: Viewer): Sql => (tagIds ? sql`and created_by = ${actor}` : empty);

/** One page of schedules, oldest first, and one more to tell whether another follows. */
export async function listSchedules(
  database: Queryable,
  viewer: Viewer,
  afterId: string | undefined,
  limit: number,
): Promise<ScheduleRow[]> {
  const rows = await database.rows(sql`
    select ${COLUMNS} from report_schedule where org_id = ${viewer.orgId} ${visible(viewer)}
    ${afterId ? sql`and id > ${afterId}::uuid` : empty} order by id limit ${limit + 1}`);
  return rows.map(toSchedule);
}

/** One schedule, if the caller may see it. */
export async function findSchedule(
  database: Queryable,
  viewer: Viewer,
  id: string,
): Promise<ScheduleRow | undefined> {
  const [row] = await database.rows(sql`
    select ${COLUMNS} from report_schedule where org_id = ${viewer.orgId} and id = ${id} ${visible(viewer)}`);
  return row && toSchedule(row);
}

/** Adds a schedule, or brings the row of an existing one to `schedule`. */
export async function saveSchedule(
  tx: Queryable,
  orgId: string,
  schedule: Omit<ScheduleRow, 'createdAt' | 'updatedAt'>,
  at: string,
): Promise<ScheduleRow> {
  const [row] = await tx.rows(sql`
    insert into report_schedule (org_id, id, config_id, cron, timezone, last_days, next_at, token_tag_ids,
                                 created_at, created_by, updated_at)
    values (${orgId}, ${schedule.id}, ${schedule.configId}, ${schedule.cron}, ${schedule.timezone},
            ${schedule.lastDays}, ${schedule.nextAt}, ${schedule.tokenTagIds}, ${at}, ${schedule.createdBy}, ${at})
    on conflict (org_id, id) do update set cron = excluded.cron, timezone = excluded.timezone,
      last_days = excluded.last_days, next_at = excluded.next_at, updated_at = excluded.updated_at
    returning ${COLUMNS}`);
  return toSchedule(row as Row);
}

/** Deletes one schedule, or all of a config; answers what they were. */
export async function deleteSchedules(
  tx: Queryable,
  orgId: string,
  which: { id: string } | { configId: string },
): Promise<ScheduleRow[]> {
  const rows = await tx.rows(sql`
    delete from report_schedule where org_id = ${orgId}
      and ${'id' in which ? sql`id = ${which.id}` : sql`config_id = ${which.configId}`} returning ${COLUMNS}`);
  return rows.map(toSchedule);
}

/** Schedules of all organizations that are due. */
export async function dueSchedules(database: Queryable): Promise<{ orgId: string; id: string }[]> {
  const rows = await database.rows(
    sql`select org_id, id from report_schedule where next_at <= now() order by next_at`,
  );
  return rows.map(([orgId, id]) => ({ orgId, id }));
}

/** A schedule that is due at `at`; another worker that has it waits, and then finds it done. */
export async function lockDue(
  tx: Queryable,
  orgId: string,
  id: string,
  at: string,
): Promise<(ScheduleRow & { nextAt: string }) | undefined> {
  const [row] = await tx.rows(sql`
    select ${COLUMNS} from report_schedule
    where org_id = ${orgId} and id = ${id} and next_at <= ${at}::timestamptz for update`);
  return row && (toSchedule(row) as ScheduleRow & { nextAt: string });
}

/** Sets when a schedule is due next. */
export async function advance(
  tx: Queryable,
  orgId: string,
  id: string,
  nextAt: string | null,
): Promise<void> {
  await tx.rows(sql`update report_schedule set next_at = ${nextAt} where org_id = ${orgId} and id = ${id}`);
}
