import type { FastifyRequest } from 'fastify';
import type { Routes } from '../../../../kernel/feature.ts';
import { jsonText } from '../../../../kernel/http/http.ts';
import { write } from '../../../../kernel/ledger/write.ts';
import { Type } from '../../../../kernel/schema.ts';
import {
  ByApiId,
  ListOf,
  listQuery,
  listRequest,
  listText,
  problemsOf,
  Refused,
} from '../../../../surfaces/weekly10.ts';
import { weekly10Package } from '../documents.ts';
import { type PackageFields, PatchPackage, TrainingPackage, WritePackage } from './schema.ts';
import { changePackage, createPackage, removePackage, requirePackage } from './service.ts';
import { listPackages } from './store.ts';

const READ = { scope: 'Read Training Packages', limit: '10/second' } as const;
const WRITE = { scope: 'Write Training Packages', limit: '10/second' } as const;
const tags = ['Training Packages'];
const response = { 200: TrainingPackage };

type Change = FastifyRequest<{ Params: { api_id: string }; Body: PackageFields }>;

/** Packages: courses, in the few words of this dialect. */
export const packageRoutes: Routes = (app, { database, publicUrl }) => {
  const change = (request: Change, whole: boolean): Promise<string> =>
    write(database, request.caller, (tx) =>
      changePackage(tx, request.params.api_id, request.body, whole, problemsOf(request)),
    );
  app.get(
    '/training/package/',
    {
      config: READ,
      schema: {
        operationId: 'listTrainingPackages',
        summary: 'Training packages by name',
        tags,
        querystring: listQuery('the name or the description'),
        response: { 200: ListOf(TrainingPackage, 'The packages of this page.') },
      },
    },
    async (request) => {
      const page = listRequest(request.query);
      const { count, courses } = await listPackages(database, request.caller.orgId, page);
      return jsonText(listText(request, publicUrl, page, { count, results: courses.map(weekly10Package) }));
    },
  );

  app.post(
    '/training/package/',
    {
      config: WRITE,
      schema: {
        operationId: 'createTrainingPackage',
        summary: 'Make a training package',
        description: 'It can be assigned at once, unless it is made inactive.',
        tags,
        body: WritePackage,
        response: { 201: TrainingPackage },
      },
    },
    async (request) =>
      jsonText(
        await write(database, request.caller, (tx) => createPackage(tx, request.body, problemsOf(request))),
      ),
  );

  app.get(
    '/training/package/:api_id/',
    {
      config: READ,
      schema: {
        operationId: 'getTrainingPackage',
        summary: 'One training package',
        tags,
        params: ByApiId,
        response,
      },
    },
    async ({ caller, params }) =>
      jsonText(JSON.stringify(weekly10Package(await requirePackage(database, caller.orgId, params.api_id)))),
  );

  app.put(
    '/training/package/:api_id/',
    {
      config: WRITE,
      schema: {
        operationId: 'replaceTrainingPackage',
        summary: 'Replace a training package',
        description: 'A description that is absent or null is taken away; is_active that is absent stays.',
        tags,
        params: ByApiId,
        body: WritePackage,
        response,
      },
    },
    async (request) => jsonText(await change(request, true)),
  );

  app.patch(
    '/training/package/:api_id/',
    {
      config: WRITE,
      schema: {
        operationId: 'updateTrainingPackage',
        summary: 'Change fields of a training package',
        description: 'What is not sent stays.',
        tags,
        params: ByApiId,
        body: PatchPackage,
        response,
      },
    },
    async (request) => jsonText(await change(request, false)),
  );

  app.delete(
    '/training/package/:api_id/',
    {
      config: WRITE,
      schema: {
        operationId: 'deleteTrainingPackage',
        summary: 'Delete a training package',
        description: 'Refused while it has records, unless they are to be deleted with it.',
        tags,
        params: ByApiId,
        querystring: Type.Object({
          cascade: Type.Optional(
            Type.Boolean({ default: false, description: 'True deletes its records too.' }),
          ),
        }),
        response: { 204: { type: 'null', description: 'Deleted; there is no body.' }, 409: Refused },
      },
    },
    async ({ caller, params, query }) => {
      await write(database, caller, (tx) => removePackage(tx, params.api_id, query.cascade ?? false));
    },
  );
};
