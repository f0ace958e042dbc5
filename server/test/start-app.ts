import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { PoolConfig } from 'pg';
import { buildApp, findFeatures, servicesOf } from '../src/app.ts';
import { createOrganization, createToken } from '../src/features/tokens/index.ts';
import { FULL_ACCESS } from '../src/kernel/auth.ts';
import { folderBlobs } from '../src/kernel/blobs/folder.ts';
import { type Database, openDatabase, sql } from '../src/kernel/database/database.ts';
import type { Feature, Services } from '../src/kernel/feature.ts';
import { type Clock, systemClock } from '../src/kernel/time.ts';
import { cloneDatabase } from './database.ts';
import { strictLedger } from './strict-ledger.ts';
import { strictReplies } from './strict-replies.ts';

/** A JSON reply over HTTP. */
export interface Reply {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  body: any;
  text: string;
}

/** Sends requests with one token. */
export interface Client {
  token: string;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
}

/** An organization with a full-access token. */
export interface TestOrg extends Client {
  orgId: string;
  /** The token's own user, as createdById names it. */
  actor: string;
  /** Another token of the organization. */
  withScopes(scopes: string[], tagIds?: string[]): Promise<Client>;
}

/** The real application on a fresh database, listening on a free port. */
export interface TestApp {
  url: string;
  app: FastifyInstance;
  database: Database;
  /** What the application's features have: to run a job, or to look into the blobs. */
  services: Services;
  features: readonly Feature[];
  /** Where the blobs are files. */
  blobFolder: string;
  org: TestOrg;
  makeOrg(name?: string): Promise<TestOrg>;
  /** For processes of their own on the same database; their cursors fit this application's. */
  databaseUrl: string;
  /** Starts the application once more on the same database, with connections of its own; answers its address. */
  another(): Promise<string>;
  /** Stops, and looks whether the ledger tells all that the tables hold. */
  stop(): Promise<void>;
}

/** What a test changes about the application. */
export interface StartOptions {
  clock?: Clock;
  rateLimitFactor?: number;
  trustedProxies?: string[];
  poolSize?: number;
  publicUrl?: string;
  smtp?: { url: string; from: string };
  /** Instead of every feature there is. */
  features?: Feature[];
  /** Why the tables may differ from the ledger at the end: the test changes them behind its back. */
  tampers?: string;
  /** Puts something between the application and its database, such as `holding` of stream-property.ts. */
  wrap?: (database: Database) => Database;
}

export async function startApp(options: StartOptions = {}): Promise<TestApp> {
  const clone = await cloneDatabase(options.poolSize);
  const { database } = clone;
  const secret = Buffer.alloc(32, 7);
  await database.rows(sql`insert into installation (secret) values (${secret})`);
  const features = options.features ?? (await findFeatures());
  const blobFolder = await mkdtemp(join(tmpdir(), 'crewready-blobs-'));
  const parts = {
    blobs: folderBlobs(blobFolder),
    clock: options.clock ?? systemClock,
    secret,
    config: {
      logLevel: process.env.LOG_LEVEL ?? 'silent',
      rateLimitFactor: options.rateLimitFactor,
      trustedProxies: options.trustedProxies,
      publicUrl: options.publicUrl,
      smtp: options.smtp,
    },
  };
  const start = async (own: Database) => {
    const app = await buildApp({ ...parts, database: options.wrap?.(own) ?? own }, features);
    strictReplies(app);
    // A busy machine may miss that a connection is idle, and would keep the end waiting for its 72 s.
    app.addHook('preClose', async () => app.server.closeAllConnections());
    return { app, url: await app.listen({ host: '127.0.0.1', port: 0 }) };
  };
  const { app, url } = await start(database);
  const others: (() => Promise<void>)[] = [];
  const makeOrg = async (name = 'Test Fleet'): Promise<TestOrg> => {
    const made = await createOrganization(database, { name });
    return {
      ...client(url, made.token),
      orgId: made.orgId,
      actor: `user-${made.userId}`,
      withScopes: async (scopes, tagIds) =>
        client(
          url,
          (await createToken(database, made.orgId, { name: 'Test', scopes, tagIds: tagIds ?? null })).token,
        ),
    };
  };
  return {
    url,
    app,
    database,
    services: servicesOf({ ...parts, database }, features),
    features,
    blobFolder,
    org: await makeOrg(),
    makeOrg,
    databaseUrl: urlOf(clone.connection),
    async another() {
      const own = openDatabase(clone.connection, options.poolSize ?? 10);
      const other = await start(own);
      others.push(() => other.app.close().then(() => own.close()));
      return other.url;
    },
    async stop() {
      await Promise.all(others.map((close) => close()));
      await app.close();
      try {
        await strictLedger(database, features, options.tampers !== undefined);
      } finally {
        await clone.drop();
        await rm(blobFolder, { recursive: true, force: true });
      }
    },
  };
}

const urlOf = ({ user, password, host, port = 5432, database }: PoolConfig): string =>
  `postgres://${user}${password ? `:${encodeURIComponent(String(password))}` : ''}@/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`;

/** A client of a running server; `token` is sent as the bearer token, if there is one. */
export function client(url: string, token?: string): Client {
  const send: Client['send'] = async (method, path, body, headers) => {
    const raw = body === undefined || typeof body === 'string' || body instanceof FormData;
    const sent = raw ? body : JSON.stringify(body);
    const response = await fetch(url + path, {
      method,
      body: sent as string | FormData | undefined,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(typeof sent === 'string' ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
    });
    const reply = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: json && reply ? JSON.parse(reply) : undefined,
      text: reply,
    };
  };
  return { token: token ?? '', get: (path, headers) => send('GET', path, undefined, headers), send };
}

export { FULL_ACCESS };
