import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { readCategories } from './category-store.ts';
import { CategoryDocument, type Course, type CourseCategory, CourseDocument } from './schema.ts';
import { readCourses } from './store.ts';

const keyed = <D extends { id: string }>(documents: D[]) =>
  documents.map((document) => ({ id: document.id, document }));

export const trainingCourseCategory: Resource<CategoryDocument> = {
  name: 'trainingCourseCategory',
  scope: 'Read Training Courses',
  id: 'uuid',
  document: CategoryDocument,
  shared: true,
  about: () => [],
  read: async (database, orgId, ids) => keyed(await readCategories(database, orgId, ids)),
  present: (orgId) => sql`select id::text from course_category where org_id = ${orgId}`,
  served: ({ id, name }): CourseCategory => ({ id, name }),
};

export const trainingCourse: Resource<CourseDocument> = {
  name: 'trainingCourse',
  scope: 'Read Training Courses',
  id: 'uuid',
  document: CourseDocument,
  shared: true,
  about: () => [],
  read: async (database, orgId, ids) => keyed(await readCourses(database, orgId, ids)),
  present: (orgId) => sql`select id::text from course where org_id = ${orgId} and status <> 'deleted'`,
  served: (document, world) =>
    servedCourse(document, world.get(trainingCourseCategory, document.categoryId)?.name ?? ''),
};

/** A course as it is served, with the name of its category; in the schema's order, as the reply is. */
export function servedCourse(document: CourseDocument, category: string): Course {
  const { id, revisionId, categoryId, title, description, estimatedTimeToCompleteMinutes } = document;
  return {
    id,
    revisionId,
    category: { id: categoryId, name: category },
    title,
    ...(description === undefined ? {} : { description }),
    estimatedTimeToCompleteMinutes,
    status: document.status,
    labels: document.labels,
  };
}
