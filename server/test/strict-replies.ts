import type { FastifyInstance } from 'fastify';
import { closedCheck } from './closed-schema.ts';

/** Operations that tell more than they keep for an Idempotency-Key, each with its reason. This list may only shrink. */
const TOLD_ONCE: Record<string, string> = {
  'POST /sign-in-codes': 'the code, which is kept nowhere',
  'POST /tokens': 'the text of the token, which is kept nowhere',
};

/**
 * Makes a reply that does not fit its schema a failure. The serializer would otherwise coerce it into shape and
 * drop what the schema does not name.
 */
export function strictReplies(app: FastifyInstance): void {
  const problem = closedCheck();
  const check = (schema: object, value: unknown, what: string): void => {
    const found = problem(schema, value);
    if (found)
      throw new Error(`${what} does not fit its schema: ${found}\n${JSON.stringify(value).slice(0, 2000)}`);
  };
  app.addHook('preSerialization', async (request, reply, payload) => {
    const schema = replySchema(request.routeOptions.schema?.response, reply.statusCode);
    if (schema) check(schema, payload, `${request.method} ${request.url}`);
    return payload;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const schema = replySchema(request.routeOptions.schema?.response, reply.statusCode);
    const json = String(reply.getHeader('content-type') ?? '').includes('json');
    if (schema && json && (typeof payload === 'string' || Buffer.isBuffer(payload)))
      check(schema, JSON.parse(String(payload)), `${request.method} ${request.url}`);
    const declared = request.routeOptions.schema?.response;
    const { statusCode } = reply;
    if (declared && statusCode >= 200 && statusCode < 300 && !replySchema(declared, statusCode))
      throw new Error(
        `${request.method} ${request.url} answers ${statusCode}, which its schema does not have`,
      );
    const { tagIds, idempotency } = request.caller ?? {};
    const kept = idempotency?.kept;
    // The server drops whatever body a 204 has, and what a limited token does not see.
    const isWhole = !(`${request.method} ${request.routeOptions.url}` in TOLD_ONCE);
    if (kept && !tagIds && isWhole && kept.body !== (reply.statusCode === 204 ? '' : (payload ?? ''))) {
      throw new Error(
        `${request.method} ${request.url} stores another reply than it sends: ${kept.body}\n${payload}`,
      );
    }
    if (kept && kept.status !== reply.statusCode) {
      throw new Error(
        `${request.method} ${request.url} stores the status ${kept.status} and sends ${reply.statusCode}`,
      );
    }
    return payload;
  });
}

const replySchema = (response: unknown, status: number): object | undefined =>
  (response as Record<string, object> | undefined)?.[status];
