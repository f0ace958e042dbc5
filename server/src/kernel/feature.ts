import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { JobHelpers } from 'graphile-worker';
import type { Caller, Holder, Identity } from './auth.ts';
import type { Blobs } from './blobs/blobs.ts';
import type { Database, Queryable } from './database/database.ts';
import type { Dataset, Datasets } from './dataset.ts';
import type { ApiError } from './errors.ts';
import type { ReadForm } from './http/body.ts';
import type { SignedUrls } from './http/signed-urls.ts';
import type { Resource } from './ledger/resource.ts';
import type { Cursors } from './pages/cursor.ts';
import type { Clock } from './time.ts';

/** What the composition root hands to every feature. */
export interface Services {
  database: Database;
  cursors: Cursors;
  /** Uploaded bytes. */
  blobs: Blobs;
  signedUrls: SignedUrls;
  clock: Clock;
  /** What can be reported on, of all features. */
  datasets: Datasets;
  /** The kinds of objects in the ledger, of all features. */
  resources: readonly Resource[];
  /** Every scope that some operation, resource or dataset asks for, once the application is built. */
  scopes: ReadonlySet<string>;
  /** Who is to be asked whether a person has records: each feature that has some. */
  keepers: readonly NonNullable<Feature['keepsRecords']>[];
  /** What people who have signed in may do now: each feature that knows of some. */
  holders: readonly Holder[];
  /** What clients see as this server's address, without a trailing slash; undefined when nobody has said. */
  publicUrl?: string;
  /** The mail server that links are sent through; undefined where there is none. */
  smtp?: { url: string; from: string };
}

/** A Fastify instance whose handlers are typed by their schemas. */
export type App = Parameters<FastifyPluginCallbackTypebox>[0];

/** Declares the operations of one resource. */
export type Routes = (app: App, services: Services) => void;

/** An outside dialect: which paths are its own and how it words an error. */
export interface Surface {
  name: string;
  owns(path: string): boolean;
  errorBody(error: ApiError, requestId: string): unknown;
  /** The schema of that body, unless it is the Samsara API's. */
  errorSchema?(status: number): object;
  /** Reads a form sent as a body; only JSON is taken unless given. */
  readForm?: ReadForm;
  /** True where a parameter that an operation does not name is an error, and not passed over. */
  strictQuery?: boolean;
  /** True where replies to reads have an `ETag`. */
  entityTags?: boolean;
  /** What may stand before the token in the header; Bearer alone unless given. */
  authSchemes?: readonly string[];
}

/** Routes bound to the dialect they speak. */
export interface SurfaceRoutes {
  surface: Surface;
  routes: Routes;
}

/** A background task, what it is handed and, for a recurring one, the crontab pattern that starts it. */
// biome-ignore lint/suspicious/noExplicitAny: a list of jobs has jobs with any payload
export interface Job<P = any> {
  name: string;
  run(services: Services): (payload: P, helpers: JobHelpers) => unknown;
  cron?: string;
}

/** What a feature keeps that follows the ledger and the clock. */
export interface Follower {
  /** The organizations for which there is something to follow now. */
  behind(services: Services): Promise<string[]>;
  /** Follows for one of them until nothing is left, or `signal` aborts. */
  follow(services: Services, orgId: string, signal: AbortSignal): Promise<void>;
}

/** Tells who asks by something other than a token; undefined where the request has nothing of the kind. */
export type Identify = (request: FastifyRequest) => Promise<Identity | undefined>;

/** A folder below features/: what its index.ts exports as `feature`. */
export interface Feature {
  name: string;
  routes: SurfaceRoutes[];
  jobs?: Job[];
  followers?: Follower[];
  /** What custom reports can be made of. */
  datasets?: Dataset[];
  /** The kinds of objects that it writes. */
  resources?: Resource[];
  /** Whether a person has records here that keep them from being retired. */
  keepsRecords?(database: Queryable, orgId: string, personId: string): Promise<boolean>;
  /** What somebody may do now who signs in; undefined for one who never did. */
  scopesOf?: Holder;
  /** One more way to be let in. */
  identifies?(services: Services): Identify;
  /** The text of a reply to a token that is limited to tags, without the people and vehicles whom it may not see. */
  hideUnseen?(database: Queryable, caller: Caller, text: string): Promise<string>;
}
