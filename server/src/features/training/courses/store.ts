import { empty, type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import type { Course } from './schema.ts';

/** Courses a page. */
export const COURSE_PAGE = 512;

const COLUMNS = sql`course.id, course.revision_id, course.title, course.description, course.estimated_minutes,
  course.status, course.labels::text, category.id, category.name`;
const FROM = sql`course join course_category category
  on category.org_id = course.org_id and category.id = course.category_id`;

function toCourse(row: Row): Course {
  const [id, revisionId, title, description, minutes, status, labels, categoryId, categoryName] = row;
  return {
    id,
    revisionId,
    category: { id: categoryId, name: categoryName },
    title,
    ...(description === null ? {} : { description }),
    estimatedTimeToCompleteMinutes: minutes,
    status,
    labels: JSON.parse(labels),
  };
}

/** What a list of courses is narrowed to. */
export interface CourseFilter {
  courseIds?: string[];
  categoryIds?: string[];
  status?: string[];
  drafts?: boolean;
}

/** One page of courses after `afterId`, oldest first, and one more row to tell whether another follows. */
export async function listCourses(
  database: Queryable,
  orgId: string,
  filter: CourseFilter,
  afterId: string | undefined,
): Promise<Course[]> {
  const conditions: Sql[] = [];
  if (!filter.drafts) conditions.push(sql`and course.status <> 'draft'`);
  if (filter.status) conditions.push(sql`and course.status = any(${filter.status}::text[])`);
  if (filter.courseIds) conditions.push(sql`and course.id = any(${filter.courseIds}::uuid[])`);
  if (filter.categoryIds) conditions.push(sql`and course.category_id = any(${filter.categoryIds}::uuid[])`);
  if (afterId) conditions.push(sql`and course.id > ${afterId}::uuid`);
  const rows = await database.rows(sql`
    select ${COLUMNS} from ${FROM} where course.org_id = ${orgId}
    ${conditions.reduce((all, next) => sql`${all} ${next}`, empty)}
    order by course.id limit ${COURSE_PAGE + 1}`);
  return rows.map(toCourse);
}

/** One course, or undefined. */
export async function findCourse(
  database: Queryable,
  orgId: string,
  id: string,
): Promise<Course | undefined> {
  const [row] = await database.rows(sql`
    select ${COLUMNS} from ${FROM} where course.org_id = ${orgId} and course.id = ${id}`);
  return row && toCourse(row);
}

/** Courses that are not deleted, by id, or by title and category name ignoring case. */
export async function findCourses(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
  names: readonly { title: string; category: string }[],
): Promise<Course[]> {
  const rows = await database.rows(sql`
    select ${COLUMNS} from ${FROM} where course.org_id = ${orgId} and course.status <> 'deleted'
      and (course.id = any(${ids}::uuid[]) or (lower(course.title), lower(category.name)) in (
        select lower(title), lower(name)
        from unnest(${names.map(({ title }) => title)}::text[], ${names.map(({ category }) => category)}::text[])
          as given (title, name)))
    order by course.id`);
  return rows.map(toCourse);
}

/** Adds a course, or brings the row of an existing one to `course`. */
export async function saveCourse(tx: Queryable, orgId: string, course: Course, at: string): Promise<void> {
  await tx.rows(sql`
    insert into course (org_id, id, revision_id, category_id, title, description, estimated_minutes, labels, status,
                        created_at, updated_at)
    values (${orgId}, ${course.id}, ${course.revisionId}, ${course.category.id}, ${course.title},
            ${course.description ?? null}, ${course.estimatedTimeToCompleteMinutes},
            ${JSON.stringify(course.labels ?? [])}, ${course.status}, ${at}, ${at})
    on conflict (org_id, id) do update set revision_id = excluded.revision_id, category_id = excluded.category_id,
      title = excluded.title, description = excluded.description, estimated_minutes = excluded.estimated_minutes,
      labels = excluded.labels, status = excluded.status, updated_at = excluded.updated_at`);
}

/** Keeps what the course says at its present revision. */
export async function saveRevision(tx: Queryable, orgId: string, course: Course, at: string): Promise<void> {
  await tx.rows(sql`
    insert into course_revision (org_id, course_id, revision_id, title, description, estimated_minutes, created_at)
    values (${orgId}, ${course.id}, ${course.revisionId}, ${course.title}, ${course.description ?? null},
            ${course.estimatedTimeToCompleteMinutes}, ${at})
    on conflict do nothing`);
}

/** A category by id, or by name ignoring case. */
export async function findCategory(
  database: Queryable,
  orgId: string,
  by: { id?: string; name?: string },
): Promise<{ id: string; name: string } | undefined> {
  const [row] = await database.rows(
    by.id === undefined
      ? sql`select id, name from course_category where org_id = ${orgId} and lower(name) = lower(${by.name})`
      : sql`select id, name from course_category where org_id = ${orgId} and id = ${by.id}`,
  );
  return row && { id: row[0], name: row[1] };
}

/** Adds a category. */
export async function insertCategory(
  tx: Queryable,
  orgId: string,
  category: { id: string; name: string },
  at: string,
): Promise<void> {
  await tx.rows(sql`
    insert into course_category (org_id, id, name, created_at)
    values (${orgId}, ${category.id}, ${category.name}, ${at})`);
}

/** One page of categories in the order of their names, after `(name, id)`. */
export async function listCategories(
  database: Queryable,
  orgId: string,
  after: [name: string, id: string] | undefined,
): Promise<{ id: string; name: string }[]> {
  const following = after ? sql`and (lower(name), id) > (lower(${after[0]}), ${after[1]}::uuid)` : empty;
  const rows = await database.rows(sql`
    select id, name from course_category where org_id = ${orgId} ${following}
    order by lower(name), id limit ${COURSE_PAGE + 1}`);
  return rows.map(([id, name]) => ({ id, name }));
}
