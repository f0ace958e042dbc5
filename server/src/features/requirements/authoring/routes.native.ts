import type { Routes } from '../../../kernel/feature.ts';
import { uuids } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { REQUIREMENT_MOVES } from './moves.ts';
import {
  CreateRequirement,
  RequirementId,
  RequirementReply,
  RequirementsPage,
  RequirementsQuery,
  UpdateRequirement,
} from './schema.ts';
import { addRequirement, archiveRequirement, publishRequirement, updateRequirement } from './service.ts';
import { listRequirements } from './store.ts';

const WRITE = { scope: 'Write Requirements', limit: '100/minute' } as const;
const tags = ['Requirements'];

/** Writing requirements, and putting them into force. */
export const requirementRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/requirements',
    {
      config: { scope: 'Read Requirements', limit: '5/second' },
      schema: {
        operationId: 'listRequirements',
        summary: 'List requirements as last written',
        tags,
        querystring: RequirementsQuery,
        response: { 200: RequirementsPage },
      },
    },
    async (request) => {
      const { ids, states, limit = 512 } = request.query;
      const filter = { ids: ids && uuids('ids', ids), states };
      const { after, page } = paging(request, cursors, filter);
      const rows = await listRequirements(database, request.caller.orgId, filter, after[0], limit);
      return page(
        rows,
        limit,
        (row) => row,
        ({ id }) => [id],
      );
    },
  );

  app.post(
    '/requirements',
    {
      config: WRITE,
      schema: {
        operationId: 'createRequirement',
        summary: 'Draft a requirement',
        description: 'It applies to nobody until it is published.',
        tags,
        body: CreateRequirement,
        response: { 201: RequirementReply },
      },
    },
    async ({ caller, body }) => ({ data: await write(database, caller, (tx) => addRequirement(tx, body)) }),
  );

  app.patch(
    '/requirements',
    {
      config: { ...WRITE, moves: { update: REQUIREMENT_MOVES.update } },
      schema: {
        operationId: 'updateRequirement',
        summary: 'Change what is written of a requirement',
        description:
          'Only what is named changes; trees and lists are each replaced as a whole, and null takes away what may be left out. The revision in force stays until the change is published.',
        tags,
        body: UpdateRequirement,
        response: { 200: RequirementReply },
      },
    },
    async ({ caller, body }) => ({ data: await updateRequirement(database, caller, body) }),
  );

  app.post(
    '/requirements/publish',
    {
      config: { ...WRITE, moves: { publish: REQUIREMENT_MOVES.publish } },
      schema: {
        operationId: 'publishRequirement',
        summary: 'Put what is written into force',
        description:
          'Makes a revision that holds from now on; what was so before stays so. Statuses follow within seconds.',
        tags,
        body: RequirementId,
        response: { 200: RequirementReply },
      },
    },
    async ({ caller, body }) => ({
      data: await write(database, caller, (tx) => publishRequirement(tx, body.id)),
    }),
  );

  app.post(
    '/requirements/archive',
    {
      config: { ...WRITE, moves: { archive: REQUIREMENT_MOVES.archive } },
      schema: {
        operationId: 'archiveRequirement',
        summary: 'End a requirement; its past stays',
        tags,
        body: RequirementId,
        response: { 200: RequirementReply },
      },
    },
    async ({ caller, body }) => ({ data: await archiveRequirement(database, caller, body.id) }),
  );
};
