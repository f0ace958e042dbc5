import type { Routes } from '../../../kernel/feature.ts';
import { sendJson } from '../../../kernel/http.ts';
import { uuids } from '../../../kernel/ids.ts';
import { parseTime } from '../../../kernel/time.ts';
import {
  AssignmentsReply,
  AssignQuery,
  DeletedReply,
  DeleteQuery,
  NewAssignmentsReply,
  PatchQuery,
} from './schema.ts';
import { assign, remove, reschedule } from './service.ts';

const WRITE = { scope: 'Write Training Assignments', limit: '10/second' } as const;
const tags = ['Training Assignments'];

/** Assigning, rescheduling and deleting, at today's path. */
export const assignmentRoutes: Routes = (app, services) => {
  const { database } = services;
  app.post(
    '/training-assignments',
    {
      config: WRITE,
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
    async (request, reply) => {
      const { courseId, dueAtTime, learnerIds } = request.query;
      const dueAt = parseTime('dueAtTime', dueAtTime);
      return sendJson(reply, await assign(database, request.caller, { courseId, learnerIds, dueAt }));
    },
  );
  assignmentChangeRoutes('', '')(app, services);
};

/** PATCH and DELETE, which are alike at today's path and the older one. */
export const assignmentChangeRoutes =
  (prefix: '' | '/preview', operation: '' | 'preview'): Routes =>
  (app, { database }) => {
    const name = (text: string): string =>
      operation ? operation + text : text[0]?.toLowerCase() + text.slice(1);
    app.patch(
      `${prefix}/training-assignments`,
      {
        config: WRITE,
        schema: {
          operationId: name('PatchTrainingAssignments'),
          summary: 'Change the due time of assignments',
          description: 'All or none: one unknown id is a 404 that names it.',
          tags: prefix ? ['Preview'] : tags,
          querystring: PatchQuery,
          response: { 200: AssignmentsReply },
        },
      },
      async (request, reply) => {
        const ids = uuids('ids', request.query.ids);
        const dueAt = parseTime('dueAtTime', request.query.dueAtTime);
        return sendJson(reply, await reschedule(database, request.caller, ids, dueAt));
      },
    );

    app.delete(
      `${prefix}/training-assignments`,
      {
        config: WRITE,
        schema: {
          operationId: name('DeleteTrainingAssignments'),
          summary: 'Delete assignments',
          description:
            'Answers 204 whatever became of each id. With the header `Prefer: return=representation` it answers 200 and an outcome for each id.',
          tags: prefix ? ['Preview'] : tags,
          querystring: DeleteQuery,
          response: {
            200: DeletedReply,
            204: { type: 'null', description: 'Deleted; also when some ids were unknown.' },
          },
        },
      },
      async (request, reply) => {
        const wanted = request.headers.prefer?.includes('return=representation');
        if (!wanted) reply.code(204);
        const outcome = await remove(database, request.caller, uuids('ids', request.query.ids), !wanted);
        return wanted ? sendJson(reply, outcome ?? '') : reply.send(null);
      },
    );
  };
