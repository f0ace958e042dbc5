import type { Routes } from '../../../kernel/feature.ts';
import { uuids } from '../../../kernel/ids.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { Deleted } from '../parameters.ts';
import { subjectFilter } from '../subject-filter.ts';
import { CreateWaiver, WaiverId, WaiverReply, WaiversPage, WaiversQuery } from './schema.ts';
import { createWaiver, deleteWaiver } from './service.ts';
import { listWaivers } from './store.ts';

const WRITE = { scope: 'Write Requirements', limit: '100/minute' } as const;
const tags = ['Requirements'];

/** Lifting requirements for people and vehicles. */
export const waiverRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/waivers',
    {
      config: { scope: 'Read Requirements', limit: '5/second' },
      schema: {
        operationId: 'listWaivers',
        summary: 'List who need not meet what, whether or not it has begun or ended',
        tags,
        querystring: WaiversQuery,
        response: { 200: WaiversPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512 } = query;
      const filter = {
        subjectIds: await subjectFilter(database, caller, query.subjectIds),
        requirementIds: query.requirementIds && uuids('requirementIds', query.requirementIds),
      };
      const { after, page } = paging(request, cursors, filter);
      const rows = await listWaivers(database, caller, filter, after[0], limit);
      return page(
        rows,
        limit,
        (row) => row,
        ({ id }) => [id],
      );
    },
  );

  app.post(
    '/waivers',
    {
      config: WRITE,
      schema: {
        operationId: 'createWaiver',
        summary: 'Lift a requirement for a person or vehicle',
        description: 'While it holds, their status is `waived`. Statuses follow within seconds.',
        tags,
        body: CreateWaiver,
        response: { 201: WaiverReply },
      },
    },
    async ({ caller, body }) => ({ data: await createWaiver(database, caller, body) }),
  );

  app.delete(
    '/waivers',
    {
      config: WRITE,
      schema: {
        operationId: 'deleteWaiver',
        summary: 'Take a waiver back; the ledger keeps it',
        tags,
        querystring: WaiverId,
        response: { 204: Deleted },
      },
    },
    async ({ caller, query }) => {
      await deleteWaiver(database, caller, query.id);
    },
  );
};
