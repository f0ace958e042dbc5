import type { Routes } from '../../../../kernel/feature.ts';
import { CourseFigures } from './schema.ts';
import { countByCourse } from './store.ts';

/** Who has which course, as figures. */
export const courseFigureRoutes: Routes = (app, { database }) => {
  app.get(
    '/training-courses/figures',
    {
      config: { scope: 'Read Training Assignments', limit: '5/second' },
      schema: {
        operationId: 'getTrainingCourseFigures',
        summary: 'How many have each course',
        tags: ['Training Courses'],
        response: { 200: CourseFigures },
      },
    },
    async ({ caller }) => ({ data: await countByCourse(database, caller, caller.now.toISOString()) }),
  );
};
