import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import { uuids } from '../../../kernel/ids.ts';

/** The courses and categories that a list is narrowed to. */
export interface CourseIds {
  courseIds?: string[];
  categoryIds?: string[];
}

/**
 * Reads the course and category ids of a query.
 *
 * @throws 400 for one that is no UUID; 404 naming the first that the organization does not have: an empty page
 *   for a mistyped id would look like an answer.
 */
export async function courseFilter(database: Queryable, orgId: string, query: CourseIds): Promise<CourseIds> {
  const courseIds = query.courseIds && uuids('courseIds', query.courseIds);
  const categoryIds = query.categoryIds && uuids('categoryIds', query.categoryIds);
  if (!courseIds && !categoryIds) return {};
  const rows = await database.rows(sql`
    select id from course where org_id = ${orgId} and id = any(${courseIds ?? []}::uuid[])
    union all select id from course_category where org_id = ${orgId} and id = any(${categoryIds ?? []}::uuid[])`);
  const known = new Set(rows.map(([id]) => id));
  const course = courseIds?.find((id) => !known.has(id));
  if (course) throw notFound(`courseIds: no training course ${course}.`);
  const category = categoryIds?.find((id) => !known.has(id));
  if (category) throw notFound(`categoryIds: no training course category ${category}.`);
  return { courseIds, categoryIds };
}
