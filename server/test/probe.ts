import type { World } from '../src/kernel/ledger/resource.ts';
import type { Json } from './operations.ts';
import type { Random } from './replica/random.ts';
import type { Reply, TestApp, TestOrg } from './start-app.ts';

/** What ids of a kind look like. */
export type IdKind = 'number' | 'uuid';

/** The id of one object of each kind. */
export type Ids<Kind extends string = string> = Record<Kind, string>;

/** A request that names an object which the caller's organization does not have. */
export interface Foreign {
  path: string;
  body?: unknown;
  /** 404 unless given. */
  status?: number;
}

/**
 * What the tests of all operations need to know of a resource. A file `*.probe.ts` beside its routes exports one as
 * `probe`; the tests find it there.
 */
export interface Probe<Made extends string = string, Needed extends string = string> {
  /** The kinds of objects that `make` makes one of, and what their ids look like. */
  makes?: Readonly<Record<Made, IdKind>>;
  /** The kinds that must be there before. */
  needs?: readonly Needed[];
  make?(context: { server: TestApp; org: TestOrg; ids: Ids<Needed> }): Promise<Ids<Made>>;
  /**
   * How each operation is sent an id of another organization in each place where it takes one; `mine` are the
   * caller's own. The answer is 404, unless a list is filtered by it: that one is empty. For an operation that
   * takes only ids that its caller chooses, or none: the words that say so.
   */
  foreign: Readonly<Record<string, ((theirs: Ids, mine: Ids) => Foreign[]) | string>>;
  /**
   * Which kind of id these operations mean by a parameter or field, named by its last keys (`id` for the one at the
   * top, `owner.id`), or the value that they take. Names such as `courseId`, `tagIds` and `course.id` say it themselves.
   */
  names?: Readonly<Record<string, string | ((ids: Ids) => unknown)>>;
  /** Random writes, by what they do: test/replica.test.ts makes hundreds of them. What is refused is no mistake. */
  actions?: Readonly<Record<string, (act: Acting) => Promise<unknown>>>;
  /** Where what the ledger has of these objects is served. */
  views?: readonly View[];
}

/** What a random write has at hand. */
export interface Acting {
  readonly server: TestApp;
  readonly org: TestOrg;
  readonly random: Random;
  /** The id of an object of a kind, made before and perhaps deleted since. */
  some(kind: string): string;
  /** Ids of up to two such objects, perhaps none. */
  few(kind: string): string[];
  /** Tells of an object that was made. */
  add(kind: string, id: unknown): void;
  /** Sends a write to one of the applications. @throws when the answer is a 5xx. */
  send(method: string, path: string, body?: unknown): Promise<Reply>;
}

/** What is served of a document; by the resource itself unless a view says otherwise. */
export type Served = (document: Json, world: World) => unknown;

/** A place where the API serves objects of the ledger. */
export interface View {
  /** The names of their resources. */
  of: string | readonly string[];
  /** A list of all of them, read page by page. */
  list?: string;
  /** A list of those whose ids are put at its end, up to 50 at a time. */
  byIds?: string;
  /** The lists that have these objects. */
  lists?(documents: readonly Json[]): string[];
  /** Where one is read alone. */
  each?(document: Json): string;
  /** Which of them are served there; all unless given. */
  only?(document: Json, world: World): boolean;
  /** Items that are served beside the living objects. */
  beside?(item: Json): boolean;
  served?: Served | undefined;
  /** The item's id, its `id` unless given. */
  key?(item: Json): unknown;
}

/** Types a probe by what it says. */
export const probeOf = <Made extends string = never, Needed extends string = never>(
  probe: Probe<Made, Needed>,
): Probe<Made, Needed> => probe;
