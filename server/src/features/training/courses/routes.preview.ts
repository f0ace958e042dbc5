import type { Routes } from '../../../kernel/feature.ts';
import { coursesPage } from './routes.ts';
import { CoursesQuery, PreviewCoursesPage } from './schema.ts';

/** The older shape: `label`, one object, where today's path has the list `labels`. */
export const previewCourseRoutes: Routes = (app, services) => {
  app.get(
    '/preview/training-courses',
    {
      config: { scope: 'Read Preview', limit: '5/second' },
      schema: {
        operationId: 'previewGetTrainingCourses',
        summary: 'List training courses (older shape)',
        tags: ['Preview'],
        querystring: CoursesQuery,
        response: { 200: PreviewCoursesPage },
      },
    },
    (request) =>
      coursesPage(request, services, ({ labels, ...course }) => ({
        ...course,
        status: course.status as 'published' | 'archived' | 'deleted',
        ...(labels?.[0] ? { label: labels[0] } : {}),
      })),
  );
};
