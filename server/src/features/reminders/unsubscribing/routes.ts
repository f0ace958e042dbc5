import { systemWriter } from '../../../kernel/auth.ts';
import { ApiError } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { contactsOf } from '../../directory/index.ts';
import { languageOf } from '../letters/language.ts';
import { pageOf } from '../letters/letter.ts';
import { readUnsubscribe } from './address.ts';
import { addRefusal, takeRefusal } from './store.ts';

/** What the link in a mail opens: it needs nobody to sign in. Opening it changes nothing, mail scanners open links too. */
export const unsubscribeRoutes: Routes = (app, { database, signedUrls }) => {
  // A mail program posts `List-Unsubscribe=One-Click` as a form, a page its button.
  app.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'string', bodyLimit: 4096 },
    (_request, _body, done) => done(null, {}),
  );
  app.route({
    method: ['GET', 'POST'],
    url: '/unsubscribe/:token',
    config: { public: true },
    schema: { hide: true },
    handler: async (request, reply) => {
      const opened = readUnsubscribe(signedUrls, (request.params as { token: string }).token);
      if (!opened) throw new ApiError(403, 'This link was changed. Use the one in the mail.');
      const { orgId, personId } = opened;
      const contact = (await contactsOf(database, orgId, [personId])).get(personId);
      const isBack = (request.query as { back?: unknown }).back !== undefined;
      if (request.method === 'POST' && contact)
        await write(database, systemWriter(orgId, 'unsubscribe'), (tx) =>
          isBack ? takeRefusal(tx, personId) : addRefusal(tx, personId),
        );
      const state = request.method === 'GET' ? 'ask' : isBack ? 'back' : 'done';
      return reply
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
          'referrer-policy': 'no-referrer',
        })
        .send(pageOf(languageOf(contact, 'en'), state));
    },
  });
};
