import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireScope, type Tokens } from './auth.ts';
import type { Database } from './database.ts';
import { badRequest, invalid } from './errors.ts';
import { dataBody, findReplay, fingerprint, Replay } from './idempotency.ts';
import { onBehalfOf } from './share.ts';
import type { Clock } from './time.ts';

type LimitCheck = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Adds the checks every route has before its handler: token, rate limits, scope, safe-write headers. */
export function addAccessControl(
  app: FastifyInstance,
  tokens: Tokens,
  limit: LimitCheck,
  database: Database,
  clock: Clock,
): void {
  app.addHook('onRequest', async (request, reply) => {
    const { config } = request.routeOptions;
    if (config.public || request.is404) return;
    const identity = await tokens.identify(request.headers.authorization, config.surface?.authSchemes);
    request.caller = { ...identity, requestId: request.id, dryRun: false, now: clock.now() };
    await limit(request, reply);
    if (!config.scope) throw new Error(`${request.routeOptions.url} names no scope`);
    requireScope(identity.scopes, config.scope);
    if (request.method !== 'GET') request.caller.dryRun = isDryRun(request);
  });
  // After the body: what is read in pieces forgets on whose behalf.
  app.addHook('preHandler', (request, _reply, done) => {
    if (request.caller) onBehalfOf(request.caller.orgId, done);
    else done();
  });
  app.addHook('preHandler', async (request, reply) => {
    if (request.method === 'GET' || request.routeOptions.config.public || request.is404) return;
    const key = request.headers['idempotency-key'];
    if (key === undefined) return;
    if (typeof key !== 'string' || key.length < 1 || key.length > 255) {
      throw badRequest('Idempotency-Key must have 1 to 255 characters.');
    }
    request.caller.idempotency = {
      tokenId: request.caller.tokenId,
      key,
      fingerprint: fingerprint(request.method, request.url, request.body),
      status: () => reply.statusCode,
      body: request.routeOptions.config.replyBody ?? dataBody,
    };
    // Such a body is still to be read, and the request is told from another by it: the write looks then.
    if (request.routeOptions.config.form) return;
    const kept = await findReplay(database, request.caller.orgId, request.caller.idempotency);
    if (kept) throw new Replay(kept);
  });
}

function isDryRun(request: FastifyRequest): boolean {
  const { dryRun } = request.query as { dryRun?: string };
  if (dryRun !== undefined && dryRun !== 'true' && dryRun !== 'false')
    throw invalid('dryRun', 'use true or false.');
  return dryRun === 'true';
}
