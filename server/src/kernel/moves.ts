/** One thing that may be done with an object: in which statuses, and which one it leads to. */
export interface Move<S extends string = string> {
  readonly from: readonly S[];
  readonly to: S;
}

/**
 * What may be done in which status: one table a resource. The rule, the words of its error, the contract (`x-moves`)
 * and whoever draws buttons read it.
 */
export type Moves<S extends string = string> = Readonly<Record<string, Move<S>>>;
