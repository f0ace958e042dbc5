import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { baseUrl } from '../../../kernel/http/signed-urls.ts';
import { servedText } from '../../fields/index.ts';
import { patchSubmission } from './change.ts';
import { createSubmission } from './create.ts';
import { SUBMISSION_MOVES } from './moves.ts';
import {
  ByIdsQuery,
  CreateSubmission,
  PatchSubmission,
  SubmissionReply,
  SubmissionsReply,
} from './schema.ts';
import { findSubmissions } from './store.ts';

const READ = { scope: 'Read Form Submissions', limit: '5/second' } as const;
const WRITE = { scope: 'Write Form Submissions', limit: '100/minute' } as const;
const { start, approve, requestChanges, archive } = SUBMISSION_MOVES;
const tags = ['Forms'];

export const submissionRoutes: Routes = (app, services) => {
  const { database, publicUrl } = services;

  app.get(
    '/form-submissions',
    {
      config: READ,
      schema: {
        operationId: 'getFormSubmissions',
        summary: 'Read form submissions by id',
        description: 'In the order of the ids. One that is unknown is a 404 that names it.',
        tags,
        querystring: ByIdsQuery,
        response: { 200: SubmissionsReply },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const found = await findSubmissions(database, caller, query.ids, query.include !== undefined);
      const documents = [...new Set(query.ids)].map((id) => {
        const row = found.get(id);
        if (!row) throw notFound(`ids: no form submission ${id.slice(0, 100)}.`);
        return row.text;
      });
      const text = `{"data":[${documents.join(',')}]}`;
      return jsonText(await servedText(services, database, caller.orgId, text, baseUrl(publicUrl, request)));
    },
  );

  app.post(
    '/form-submissions',
    {
      config: WRITE,
      schema: {
        operationId: 'postFormSubmission',
        summary: 'Make a form submission and assign it',
        description: 'It begins as notStarted, empty or with some answers.',
        tags,
        body: CreateSubmission,
        response: { 200: SubmissionReply },
      },
    },
    async ({ caller, body }) => jsonText(await createSubmission(services, caller, body)),
  );

  app.patch(
    '/form-submissions',
    {
      config: { ...WRITE, moves: { start, approve, requestChanges, archive } },
      schema: {
        operationId: 'patchFormSubmission',
        summary: 'Change a form submission, or move it to another status',
        description:
          'Only what is named changes. Answers come by handing it in: POST /form-submissions/submit.',
        tags,
        body: PatchSubmission,
        response: { 200: SubmissionReply },
      },
    },
    async (request) =>
      jsonText(await patchSubmission(services, request.caller, request.body, baseUrl(publicUrl, request))),
  );
};
