import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { uuids } from '../../../kernel/ids.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { TypesPage, TypesQuery } from './schema.ts';
import { knownTypes, listTypes, TYPE_PAGE } from './store.ts';

export const typeRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/qualification-types',
    {
      config: { scope: 'Read Qualification Records', limit: '5/second' },
      schema: {
        operationId: 'getQualificationTypes',
        summary: 'List qualification types',
        description: 'The types for workers or those for assets, with the fields that their records have.',
        tags: ['Qualifications'],
        querystring: TypesQuery,
        response: { 200: TypesPage },
      },
    },
    async (request) => {
      const { orgId } = request.caller;
      const { entityType, includeArchived: archived } = request.query;
      const ids = request.query.ids && uuids('ids', request.query.ids);
      if (ids) {
        const known = await knownTypes(database, orgId, entityType, ids);
        const unknown = ids.find((id) => !known.has(id));
        if (unknown) throw notFound(`ids: no qualification type ${unknown} for ${entityType}s.`);
      }
      const filter = { entityType, ids, archived };
      const { after, page } = paging(request, cursors, filter);
      const types = await listTypes(database, orgId, filter, after[0]);
      return page(
        types,
        TYPE_PAGE,
        (type) => type,
        ({ id }) => [id],
      );
    },
  );
};
