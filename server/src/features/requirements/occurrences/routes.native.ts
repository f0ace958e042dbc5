import { invalid } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { parseTime } from '../../../kernel/time.ts';
import { subjectFilter } from '../subject-filter.ts';
import { CreateOccurrence, OccurrenceReply, OccurrencesPage, OccurrencesQuery } from './schema.ts';
import { createOccurrence } from './service.ts';
import { listOccurrences } from './store.ts';

const tags = ['Requirements'];

/** What happened to people and vehicles. */
export const occurrenceRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/occurrences',
    {
      config: { scope: 'Read Requirements', limit: '5/second' },
      schema: {
        operationId: 'listOccurrences',
        summary: 'List what happened, the latest first',
        tags,
        querystring: OccurrencesQuery,
        response: { 200: OccurrencesPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { types, limit = 512 } = query;
      const startTime = query.startTime === undefined ? undefined : parseTime('startTime', query.startTime);
      const endTime = query.endTime === undefined ? undefined : parseTime('endTime', query.endTime);
      if (startTime && endTime && endTime < startTime) throw invalid('endTime', 'it is before startTime.');
      const subjectIds = await subjectFilter(database, caller, query.subjectIds);
      const filter = { subjectIds, types, startTime, endTime };
      const { after, page } = paging(request, cursors, filter);
      const rows = await listOccurrences(database, caller, filter, after, limit);
      return page(
        rows,
        limit,
        (row) => row,
        ({ at, id }) => [at, id],
      );
    },
  );

  app.post(
    '/occurrences',
    {
      config: { scope: 'Write Requirements', limit: '100/minute' },
      schema: {
        operationId: 'createOccurrence',
        summary: 'Tell what happened to a person or vehicle',
        description:
          'Requirements that name its type may fall due sooner. With an `externalId` it can be told again: what is known already is a 200 and changes nothing, and other facts under the same type and externalId are a 400.',
        tags,
        body: CreateOccurrence,
        response: { 200: OccurrenceReply, 201: OccurrenceReply },
      },
    },
    async ({ caller, body }, reply) => {
      reply.code(201);
      return { data: await createOccurrence(database, caller, body, () => reply.code(200)) };
    },
  );
};
