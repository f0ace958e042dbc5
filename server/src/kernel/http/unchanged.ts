import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** A digest of a reply; weak, because it is the same however the reply is compressed. */
const tagOf = (payload: string | Buffer): string =>
  `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;

/** Whether `If-None-Match` has a tag, or takes any. */
const isNamed = (header: string, tag: string): boolean =>
  header.split(',').some((one) => one.trim() === '*' || `W/${one.trim().replace(/^W\//, '')}` === tag);

/**
 * Gives replies to reads of our own operations an `ETag`, and answers 304 without a body to whoever has the reply
 * already. Each asks anew: what it may see can have become less.
 */
export function addEntityTags(app: FastifyInstance): void {
  app.addHook('onSend', async ({ method, headers, routeOptions: { config } }, reply, payload) => {
    const isTagged = config?.surface?.entityTags && config.scope && reply.statusCode === 200;
    if (
      (method !== 'GET' && method !== 'HEAD') ||
      !isTagged ||
      !(typeof payload === 'string' || Buffer.isBuffer(payload))
    )
      return payload;
    const tag = tagOf(payload);
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    const known = headers['if-none-match'];
    if (known === undefined || !isNamed(known, tag)) return payload;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return '';
  });
}
