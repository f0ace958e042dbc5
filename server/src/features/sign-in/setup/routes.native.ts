import { conflict } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { askForLink } from '../codes/mail.ts';
import { AskForLink, SetUp, SetUpReply, UseCode } from '../codes/schema.ts';
import { useCode } from '../codes/use.ts';
import { DEVICE_SECONDS, deviceCookie, isSecure, sessionCookie } from '../sessions/cookie.ts';
import { Nothing } from '../sessions/routes.native.ts';
import { SessionReply } from '../sessions/schema.ts';
import { scopesOf } from '../sessions/scopes.ts';
import { currentSession, fromOf, replaceCookie } from '../sessions/service.ts';
import { isSetUpNeeded, setUp } from './set-up.ts';

const OPEN = { public: true, open: true } as const;
const tags = ['Sign-in'];

/** Signing in by a link, and the first start. */
export const linkRoutes: Routes = (app, { database, publicUrl, smtp }) => {
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

  app.post(
    '/session/mail',
    {
      config: OPEN,
      schema: {
        operationId: 'sendSignInLink',
        summary: 'Have a link sent that signs in once',
        description:
          'Good for 15 minutes. The answer is the same whether or not anybody has the address. 409 where no mail server is set.',
        tags,
        body: AskForLink,
        response: { 204: Nothing },
      },
    },
    async ({ body, ip }) => {
      if (!smtp) throw conflict('No mail is sent here: its operator has to set CREWREADY_SMTP_URL.');
      await askForLink(database, body.email, ip);
    },
  );

  app.get(
    '/setup',
    {
      config: OPEN,
      schema: {
        operationId: 'getSetUp',
        summary: 'How people sign in here, and whether the first administrator is still to be made',
        tags,
        response: { 200: SetUpReply },
      },
    },
    async () => ({
      data: {
        methods: ['password' as const, 'pin' as const, ...(smtp ? ['mail' as const] : [])],
        isSecure: isSecure(publicUrl),
        isNeeded: await isSetUpNeeded(database),
      },
    }),
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
