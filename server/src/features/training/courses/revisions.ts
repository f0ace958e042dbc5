import { and, type Queryable, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';

/** A course and what it was at each revision, first to last. Times are RFC 3339 in UTC with milliseconds. */
export interface CourseRevisions {
  id: string;
  title: string;
  categoryId: string;
  /** Only a published course can be assigned. */
  isPublished: boolean;
  revisions: { id: string; at: string; estimatedMinutes: number }[];
}

/** The revisions of the courses named, or of all; deleted ones included. */
export async function courseRevisions(
  database: Queryable,
  orgId: string,
  courseIds: readonly string[] | undefined,
): Promise<CourseRevisions[]> {
  const rows = await database.rows(sql`
    select course.id, course.title, course.category_id, course.status = 'published', revision.revision_id,
      ${utcText(sql`revision.created_at`)}, revision.estimated_minutes
    from course join course_revision revision on revision.org_id = ${orgId} and revision.course_id = course.id
    where course.org_id = ${orgId} ${and(courseIds && sql`course.id = any(${courseIds}::uuid[])`)}
    order by course.id, revision.created_at`);
  const found = new Map<string, CourseRevisions>();
  for (const [id, title, categoryId, isPublished, revisionId, at, estimatedMinutes] of rows) {
    const course: CourseRevisions = found.get(id) ?? { id, title, categoryId, isPublished, revisions: [] };
    course.revisions.push({ id: revisionId, at, estimatedMinutes });
    found.set(id, course);
  }
  return [...found.values()];
}
