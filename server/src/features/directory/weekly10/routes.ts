import type { FastifyRequest } from 'fastify';
import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import {
  ByApiId,
  ListOf,
  listQuery,
  listRequest,
  listText,
  problemsOf,
  Refused,
} from '../../../surfaces/weekly10.ts';
import { listPeople, requirePerson } from './find.ts';
import { changePerson, createPerson, retirePerson } from './save.ts';
import { CreatePerson, DirectoryUser, PatchPerson, type PersonFields, ReplacePerson } from './schema.ts';

const READ = { scope: 'Read Directory', limit: '10/second' } as const;
const WRITE = { scope: 'Write Directory', limit: '10/second' } as const;
const tags = ['Directory Users'];
const response = { 200: DirectoryUser };

type Change = FastifyRequest<{ Params: { api_id: string }; Body: PersonFields }>;

/** People: drivers and users, in the few words of this dialect. */
export const peopleRoutes: Routes = (app, services) => {
  const { database, publicUrl } = services;
  const change = (request: Change, whole: boolean): Promise<string> =>
    changePerson(database, request.caller, request.params.api_id, request.body, whole, problemsOf(request));
  app.get(
    '/directory/user/',
    {
      config: READ,
      schema: {
        operationId: 'listDirectoryUsers',
        summary: 'People by name',
        tags,
        querystring: listQuery('the name or the email'),
        response: { 200: ListOf(DirectoryUser, 'The people of this page.') },
      },
    },
    async (request) => {
      const page = listRequest(request.query);
      const found = await listPeople(database, request.caller, page);
      return jsonText(listText(request, publicUrl, page, found));
    },
  );

  app.post(
    '/directory/user/',
    {
      config: WRITE,
      schema: {
        operationId: 'createDirectoryUser',
        summary: 'Add a person',
        description: 'Adds a user; drivers are added on the other surface and managed on both.',
        tags,
        body: CreatePerson,
        response: { 201: DirectoryUser },
      },
    },
    async (request) =>
      jsonText(await createPerson(database, request.caller, request.body, problemsOf(request))),
  );

  app.get(
    '/directory/user/:api_id/',
    {
      config: READ,
      schema: {
        operationId: 'getDirectoryUser',
        summary: 'One person',
        tags,
        params: ByApiId,
        response,
      },
    },
    async ({ caller, params }) =>
      jsonText(JSON.stringify((await requirePerson(database, caller, params.api_id)).shown)),
  );

  app.put(
    '/directory/user/:api_id/',
    {
      config: WRITE,
      schema: {
        operationId: 'replaceDirectoryUser',
        summary: 'Replace a person',
        description: 'What is absent is taken away, except api_id and is_active, which stay.',
        tags,
        params: ByApiId,
        body: ReplacePerson,
        response,
      },
    },
    async (request) => jsonText(await change(request, true)),
  );

  app.patch(
    '/directory/user/:api_id/',
    {
      config: WRITE,
      schema: {
        operationId: 'updateDirectoryUser',
        summary: 'Change fields of a person',
        description: 'What is not sent stays.',
        tags,
        params: ByApiId,
        body: PatchPerson,
        response,
      },
    },
    async (request) => jsonText(await change(request, false)),
  );

  app.delete(
    '/directory/user/:api_id/',
    {
      config: WRITE,
      schema: {
        operationId: 'deleteDirectoryUser',
        summary: 'Make a person inactive',
        description: 'Refused while there are training records. Nobody is erased.',
        tags,
        params: ByApiId,
        response: { 204: { type: 'null', description: 'Inactive now; there is no body.' }, 409: Refused },
      },
    },
    async ({ caller, params }) => {
      await retirePerson(services, caller, params.api_id);
    },
  );
};
