import { type Queryable, raw, type Sql, sql } from '../../../kernel/database/database.ts';
import { columns, HOUR_AS_SUMS, METRIC_COLUMNS, SUM_COLUMNS, SUMS } from '../columns.ts';

/** What became of hours that were sent. */
export interface SavedHours {
  created: number;
  updated: number;
  unchanged: number;
}

const KEY = ['hour', 'driver_id', 'vehicle_id'];
const METRICS = columns(METRIC_COLUMNS);
const GIVEN = columns(METRIC_COLUMNS, (name) => `given.${name}`);
const KNOWN = columns(METRIC_COLUMNS, (name) => `known.${name}`);
const BEFORE = columns(METRIC_COLUMNS, (name) => `known.${name} as before_${name}`);
const REPLACED = columns(METRIC_COLUMNS, (name) => `${name} = changed.${name}`);
/** The sums of the hours before the write, to be taken off: `h` is the row of what changed. */
const TAKEN_OFF = columns(
  SUMS.map(([column, ofHour]) => `-(${ofHour.replaceAll('h.', 'h.before_')}) as ${column}`),
);
const SUMMED = columns(SUM_COLUMNS, (name) => `sum(${name}) as ${name}`);
const SUM_NAMES = columns(SUM_COLUMNS);

const grown = (table: string): Sql =>
  columns(SUM_COLUMNS, (name) => `${name} = ${table}.${name} + excluded.${name}`);

/** The rows of `given` whose hour is not there, or is there with other values. */
const compared = (orgId: string, given: Sql, from: string, to: string): Sql => sql`
  given as materialized (${given}),
  changed as materialized (
    select given.hour, given.driver_id, given.vehicle_id, ${GIVEN}, known.hour is not null as known, ${BEFORE}
    from given left join efficiency_hour known
      on known.org_id = ${orgId} and known.hour = given.hour and known.driver_id = given.driver_id
      and known.vehicle_id = given.vehicle_id
      and known.hour >= ${from}::timestamptz and known.hour <= ${to}::timestamptz
    where known.hour is null or (${GIVEN}) is distinct from (${KNOWN})
  )`;

const COUNTS = sql`
  (select count(*)::int from given), (select count(*)::int from changed where not known),
  (select count(*)::int from changed where known)`;

/**
 * Writes hours between `from` and `to`, both included, and brings the sums of their days and months along, in one
 * statement. `given` selects the columns of an hour without its organization, each hour once. An hour that is
 * there is replaced: its sums change by the difference. Only inside `writeTelemetry`, whose lock keeps others from
 * adding the same hour meanwhile.
 */
export async function saveHours(
  tx: Queryable,
  orgId: string,
  given: Sql,
  from: string,
  to: string,
): Promise<SavedHours> {
  const [row] = await tx.rows(sql`
    with ${compared(orgId, given, from, to)},
    added as (
      insert into efficiency_hour (org_id, ${columns(KEY)}, ${METRICS})
      select ${orgId}::bigint, ${columns(KEY)}, ${METRICS} from changed where not known
    ),
    replaced as (
      update efficiency_hour known set ${REPLACED} from changed
      where changed.known and known.org_id = ${orgId} and known.hour = changed.hour
        and known.driver_id = changed.driver_id and known.vehicle_id = changed.vehicle_id
        and known.hour >= ${from}::timestamptz and known.hour <= ${to}::timestamptz
    ),
    difference as materialized (
      select (hour at time zone 'UTC')::date as day, driver_id, vehicle_id, ${SUMMED}
      from (
        select h.hour, h.driver_id, h.vehicle_id, ${HOUR_AS_SUMS} from changed h
        union all select h.hour, h.driver_id, h.vehicle_id, ${TAKEN_OFF} from changed h where h.known
      ) part group by 1, 2, 3
    ),
    days as (
      insert into efficiency_day (org_id, day, driver_id, vehicle_id, ${SUM_NAMES})
      select ${orgId}::bigint, day, driver_id, vehicle_id, ${SUM_NAMES} from difference
      on conflict (org_id, day, driver_id, vehicle_id) do update set ${grown('efficiency_day')}
    ),
    months as (
      insert into efficiency_month (org_id, month, driver_id, vehicle_id, ${SUM_NAMES})
      select ${orgId}::bigint, date_trunc('month', day::timestamp)::date, driver_id, vehicle_id, ${SUMMED} from difference group by 2, 3, 4
      on conflict (org_id, month, driver_id, vehicle_id) do update set ${grown('efficiency_month')}
    )
    select ${COUNTS}`);
  return saved(row);
}

/** What `saveHours` would do. */
export async function compareHours(
  database: Queryable,
  orgId: string,
  given: Sql,
  from: string,
  to: string,
): Promise<SavedHours> {
  const [row] = await database.rows(sql`with ${compared(orgId, given, from, to)} select ${COUNTS}`);
  return saved(row);
}

function saved(row: unknown[] | undefined): SavedHours {
  const [all, created, updated] = row as [number, number, number];
  return { created, updated, unchanged: all - created - updated };
}

/** Makes the partitions of months, each as its first day. */
export async function addMonths(tx: Queryable, months: readonly string[]): Promise<void> {
  await tx.rows(sql`
    select efficiency_add_month(month) from unnest(${months}::date[]) month
    where to_regclass('efficiency_hour_' || to_char(month, 'YYYYMM')) is null order by month`);
}

const AS_SENT = raw(
  [
    'hour timestamptz',
    'driver_id bigint',
    'vehicle_id bigint',
    ...METRIC_COLUMNS.map((name) => `${name} int`),
  ].join(', '),
);

/** Hours that are at hand, as `saveHours` takes them: objects by column, each hour once. */
export const hoursFrom = (rows: readonly object[]): Sql => sql`
  select * from json_to_recordset(${JSON.stringify(rows)}::json) as sent (${AS_SENT})`;
