import type { Routes } from '../../../kernel/feature.ts';
import { pageOf } from '../../../kernel/lists.ts';
import {
  CategoriesPage,
  CategoriesQuery,
  CategoryReply,
  CourseId,
  CourseReply,
  CreateCategory,
  CreateCourse,
  UpdateCourse,
} from './schema.ts';
import { createCategory, createCourse, moveCourse, updateCourse } from './service.ts';
import { COURSE_PAGE, listCategories } from './store.ts';

const READ = { scope: 'Read Training Courses', limit: '5/second' } as const;
const WRITE = { scope: 'Write Training Courses', limit: '100/minute' } as const;
const tags = ['Training Courses'];

const VERBS = [
  { verb: 'publish', status: 'published', summary: 'Make a course assignable' },
  {
    verb: 'archive',
    status: 'archived',
    summary: 'Retire a course; its assignments in progress are deleted',
  },
  { verb: 'delete', status: 'deleted', summary: 'Delete a course and all its assignments, as tombstones' },
] as const;

/** What the public API keeps in its dashboard: making courses and moving them through their life. */
export const authoringRoutes: Routes = (app, { database, cursors, clock }) => {
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
    async (request, reply) => {
      reply.code(201);
      return { data: await createCourse(database, request.caller, request.body) };
    },
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
    async (request) => ({ data: await updateCourse(database, request.caller, request.body) }),
  );

  for (const { verb, status, summary } of VERBS) {
    app.post(
      `/training-courses/${verb}`,
      {
        config: WRITE,
        schema: {
          operationId: `${verb}TrainingCourse`,
          summary,
          tags,
          body: CourseId,
          response: { 200: CourseReply },
        },
      },
      async (request) => ({ data: await moveCourse(database, request.caller, request.body.id, status) }),
    );
  }

  app.get(
    '/training-course-categories',
    {
      config: READ,
      schema: {
        operationId: 'listTrainingCourseCategories',
        summary: 'List course categories',
        tags,
        querystring: CategoriesQuery,
        response: { 200: CategoriesPage },
      },
    },
    async (request) => {
      const { orgId } = request.caller;
      const binding = { operation: 'training-course-categories', orgId };
      const [name, id] = request.query.after ? cursors.open(request.query.after, binding, clock.now()) : [];
      const rows = await listCategories(database, orgId, name !== undefined && id ? [name, id] : undefined);
      return pageOf(
        rows,
        COURSE_PAGE,
        (row) => row,
        (row) => cursors.seal([row.name, row.id], binding, clock.now()),
      );
    },
  );

  app.post(
    '/training-course-categories',
    {
      config: WRITE,
      schema: {
        operationId: 'createTrainingCourseCategory',
        summary: 'Make a course category',
        tags,
        body: CreateCategory,
        response: { 201: CategoryReply },
      },
    },
    async (request, reply) => {
      reply.code(201);
      return { data: await createCategory(database, request.caller, request.body.name) };
    },
  );
};
