import type { FastifyRequest } from 'fastify';
import type { Routes, Services } from '../../../kernel/feature.ts';
import { type PageOf, paging } from '../../../kernel/pages/lists.ts';
import type { Static } from '../../../kernel/schema.ts';
import { courseFilter } from './filter.ts';
import { servedCourse } from './resource.ts';
import { type Course, CoursesPage, type CoursesQuery, CoursesWithDraftsQuery } from './schema.ts';
import { COURSE_PAGE, listCourses } from './store.ts';

type Query = Static<typeof CoursesQuery> & { includeDrafts?: boolean };

/** Reads one page of courses; `toItem` words each for its dialect. */
export async function coursesPage<T>(
  request: FastifyRequest<{ Querystring: Query }>,
  { database, cursors }: Services,
  toItem: (course: Course) => T,
): Promise<PageOf<T>> {
  const { query, caller } = request;
  const filter = {
    ...(await courseFilter(database, caller.orgId, query)),
    status: query.status,
    drafts: query.includeDrafts,
  };
  const { after, page } = paging(request, cursors, filter);
  return page(
    await listCourses(database, caller.orgId, filter, after[0]),
    COURSE_PAGE,
    ({ course, category }) => toItem(servedCourse(course, category)),
    ({ course }) => [course.id],
  );
}

export const courseRoutes: Routes = (app, services) => {
  app.get(
    '/training-courses',
    {
      config: { scope: 'Read Training Courses', limit: '5/second' },
      schema: {
        operationId: 'getTrainingCourses',
        summary: 'List training courses',
        description: 'All courses but drafts, whatever their status, page by page.',
        tags: ['Training Courses'],
        querystring: CoursesWithDraftsQuery,
        response: { 200: CoursesPage },
      },
    },
    (request) => coursesPage(request, services, (course) => course),
  );
};
