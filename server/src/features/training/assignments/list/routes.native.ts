import type { Routes } from '../../../../kernel/feature.ts';
import { numericIds } from '../../../../kernel/ids.ts';
import { paging } from '../../../../kernel/pages/lists.ts';
import { findPeople, requireKnown, subjectNames } from '../../../directory/index.ts';
import { courseFilter } from '../../courses/filter.ts';
import { ListedAssignments, ListQuery } from './schema.ts';
import { countAssignments, listAssignments } from './store.ts';

/** Assignments as a page of the console shows them. */
export const assignmentListRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/training-assignments/list',
    {
      config: { scope: 'Read Training Assignments', limit: '5/second' },
      schema: {
        operationId: 'listTrainingAssignments',
        summary: 'List assignments by search, filter and order',
        description: 'Drivers’ and users’, with names. "Prefer: count" adds the total to the first page.',
        tags: ['Training Assignments'],
        querystring: ListQuery,
        response: { 200: ListedAssignments },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512, sort = 'due', search, statuses, isOverdue } = query;
      const tagIds = query.tagIds && [...numericIds('tagIds', query.tagIds)];
      await requireKnown(database, caller, { tagIds });
      const learners =
        query.learnerIds &&
        (await findPeople(database, caller, 'learnerIds', query.learnerIds, { deleted: true }));
      const courses = await courseFilter(database, caller.orgId, query);
      const learnerIds = learners?.map(({ id }) => id);
      const filter = { search, learnerIds, ...courses, tagIds, statuses, isOverdue };
      const { after, page } = paging(request, cursors, { ...filter, sort });
      const now = caller.now.toISOString();
      const rows = await listAssignments(database, caller, filter, sort, after, limit, now);
      const ids = new Set(rows.map(({ assignment }) => assignment.learner.id));
      const names = await subjectNames(database, caller, [...ids]);
      const listed = page(
        rows,
        limit,
        ({ assignment, courseTitle }) => ({
          assignment,
          courseTitle,
          learnerName: names.get(assignment.learner.id)?.name ?? '',
        }),
        ({ key }) => key,
      );
      const counted = request.headers.prefer?.includes('count') && after.length === 0;
      return {
        ...listed,
        ...(counted ? { count: await countAssignments(database, caller, filter, now) } : {}),
      };
    },
  );
};
