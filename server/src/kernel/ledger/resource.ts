import type { Sight } from '../auth.ts';
import type { Queryable, Sql } from '../database/database.ts';
import type { Datasets } from '../dataset.ts';
import type { TSchema } from '../schema.ts';

/** What a write made of an object; or the name of one of the resource's transitions. */
export type Operation = 'create' | 'update' | 'delete' | (string & {});

/** A changed object with its document, as text or as the object that becomes it. */
export interface Changed<D = unknown> {
  id: string;
  document: string | D;
  /** People and vehicles that the change is about beside those its document names, such as a former owner. */
  about?: readonly string[];
}

/** Work that a write can queue. */
export interface Queueable<P> {
  readonly name: string;
  run(services: never): (payload: P, helpers: never) => unknown;
}

/** When a job runs, in place of which, and after which. */
export interface QueueOptions {
  key?: string;
  runAt?: string;
  /**
   * Jobs of one queue run one after the other, and queues take turns: one for each organization and kind of long work,
   * so that many jobs of one do not hold up those of another.
   */
  queue?: string;
}

/** The inside of one write: statements, its place in the organization's order, and what it changes. */
export interface Tx extends Queryable, Sight {
  /** `user-4392`: what createdById and updatedById say. */
  readonly actor: string;
  readonly requestId: string;
  readonly seq: string;
  /** When the write happens: PostgreSQL's text, in UTC with microseconds. */
  readonly at: string;
  /**
   * Puts changed objects into the write's ledger entry. Those given by their id alone are read when the work is
   * done. An object that is told twice has one document, the last.
   */
  changed<D>(resource: Resource<D>, operation: Operation, objects: readonly (string | Changed<D>)[]): void;
  /** Puts objects that are about to be deleted into the ledger entry, as they are now. */
  removing(resource: Resource, ids: readonly string[]): Promise<void>;
  /** Queues a job that runs if the write commits. */
  enqueue<P>(job: Queueable<P>, payload: P, options?: QueueOptions): Promise<void>;
}

/** Something that time does to an object, without anybody changing it: a due date passes. */
export interface Transition {
  /** The operation under which the ledger has it: `overdue`. */
  name: string;
  /** Whether the organization has objects for which it is time. */
  isDue(database: Queryable, orgId: string): Promise<boolean>;
  /** Notes up to `limit` of them as told, inside a write; answers which. */
  note(tx: Tx, limit: number): Promise<(string | Changed)[]>;
}

/** Documents at one moment, for what is served of them: names come from the documents of others. */
export interface World {
  /** The moment, RFC 3339. */
  at: string;
  /** What can be reported on: the names of a report's columns are the program's. */
  datasets?: Datasets;
  get<D>(resource: Resource<D>, id: string): D | undefined;
  all<D>(resource: Resource<D>): Iterable<D>;
}

/**
 * A kind of object in the ledger. Its document is the object's own facts, in one shape whatever dialect wrote it:
 * ids of others and never their names, nothing that depends on the moment. A link belongs to one side.
 */
export interface Resource<D = unknown> {
  /** In lowerCamel, as the ledger, the feed and reports call it. */
  name: string;
  /** The scope that a token needs to read it. */
  scope: string;
  id: 'number' | 'uuid' | 'text';
  /** The schema of its documents; a field that it does not name is a mistake. */
  document: TSchema;
  /** Ids of the people and vehicles whom a document concerns. */
  about(document: D): readonly string[];
  /** The present documents of those of `ids` that there are. */
  read(database: Queryable, orgId: string, ids: readonly string[]): Promise<Changed<D>[]>;
  /** A query of the ids, as text, of all objects there are now; deleted ones left out. */
  present(orgId: string): Sql;
  /** What the API serves of a document, where that is not the document. */
  served?(document: D, world: World): unknown;
  /**
   * True when its objects are everybody's: a token that is limited to tags changes none. Or says which operations on
   * which of them only the whole organization may do.
   */
  shared?: true | ((sight: Sight, operation: Operation, id: string) => boolean);
  transitions?: readonly Transition[];
  /** True when external ids can name it. */
  externalIds?: boolean;
}
