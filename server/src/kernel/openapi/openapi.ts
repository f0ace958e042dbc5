import fastifySwagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { JSON_TYPE } from '../http/replies.ts';
import { ErrorReply } from '../schema.ts';
import type { Json } from './components.ts';
import { finish } from './finish.ts';
import { replyName } from './sdk.ts';

const ERRORS: Record<string, string> = {
  400: 'A parameter or field is wrong; the message names it.',
  401: 'The token is missing, unknown or revoked; or nobody is signed in.',
  403: 'The token or the role lacks the scope.',
  404: 'No such object in this organization.',
  409: 'It contradicts what is so now; the message says what.',
  413: 'The body, or a file in it, is too large; the message says how large it may be.',
  415: 'The body is compressed, or in a charset other than UTF-8.',
  422: 'The Idempotency-Key was used for another request.',
  429: 'Over the rate limit; Retry-After says how many seconds to wait.',
  500: 'A defect of the server; the log has more under the requestId.',
  503: 'The database is not available, or the server out of room; Retry-After says how many seconds to wait.',
};

/** What no read answers. */
const OF_WRITES = new Set(['409', '413', '415', '422']);

/** Collects the routes into an OpenAPI 3.1 document. Register it before the routes. */
export async function addOpenApi(app: FastifyInstance, serverUrl: string): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Crewready',
        version: '0.1.0',
        description:
          'Who is trained, who is qualified, and can we prove it. Paths of the Samsara API are wire-compatible with it; operations marked x-crewready are our own.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: serverUrl }],
      security: [{ token: [] }, { session: [] }],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: '__Host-crewready' },
        },
      },
    },
    transform({ schema, url, route }) {
      const { config } = route;
      if (schema?.hide || !(config?.scope || config?.signedIn || config?.open))
        return { schema: { ...schema, hide: true }, url };
      const schemaOf = config.surface?.errorSchema ?? (() => ErrorReply);
      const errors = Object.fromEntries(
        Object.entries(ERRORS)
          .filter(([status]) => !OF_WRITES.has(status) || route.method !== 'GET')
          .map(([status, description]) => [
            status,
            { description, content: { 'application/json': { schema: schemaOf(Number(status)) } } },
          ]),
      );
      const notes = [
        schema?.description,
        config.scope && `Scope: ${config.scope}.`,
        config.signedIn && 'For whoever has signed in; no token may.',
        config.open && 'Needs neither a token nor a session.',
        config.limit && `Rate limit: ${config.limit.replace('/', ' requests a ')}.`,
      ];
      const transformed = {
        ...schema,
        ...(config.form ? { body: config.form, consumes: ['multipart/form-data'] } : {}),
        description: notes.filter(Boolean).join('\n\n'),
        response: { ...errors, ...named(schema) },
        ...(config.scope ? { 'x-scope': config.scope } : {}),
        ...(config.signedIn ? { security: [{ session: [] }] } : {}),
        ...(config.open ? { security: [] } : {}),
        ...(config.limit ? { 'x-rate-limit': config.limit } : {}),
        ...(config.moves ? { 'x-moves': config.moves } : {}),
        ...(config.surface?.name === 'native' ? { 'x-crewready': true } : {}),
      };
      return { schema: transformed, url };
    },
    transformObject: (document) =>
      finish('openapiObject' in document ? (document.openapiObject as Json) : {}) as never,
  });
}

/** Serves the document at /openapi.json and as a readable page at /docs. */
export async function serveOpenApi(app: FastifyInstance): Promise<void> {
  let document: Buffer | undefined;
  app.get('/openapi.json', { config: { public: true }, schema: { hide: true } }, async (_request, reply) => {
    document ??= Buffer.from(JSON.stringify(app.swagger()));
    return reply.type(JSON_TYPE).send(document);
  });
  await app.register(async (pages) => {
    // Anyone may read the documents: they have nothing of any organization.
    pages.addHook('onRoute', (route) => {
      route.config = { ...route.config, public: true };
      // The page has the document from where it is served; the plugin's own copies of it would be empty.
      if (route.url.endsWith('.json')) route.handler = (_request, reply) => reply.redirect('/openapi.json');
      if (route.url.endsWith('.yaml')) route.handler = (_request, reply) => reply.callNotFound();
    });
    await pages.register(scalar, {
      routePrefix: '/docs',
      configuration: {
        url: '/openapi.json',
        title: 'Crewready API',
        withDefaultFonts: false,
        telemetry: false,
        // Nothing on the page may reach for a server other than this one.
        agent: { disabled: true },
        showDeveloperTools: 'never',
        hideClientButton: true,
      } as never,
    });
  });
}

/** The replies of a route, each with a name. */
function named(schema: { operationId?: string; response?: unknown } | undefined): Json {
  const replies = Object.entries((schema?.response ?? {}) as Record<string, Json>);
  return Object.fromEntries(
    replies.map(([status, reply]) => [
      status,
      reply.type === 'object' && reply.properties
        ? { title: replyName(schema?.operationId ?? ''), ...reply }
        : reply,
    ]),
  );
}
