import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { baseUrl } from '../../../kernel/http/signed-urls.ts';
import { MEDIA_BODY_LIMIT } from '../../media/index.ts';
import { patchSubmission } from './change.ts';
import { SUBMISSION_MOVES } from './moves.ts';
import { StartSubmission, SubmissionReply, SubmitSubmission } from './schema.ts';
import { submitSubmission } from './submit.ts';

const WRITE = { scope: 'Write Form Submissions', limit: '100/minute' } as const;
const { start, complete, submit } = SUBMISSION_MOVES;
const tags = ['Forms'];

/** What the public API keeps in its driver app: filling in a form. */
export const fillingInRoutes: Routes = (app, services) => {
  app.post(
    '/form-submissions/start',
    {
      config: { ...WRITE, moves: { start } },
      schema: {
        operationId: 'startFormSubmission',
        summary: 'Begin to fill in a form',
        description: 'From notStarted to inProgress; one that is in progress stays so.',
        tags,
        body: StartSubmission,
        response: { 200: SubmissionReply },
      },
    },
    async (request) => {
      const input = { id: request.body.id, status: 'inProgress' as const };
      const base = baseUrl(services.publicUrl, request);
      return jsonText(await patchSubmission(services, request.caller, input, base));
    },
  );

  app.post(
    '/form-submissions/submit',
    {
      config: { ...WRITE, moves: { complete, submit } },
      bodyLimit: MEDIA_BODY_LIMIT,
      schema: {
        operationId: 'submitFormSubmission',
        summary: 'Hand in a form',
        description:
          'Takes its answers and scores them. From inProgress it becomes completed or, if its template asks for approval, needsReview; from changesRequested needsReview again. Answers that were there before stay unless they are named; every required question that is asked must have one.',
        tags,
        body: SubmitSubmission,
        response: { 200: SubmissionReply },
      },
    },
    async (request) => {
      const base = baseUrl(services.publicUrl, request);
      return jsonText(await submitSubmission(services, request.caller, request.body, base));
    },
  );
};
