import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { uuids } from '../../../kernel/ids.ts';
import { pageOf } from '../../../kernel/lists.ts';
import { TypesPage, TypesQuery } from './schema.ts';
import { knownTypes, listTypes, TYPE_PAGE } from './store.ts';

export const typeRoutes: Routes = (app, { database, cursors, clock }) => {
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
      const { entityType, after } = request.query;
      const ids = request.query.ids && uuids('ids', request.query.ids);
      if (ids) {
        const known = await knownTypes(database, orgId, entityType, ids);
        const unknown = ids.find((id) => !known.has(id));
        if (unknown) throw notFound(`ids: no qualification type ${unknown} for ${entityType}s.`);
      }
      const filter = { entityType, ids, archived: request.query.includeArchived };
      const binding = { operation: 'qualification-types', orgId, ...filter };
      const [afterId] = after ? cursors.open(after, binding, clock.now()) : [];
      const types = await listTypes(database, orgId, filter, afterId);
      return pageOf(
        types,
        TYPE_PAGE,
        (type) => type,
        (type) => cursors.seal([type.id], binding, clock.now()),
      );
    },
  );
};
