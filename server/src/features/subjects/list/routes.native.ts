import type { Routes } from '../../../kernel/feature.ts';
import { numericIds } from '../../../kernel/ids.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { requireKnown, tagsOfSubjects } from '../../directory/index.ts';
import { figuresOfSubjects } from '../../requirements/index.ts';
import { ListQuery, SUBJECT_TYPES, SubjectsPage } from './schema.ts';
import { countSubjects, listSubjects } from './store.ts';

const NOTHING = { needed: 0, met: 0, overdue: 0, expired: 0, missing: 0, expiring: 0 };

/** People and vehicles in one list. */
export const subjectListRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/subjects',
    {
      config: { scope: 'Read Requirements', limit: '5/second' },
      schema: {
        operationId: 'listSubjects',
        summary: 'Drivers, users and vehicles in one list',
        description:
          'Each with its tags and how many of its requirements are what. "Prefer: count" adds the total to the first page.',
        tags: ['Subjects'],
        querystring: ListQuery,
        response: { 200: SubjectsPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512, sort = 'name', search, status, types = SUBJECT_TYPES } = query;
      const asked = query.ids && [...numericIds('ids', query.ids)];
      const tagIds = query.tagIds && [...numericIds('tagIds', query.tagIds)];
      await requireKnown(database, caller, { tagIds });
      const filter = { ids: asked, types, search, tagIds, status };
      const { after, page } = paging(request, cursors, { ...filter, sort });
      const rows = await listSubjects(database, caller, filter, sort, after, limit);
      const ids = rows.slice(0, limit).map(({ id }) => id);
      const tags = await tagsOfSubjects(database, caller, ids);
      const figures = await figuresOfSubjects(database, caller.orgId, ids);
      const listed = page(
        rows,
        limit,
        ({ key: _, ...subject }) => ({
          ...subject,
          tags: tags.get(subject.id) ?? [],
          requirements: figures.get(subject.id) ?? NOTHING,
        }),
        ({ key }) => key,
      );
      const counted = request.headers.prefer?.includes('count') && after.length === 0;
      return { ...listed, ...(counted ? { count: await countSubjects(database, caller, filter) } : {}) };
    },
  );
};
