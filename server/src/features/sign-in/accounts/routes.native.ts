import type { Routes } from '../../../kernel/feature.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { AccountReply, AccountsPage, AccountsQuery, CreateAccount, UpdateAccount } from './schema.ts';
import { createAccount, served, updateAccount } from './service.ts';
import { listAccounts } from './store.ts';

const WRITE = { scope: 'Write Accounts', limit: '100/minute' } as const;
const tags = ['Sign-in'];

/** Who may sign in, and as what. */
export const accountRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/accounts',
    {
      config: { scope: 'Read Accounts', limit: '5/second' },
      schema: {
        operationId: 'listAccounts',
        summary: 'List who may sign in, and as what',
        tags,
        querystring: AccountsQuery,
        response: { 200: AccountsPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512, role } = query;
      const { after, page } = paging(request, cursors, { role });
      const rows = await listAccounts(database, caller, { role }, after[0], limit);
      const shown = await served(database, caller, rows);
      return page(
        shown,
        limit,
        (account) => account,
        ({ id }) => [id],
      );
    },
  );

  app.post(
    '/accounts',
    {
      config: WRITE,
      schema: {
        operationId: 'createAccount',
        summary: 'Give somebody an account',
        description:
          'Of a person of the directory, or of a user who is added by it. They sign in by an invitation (`POST /sign-in-codes`).',
        tags,
        body: CreateAccount,
        response: { 201: AccountReply },
      },
    },
    async ({ caller, body }) => ({ data: await createAccount(database, caller, body) }),
  );

  app.patch(
    '/accounts',
    {
      config: WRITE,
      schema: {
        operationId: 'updateAccount',
        summary: 'Change a role, its tags, or whether somebody may sign in',
        description: 'Only what is named changes. Whoever was signed in is signed out.',
        tags,
        body: UpdateAccount,
        response: { 200: AccountReply },
      },
    },
    async ({ caller, body }) => ({ data: await updateAccount(database, caller, body) }),
  );
};
