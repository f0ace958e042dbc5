import type { Routes } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { paging } from '../../../kernel/lists.ts';
import { createCategory } from './categories.ts';
import { listCategories } from './category-store.ts';
import {
  CategoriesPage,
  CategoriesQuery,
  CategoryReply,
  CourseReply,
  CreateCategory,
  CreateCourse,
  UpdateCourse,
} from './schema.ts';
import { changeCourse, createCourse, requireCourse, served } from './service.ts';
import { COURSE_PAGE } from './store.ts';

const READ = { scope: 'Read Training Courses', limit: '5/second' } as const;
const WRITE = { scope: 'Write Training Courses', limit: '100/minute' } as const;
const tags = ['Training Courses'];

/** Making courses and their categories, which the public API keeps in its dashboard. */
export const authoringRoutes: Routes = (app, { database, cursors }) => {
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
      const { after, page } = paging(request, cursors);
      const rows = await listCategories(database, request.caller.orgId, after, COURSE_PAGE);
      return page(
        rows,
        COURSE_PAGE,
        (row) => row,
        ({ name, id }) => [name, id],
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
    async ({ caller, body }) => ({ data: await write(database, caller, (tx) => createCategory(tx, body)) }),
  );
};
