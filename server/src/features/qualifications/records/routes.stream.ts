import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { baseUrl } from '../../../kernel/http/signed-urls.ts';
import { uuids } from '../../../kernel/ids.ts';
import { answerStream } from '../../../kernel/pages/stream.ts';
import { servedText } from '../../fields/index.ts';
import { knownTypes } from '../types/store.ts';
import { findOwners } from './owner.ts';
import { pageText } from './page.ts';
import { RecordsPage, StreamQuery } from './schema.ts';
import { streamRecords } from './store.ts';

export const recordStreamRoutes: Routes = (app, services) => {
  const { database } = services;
  app.get(
    '/qualification-records/stream',
    {
      config: { scope: 'Read Qualification Records', limit: '5/second' },
      schema: {
        operationId: 'getQualificationRecordsStream',
        summary: 'Follow qualification records as they change',
        description:
          'Every record of workers or of assets changed in [startTime, endTime), by time of its last change. Without endTime there is always a next page: wait five seconds when one comes back empty. A record comes again each time it changes.',
        tags: ['Qualifications'],
        querystring: StreamQuery,
        response: { 200: RecordsPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { entityType, includeDeleted = false, includeExternalIds = false } = query;
      const typeIds = query.qualificationTypeIds && uuids('qualificationTypeIds', query.qualificationTypeIds);
      if (typeIds) {
        const known = await knownTypes(database, caller.orgId, entityType, typeIds);
        const unknown = typeIds.find((id) => !known.has(id));
        if (unknown)
          throw notFound(`qualificationTypeIds: no qualification type ${unknown} for ${entityType}s.`);
      }
      const owners =
        query.ownerIds && (await findOwners(database, caller, 'ownerIds', query.ownerIds, entityType, true));
      const ownerIds = owners?.map(({ id }) => id);
      const filter = { entityType, typeIds, ownerIds, includeDeleted, includeExternalIds };
      const base = baseUrl(services.publicUrl, request);
      const pieces = await answerStream(
        request,
        services,
        filter,
        (position) => streamRecords(database, caller, position, filter),
        (items) => servedText(services, database, caller.orgId, items, base),
      );
      return pageText(includeExternalIds, pieces);
    },
  );
};
