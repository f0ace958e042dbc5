import type { Routes } from '../../../kernel/feature.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { Nothing } from '../sessions/routes.native.ts';
import { servedCode } from './resource.ts';
import {
  CreateSignInCode,
  NewSignInCode,
  SignInCodeId,
  SignInCodesPage,
  SignInCodesQuery,
} from './schema.ts';
import { createCode, withdrawCode } from './service.ts';
import { listCodes } from './store.ts';

const WRITE = { scope: 'Write Sign-in Codes', limit: '100/minute' } as const;
const tags = ['Sign-in'];

/** Links and codes for people to sign in with. */
export const codeRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/sign-in-codes',
    {
      config: { scope: 'Read Accounts', limit: '5/second' },
      schema: {
        operationId: 'listSignInCodes',
        summary: 'List the codes that are still good, without what they are',
        tags,
        querystring: SignInCodesQuery,
        response: { 200: SignInCodesPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512 } = query;
      const { after, page } = paging(request, cursors);
      const rows = await listCodes(database, caller, {}, after[0], limit);
      return page(rows, limit, servedCode, ({ id }) => [id]);
    },
  );

  app.post(
    '/sign-in-codes',
    {
      config: WRITE,
      schema: {
        operationId: 'createSignInCode',
        summary: 'Make a code that signs somebody in, once',
        description:
          'Withdraws the ones that they had. Only whoever may write accounts makes codes of others than learners.',
        tags,
        body: CreateSignInCode,
        response: { 201: NewSignInCode },
      },
    },
    async ({ caller, body }) => ({ data: await createCode(database, caller, body) }),
  );

  app.delete(
    '/sign-in-codes',
    {
      config: WRITE,
      schema: {
        operationId: 'deleteSignInCode',
        summary: 'Withdraw a code',
        tags,
        querystring: SignInCodeId,
        response: { 204: Nothing },
      },
    },
    async ({ caller, query }) => withdrawCode(database, caller, query.id),
  );
};
