import type { Sight } from '../../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../../kernel/database/database.ts';
import { visibleTo } from '../../../directory/index.ts';

/** How many have which course, of those whom whoever asks may see. */
export interface CourseCount {
  courseId: string;
  assigned: number;
  completed: number;
  overdue: number;
}

/** The courses that anybody was assigned; `now` is RFC 3339. */
export async function countByCourse(database: Queryable, sight: Sight, now: string): Promise<CourseCount[]> {
  const rows = await database.rows(sql`
    select assignment.course_id, count(*)::int, (count(*) filter (where assignment.status = 'completed'))::int,
      (count(*) filter (where assignment.status <> 'completed' and assignment.due_at < ${now}::timestamptz))::int
    from assignment where assignment.org_id = ${sight.orgId} and assignment.deleted_at is null
      ${visibleTo(sight, sql`assignment.learner_id`)}
    group by assignment.course_id order by assignment.course_id`);
  return rows.map(([courseId, assigned, completed, overdue]) => ({ courseId, assigned, completed, overdue }));
}
