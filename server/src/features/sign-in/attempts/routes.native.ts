import type { Routes } from '../../../kernel/feature.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { FailuresPage, FailuresQuery, listFailures } from './failures.ts';

/** Who tried to sign in and could not. */
export const failureRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/sign-in-failures',
    {
      config: { scope: 'Read Accounts', limit: '5/second' },
      schema: {
        operationId: 'listSignInFailures',
        summary: 'List attempts to sign in that failed, the latest first',
        description: 'Of people there are. Attempts at names that nobody has are not kept.',
        tags: ['Sign-in'],
        querystring: FailuresQuery,
        response: { 200: FailuresPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512 } = query;
      const { after, page } = paging(request, cursors);
      return page(
        await listFailures(database, caller, after[0], limit),
        limit,
        (failure) => failure,
        ({ id }) => [id],
      );
    },
  );
};
