import type { Routes } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { createCategory } from './categories.ts';
import { listCategories } from './category-store.ts';
import { CategoriesPage, CategoriesQuery, CategoryReply, CreateCategory } from './schema.ts';
import { COURSE_PAGE } from './store.ts';

const READ = { scope: 'Read Training Courses', limit: '5/second' } as const;
const WRITE = { scope: 'Write Training Courses', limit: '100/minute' } as const;
const tags = ['Training Courses'];

/** Categories, which the public API keeps in its dashboard. */
export const categoryRoutes: Routes = (app, { database, cursors }) => {
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
