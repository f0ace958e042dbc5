import type { Sight } from '../../../kernel/auth.ts';
import { and, type Queryable, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import { inTags, visibleTo } from '../../directory/index.ts';

/** What expirations are counted of. Times are RFC 3339. */
export interface ExpirationFilter {
  start: string;
  end: string;
  typeIds?: readonly string[] | undefined;
  tagIds?: readonly string[] | undefined;
}

/** A day, or a week by its Monday, with its bounds in RFC 3339 and how many active records expire in it. */
export interface Period {
  day: string;
  start: string;
  end: string;
  count: number;
}

/** The days or weeks of a zone in which anything expires, of owners whom whoever asks may see. */
export async function countExpirations(
  database: Queryable,
  sight: Sight,
  { start, end, typeIds, tagIds }: ExpirationFilter,
  by: 'day' | 'week',
  zone: string,
): Promise<Period[]> {
  const rows = await database.rows(sql`
    with period as (
      select date_trunc(${by}, record.expires_at at time zone ${zone}) as first, count(*)::int as count
      from qualification_record record where record.org_id = ${sight.orgId} and record.status = 'active'
        and record.expires_at >= ${start}::timestamptz and record.expires_at < ${end}::timestamptz ${and(
          typeIds && sql`record.type_id = any(${typeIds}::uuid[])`,
          tagIds && inTags(sight.orgId, tagIds, sql`record.owner_id`, true),
        )} ${visibleTo(sight, sql`record.owner_id`)}
      group by 1)
    select to_char(first, 'YYYY-MM-DD'), ${utcText(sql`(first at time zone ${zone})`)},
      ${utcText(sql`((first + ('1 ' || ${by})::interval) at time zone ${zone})`)}, count
    from period order by first`);
  return rows.map(([day, from, until, count]) => ({ day, start: from, end: until, count }));
}
