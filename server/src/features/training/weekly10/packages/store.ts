import { empty, type Queryable, type Row, type Sql, sql } from '../../../../kernel/database.ts';
import type { ListRequest } from '../../../../surfaces/weekly10.ts';
import { goesBy } from '../api-id.ts';
import type { TrainingPackage } from './schema.ts';

/** A course as a package. */
export interface PackageRow {
  package: TrainingPackage;
  course: { id: string; revisionId: string };
}

const COLUMNS = sql`course.api_id, course.title, coalesce(course.description, ''), course.status = 'published'`;

const toPackage = ([apiId, name, description, active]: Row): TrainingPackage => ({
  api_id: apiId,
  name,
  description,
  is_active: active,
});

/** One package, or undefined; deleted courses are none. */
export async function findPackage(
  database: Queryable,
  orgId: string,
  apiId: string,
): Promise<PackageRow | undefined> {
  const [row] = await database.rows(sql`
    select ${COLUMNS}, course.id, course.revision_id from course
    where course.org_id = ${orgId} and course.status <> 'deleted' and ${goesBy(sql`course`, apiId)}`);
  return row && { package: toPackage(row), course: { id: row[4], revisionId: row[5] } };
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

/** Sets what a client calls a course; nothing for its own id. */
export async function renameCourse(
  tx: Queryable,
  orgId: string,
  id: string,
  chosen: string | null,
  at: string,
): Promise<void> {
  await tx.rows(sql`
    update course set chosen_api_id = ${chosen}, updated_at = ${at} where course.org_id = ${orgId} and course.id = ${id}`);
}

/** Whether a course has any record that is not deleted, whoever may see it. */
export async function hasRecords(tx: Queryable, orgId: string, courseId: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from assignment where org_id = ${orgId} and course_id = ${courseId} and deleted_at is null limit 1`);
  return rows.length > 0;
}

/** One page of the packages by name, and how many there are in all. */
export async function listPackages(
  database: Queryable,
  orgId: string,
  page: ListRequest,
): Promise<{ count: number; results: TrainingPackage[] }> {
  const live = sql`course.status <> 'deleted' ${page.pattern ? named(page.pattern) : empty}`;
  const rows = await database.rows(sql`
    select page.*, total.count from (
      select count(*)::int as count from course where course.org_id = ${orgId} and ${live}) total
    left join (select ${COLUMNS} from course where course.org_id = ${orgId} and ${live}
      order by lower(course.title), course.api_id limit ${page.limit} offset ${page.offset}) page on true
    order by lower(page.title), page.api_id`);
  return { count: rows[0]?.[4] ?? 0, results: rows.filter(([apiId]) => apiId !== null).map(toPackage) };
}
