import type { Routes, Services } from '../../../kernel/feature.ts';
import { type PageOf, pageOf } from '../../../kernel/lists.ts';
import type { Static } from '../../../kernel/schema.ts';
import { courseFilter } from './filter.ts';
import { type Course, CoursesPage, type CoursesQuery, CoursesWithDraftsQuery } from './schema.ts';
import { COURSE_PAGE, listCourses } from './store.ts';

type Query = Static<typeof CoursesQuery> & { includeDrafts?: boolean };

/** Reads one page of courses; `toItem` words each for its dialect. */
export async function coursesPage<T>(
  { database, cursors, clock }: Services,
  orgId: string,
  query: Query,
  toItem: (course: Course) => T,
): Promise<PageOf<T>> {
  const filter = {
    ...(await courseFilter(database, orgId, query)),
    status: query.status,
    drafts: query.includeDrafts,
  };
  const binding = { operation: 'training-courses', orgId, ...filter };
  const [afterId] = query.after ? cursors.open(query.after, binding, clock.now()) : [];
  const courses = await listCourses(database, orgId, filter, afterId);
  return pageOf(courses, COURSE_PAGE, toItem, (course) => cursors.seal([course.id], binding, clock.now()));
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
    (request) => coursesPage(services, request.caller.orgId, request.query, (course) => course),
  );
};
