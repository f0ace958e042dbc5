import type { FastifyRequest } from 'fastify';
import type { Routes } from '../../../../kernel/feature.ts';
import { jsonText } from '../../../../kernel/http/http.ts';
import {
  ByApiId,
  ListOf,
  listQuery,
  listRequest,
  listText,
  problemsOf,
} from '../../../../surfaces/weekly10.ts';
import { findPeopleNamed } from '../../../directory/index.ts';
import { findCoursesNamed } from '../packages/store.ts';
import { PatchRecord, type RecordFields, TrainingRecord, WriteRecord } from './schema.ts';
import { changeRecord, createRecord, removeRecord, requireRecord } from './service.ts';
import { listRecords } from './store.ts';

const READ = { scope: 'Read Training Records', limit: '10/second' } as const;
const WRITE = { scope: 'Write Training Records', limit: '10/second' } as const;
const tags = ['Training Records'];
const response = { 200: TrainingRecord };

type Change = FastifyRequest<{ Params: { api_id: string }; Body: RecordFields }>;

/** Records: assignments of drivers and users alike. */
export const recordRoutes: Routes = (app, { database, publicUrl }) => {
  const change = (request: Change, whole: boolean): Promise<string> =>
    changeRecord(database, request.caller, request.params.api_id, request.body, whole, problemsOf(request));
  app.get(
    '/training/record/',
    {
      config: READ,
      schema: {
        operationId: 'listTrainingRecords',
        summary: 'Training records, newest first',
        tags,
        querystring: listQuery('the person’s name, the package’s name or its description'),
        response: { 200: ListOf(TrainingRecord, 'The records of this page.') },
      },
    },
    async (request) => {
      const { caller } = request;
      const page = listRequest(request.query);
      const matches = page.pattern
        ? {
            people: await findPeopleNamed(database, caller.orgId, page.pattern),
            courses: await findCoursesNamed(database, caller.orgId, page.pattern),
          }
        : undefined;
      const found = await listRecords(database, caller, page, matches);
      return jsonText(listText(request, publicUrl, page, found));
    },
  );

  app.post(
    '/training/record/',
    {
      config: WRITE,
      schema: {
        operationId: 'createTrainingRecord',
        summary: 'Assign a package, or record a training that was done',
        description: 'The state follows the dates: completed, in progress, or assigned.',
        tags,
        body: WriteRecord,
        response: { 201: TrainingRecord },
      },
    },
    async (request) =>
      jsonText(await createRecord(database, request.caller, request.body, problemsOf(request))),
  );

  app.get(
    '/training/record/:api_id/',
    {
      config: READ,
      schema: {
        operationId: 'getTrainingRecord',
        summary: 'One training record',
        tags,
        params: ByApiId,
        response,
      },
    },
    async ({ caller, params }) =>
      jsonText(JSON.stringify((await requireRecord(database, caller, params.api_id)).record)),
  );

  app.put(
    '/training/record/:api_id/',
    {
      config: WRITE,
      schema: {
        operationId: 'replaceTrainingRecord',
        summary: 'Replace a training record',
        description: 'A date that is absent or null is taken away; without date_completed it is open again.',
        tags,
        params: ByApiId,
        body: WriteRecord,
        response,
      },
    },
    async (request) => jsonText(await change(request, true)),
  );

  app.patch(
    '/training/record/:api_id/',
    {
      config: WRITE,
      schema: {
        operationId: 'updateTrainingRecord',
        summary: 'Change fields of a training record',
        description: 'What is not sent stays; a date that is null is taken away.',
        tags,
        params: ByApiId,
        body: PatchRecord,
        response,
      },
    },
    async (request) => jsonText(await change(request, false)),
  );

  app.delete(
    '/training/record/:api_id/',
    {
      config: WRITE,
      schema: {
        operationId: 'deleteTrainingRecord',
        summary: 'Delete a training record',
        tags,
        params: ByApiId,
        response: { 204: { type: 'null', description: 'Deleted; there is no body.' } },
      },
    },
    async ({ caller, params }) => removeRecord(database, caller, params.api_id),
  );
};
