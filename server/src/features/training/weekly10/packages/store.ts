import { empty, type Queryable, type Sql, sql } from '../../../../kernel/database/database.ts';
import type { ListRequest } from '../../../../surfaces/weekly10.ts';
import type { CourseDocument } from '../../courses/schema.ts';
import { COURSE_COLUMNS, toDocument } from '../../courses/store.ts';
import { goesBy } from '../api-id.ts';

/** The course that goes by this `api_id`, or undefined; deleted courses are no packages. */
export async function findPackage(
  database: Queryable,
  orgId: string,
  apiId: string,
): Promise<CourseDocument | undefined> {
  const [row] = await database.rows(sql`
    select ${COURSE_COLUMNS} from course
    where course.org_id = ${orgId} and course.status <> 'deleted' and ${goesBy(sql`course`, apiId)}`);
  return row && toDocument(row);
}

const named = (pattern: string): Sql =>
  sql`and (course.title ilike ${pattern} or course.description ilike ${pattern})`;

/** The ids of the courses whose name or description has `pattern`, a pattern of `ilike`. */
export async function findCoursesNamed(
  database: Queryable,
  orgId: string,
  pattern: string,
): Promise<string[]> {
  const rows = await database.rows(sql`
    select course.id from course where course.org_id = ${orgId} and course.status <> 'deleted' ${named(pattern)}`);
  return rows.map(([id]) => id);
}

/** One page of the packages by name, and how many there are in all. */
export async function listPackages(
  database: Queryable,
  orgId: string,
  page: ListRequest,
): Promise<{ count: number; courses: CourseDocument[] }> {
  const live = sql`course.status <> 'deleted' ${page.pattern ? named(page.pattern) : empty}`;
  const rows = await database.rows(sql`
    select total.count, course.* from (
      select count(*)::int as count from course where course.org_id = ${orgId} and ${live}) total
    left join (select ${COURSE_COLUMNS}, course.api_id as goes_by from course where course.org_id = ${orgId} and ${live}
      order by lower(course.title), course.api_id limit ${page.limit} offset ${page.offset}) course on true
    order by lower(course.title), course.goes_by`);
  const courses = rows.filter(([, id]) => id !== null).map(([, ...row]) => toDocument(row));
  return { count: rows[0]?.[0] ?? 0, courses };
}
