import type { Sight } from '../../../kernel/auth.ts';
import { empty, join, type Queryable, raw, type Sql, sql } from '../../../kernel/database/database.ts';
import { type ListedFilter, listedSubjects } from '../../directory/index.ts';
import { columns, HOUR_AS_SUMS, SUM_COLUMNS } from '../columns.ts';
import { OVERALL, settingsOf } from '../datasets/by-group.ts';
import { type Group, type Sums, summedParts } from '../scores/store.ts';
import { cutWindow, type Range } from '../scores/window.ts';
import type { SORTS } from './schema.ts';

/** A driver or vehicle of a ranking, with its sort key. */
export interface Rank {
  id: string;
  name: string;
  score: number | null;
  previous: number | null;
  change: number | null;
  drive: string;
  key: string[];
}

/** The window, and one of the same length that ends where it begins. */
const before = ({ from, to }: Range): Range => ({
  from: new Date(2 * Date.parse(from) - Date.parse(to)).toISOString(),
  to: from,
});

const CHANGE = sql`(now.score - earlier.score)`;
/** What each order goes by, least first. Scores and changes lie between −100 and 100. */
const ORDERS: Record<(typeof SORTS)[number], Sql> = {
  worst: sql`coalesce(now.score, 1000)`,
  best: sql`coalesce(-now.score, 1000)`,
  fallen: sql`coalesce(${CHANGE}, 1000)`,
  risen: sql`coalesce(-${CHANGE}, 1000)`,
};

/** The sums that scores are made of: half of all. */
const SCORED = SUM_COLUMNS.filter((name) => !/_n$|^(hours|weight|topography)/.test(name));

/** The overall score and drive time of each driver or vehicle with hours in a window. */
const scored = (orgId: string, group: Group, window: Range): Sql => {
  const id = raw(`${group}_id`);
  return sql`
    select found.id, ${OVERALL} as score, found.drive
    from (
      select ${id} as id, ${columns(SCORED, (name) => `sum(${name})::bigint as ${name}`)}
      from (${summedParts(orgId, group, window, SCORED)}) part group by ${id}) found
    cross join ${settingsOf(orgId)}`;
};

/** One page of a ranking, and one more to tell whether another follows; all of one moment. */
export async function rankOf(
  database: Queryable,
  sight: Sight,
  group: Group,
  window: Range,
  {
    sort,
    after,
    limit,
    ...filter
  }: Pick<ListedFilter, 'search' | 'tagIds'> & {
    sort: keyof typeof ORDERS;
    after: readonly string[];
    limit: number;
  },
): Promise<Rank[]> {
  const key = ORDERS[sort];
  // Materialized, since a score stands in the order, the condition and the columns, and is made once.
  const rows = await database.rows(sql`
    with now as materialized (${scored(sight.orgId, group, window)}),
    earlier as materialized (${scored(sight.orgId, group, before(window))})
    select now.id, subject.name, now.score::int, earlier.score::int, ${CHANGE}::int, now.drive,
      array[${key}::text, now.id::text]
    from now
    join ${listedSubjects(sight, { types: [group], ...filter })} subject on subject.id = now.id
    left join earlier on earlier.id = now.id
    ${after.length > 0 ? sql`where (${key}, now.id) > (${after[0]}::int, ${after[1]}::bigint)` : empty}
    order by ${key}, now.id limit ${limit + 1}`);
  return rows.map(([id, name, score, previous, change, drive, at]) => ({
    id,
    name,
    score,
    previous,
    change,
    drive,
    key: at,
  }));
}

/** The sums of one driver's or vehicle's hours of a window by day, UTC, oldest first. */
export async function sumsByDay(
  database: Queryable,
  orgId: string,
  { type: group, id }: { type: Group; id: string },
  window: Range,
): Promise<{ day: string; sums: Sums }[]> {
  const { months, days, hours } = cutWindow(window);
  const about = sql`${raw(`${group}_id`)} = ${id}::bigint`;
  const parts = [
    ...[...months, ...days].map(
      ({ from, to }) => sql`
        select day, ${columns(SUM_COLUMNS)} from efficiency_day
        where org_id = ${orgId} and ${about} and day >= ${from.slice(0, 10)}::date and day < ${to.slice(0, 10)}::date`,
    ),
    ...hours.map(
      ({ from, to }) => sql`
        select (hour at time zone 'UTC')::date, ${HOUR_AS_SUMS} from efficiency_hour h
        where org_id = ${orgId} and ${about} and hour >= ${from}::timestamptz and hour < ${to}::timestamptz`,
    ),
  ];
  const rows = await database.rows(sql`
    select part.day::text, ${columns(SUM_COLUMNS, (name) => `sum(part.${name})`)}
    from (${join(parts, ' union all ')}) part group by part.day order by part.day`);
  return rows.map(([day, ...values]) => ({
    day,
    sums: Object.fromEntries(SUM_COLUMNS.map((column, n) => [column, Number(values[n])])),
  }));
}
