import type { Ids } from '../ids.ts';

/** A request that names an object which the caller's organization does not have. */
export interface Probe {
  path: string;
  body?: unknown;
  /** 404 unless given. */
  status?: number;
}

/**
 * How to send each operation an id of another organization in each place where it takes one; `mine` are the
 * caller's own. The answer is 404, unless a directory list is filtered by it: that one is empty.
 */
export type Probes = Record<string, (theirs: Ids, mine: Ids) => Probe[]>;
