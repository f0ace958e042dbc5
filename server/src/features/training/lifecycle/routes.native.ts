import type { Routes } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { COURSE_MOVES } from '../courses/moves.ts';
import { CourseId, CourseReply } from '../courses/schema.ts';
import { served } from '../courses/service.ts';
import { moveCourse } from './move.ts';

const WRITE = { scope: 'Write Training Courses', limit: '100/minute' } as const;
const about = { tags: ['Training Courses'], body: CourseId, response: { 200: CourseReply } };

/** Moving courses through their life, which the public API keeps in its dashboard. */
export const lifecycleRoutes: Routes = (app, { database }) => {
  app.post(
    '/training-courses/publish',
    {
      config: { ...WRITE, moves: { publish: COURSE_MOVES.publish } },
      schema: { ...about, operationId: 'publishTrainingCourse', summary: 'Make a course assignable' },
    },
    async ({ caller, body }) => ({
      data: await write(database, caller, async (tx) => served(tx, await moveCourse(tx, body.id, 'publish'))),
    }),
  );

  app.post(
    '/training-courses/archive',
    {
      config: { ...WRITE, moves: { archive: COURSE_MOVES.archive } },
      schema: {
        ...about,
        operationId: 'archiveTrainingCourse',
        summary: 'Retire a course; its assignments in progress are deleted',
      },
    },
    async ({ caller, body }) => ({
      data: await write(database, caller, async (tx) => served(tx, await moveCourse(tx, body.id, 'archive'))),
    }),
  );

  app.post(
    '/training-courses/delete',
    {
      config: { ...WRITE, moves: { delete: COURSE_MOVES.delete } },
      schema: {
        ...about,
        operationId: 'deleteTrainingCourse',
        summary: 'Delete a course and all its assignments, as tombstones',
      },
    },
    async ({ caller, body }) => ({
      data: await write(database, caller, async (tx) => served(tx, await moveCourse(tx, body.id, 'delete'))),
    }),
  );
};
