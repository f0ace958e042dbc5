import type { Routes } from '../../../kernel/feature.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { deviceCookie, sessionCookie } from '../sessions/cookie.ts';
import { Nothing } from '../sessions/routes.native.ts';
import { SessionReply } from '../sessions/schema.ts';
import { scopesOf } from '../sessions/scopes.ts';
import { currentSession, fromOf, replaceCookie } from '../sessions/service.ts';
import { revokeDevice, signInByPin } from './pin.ts';
import { DeviceId, DevicesPage, DevicesQuery, UsePin } from './schema.ts';
import { listDevices, servedDevice } from './store.ts';

const tags = ['Sign-in'];

/** Devices that take a PIN, and signing in with one. */
export const deviceRoutes: Routes = (app, { database, cursors, publicUrl }) => {
  const cookie = sessionCookie(publicUrl);
  const ofDevice = deviceCookie(publicUrl);

  app.post(
    '/session/pin',
    {
      config: { public: true, open: true },
      schema: {
        operationId: 'createSessionByPin',
        summary: 'Sign in with a PIN, on the device that it was chosen on',
        description: 'For learners. Five wrong PINs in a row end the device.',
        tags,
        body: UsePin,
        response: { 201: SessionReply },
      },
    },
    async (request, reply) => {
      const { body, server, headers } = request;
      const secret = ofDevice.read(headers.cookie);
      const opened = await signInByPin(database, secret, body.pin, fromOf(request, undefined));
      await replaceCookie(database, cookie, request, reply, opened);
      return { data: await currentSession(database, opened, scopesOf(server)) };
    },
  );

  app.get(
    '/sign-in-devices',
    {
      config: { scope: 'Read Accounts', limit: '5/second' },
      schema: {
        operationId: 'listSignInDevices',
        summary: 'List the devices that take a PIN',
        tags,
        querystring: DevicesQuery,
        response: { 200: DevicesPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512 } = query;
      const { after, page } = paging(request, cursors);
      const rows = await listDevices(database, caller, undefined, after[0], limit);
      return page(rows, limit, servedDevice, ({ id }) => [id]);
    },
  );

  app.delete(
    '/sign-in-devices',
    {
      config: { scope: 'Write Sign-in Codes', limit: '100/minute' },
      schema: {
        operationId: 'deleteSignInDevice',
        summary: 'Have a device take no PIN any more',
        description: 'Who has signed in on it stays so: `DELETE /sessions` ends that.',
        tags,
        querystring: DeviceId,
        response: { 204: Nothing },
      },
    },
    async ({ caller, query }) => revokeDevice(database, caller, query.id),
  );
};
