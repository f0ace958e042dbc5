import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Caller } from '../auth.ts';
import { badRequest, UnknownPath } from '../errors.ts';
import type { Surface } from '../feature.ts';
import { isPathId, newRequestId } from '../ids.ts';
import type { Moves } from '../moves.ts';
import type { TSchema } from '../schema.ts';
import { dropBrokenType, readJsonBody, readOtherBody, refuseEncoded } from './body.ts';
import { BODY_LIMIT, readable } from './input.ts';
import { boundLargeBodies } from './large-bodies.ts';
import { logOptions } from './log.ts';
import { readQuery, refuseBrokenEscapes, refuseUnknown } from './query.ts';
import type { Limit } from './rate-limit.ts';
import { JSON_TYPE, MOST_IN_PATH, refuseConnection, sendError, withoutStream } from './replies.ts';
import { validators } from './validators.ts';

export { asciiText, JSON_TYPE, jsonText } from './replies.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The scope a token needs, worded as in the public spec. Absent only on public routes and those `signedIn`. */
    scope?: string;
    /** True for what everybody who has signed in may do, whatever their role; no token may. */
    signedIn?: boolean;
    /** The operation's documented rate limit. */
    limit?: Limit;
    /** True for routes that need no token. */
    public?: boolean;
    /** True for a public route that is an operation of the contract. */
    open?: boolean;
    surface?: Surface;
    /** How the result of the route's write becomes its reply's body; `{data: result}` unless given. */
    replyBody?: (result: unknown) => string;
    /** What the operation may do, and in which status of its object. */
    moves?: Moves;
    /** The multipart body of a route that reads it itself, piece by piece; it has no `schema.body`. */
    form?: TSchema;
  }
  interface FastifyRequest {
    caller: Caller;
  }
}

/** Creates the HTTP server: parsing, validation and nothing of any dialect. */
export function createHttp(
  logLevel: string,
  surfaceOf: (path: string) => Surface | undefined = () => undefined,
  trustedProxies: string[] = [],
): FastifyInstance {
  const app = Fastify({
    logger: logOptions(logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    exposeHeadRoutes: true,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: 128 * 1024 },
    routerOptions: { maxParamLength: MOST_IN_PATH, ignoreTrailingSlash: true },
    genReqId: newRequestId,
    clientErrorHandler: refuseConnection,
    frameworkErrors: (error, request, reply) =>
      sendError(error, request, reply as FastifyReply, surfaceOf(request.url)),
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setValidatorCompiler(validators(false));

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, readJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) =>
    readOtherBody(request, body),
  );
  app.decorateRequest('caller');
  app.addHook('onRequest', async (request) => {
    dropBrokenType(request);
    refuseEncoded(request);
    // `/fleet/vehicles/stats` is an operation that is not here, not a vehicle.
    const { id } = (request.params ?? {}) as { id?: string };
    if (id !== undefined && !isPathId(id)) throw new UnknownPath();
  });
  boundLargeBodies(app);
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('x-request-id', request.id);
    return request.method === 'HEAD' ? withoutStream(payload) : payload;
  });
  app.addHook('onResponse', async (request, reply) => {
    const level = reply.statusCode >= 500 ? 'error' : reply.statusCode >= 400 ? 'info' : 'debug';
    request.log[level](
      { req: request.raw, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });
  app.addHook('preValidation', async (request) => {
    const { config, schema } = request.routeOptions;
    const { querystring } = schema ?? {};
    if (config?.surface?.strictQuery && !(config.public && !config.open))
      refuseUnknown(request.query as Record<string, unknown>, querystring, isRead(request) ? [] : ['dryRun']);
    refuseBrokenEscapes(request.url, querystring);
    readQuery(request.query as Record<string, unknown>, querystring);
    for (const given of [request.query, request.params] as Record<string, unknown>[])
      for (const [name, value] of Object.entries(given ?? {})) given[name] = readable(name, value);
    if (request.routeOptions.schema?.body && request.body === undefined)
      throw badRequest('The JSON body is missing.');
  });
  presetStatus(app);
  return app;
}

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

/**
 * A route whose schema has one good status answers that one, and JSON if it has a body: set before the handler,
 * which may then answer text or bytes that are JSON already. A route with several sets its own, before its write.
 */
function presetStatus(app: FastifyInstance): void {
  app.addHook('preHandler', async (request, reply) => {
    const replies = (request.routeOptions.schema?.response ?? {}) as Record<string, object>;
    const [status, ...others] = Object.keys(replies).filter((key) => /^2\d\d$/.test(key));
    if (status === undefined || others.length > 0) return;
    reply.code(Number(status));
    const schema = replies[status] as { type?: unknown };
    if (status !== '204' && schema.type !== 'null' && !('content' in schema)) reply.type(JSON_TYPE);
  });
}
