import type { Sight } from '../../../../kernel/auth.ts';
import { and, type Queryable, type Sql, sql } from '../../../../kernel/database/database.ts';
import { keyset, type Order } from '../../../../kernel/pages/keyset.ts';
import { partPattern } from '../../../../kernel/text.ts';
import { inTags, listedSubjects, visibleTo } from '../../../directory/index.ts';
import { servedAt, wireText } from '../document.ts';
import type { Assignment } from '../schema.ts';

/** What a list of assignments is narrowed to. */
export interface ListFilter {
  search?: string | undefined;
  learnerIds?: readonly string[] | undefined;
  courseIds?: readonly string[] | undefined;
  categoryIds?: readonly string[] | undefined;
  tagIds?: readonly string[] | undefined;
  statuses?: readonly string[] | undefined;
  isOverdue?: boolean | undefined;
}

const ORDERS: Record<'due' | 'newest' | 'changed', Order> = {
  due: { key: sql`coalesce(assignment.due_at, 'infinity')`, type: sql`timestamptz` },
  newest: { key: sql`assignment.created_at`, type: sql`timestamptz`, isDescending: true },
  changed: { key: sql`assignment.updated_at`, type: sql`timestamptz`, isDescending: true },
};

/** The assignments that a filter leaves of those that whoever asks may see, with their courses. */
function wanted(sight: Sight, filter: ListFilter, now: string): Sql {
  const { search, learnerIds, courseIds, categoryIds, tagIds, statuses, isOverdue } = filter;
  const overdue = sql`coalesce(assignment.status <> 'completed' and assignment.due_at < ${now}::timestamptz, false)`;
  return sql`assignment join course on course.org_id = ${sight.orgId} and course.id = assignment.course_id
    where assignment.org_id = ${sight.orgId} and assignment.deleted_at is null ${and(
      search !== undefined &&
        search !== '' &&
        sql`(lower(course.title) like ${partPattern(search)} or assignment.learner_id in (
          select found.id from ${listedSubjects(sight, { types: ['driver', 'user'], search })} found))`,
      learnerIds && sql`assignment.learner_id = any(${learnerIds}::bigint[])`,
      courseIds && sql`assignment.course_id = any(${courseIds}::uuid[])`,
      categoryIds && sql`course.category_id = any(${categoryIds}::uuid[])`,
      tagIds && inTags(sight.orgId, tagIds, sql`assignment.learner_id`, true),
      statuses && sql`assignment.status = any(${statuses}::text[])`,
      isOverdue !== undefined && (isOverdue ? overdue : sql`not ${overdue}`),
    )} ${visibleTo(sight, sql`assignment.learner_id`)}`;
}

/** An assignment of a list, with its sort key. */
export interface ListedRow {
  assignment: Assignment;
  courseTitle: string;
  key: [string, string];
}

/** One page of assignments as they are served at `now`, and one more to tell whether another follows. */
export async function listAssignments(
  database: Queryable,
  sight: Sight,
  filter: ListFilter,
  sort: keyof typeof ORDERS,
  after: readonly string[],
  limit: number,
  now: string,
): Promise<ListedRow[]> {
  const place = keyset(ORDERS[sort], sql`assignment.id`, after);
  const rows = await database.rows(sql`
    select ${servedAt(now)}, course.title, ${place.columns} from ${wanted(sight, filter, now)} ${place.after}
    ${place.orderBy} limit ${limit + 1}`);
  return rows.map(([text, courseTitle, ...key]) => ({
    assignment: JSON.parse(wireText(text)) as Assignment,
    courseTitle,
    key: key as [string, string],
  }));
}

/** How many there are in all pages. */
export async function countAssignments(
  database: Queryable,
  sight: Sight,
  filter: ListFilter,
  now: string,
): Promise<number> {
  const [row] = await database.rows(sql`select count(*)::int from ${wanted(sight, filter, now)}`);
  return row?.[0] ?? 0;
}
