import {
  and,
  columns,
  type Queryable,
  type Row,
  type Sql,
  sql,
  table,
} from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { CourseDocument, CourseStatus } from './schema.ts';

/** Courses a page. */
export const COURSE_PAGE = 512;

interface CourseRow {
  id: string;
  revisionId: string;
  categoryId: string;
  title: string;
  description: string | null;
  minutes: number;
  status: CourseStatus;
  labels: string;
  apiId: string | null;
  createdAt: string;
  updatedAt: string;
}

const COURSE = columns<CourseRow>({
  id: sql`course.id`,
  revisionId: sql`course.revision_id`,
  categoryId: sql`course.category_id`,
  title: sql`course.title`,
  description: sql`course.description`,
  minutes: sql`course.estimated_minutes`,
  status: sql`course.status`,
  labels: sql`course.labels::text`,
  apiId: sql`course.chosen_api_id`,
  createdAt: sql`course.created_at`,
  updatedAt: sql`course.updated_at`,
});

/** What statements on courses select, and the document that it becomes. */
export const COURSE_COLUMNS: Sql = COURSE.list;

export function toDocument(row: Row): CourseDocument {
  const { description, minutes, labels, apiId, createdAt, updatedAt, ...facts } = COURSE.read(row);
  return {
    ...facts,
    ...(description === null ? {} : { description }),
    estimatedTimeToCompleteMinutes: minutes,
    labels: JSON.parse(labels),
    ...(apiId === null ? {} : { apiId }),
    createdAtTime: wireTime(createdAt),
    updatedAtTime: wireTime(updatedAt),
  };
}

/** A course and the name of its category. */
export interface NamedCourse {
  course: CourseDocument;
  category: string;
}

const named = (orgId: string): Sql => sql`category.name, ${COURSE_COLUMNS} from course
  join course_category category on category.org_id = ${orgId} and category.id = course.category_id`;

const toNamed = ([category, ...row]: Row): NamedCourse => ({ category, course: toDocument(row) });

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
): Promise<NamedCourse[]> {
  const conditions = and(
    !filter.drafts && sql`course.status <> 'draft'`,
    filter.status && sql`course.status = any(${filter.status}::text[])`,
    filter.courseIds && sql`course.id = any(${filter.courseIds}::uuid[])`,
    filter.categoryIds && sql`course.category_id = any(${filter.categoryIds}::uuid[])`,
    afterId !== undefined && sql`course.id > ${afterId}::uuid`,
  );
  const rows = await database.rows(sql`
    select ${named(orgId)} where course.org_id = ${orgId} ${conditions} order by course.id limit ${COURSE_PAGE + 1}`);
  return rows.map(toNamed);
}

/** Courses by id, deleted ones included, in no order. */
export async function readCourses(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<CourseDocument[]> {
  const rows = await database.rows(sql`
    select ${COURSE_COLUMNS} from course where course.org_id = ${orgId} and course.id = any(${ids}::uuid[])`);
  return rows.map(toDocument);
}

export const findCourse = async (
  database: Queryable,
  orgId: string,
  id: string,
): Promise<CourseDocument | undefined> => (await readCourses(database, orgId, [id]))[0];

/** Courses by id, deleted ones too, or by title and category name ignoring case. */
export async function findCourses(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
  names: readonly { title: string; category: string }[],
): Promise<NamedCourse[]> {
  const rows = await database.rows(sql`
    select ${named(orgId)} where course.org_id = ${orgId}
      and (course.id = any(${ids}::uuid[]) or course.status <> 'deleted' and (lower(course.title), lower(category.name)) in (
        select lower(given.title), lower(given.category) from ${table('given', names, {
          title: ['text', ({ title }) => title],
          category: ['text', ({ category }) => category],
        })}))
    order by course.id`);
  return rows.map(toNamed);
}

/** Adds a course, or brings the row of an existing one to `course`. */
export async function saveCourse(tx: Tx, course: CourseDocument): Promise<void> {
  await tx.rows(sql`
    insert into course (org_id, id, revision_id, category_id, title, description, estimated_minutes, labels, status,
                        chosen_api_id, created_at, updated_at)
    values (${tx.orgId}, ${course.id}, ${course.revisionId}, ${course.categoryId}, ${course.title},
            ${course.description ?? null}, ${course.estimatedTimeToCompleteMinutes}, ${JSON.stringify(course.labels)},
            ${course.status}, ${course.apiId ?? null}, ${tx.at}, ${tx.at})
    on conflict (org_id, id) do update set revision_id = excluded.revision_id, category_id = excluded.category_id,
      title = excluded.title, description = excluded.description, estimated_minutes = excluded.estimated_minutes,
      labels = excluded.labels, status = excluded.status, chosen_api_id = excluded.chosen_api_id,
      updated_at = excluded.updated_at`);
}

/** Keeps what the course says at its present revision. */
export async function saveRevision(tx: Tx, course: CourseDocument): Promise<void> {
  await tx.rows(sql`
    insert into course_revision (org_id, course_id, revision_id, category_id, title, description, estimated_minutes,
                                 created_at)
    values (${tx.orgId}, ${course.id}, ${course.revisionId}, ${course.categoryId}, ${course.title},
            ${course.description ?? null}, ${course.estimatedTimeToCompleteMinutes}, ${tx.at})
    on conflict (org_id, course_id, revision_id) do update set category_id = excluded.category_id`);
}

/** What courses are called, deleted ones too, by their ids. */
export async function courseTitles(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.rows(sql`
    select id, title from course where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return new Map(rows as [string, string][]);
}
