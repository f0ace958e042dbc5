import { parseBlobKey } from '../../../kernel/blobs/blobs.ts';
import { ApiError, notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import type { Signed } from '../../../kernel/http/signed-urls.ts';
import { extensionOf } from './kinds.ts';
import { rangeOf } from './range.ts';

/** What a browser shows; everything else is downloaded. */
const SHOWN = /^(image\/(jpeg|png)|video\/)/;

/** Serves blobs to whoever has a signed URL: browsers, PDF readers, players, none of which sends a token. */
export const blobRoutes: Routes = (app, { blobs, signedUrls, clock }) => {
  const opened = (params: unknown, query: unknown): Signed | undefined => {
    const key = (params as { '*': string })['*'];
    return parseBlobKey(key) && signedUrls.open(key, query as object, clock.now());
  };

  app.route({
    method: ['GET', 'HEAD'],
    url: '/blobs/*',
    config: { public: true },
    schema: { hide: true },
    // Before anything else looks at the URL, so that whatever was changed in it, the answer is this.
    onRequest: async (request) => {
      if (!opened(request.params, request.query))
        throw new ApiError(403, 'This link has expired or was changed. Ask for a new one.');
    },
    handler: async (request, reply) => {
      const { key, contentType } = opened(request.params, request.query) as Signed;
      const size = await blobs.size(key);
      if (size === undefined) throw notFound('This file is gone.');
      const shown = SHOWN.test(contentType) ? 'inline' : 'attachment';
      const etag = `"${key}"`;
      reply.headers({
        'content-type': contentType,
        'content-disposition': `${shown}; filename="${key}.${extensionOf(contentType)}"`,
        'accept-ranges': 'bytes',
        etag,
        'cache-control': 'private, max-age=28800, immutable',
        // Nothing in a file may act in this server's name, whatever a browser takes it for.
        'content-security-policy': "default-src 'none'; img-src 'self'; media-src 'self'; sandbox",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'cross-origin',
      });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      const ifRange = request.headers['if-range'];
      const range = ifRange && ifRange !== etag ? undefined : rangeOf(request.headers.range, size);
      if (range === 'unsatisfiable') {
        reply.headers({ 'content-range': `bytes */${size}`, 'content-type': 'application/json' });
        throw new ApiError(416, `The file has ${size} bytes; the range lies outside.`);
      }
      reply.header('content-length', range ? range.end - range.start + 1 : size);
      if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
      if (request.method === 'HEAD' || size === 0) return reply.send();
      return reply.send(await blobs.read(key, range));
    },
  });
};
