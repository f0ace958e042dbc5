import { join, type Queryable, type Row, raw, type Sql, sql } from '../../../kernel/database.ts';
import { columns, HOUR_AS_SUMS, SUM_COLUMNS } from '../columns.ts';
import { cutWindow, type Range } from './window.ts';

/** What the figures are about. */
export type Group = 'driver' | 'vehicle';

/** The sums of one driver's or vehicle's hours, by column of a day. */
export type Sums = Record<string, number>;

const SUM_NAMES = columns(SUM_COLUMNS);
const SUMMED = columns(SUM_COLUMNS, (name) => `sum(${name})`);
const ID = { driver: raw('driver_id'), vehicle: raw('vehicle_id') };

/**
 * The sums of the hours of a window by driver or vehicle, in the order of their ids, after `after`. Months and days
 * that lie in the window are read whole, hours only at its ragged ends, all in one statement and so of one moment.
 * `where` is about `driver_id` or `vehicle_id` and begins with "and".
 */
export async function sumHours(
  database: Queryable,
  orgId: string,
  group: Group,
  window: Range,
  filter: { where: Sql; after: string; limit: number },
): Promise<{ id: string; sums: Sums }[]> {
  const id = ID[group];
  const wanted = sql`${id} > ${filter.after}::bigint ${filter.where}`;
  const { months, days, hours } = cutWindow(window);
  const parts = [
    ...months.map(
      ({ from, to }) => sql`
        select ${id}, ${SUM_NAMES} from efficiency_month
        where org_id = ${orgId} and ${wanted} and month >= ${from.slice(0, 10)}::date and month < ${to.slice(0, 10)}::date`,
    ),
    ...days.map(
      ({ from, to }) => sql`
        select ${id}, ${SUM_NAMES} from efficiency_day
        where org_id = ${orgId} and ${wanted} and day >= ${from.slice(0, 10)}::date and day < ${to.slice(0, 10)}::date`,
    ),
    ...hours.map(
      ({ from, to }) => sql`
        select ${id}, ${HOUR_AS_SUMS} from efficiency_hour h
        where org_id = ${orgId} and ${wanted} and hour >= ${from}::timestamptz and hour < ${to}::timestamptz`,
    ),
  ];
  const rows = await database.rows(sql`
    select ${id}, ${SUMMED} from (${join(parts, ' union all ')}) part
    group by ${id} order by ${id} limit ${filter.limit}`);
  return rows.map(toSums);
}

function toSums([id, ...values]: Row): { id: string; sums: Sums } {
  const sums: Sums = {};
  for (const [n, column] of SUM_COLUMNS.entries()) sums[column] = Number(values[n]);
  return { id, sums };
}
