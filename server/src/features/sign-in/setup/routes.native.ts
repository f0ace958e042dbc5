import type { Routes } from '../../../kernel/feature.ts';
import { SetUp, SetUpReply, UseCode } from '../codes/schema.ts';
import { useCode } from '../codes/use.ts';
import { DEVICE_SECONDS, deviceCookie, sessionCookie } from '../sessions/cookie.ts';
import { SessionReply } from '../sessions/schema.ts';
import { scopesOf } from '../sessions/scopes.ts';
import { currentSession, fromOf, replaceCookie } from '../sessions/service.ts';
import { isSetUpNeeded, setUp } from './set-up.ts';

const OPEN = { public: true, open: true } as const;
const tags = ['Sign-in'];

/** Signing in by a link, and the first start. */
export const linkRoutes: Routes = (app, { database, publicUrl }) => {
  const cookie = sessionCookie(publicUrl);

  app.post(
    '/session/code',
    {
      config: OPEN,
      schema: {
        operationId: 'createSessionByCode',
        summary: 'Sign in with the code of a link, once',
        description:
          'Looking at a link spends nothing: its code stands after the `#`, and only this operation uses it. An invitation takes the password that it is to be from now on; a code on a screen or on paper takes a PIN, and the device is known by it until it is ended.',
        tags,
        body: UseCode,
        response: { 201: SessionReply },
      },
    },
    async (request, reply) => {
      const { body, server } = request;
      const opened = await useCode(database, body, fromOf(request, body.deviceName));
      await replaceCookie(database, cookie, request, reply, opened);
      if (opened.deviceSecret)
        reply.header('set-cookie', deviceCookie(publicUrl).set(opened.deviceSecret, DEVICE_SECONDS));
      return { data: await currentSession(database, opened, scopesOf(server)) };
    },
  );

  app.get(
    '/setup',
    {
      config: OPEN,
      schema: {
        operationId: 'getSetUp',
        summary: 'Whether the first administrator is still to be made',
        tags,
        response: { 200: SetUpReply },
      },
    },
    async () => ({ data: { isNeeded: await isSetUpNeeded(database) } }),
  );

  app.post(
    '/setup',
    {
      config: OPEN,
      schema: {
        operationId: 'setUp',
        summary: 'Name the organization and make its first administrator',
        description:
          'With the code of the link that the first start printed, once. Signs the administrator in.',
        tags,
        body: SetUp,
        response: { 201: SessionReply },
      },
    },
    async (request, reply) => {
      const { body, server } = request;
      const opened = await setUp(database, body, fromOf(request, body.deviceName));
      await replaceCookie(database, cookie, request, reply, opened);
      return { data: await currentSession(database, opened, scopesOf(server)) };
    },
  );
};
