import type { Routes } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { CourseReply, CreateCourse, UpdateCourse } from './schema.ts';
import { changeCourse, createCourse, requireCourse, served } from './service.ts';

const WRITE = { scope: 'Write Training Courses', limit: '100/minute' } as const;
const tags = ['Training Courses'];

/** Making courses, which the public API keeps in its dashboard. */
export const authoringRoutes: Routes = (app, { database }) => {
  app.post(
    '/training-courses',
    {
      config: WRITE,
      schema: {
        operationId: 'createTrainingCourse',
        summary: 'Make a course',
        tags,
        body: CreateCourse,
        response: { 201: CourseReply },
      },
    },
    async ({ caller, body }) => ({
      data: await write(database, caller, async (tx) => served(tx, await createCourse(tx, body))),
    }),
  );

  app.patch(
    '/training-courses',
    {
      config: WRITE,
      schema: {
        operationId: 'updateTrainingCourse',
        summary: 'Change a course',
        description:
          'Only what is named changes. Another title, description or length makes a new revision; assignments keep theirs.',
        tags,
        body: UpdateCourse,
        response: { 200: CourseReply },
      },
    },
    async ({ caller, body }) => ({
      data: await write(database, caller, async (tx) =>
        served(tx, await changeCourse(tx, await requireCourse(tx, body.id), body)),
      ),
    }),
  );
};
