import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { ASSIGNMENT_MOVES } from './moves.ts';
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
export const progressRoutes: Routes = (app, { database }) => {
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
    async ({ caller, query }) => jsonText(await read(database, caller, query)),
  );

  app.post(
    '/training-assignments/start',
    {
      config: { ...WRITE, moves: { start: ASSIGNMENT_MOVES.start } },
      schema: {
        operationId: 'startTrainingAssignment',
        summary: 'Begin an assignment',
        description: 'One that is begun already is left as it is.',
        tags,
        body: StartBody,
        response,
      },
    },
    async ({ caller, body }) => jsonText(await start(database, caller, body)),
  );

  app.post(
    '/training-assignments/progress',
    {
      config: { ...WRITE, moves: { progress: ASSIGNMENT_MOVES.progress } },
      schema: {
        operationId: 'progressTrainingAssignment',
        summary: 'Record the time spent',
        description: 'Begins the assignment if that has not happened.',
        tags,
        body: ProgressBody,
        response,
      },
    },
    async ({ caller, body }) => jsonText(await progress(database, caller, body)),
  );

  app.post(
    '/training-assignments/complete',
    {
      config: { ...WRITE, moves: { complete: ASSIGNMENT_MOVES.complete } },
      schema: {
        operationId: 'completeTrainingAssignment',
        summary: 'Complete an assignment',
        description: 'Decides for good whether it was late.',
        tags,
        body: CompleteBody,
        response,
      },
    },
    async ({ caller, body }) => jsonText(await complete(database, caller, body)),
  );

  app.post(
    '/training-assignments/reopen',
    {
      config: { ...WRITE, moves: { reopen: ASSIGNMENT_MOVES.reopen } },
      schema: {
        operationId: 'reopenTrainingAssignment',
        summary: 'Take back a completion',
        description: 'The completion stays in the ledger.',
        tags,
        body: ReopenBody,
        response,
      },
    },
    async ({ caller, body }) => jsonText(await reopen(database, caller, body)),
  );
};
