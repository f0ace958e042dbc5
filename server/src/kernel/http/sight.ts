import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database.ts';
import type { Feature } from '../feature.ts';

/** Takes what a token that is limited to tags may not see from every reply to it, whichever operation it is of. */
export function addSight(
  app: FastifyInstance,
  database: Database,
  hideUnseen: NonNullable<Feature['hideUnseen']>,
): void {
  app.addHook('onSend', async ({ caller }, reply, payload) => {
    if (!caller?.tagIds || !String(reply.getHeader('content-type')).includes('json')) return payload;
    if (Buffer.isBuffer(payload)) return Buffer.from(await hideUnseen(database, caller, payload.toString()));
    return typeof payload === 'string' ? hideUnseen(database, caller, payload) : payload;
  });
}
