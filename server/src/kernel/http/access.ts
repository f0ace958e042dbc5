import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { holds, type Identity, requireScope } from '../auth.ts';
import { ConnectionLost, type Database } from '../database/database.ts';
import { onBehalfOf } from '../database/share.ts';
import { badRequest, denied, invalid } from '../errors.ts';
import type { Identify } from '../feature.ts';
import type { Clock } from '../time.ts';
import { dataBody, findReplay, fingerprint, Replay } from './idempotency.ts';
import { refuseOtherSites } from './origin.ts';
import { readQuery, USE_BOOLEAN } from './query.ts';
import type { Tokens } from './tokens.ts';

/** The parameter that every write has. */
const DRY_RUN = { properties: { dryRun: { type: 'boolean' } } };

type LimitCheck = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** What decides who is let in. */
export interface Access {
  tokens: Tokens;
  /** The other ways to be let in. */
  others: readonly Identify[];
  limit: LimitCheck;
  database: Database;
  clock: Clock;
  publicUrl: string | undefined;
}

/** Adds the checks every route has before its handler: who asks, rate limits, scope, safe-write headers. */
export function addAccessControl(
  app: FastifyInstance,
  { tokens, others, limit, database, clock, publicUrl }: Access,
): void {
  app.addHook('onRequest', async (request, reply) => {
    const { config } = request.routeOptions;
    if (config.open && !isRead(request)) refuseOtherSites(request, publicUrl);
    if (config.public || request.is404) return;
    const identity = await identify(request);
    // A browser sends its cookie whoever asks it to.
    if (identity.sessionId && !isRead(request)) refuseOtherSites(request, publicUrl);
    request.caller = { ...identity, requestId: request.id, dryRun: false, now: clock.now() };
    await limit(request, reply);
    requireAllowed(request);
    if (!isRead(request)) request.caller.dryRun = isDryRun(request);
  });
  const identify = async (request: FastifyRequest): Promise<Identity> => {
    const { authorization } = request.headers;
    if (authorization === undefined)
      for (const other of others) {
        const known = await other(request);
        if (known) return known;
      }
    return tokens.identify(authorization, request.routeOptions.config.surface?.authSchemes, request.ip);
  };
  // After the body: what is read in pieces forgets on whose behalf.
  app.addHook('preHandler', (request, reply, done) => {
    if (request.caller) onBehalfOf(request.caller.orgId, done, isRead(request) ? leftOf(reply) : undefined);
    else done();
  });
  app.addHook('preHandler', async (request, reply) => {
    if (isRead(request) || request.routeOptions.config.public || request.is404) return;
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
      body: (result) => {
        // Whatever the write answers, there is no body to keep.
        if (reply.statusCode === 204) return '';
        return request.routeOptions.config.replyBody?.(result) ?? dataBody(result, asSent(reply));
      },
    };
    // Such a body is still to be read, and the request is told from another by it: the write looks then.
    if (request.routeOptions.config.form) return;
    const kept = await findReplay(database, request.caller.orgId, request.caller.idempotency);
    if (kept) throw new Replay(kept);
  });
}

/** @throws 403 unless whoever asks may use the operation */
function requireAllowed({ caller, routeOptions: { config, url } }: FastifyRequest): void {
  const { scope, signedIn } = config;
  if (signedIn) {
    if (!caller.sessionId) throw denied('It is for people who have signed in, not for a token.');
    return;
  }
  if (!scope) throw new Error(`${url} names no scope`);
  if (caller.sessionId && !holds(caller.scopes, scope)) throw denied(`Your role lacks "${scope}".`);
  requireScope(caller.scopes, scope);
}

/** The text that the route's schema makes of a reply, its fields in the schema's order. */
const asSent =
  (reply: FastifyReply) =>
  (body: Record<string, unknown>): string =>
    String(reply.serializeInput(body, String(reply.statusCode)));

/** Aborted when whoever asked has gone before the answer. */
function leftOf({ raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) left.abort(new ConnectionLost('whoever asked has left'));
  });
  return left.signal;
}

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

function isDryRun(request: FastifyRequest): boolean {
  const query: Record<string, unknown> = { ...(request.query as object) };
  readQuery(query, DRY_RUN);
  if (query.dryRun !== undefined && typeof query.dryRun !== 'boolean')
    throw invalid('dryRun', `${USE_BOOLEAN}.`);
  return query.dryRun === true;
}
