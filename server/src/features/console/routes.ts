import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Routes } from '../../kernel/feature.ts';

const OF_PAGE = { config: { public: true }, schema: { hide: true } };

/** Scripts, fonts and pictures of ours alone; the styles that the page makes itself carry the nonce. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self'",
    // PDFs, by the browser's own viewer.
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Whether a browser asks for a page, and not a program for an answer. */
const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') === true;

/**
 * The console's files, and its one page for every address that is no operation: which page is shown is for the page
 * to say.
 *
 * @param folder what the console's build has made
 */
export const consoleRoutes =
  (folder: string): Routes =>
  (app) => {
    if (!existsSync(join(folder, 'index.html'))) return;
    const [before = '', after = ''] = readFileSync(join(folder, 'index.html'), 'utf8').split('%NONCE%');
    const page = (reply: FastifyReply): FastifyReply => {
      const nonce = randomBytes(16).toString('base64url');
      return reply
        .headers({
          'content-security-policy': policy(nonce),
          'cache-control': 'no-store',
        })
        .type('text/html; charset=utf-8')
        .send(before + nonce + after);
    };
    // Their names change with what is in them.
    void app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      serve: false,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
    });
    app.get<{ Params: { '*': string } }>('/assets/*', OF_PAGE, ({ params }, reply) =>
      reply.sendFile(params['*']),
    );
    app.get('/', OF_PAGE, (_request, reply) => page(reply));
    app.get('/*', OF_PAGE, (request, reply) => {
      if (!wantsPage(request)) return reply.callNotFound();
      return page(reply);
    });
  };
