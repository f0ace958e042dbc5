import type { IncomingHttpHeaders } from 'node:http';
import type { Routes } from '../../../kernel/feature.ts';
import { JSON_TYPE, jsonText } from '../../../kernel/http/http.ts';
import {
  AssignmentsReply,
  AssignQuery,
  DeletedReply,
  DeleteQuery,
  NewAssignmentsReply,
  PatchQuery,
} from './schema.ts';
import { assign, remove, reschedule } from './service.ts';

export const WRITE_ASSIGNMENTS = { scope: 'Write Training Assignments', limit: '10/second' } as const;
const tags = ['Training Assignments'];

/** What PATCH says of itself, at today's path and the older one. */
export const RESCHEDULE = {
  summary: 'Change the due time of assignments',
  description: 'All or none: one unknown id is a 404 that names it.',
  querystring: PatchQuery,
  response: { 200: AssignmentsReply },
};

/** What DELETE says of itself, at both. */
export const REMOVE = {
  summary: 'Delete assignments',
  description:
    'Answers 204 whatever became of each id. With the header `Prefer: return=representation` it answers 200 and an outcome for each id.',
  querystring: DeleteQuery,
  response: {
    200: DeletedReply,
    204: { type: 'null', description: 'Deleted; also when some ids were unknown.' },
  },
};

/** Assigning, rescheduling and deleting, at today's path. */
export const assignmentRoutes: Routes = (app, { database }) => {
  app.post(
    '/training-assignments',
    {
      config: WRITE_ASSIGNMENTS,
      schema: {
        operationId: 'postTrainingAssignments',
        summary: 'Assign a course to learners',
        description:
          'Everything is in the query. A learner who has not finished the course keeps the assignment there is.',
        tags,
        querystring: AssignQuery,
        response: { 200: NewAssignmentsReply },
      },
    },
    async ({ caller, query }) => jsonText(await assign(database, caller, query)),
  );

  app.patch(
    '/training-assignments',
    {
      config: WRITE_ASSIGNMENTS,
      schema: { operationId: 'patchTrainingAssignments', tags, ...RESCHEDULE },
    },
    async ({ caller, query }) => jsonText(await reschedule(database, caller, query)),
  );

  app.delete(
    '/training-assignments',
    {
      config: WRITE_ASSIGNMENTS,
      schema: { operationId: 'deleteTrainingAssignments', tags, ...REMOVE },
    },
    async ({ caller, query, headers }, reply) => {
      const wanted = wantsOutcomes(headers);
      reply.code(wanted ? 200 : 204);
      const outcomes = await remove(database, caller, query, !wanted);
      return outcomes === undefined ? undefined : reply.type(JSON_TYPE).send(jsonText(outcomes));
    },
  );
};

/** Whether a DELETE asks what became of each id. */
export const wantsOutcomes = (headers: IncomingHttpHeaders): boolean =>
  headers.prefer?.includes('return=representation') ?? false;
