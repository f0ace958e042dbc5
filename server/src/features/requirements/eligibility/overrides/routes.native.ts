import type { Routes } from '../../../../kernel/feature.ts';
import { uuids } from '../../../../kernel/ids.ts';
import { paging } from '../../../../kernel/pages/lists.ts';
import { Deleted } from '../../parameters.ts';
import { subjectFilter } from '../../subject-filter.ts';
import {
  CreateEligibilityOverride,
  EligibilityOverrideId,
  EligibilityOverrideReply,
  EligibilityOverridesPage,
  EligibilityOverridesQuery,
} from './schema.ts';
import { createOverride, deleteOverride } from './service.ts';
import { listOverrides } from './store.ts';

const WRITE = { scope: 'Write Eligibility Overrides', limit: '100/minute' } as const;
const tags = ['Requirements'];

/** Who may work though a requirement blocks it. */
export const overrideRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/eligibility/overrides',
    {
      config: { scope: 'Read Requirements', limit: '5/second' },
      schema: {
        operationId: 'listEligibilityOverrides',
        summary: 'List overrides, whether or not they have begun or ended',
        description:
          'With `requirementIds` only overrides that name one of them, not those of all requirements.',
        tags,
        querystring: EligibilityOverridesQuery,
        response: { 200: EligibilityOverridesPage },
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
      const rows = await listOverrides(database, caller, filter, after[0], limit);
      return page(
        rows,
        limit,
        (row) => row,
        ({ id }) => [id],
      );
    },
  );

  app.post(
    '/eligibility/overrides',
    {
      config: WRITE,
      schema: {
        operationId: 'createEligibilityOverride',
        summary: 'Let somebody work though a requirement blocks it',
        description: 'The status stays what it is. It ends by itself, and whoever makes it answers for it.',
        tags,
        body: CreateEligibilityOverride,
        response: { 201: EligibilityOverrideReply },
      },
    },
    async ({ caller, body }) => ({ data: await createOverride(database, caller, body) }),
  );

  app.delete(
    '/eligibility/overrides',
    {
      config: WRITE,
      schema: {
        operationId: 'deleteEligibilityOverride',
        summary: 'End an override now; the ledger keeps it',
        tags,
        querystring: EligibilityOverrideId,
        response: { 204: Deleted },
      },
    },
    async ({ caller, query }) => {
      await deleteOverride(database, caller, query.id);
    },
  );
};
