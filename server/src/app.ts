import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import type { Blobs } from './kernel/blobs/blobs.ts';
import { type Database, sql } from './kernel/database/database.ts';
import { Datasets } from './kernel/dataset.ts';
import { ApiError, UnknownPath } from './kernel/errors.ts';
import type { App, Feature, Services, Surface } from './kernel/feature.ts';
import { addAccessControl } from './kernel/http/access.ts';
import { compressReplies } from './kernel/http/compress.ts';
import { createHttp } from './kernel/http/http.ts';
import { addMetrics } from './kernel/http/metrics.ts';
import { watchPace } from './kernel/http/pace.ts';
import { rateLimits } from './kernel/http/rate-limit.ts';
import { isOutOfRoom, outOfRoom, sendError, unavailable } from './kernel/http/replies.ts';
import { addSight } from './kernel/http/sight.ts';
import { SignedUrls } from './kernel/http/signed-urls.ts';
import { Tokens } from './kernel/http/tokens.ts';
import { addEntityTags } from './kernel/http/unchanged.ts';
import type { Resource } from './kernel/ledger/resource.ts';
import { addOpenApi, serveOpenApi } from './kernel/openapi/openapi.ts';
import { Cursors } from './kernel/pages/cursor.ts';
import type { Clock } from './kernel/time.ts';
import { samsaraSurface } from './surfaces/samsara.ts';

/** What the process owns and lends to the application. */
export interface Parts {
  database: Database;
  blobs: Blobs;
  clock: Clock;
  config: Pick<Config, 'logLevel' | 'rateLimitFactor' | 'publicUrl' | 'trustedProxies' | 'smtp'>;
  /** Signs cursors and URLs; the same for every process on one database. */
  secret: Buffer;
}

/** What the features can be reported on. */
export const datasetsOf = (features: Feature[]): Datasets =>
  new Datasets(features.flatMap(({ datasets = [] }) => datasets));

/** The kinds of objects that the ledger has, of all features. */
export function resourcesOf(features: Feature[]): Resource[] {
  const all = features.flatMap(({ resources = [] }) => resources);
  const twice = all.find(({ name }, n) => all.findIndex((other) => other.name === name) !== n);
  if (twice) throw new Error(`two resources have the name ${twice.name}`);
  return all;
}

/** The scopes that these kinds of objects and of reports ask for. */
const scopesOf = (features: Feature[]): Set<string> =>
  new Set([
    ...resourcesOf(features).map(({ scope }) => scope),
    ...datasetsOf(features).all.flatMap(({ scopes }) => scopes),
  ]);

/** What features are handed, in the process that answers requests and in the one that runs jobs. */
export const servicesOf = (
  { database, blobs, clock, secret, config }: Parts,
  features: Feature[],
  scopes: ReadonlySet<string> = scopesOf(features),
): Services => ({
  database,
  blobs,
  clock,
  cursors: new Cursors(secret),
  signedUrls: new SignedUrls(secret),
  datasets: datasetsOf(features),
  resources: resourcesOf(features),
  scopes,
  keepers: features.flatMap((feature) => feature.keepsRecords?.bind(feature) ?? []),
  holders: features.flatMap((feature) => feature.scopesOf ?? []),
  publicUrl: config.publicUrl,
  smtp: config.smtp,
});

/** Every folder below features/, each with the `feature` its index exports. */
export async function findFeatures(): Promise<Feature[]> {
  const folder = new URL('./features/', import.meta.url);
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const modules = await Promise.all(
    names
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name }) => import(new URL(`${name}/index.${extension}`, folder).href)),
  );
  return modules.map((module: { feature: Feature }) => module.feature);
}

/** Composes the HTTP application: the only place where features, surfaces and kernel meet. */
export async function buildApp(parts: Parts, features: Feature[]): Promise<FastifyInstance> {
  const { database, config } = parts;
  const scopes = scopesOf(features);
  const services = servicesOf(parts, features, scopes);
  const surfaces = [...new Set(features.flatMap((feature) => feature.routes.map((entry) => entry.surface)))];
  const surfaceOf = (path: string): Surface =>
    surfaces.find((surface) => surface !== samsaraSurface && surface.owns(path)) ?? samsaraSurface;

  const app = createHttp(config.logLevel, surfaceOf, config.trustedProxies);
  await compressReplies(app);
  await app.register(helmet, { contentSecurityPolicy: false });
  await addOpenApi(app, config.publicUrl ?? '/');
  app.setErrorHandler((error, request, reply) =>
    sendError(error, request, reply, request.routeOptions.config?.surface ?? surfaceOf(request.url)),
  );
  app.setNotFoundHandler((request, reply) =>
    sendError(new UnknownPath(), request, reply, surfaceOf(request.url)),
  );
  app.addHook('onRoute', ({ config }) => void (config?.scope && scopes.add(config.scope)));
  const known = rememberRoutes(app);
  addAccessControl(app, {
    tokens: new Tokens(database, config.rateLimitFactor !== undefined),
    others: features.flatMap((feature) => feature.identifies?.(services) ?? []),
    limit: await rateLimits(app, config.rateLimitFactor),
    database,
    clock: parts.clock,
    publicUrl: config.publicUrl,
  });
  for (const { hideUnseen } of features) if (hideUnseen) addSight(app, database, hideUnseen);
  // Of what is sent, after all that is taken from it.
  addEntityTags(app);
  watchPace(app.server);
  addHealth(app, database);
  addMetrics(app, database);
  for (const { routes, surface } of features.flatMap((feature) => feature.routes)) {
    await app.register(async (scope) => {
      scope.addHook('onRoute', (route) => {
        route.config = { ...route.config, surface };
      });
      routes(scope as unknown as App, services);
    });
  }
  await serveOpenApi(app);
  refuseOtherMethods(app, known);
  return app;
}

/** A database that takes longer to answer is not ready. */
const READY_MS = 3000;

function addHealth(app: FastifyInstance, database: Database): void {
  // Load balancers ask with HEAD.
  const open = { config: { public: true }, schema: { hide: true }, exposeHeadRoute: true };
  app.get('/healthz', open, async () => ({ status: 'ok' }));
  app.get('/readyz', open, async () => {
    if (isOutOfRoom()) throw outOfRoom();
    const late = new AbortController();
    const inTime = sleep(READY_MS, undefined, { signal: late.signal }).then(() => {
      throw unavailable();
    });
    // Whoever comes second is no longer listened to.
    const answer = database.rows(sql`select 1`).finally(() => late.abort());
    await Promise.race([answer, inTime]);
    answer.catch(() => {});
    return { status: 'ready' };
  });
}

type KnownRoutes = Map<string, { methods: Set<string>; surface: Surface | undefined }>;

function rememberRoutes(app: FastifyInstance): KnownRoutes {
  const known: KnownRoutes = new Map();
  app.addHook('onRoute', ({ url, method, config }) => {
    const entry = known.get(url) ?? { methods: new Set(), surface: config?.surface };
    for (const name of [method].flat()) entry.methods.add(name);
    known.set(url, entry);
  });
  return known;
}

/** A known path with another method is 405, worded as in the public documentation. */
function refuseOtherMethods(app: FastifyInstance, known: KnownRoutes): void {
  for (const [url, { methods, surface }] of [...known]) {
    const others = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
      (method) => !methods.has(method),
    );
    // What leads to any path says nothing of one.
    if (others.length === 0 || url.startsWith('/docs') || url === '/*') continue;
    const allow = [...methods].join(', ');
    app.route({
      method: others,
      url,
      config: { public: true, surface },
      schema: { hide: true },
      handler: (request) => {
        const path = request.url.split('?')[0];
        throw new ApiError(405, `${request.method} not allowed on ${path}.`, { allow });
      },
    });
  }
}
