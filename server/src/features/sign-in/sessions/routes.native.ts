import type { Routes } from '../../../kernel/feature.ts';
import { Type } from '../../../kernel/schema.ts';
import { sessionCookie } from './cookie.ts';
import { SessionReply, SignIn } from './schema.ts';
import { scopesOf } from './scopes.ts';
import { currentSession, fromOf, replaceCookie, signOut } from './service.ts';
import { signIn } from './sign-in.ts';

const tags = ['Sign-in'];
export const Nothing = Type.Literal('', { description: 'Done; there is no body.' });

/** Signing in and out by a browser's cookie. */
export const sessionRoutes: Routes = (app, { database, publicUrl }) => {
  const cookie = sessionCookie(publicUrl);

  app.post(
    '/session',
    {
      config: { public: true, open: true },
      schema: {
        operationId: 'createSession',
        summary: 'Sign in with a password',
        description:
          'Answers the session and keeps it in a cookie. Whatever is wrong, the answer is the same; after five attempts at a name each next one has to wait longer.',
        tags,
        body: SignIn,
        response: { 201: SessionReply },
      },
    },
    async (request, reply) => {
      const { body, server } = request;
      const opened = await signIn(database, body, fromOf(request, body.deviceName));
      await replaceCookie(database, cookie, request, reply, opened);
      return { data: await currentSession(database, opened, scopesOf(server)) };
    },
  );

  app.get(
    '/session',
    {
      config: { signedIn: true },
      schema: {
        operationId: 'getSession',
        summary: 'Who has signed in, and what they may do',
        tags,
        response: { 200: SessionReply },
      },
    },
    async ({ caller, server }) => {
      const session = { orgId: caller.orgId, id: caller.sessionId as string };
      return { data: await currentSession(database, session, scopesOf(server)) };
    },
  );

  app.delete(
    '/session',
    {
      config: { signedIn: true },
      schema: {
        operationId: 'deleteSession',
        summary: 'Sign out',
        tags,
        response: { 204: Nothing },
      },
    },
    async ({ caller }, reply) => {
      await signOut(database, caller);
      if (!caller.dryRun) reply.header('set-cookie', cookie.clear());
    },
  );
};
