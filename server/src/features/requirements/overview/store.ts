import type { Sight } from '../../../kernel/auth.ts';
import { empty, type Queryable, type Row, type Sql, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import { inTags, tagMembers, visibleTo } from '../../directory/index.ts';
import { requirementStatus } from '../statuses/resource.ts';
import type { ATTENTION } from './schema.ts';

/** Statuses that are needed, within the tags and the caller's sight. */
const needed = (sight: Sight, tagIds: readonly string[] | undefined): Sql => sql`
  status.status <> 'notNeeded' ${tagIds ? sql`and ${inTags(sight.orgId, tagIds, sql`status.subject_id`, true)}` : empty}
  ${visibleTo(sight, sql`status.subject_id`)}`;

const MET = sql`status.status in ('current', 'expiring', 'waived')`;

/** How many there are of each status. */
export interface Figures {
  needed: number;
  met: number;
  overdue: number;
  share: number | null;
  counts: Record<string, number>;
}

const FIGURES = sql`count(*)::int, (count(*) filter (where ${MET}))::int,
  (count(*) filter (where status.is_overdue))::int, (count(*) filter (where status.status = 'waived'))::int,
  (count(*) filter (where status.status = 'missing'))::int, (count(*) filter (where status.status = 'current'))::int,
  (count(*) filter (where status.status = 'expiring'))::int, (count(*) filter (where status.status = 'expired'))::int`;

function figuresOf([all, met, overdue, waived, missing, current, expiring, expired]: Row): Figures {
  const counts = { waived, missing, current, expiring, expired };
  return { needed: all, met, overdue, share: all === 0 ? null : met / all, counts };
}

export interface ReadinessFigures extends Figures {
  subjects: number;
  ready: number;
}

export async function readinessOf(
  database: Queryable,
  sight: Sight,
  tagIds: readonly string[] | undefined,
): Promise<ReadinessFigures> {
  const [row] = await database.rows(sql`
    with status as (
      select status.subject_id, status.status, status.is_overdue from requirement_status status
      where status.org_id = ${sight.orgId} and ${needed(sight, tagIds)}),
    subject as (select bool_and(${MET}) as is_ready from status group by status.subject_id)
    select (select count(*)::int from subject), (select count(*)::int from subject where is_ready), ${FIGURES}
    from status`);
  const [subjects, ready, ...figures] = row as Row;
  return { subjects, ready, ...figuresOf(figures) };
}

export async function readinessByRequirement(
  database: Queryable,
  sight: Sight,
  tagIds: readonly string[] | undefined,
): Promise<(Figures & { id: string })[]> {
  const rows = await database.rows(sql`
    select status.requirement_id, ${FIGURES} from requirement_status status
    where status.org_id = ${sight.orgId} and ${needed(sight, tagIds)}
    group by status.requirement_id order by status.requirement_id`);
  return rows.map(([id, ...figures]) => ({ id, ...figuresOf(figures) }));
}

export async function readinessByTag(
  database: Queryable,
  sight: Sight,
  tagIds: readonly string[] | undefined,
): Promise<(Figures & { id: string })[]> {
  const rows = await database.rows(sql`
    select member.tag_id, ${FIGURES} from requirement_status status
    join ${tagMembers(sight)} member on member.entity_id = status.subject_id
    where status.org_id = ${sight.orgId} and ${needed(sight, tagIds)}
    group by member.tag_id order by member.tag_id`);
  return rows.map(([id, ...figures]) => ({ id, ...figuresOf(figures) }));
}

/** How many were needed and met at the end of each day in a zone on which that changed. */
export async function readinessDays(
  database: Queryable,
  sight: Sight,
  zone: string,
): Promise<{ day: string; needed: number; met: number }[]> {
  const rows = await database.rows(sql`
    with told as (
      select change.seq, (entry.at at time zone ${zone})::date as day, change.document ->> 'status' as status,
        lag(change.document ->> 'status') over (partition by change.id order by change.seq) as before
      from ledger_change change
      join ledger_write entry on entry.org_id = ${sight.orgId} and entry.seq = change.seq
      join requirement_status status on status.org_id = ${sight.orgId} and status.id::text = change.id
      where change.org_id = ${sight.orgId} and change.resource = ${requirementStatus.name}
        ${visibleTo(sight, sql`status.subject_id`)}),
    by_day as (
      select day,
        sum((status <> 'notNeeded')::int - (coalesce(before, 'notNeeded') <> 'notNeeded')::int) as needed,
        sum((status in ('current', 'expiring', 'waived'))::int
          - (coalesce(before, '') in ('current', 'expiring', 'waived'))::int) as met
      from told group by day)
    select day::text, (sum(needed) over (order by day))::int, (sum(met) over (order by day))::int
    from by_day order by day`);
  return rows.map(([day, all, met]) => ({ day, needed: all, met }));
}

/**
 * How many statuses that are met lapse when, if nothing is done.
 *
 * @param from RFC 3339
 * @param day the day of `from` in the zone
 * @returns by the number of whole weeks after that day
 */
export async function lapsesByWeek(
  database: Queryable,
  sight: Sight,
  tagIds: readonly string[] | undefined,
  from: string,
  day: string,
  zone: string,
): Promise<Map<number, number>> {
  const rows = await database.rows(sql`
    select ((status.lapses_at at time zone ${zone})::date - ${day}::date) / 7 as week, count(*)::int
    from requirement_status status
    where status.org_id = ${sight.orgId} and ${needed(sight, tagIds)} and ${MET}
      and status.lapses_at >= ${from}::timestamptz
    group by week`);
  return new Map(rows.map(([week, count]) => [week, count]));
}

/** A status that something is to be done about. */
export interface AttentionRow {
  kind: (typeof ATTENTION)[number];
  count: number;
  subjectId: string;
  requirementId: string;
  status: 'missing' | 'expired' | 'expiring';
  isInHand: boolean;
  dueAt: string | undefined;
}

/** The first ten of each kind of what is to be done, with how many there are. `blocking` are requirements. */
export async function attentionRows(
  database: Queryable,
  sight: Sight,
  tagIds: readonly string[] | undefined,
  blocking: readonly string[],
): Promise<AttentionRow[]> {
  const rows = await database.rows(sql`
    with status as (
      select status.subject_id, status.requirement_id, status.status, status.is_in_hand, status.due_at,
        case when status.is_overdue and status.requirement_id = any(${blocking}::uuid[]) then 'blocked'
          when status.is_overdue then 'overdue' when status.status = 'expired' then 'expired'
          when status.status = 'expiring' then 'expiring'
          when status.status = 'missing' and status.due_at < clock_timestamp() + interval '7 days' then 'dueThisWeek'
        end as kind
      from requirement_status status
      where status.org_id = ${sight.orgId} and ${needed(sight, tagIds)}),
    placed as (
      select status.*, count(*) over (partition by kind) as count,
        row_number() over (partition by kind order by due_at, subject_id, requirement_id) as place
      from status where kind is not null)
    select kind, count::int, subject_id, requirement_id, status, is_in_hand, ${utcText(sql`due_at`)}
    from placed where place <= 10 order by kind, place`);
  return rows.map(([kind, count, subjectId, requirementId, status, isInHand, dueAt]) => ({
    kind,
    count,
    subjectId,
    requirementId,
    status,
    isInHand,
    dueAt: dueAt ?? undefined,
  }));
}
