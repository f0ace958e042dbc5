import { randomBytes } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { type Caller, requireScope, type Tokens } from './auth.ts';
import type { Database } from './database.ts';
import { ApiError, badRequest, invalid } from './errors.ts';
import type { Surface } from './feature.ts';
import { dataBody, findReplay, fingerprint, Replay } from './idempotency.ts';
import { listParameters, splitLists } from './lists.ts';
import { logOptions } from './log.ts';
import type { Limit } from './rate-limit.ts';
import { validationMessage } from './validation.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The scope a token needs, worded as in the public spec. Absent only on public routes. */
    scope?: string;
    /** The operation's documented rate limit. */
    limit?: Limit;
    /** True for routes that need no token. */
    public?: boolean;
    surface?: Surface;
    /** How the result of the route's write becomes its reply's body; `{data: result}` unless given. */
    replyBody?: (result: unknown) => string;
  }
  interface FastifyRequest {
    caller: Caller;
  }
}

/** The largest JSON body, in bytes. */
export const BODY_LIMIT = 1024 * 1024;
/** Beyond this many values a list parameter is 414, as the public documentation says. */
const MOST_VALUES = 2000;

/** Creates the HTTP server: parsing, validation and nothing of any dialect. */
export function createHttp(logLevel: string): FastifyInstance {
  const app = Fastify({
    logger: logOptions(logLevel),
    disableRequestLogging: true,
    bodyLimit: BODY_LIMIT,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: 128 * 1024 },
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    genReqId: () => randomBytes(4).toString('hex'),
    frameworkErrors: (error, request, reply) => sendError(error, request, reply as FastifyReply, undefined),
  }).withTypeProvider<TypeBoxTypeProvider>();

  // Text in a query is read as the type its schema names; a JSON body must already have it.
  const forQuery = addFormats.default(
    new Ajv({ coerceTypes: true, useDefaults: true, allErrors: false, strict: false, verbose: true }),
  );
  const forBody = addFormats.default(
    new Ajv({ coerceTypes: false, useDefaults: true, allErrors: false, strict: false, verbose: true }),
  );
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? forBody : forQuery).compile(schema),
  );

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, undefined);
    try {
      done(null, JSON.parse(body as string, rejectPrototype));
    } catch (error) {
      done(
        error instanceof ApiError
          ? error
          : badRequest(`The body is not valid JSON: ${(error as Error).message}`),
      );
    }
  });
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    payload.on('end', () => done(null, undefined));
  });
  app.decorateRequest('caller');
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const level = reply.statusCode >= 500 ? 'error' : reply.statusCode >= 400 ? 'info' : 'debug';
    request.log[level](
      { req: request.raw, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });
  app.addHook('preValidation', async (request) => {
    const query = request.query as Record<string, unknown>;
    const names = listParameters(request.routeOptions.schema?.querystring);
    splitLists(query, names);
    for (const name of names) {
      const values = query[name];
      if (Array.isArray(values) && values.length > MOST_VALUES)
        throw new ApiError(414, `${name} has more than ${MOST_VALUES} values.`);
    }
    for (const [name, value] of Object.entries({ ...query, ...(request.params as object) }))
      refuseNul(name, value);
    refuseNul('body', request.body);
    if (request.routeOptions.schema?.body && request.body === undefined)
      throw badRequest('The JSON body is missing.');
  });
  return app;
}

/** JSON.parse copies `__proto__` as a plain field; nothing that we serve has one. */
const rejectPrototype = (key: string, value: unknown): unknown => {
  if (key === '__proto__') throw badRequest('The field name "__proto__" is not allowed.');
  return value;
};

/** PostgreSQL has no NUL in text; without this check one would be a 500. */
function refuseNul(field: string, value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw invalid(field, 'it contains a NUL byte.');
  } else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (key.includes('\0')) throw invalid(field, 'a field name contains a NUL byte.');
      refuseNul(field === 'body' ? key : field, inner);
    }
  }
}

type LimitCheck = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Adds the checks every route has before its handler: token, rate limits, scope, safe-write headers. */
export function addAccessControl(
  app: FastifyInstance,
  tokens: Tokens,
  limit: LimitCheck,
  database: Database,
): void {
  app.addHook('onRequest', async (request, reply) => {
    const { config } = request.routeOptions;
    if (config.public || request.is404) return;
    const identity = await tokens.identify(request.headers.authorization);
    request.caller = { ...identity, requestId: request.id, dryRun: false };
    await limit(request, reply);
    if (!config.scope) throw new Error(`${request.routeOptions.url} names no scope`);
    requireScope(identity.scopes, config.scope);
  });
  app.addHook('preHandler', async (request, reply) => {
    if (request.method === 'GET' || request.routeOptions.config.public) return;
    const { dryRun } = request.query as { dryRun?: string };
    if (dryRun !== undefined && dryRun !== 'true' && dryRun !== 'false')
      throw invalid('dryRun', 'use true or false.');
    request.caller.dryRun = dryRun === 'true';
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
    const kept = await findReplay(database, request.caller.orgId, request.caller.idempotency);
    if (kept) throw new Replay(kept);
  });
}

/** Answers whatever was thrown, in the dialect of the path. */
export function sendError(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  surface: Surface | undefined,
): FastifyReply {
  if (thrown instanceof Replay) {
    reply.code(thrown.kept.status).header('idempotent-replayed', 'true');
    return thrown.kept.body ? sendJson(reply, thrown.kept.body) : reply.send();
  }
  const error = toApiError(thrown);
  if (!error) request.log.error({ err: thrown }, 'unexpected error');
  const { status, message, headers } =
    error ?? new ApiError(500, 'Internal server error. The log has more under this requestId.');
  const body = surface?.errorBody(status, message, request.id) ?? { message, requestId: request.id };
  return sendJson(reply.code(status).headers(headers), JSON.stringify(body));
}

/** Sends JSON text that is already built. */
export const sendJson = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(text);

function toApiError(thrown: unknown): ApiError | undefined {
  if (thrown instanceof ApiError) return thrown;
  const error = thrown as Partial<FastifyError> & { severity?: string };
  if (error.validation) return badRequest(validationMessage(error.validation[0], error.validationContext));
  if (error.severity) return databaseError(error.code);
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new ApiError(413, `The body is larger than ${BODY_LIMIT} bytes.`);
  if (
    error.code === 'ECONNREFUSED' ||
    error.code === 'ENOENT' ||
    /timeout exceeded when trying to connect/.test(error.message ?? '')
  ) {
    return unavailable();
  }
  if (error.statusCode && error.statusCode < 500)
    return new ApiError(error.statusCode, error.message ?? 'Bad request.');
  return undefined;
}

const unavailable = (): ApiError =>
  new ApiError(503, 'The database is not available. Try again.', { 'retry-after': '1' });

/** Statements that PostgreSQL could not run now, though another time it may. */
function databaseError(code: string | undefined): ApiError | undefined {
  if (code?.startsWith('08') || code?.startsWith('57P') || code === '53300') return unavailable();
  if (code === '57014' || code === '40001' || code === '40P01') {
    return new ApiError(503, 'The database did not answer in time. Try again.', { 'retry-after': '1' });
  }
  return undefined;
}
