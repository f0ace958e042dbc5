import type { Routes } from '../../kernel/feature.ts';
import { paging } from '../../kernel/pages/lists.ts';
import { Type } from '../../kernel/schema.ts';
import { CreateToken, NewTokenReply, ScopesReply, TokenId, TokensPage, TokensQuery } from './schema.ts';
import { endToken, givable, makeToken, requireWhole, servedToken } from './service.ts';
import { pageOfTokens } from './store.ts';

const READ = { scope: 'Read API Tokens', limit: '5/second' } as const;
const WRITE = { scope: 'Write API Tokens', limit: '100/minute' } as const;
const tags = ['API tokens'];

/** What programs show to be let in. */
export const tokenRoutes: Routes = (app, { database, cursors, scopes }) => {
  app.get(
    '/tokens',
    {
      config: READ,
      schema: {
        operationId: 'listTokens',
        summary: 'List tokens, without their text, which nobody can read again',
        tags,
        querystring: TokensQuery,
        response: { 200: TokensPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512, isRevoked = false } = query;
      requireWhole(caller);
      const { after, page } = paging(request, cursors, { isRevoked });
      const rows = await pageOfTokens(database, caller.orgId, isRevoked, after[0], limit);
      return page(rows, limit, servedToken, ({ id }) => [id]);
    },
  );

  app.get(
    '/tokens/scopes',
    {
      config: READ,
      schema: {
        operationId: 'listTokenScopes',
        summary: 'List the scopes that you can give a token',
        tags,
        response: { 200: ScopesReply },
      },
    },
    async ({ caller }) => {
      requireWhole(caller);
      return { data: givable(caller, scopes) };
    },
  );

  app.post(
    '/tokens',
    {
      config: WRITE,
      schema: {
        operationId: 'createToken',
        summary: 'Make a token',
        description: 'It acts as a user of its own. Nobody gives one scopes that they do not have.',
        tags,
        body: CreateToken,
        response: { 201: NewTokenReply },
      },
    },
    async ({ caller, body }) => ({ data: await makeToken(database, caller, scopes, body) }),
  );

  app.delete(
    '/tokens',
    {
      config: WRITE,
      schema: {
        operationId: 'deleteToken',
        summary: 'Revoke a token; servers stop taking it within a second',
        tags,
        querystring: TokenId,
        response: { 204: Type.Literal('', { description: 'Revoked; there is no body.' }) },
      },
    },
    async ({ caller, query }) => {
      await endToken(database, caller, query.id.toLowerCase());
    },
  );
};
