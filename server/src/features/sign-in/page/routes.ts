import type { FastifyReply } from 'fastify';
import type { Routes } from '../../../kernel/feature.ts';
import { CSS, HTML, PAGE_NAMES, SCRIPT } from './files.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const OF_PAGE = { config: { public: true }, schema: { hide: true } };

const send = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply
    .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
    .type(`${type}; charset=utf-8`)
    .send(text);

/** The page that a link opens. */
export const pageRoutes: Routes = (app) => {
  for (const name of PAGE_NAMES)
    app.get(`/sign-in/${name}`, OF_PAGE, (_request, reply) => send(reply, 'text/html', HTML));
  app.get('/sign-in/page.css', OF_PAGE, (_request, reply) => send(reply, 'text/css', CSS));
  app.get('/sign-in/page.js', OF_PAGE, (_request, reply) => send(reply, 'text/javascript', SCRIPT));
};
