import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from '../errors.ts';
import { BODY_LIMIT } from './input.ts';

/** A large body is in memory several times over while it is read. */
const MOST = 4;
/** Of one organization, so that others have room too. */
const MOST_OF_ONE = 2;
const WAIT_MS = 10_000;

/** Bodies that may be larger than usual, of a kind that is held in memory as a whole. */
function isLarge({ headers, routeOptions: { bodyLimit = BODY_LIMIT } }: FastifyRequest): boolean {
  if (bodyLimit <= BODY_LIMIT) return false;
  const length = headers['content-length'];
  return length === undefined ? headers['transfer-encoding'] !== undefined : Number(length) > BODY_LIMIT;
}

/** Holds large bodies back, unread, until there is room for them: so many are in hand at once, and no more. */
export function boundLargeBodies(app: FastifyInstance, longestWaitMs = WAIT_MS): void {
  const inHand = new Map<string, number>();
  const waiting = new Set<() => void>();
  const isFree = (orgId: string): boolean =>
    (inHand.get(orgId) ?? 0) < MOST_OF_ONE && [...inHand.values()].reduce((sum, one) => sum + one, 0) < MOST;

  const enter = (orgId: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new ApiError(503, 'Too many large bodies are being read. Try again.', { 'retry-after': '5' }));
      }, longestWaitMs);
      const look = (): void => {
        if (!isFree(orgId)) return;
        waiting.delete(look);
        clearTimeout(timer);
        inHand.set(orgId, (inHand.get(orgId) ?? 0) + 1);
        resolve();
      };
      waiting.add(look);
      look();
    });

  const leave = (orgId: string): void => {
    const left = (inHand.get(orgId) ?? 1) - 1;
    if (left > 0) inHand.set(orgId, left);
    else inHand.delete(orgId);
    for (const look of [...waiting]) look();
  };

  app.addHook('preParsing', async (request, reply) => {
    if (!request.caller || !isLarge(request)) return;
    const { orgId } = request.caller;
    await enter(orgId);
    if (reply.raw.destroyed || reply.raw.closed) leave(orgId);
    else reply.raw.once('close', () => leave(orgId));
  });
}
