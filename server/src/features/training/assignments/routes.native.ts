import type { Routes } from '../../../kernel/feature.ts';
import { sendJson } from '../../../kernel/http.ts';
import { uuids } from '../../../kernel/ids.ts';
import { complete, progress, reopen, start } from './progress.ts';
import {
  AssignmentReply,
  AssignmentsReply,
  ByIdsQuery,
  CompleteBody,
  ProgressBody,
  ReopenBody,
  StartBody,
} from './schema.ts';
import { read } from './service.ts';

const READ = { scope: 'Read Training Assignments', limit: '5/second' } as const;
const WRITE = { scope: 'Write Training Assignments', limit: '10/second' } as const;
const tags = ['Training Assignments'];
const response = { 200: AssignmentReply };

/** What only the driver's app can do in the public API: reading one assignment, and the learner's progress. */
export const progressRoutes: Routes = (app, { database, clock }) => {
  app.get(
    '/training-assignments',
    {
      config: READ,
      schema: {
        operationId: 'getTrainingAssignments',
        summary: 'Read assignments by id',
        tags,
        querystring: ByIdsQuery,
        response: { 200: AssignmentsReply },
      },
    },
    async (request, reply) =>
      sendJson(reply, await read(database, request.caller, uuids('ids', request.query.ids), clock.now())),
  );

  app.post(
    '/training-assignments/start',
    {
      config: WRITE,
      schema: {
        operationId: 'startTrainingAssignment',
        summary: 'Begin an assignment',
        description: 'One that is begun already is left as it is.',
        tags,
        body: StartBody,
        response,
      },
    },
    async (request, reply) => sendJson(reply, await start(database, request.caller, request.body)),
  );

  app.post(
    '/training-assignments/progress',
    {
      config: WRITE,
      schema: {
        operationId: 'progressTrainingAssignment',
        summary: 'Record the time spent',
        description: 'Begins the assignment if that has not happened.',
        tags,
        body: ProgressBody,
        response,
      },
    },
    async (request, reply) => sendJson(reply, await progress(database, request.caller, request.body)),
  );

  app.post(
    '/training-assignments/complete',
    {
      config: WRITE,
      schema: {
        operationId: 'completeTrainingAssignment',
        summary: 'Complete an assignment',
        description: 'Decides for good whether it was late.',
        tags,
        body: CompleteBody,
        response,
      },
    },
    async (request, reply) => sendJson(reply, await complete(database, request.caller, request.body)),
  );

  app.post(
    '/training-assignments/reopen',
    {
      config: WRITE,
      schema: {
        operationId: 'reopenTrainingAssignment',
        summary: 'Take back a completion',
        description: 'The completion stays in the ledger.',
        tags,
        body: ReopenBody,
        response,
      },
    },
    async (request, reply) => sendJson(reply, await reopen(database, request.caller, request.body)),
  );
};
