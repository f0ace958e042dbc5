import { empty, join, type Queryable, raw, type Sql, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import { columns, SUMS } from '../columns.ts';
import { cutWindow, type Range } from './window.ts';

export type DataFormat = 'score' | 'raw' | 'percentage';

/** What the figures are about. */
export type Group = 'driver' | 'vehicle';

/** The sums of one driver's or vehicle's hours, by column of a day. */
export type Sums = Record<string, number>;

const ID = { driver: raw('driver_id'), vehicle: raw('vehicle_id') };

/**
 * Rows of a window with the id of a driver or vehicle and these columns of a day, still to be summed: months and days
 * that lie in the window whole, hours only at its ragged ends. `where` is about `driver_id` or `vehicle_id`; it begins
 * with "and".
 */
export function summedParts(
  orgId: string,
  group: Group,
  window: Range,
  names: readonly string[],
  where: Sql = empty,
): Sql {
  const id = ID[group];
  const wanted = columns(names);
  const ofHour = columns(
    SUMS.filter(([column]) => names.includes(column)).map(([column, value]) => `${value} as ${column}`),
  );
  const { months, days, hours } = cutWindow(window);
  const parts = [
    ...months.map(
      ({ from, to }) => sql`
        select ${id}, ${wanted} from efficiency_month
        where org_id = ${orgId} and month >= ${from.slice(0, 10)}::date and month < ${to.slice(0, 10)}::date ${where}`,
    ),
    ...days.map(
      ({ from, to }) => sql`
        select ${id}, ${wanted} from efficiency_day
        where org_id = ${orgId} and day >= ${from.slice(0, 10)}::date and day < ${to.slice(0, 10)}::date ${where}`,
    ),
    ...hours.map(
      ({ from, to }) => sql`
        select ${id}, ${ofHour} from efficiency_hour h
        where org_id = ${orgId} and hour >= ${from}::timestamptz and hour < ${to}::timestamptz ${where}`,
    ),
  ];
  return join(parts, ' union all ');
}

/**
 * The sums of the hours of a window by driver or vehicle, in the order of their ids, after `after`, all in one
 * statement and so of one moment. `where` is about `driver_id` or `vehicle_id` and begins with "and".
 */
export async function sumHours(
  database: Queryable,
  orgId: string,
  group: Group,
  window: Range,
  filter: { where: Sql; after: string; limit: number },
  formats: readonly DataFormat[] = ['score', 'raw', 'percentage'],
): Promise<{ id: string; sums: Sums }[]> {
  const id = ID[group];
  const wanted = SUMS.filter(([column]) => isNeeded(column, formats));
  const names = wanted.map(([column]) => column);
  const parts = summedParts(
    orgId,
    group,
    window,
    names,
    sql`and ${id} > ${filter.after}::bigint ${filter.where}`,
  );
  const rows = await database.rows(sql`
    select ${id}, ${columns(names, (name) => `sum(${name})`)} from (${parts}) part
    group by ${id} order by ${id} limit ${filter.limit}`);
  return rows.map(([of, ...values]) => ({
    id: of,
    sums: Object.fromEntries(wanted.map(([column], n) => [column, Number(values[n])])),
  }));
}

/** The first of these hours that has data of those that `where` is about. */
export async function storedAmong(
  database: Queryable,
  orgId: string,
  hours: readonly { hour: string }[],
  where: Sql,
): Promise<string | undefined> {
  const [row] = await database.rows(sql`
    select ${utcText(sql`min(hour)`)} from efficiency_hour
    where org_id = ${orgId} and hour = any(${hours.map(({ hour }) => hour)}::timestamptz[]) ${where}`);
  return row?.[0] ?? undefined;
}

/** Whether a sum matters to one of the formats; adding up what nobody asked for is half of the time. */
function isNeeded(column: string, formats: readonly DataFormat[]): boolean {
  const shares = formats.includes('score') || formats.includes('percentage');
  if (column === 'hours') return false;
  if (/^(weight|topography)/.test(column)) return true;
  if (column.endsWith('_n')) return formats.includes('raw');
  return /_(of|part)$/.test(column) ? shares : true;
}
