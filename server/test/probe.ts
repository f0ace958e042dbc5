import type { TestApp, TestOrg } from './start-app.ts';

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
}

/** Types a probe by what it says. */
export const probeOf = <Made extends string = never, Needed extends string = never>(
  probe: Probe<Made, Needed>,
): Probe<Made, Needed> => probe;
