import type { Routes } from '../../../kernel/feature.ts';
import { parseActor } from '../../../kernel/ids.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { findPeople } from '../../directory/index.ts';
import { sessionCookie } from './cookie.ts';
import { changePassword, ownSight, revokeSession, servedSession } from './manage.ts';
import { Nothing } from './routes.native.ts';
import { ChangePassword, OwnSessionsQuery, SessionId, SessionsPage, SessionsQuery } from './schema.ts';
import { fromOf } from './service.ts';
import { listSessions } from './store.ts';

const OWN = { signedIn: true } as const;
const tags = ['Sign-in'];

/** One's own sessions and password, and for administrators everybody's sessions. */
export const manageSessionRoutes: Routes = (app, { database, cursors, publicUrl }) => {
  const cookie = sessionCookie(publicUrl);

  app.get(
    '/session/devices',
    {
      config: OWN,
      schema: {
        operationId: 'listOwnSessions',
        summary: 'List where whoever asks has signed in',
        tags,
        querystring: OwnSessionsQuery,
        response: { 200: SessionsPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512 } = query;
      const { id: personId } = parseActor(caller.actor);
      const { after, page } = paging(request, cursors, { personId });
      const rows = await listSessions(database, ownSight(caller), { personId }, after[0], limit);
      return page(
        rows,
        limit,
        (row) => servedSession(row, caller),
        ({ id }) => [id],
      );
    },
  );

  app.delete(
    '/session/devices',
    {
      config: OWN,
      schema: {
        operationId: 'deleteOwnSession',
        summary: 'Sign out on another device of one’s own',
        tags,
        querystring: SessionId,
        response: { 204: Nothing },
      },
    },
    async ({ caller, query }) => {
      const { id: personId } = parseActor(caller.actor);
      await revokeSession(database, caller, ownSight(caller), query.id, personId);
    },
  );

  app.post(
    '/session/password',
    {
      config: OWN,
      schema: {
        operationId: 'changeOwnPassword',
        summary: 'Change one’s own password',
        description: 'Signs out everywhere else; the session that asks goes on under another cookie.',
        tags,
        body: ChangePassword,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { caller, body } = request;
      const opened = await changePassword(database, caller, body, fromOf(request, undefined));
      if (!caller.dryRun) reply.header('set-cookie', cookie.set(opened.secret, opened.seconds));
    },
  );

  app.get(
    '/sessions',
    {
      config: { scope: 'Read Accounts', limit: '5/second' },
      schema: {
        operationId: 'listSessions',
        summary: 'List who has signed in, and where',
        tags,
        querystring: SessionsQuery,
        response: { 200: SessionsPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512 } = query;
      const [person] =
        query.personId === undefined ? [] : await findPeople(database, caller, 'personId', [query.personId]);
      const filter = { personId: person?.id };
      const { after, page } = paging(request, cursors, filter);
      const rows = await listSessions(database, caller, filter, after[0], limit);
      return page(
        rows,
        limit,
        (row) => servedSession(row, caller),
        ({ id }) => [id],
      );
    },
  );

  app.delete(
    '/sessions',
    {
      config: { scope: 'Write Accounts', limit: '100/minute' },
      schema: {
        operationId: 'deleteSessions',
        summary: 'Sign somebody out on a device',
        tags,
        querystring: SessionId,
        response: { 204: Nothing },
      },
    },
    async ({ caller, query }) => revokeSession(database, caller, caller, query.id),
  );
};
