import type { Sight } from '../../../kernel/auth.ts';
import { and, type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import { inTags, visibleTo } from '../../directory/index.ts';
import { STATUS_JSON } from './store.ts';

/** What a list of kept statuses is narrowed to. */
export interface StatusFilter {
  tagIds?: readonly string[] | undefined;
  requirementIds?: readonly string[] | undefined;
  statuses: readonly string[];
  isOverdue?: boolean | undefined;
  /** Only what ends by then. */
  endsBy?: string | undefined;
}

const wanted = (sight: Sight, filter: StatusFilter): Sql =>
  sql`${and(
    sql`status.status = any(${filter.statuses}::text[])`,
    filter.requirementIds && sql`status.requirement_id = any(${filter.requirementIds}::uuid[])`,
    filter.isOverdue !== undefined && sql`status.is_overdue = ${filter.isOverdue}`,
    filter.endsBy !== undefined &&
      sql`status.status in ('current', 'expiring') and status.until <= ${filter.endsBy}::timestamptz`,
    filter.tagIds && inTags(sight.orgId, filter.tagIds, sql`status.subject_id`, true),
  )} ${visibleTo(sight, sql`status.subject_id`)}`;

/** One page of kept statuses as JSON with their sort keys, and one more to tell whether another follows. */
export async function listStatuses(
  database: Queryable,
  sight: Sight,
  filter: StatusFilter,
  after: readonly string[],
  limit: number,
): Promise<{ json: string; key: [string, string] }[]> {
  const [subjectId, requirementId] = after;
  const rows = await database.rows(sql`
    select ${STATUS_JSON}, status.subject_id, status.requirement_id from requirement_status status
    where status.org_id = ${sight.orgId} ${wanted(sight, filter)} ${and(
      subjectId !== undefined &&
        sql`(status.subject_id, status.requirement_id) > (${subjectId}::bigint, ${requirementId}::uuid)`,
    )}
    order by status.subject_id, status.requirement_id limit ${limit + 1}`);
  return rows.map(([json, subject, requirement]) => ({ json, key: [subject, requirement] }));
}

/** How many there are of each status, and how many are overdue. */
export async function countStatuses(
  database: Queryable,
  sight: Sight,
  filter: StatusFilter,
): Promise<Record<string, number>> {
  const rows = await database.rows(sql`
    select status.status, count(*)::int, (count(*) filter (where status.is_overdue))::int
    from requirement_status status where status.org_id = ${sight.orgId} ${wanted(sight, filter)} group by status.status`);
  const counts: Record<string, number> = Object.fromEntries(filter.statuses.map((name) => [name, 0]));
  counts.overdue = 0;
  for (const [name, count, overdue] of rows) {
    counts[name] = count;
    counts.overdue += overdue;
  }
  return counts;
}

/** The kept statuses of subjects, one character a requirement in the order given, by subject. */
export async function matrixRows(
  database: Queryable,
  orgId: string,
  requirementIds: readonly string[],
  subjectIds: readonly string[],
): Promise<Map<string, string>> {
  // One subject after the other, by the key alone. A requirement that is not asked for has no place: nothing is told of it.
  const rows = await database.rows(sql`
    select subject.id, (
      select string_agg(chr(${PLACE - 1}::int + array_position(${requirementIds}::uuid[], status.requirement_id)) || case
          when status.status = 'current' then 'c' when status.status = 'missing' then case when status.is_overdue then 'M' else 'm' end
          when status.status = 'expired' then case when status.is_overdue then 'X' else 'x' end
          when status.status = 'expiring' then 'e' when status.status = 'waived' then 'w' else '-' end, '')
      from requirement_status status
      where status.org_id = ${orgId} and status.subject_id = subject.id)
    from unnest(${subjectIds}::bigint[]) subject (id)`);
  return new Map(rows.map(([id, told]) => [id, cellsOf(told ?? '', requirementIds.length)]));
}

/** Columns are told as one character each, from this one on: none that a letter is, or half of one. */
const PLACE = 0x100;

/** Places and letters in any order as the cells of so many columns. */
function cellsOf(told: string, columns: number): string {
  const cells = new Array<string>(columns).fill('-');
  for (let n = 0; n < told.length; n += 2) cells[told.charCodeAt(n) - PLACE] = told[n + 1] as string;
  return cells.join('');
}
