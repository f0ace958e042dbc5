import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors.ts';

/** An operation's documented limit, per token. */
export type Limit = `${number}/${'second' | 'minute' | 'hour' | 'day'}`;

const WINDOW_MS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const PER_TOKEN = 150;
const PER_ORGANIZATION = 200;

type Check = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Prepares the check that runs once a request's caller is known: the operation's own limit per token, then 150
 * requests a second per token and 200 per organization. `factor` multiplies all of them; undefined lifts them.
 * Over a limit the answer is 429 with whole seconds in `Retry-After`: both official SDKs ignore fractions.
 */
export async function rateLimits(app: FastifyInstance, factor: number | undefined): Promise<Check> {
  if (factor === undefined) return async () => {};
  await app.register(fastifyRateLimit, { global: false });
  const limiter = (limit: Limit, key: (request: FastifyRequest) => string) => {
    const [count, window] = limit.split('/') as [string, keyof typeof WINDOW_MS];
    return app.createRateLimit({
      max: Math.max(1, Math.round(Number(count) * factor)),
      timeWindow: WINDOW_MS[window],
      keyGenerator: key,
    });
  };
  const everywhere = [
    limiter(`${PER_TOKEN}/second`, (request) => `token ${request.caller.tokenId}`),
    limiter(`${PER_ORGANIZATION}/second`, (request) => `org ${request.caller.orgId}`),
  ];
  const operations = new Map<string, ReturnType<typeof limiter>>();

  return async (request, reply) => {
    const { limit } = request.routeOptions.config;
    const checks = [...everywhere];
    if (limit) {
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      const operation = `${method} ${request.routeOptions.url}`;
      let own = operations.get(operation);
      if (!own) {
        own = limiter(limit, (r) => `${operation} ${r.caller.tokenId}`);
        operations.set(operation, own);
      }
      checks.unshift(own);
    }
    for (const [index, check] of checks.entries()) {
      const state = await check(request);
      if (state.isAllowed) continue;
      const headers = {
        'x-ratelimit-limit': String(state.max),
        'x-ratelimit-remaining': String(state.remaining),
        'x-ratelimit-reset': String(Math.ceil((Date.now() + state.ttl) / 1000)),
      };
      if (state.isExceeded) {
        throw new ApiError(429, 'Exceeded rate limit.', {
          ...headers,
          'retry-after': String(Math.max(1, state.ttlInSeconds)),
        });
      }
      if (index === 0) reply.headers(headers);
    }
  };
}
