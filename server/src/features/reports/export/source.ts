import type { Head } from '../definition/definition.ts';

/** A cell: what JSON can hold, times as text. */
export type Cell = string | number | null;

/** A finished result, read a few pages at a time. */
export interface Result {
  heads: Head[];
  rows: number;
  /** How large it is, compressed. */
  bytes: number;
  /** Rows of up to `pages` pages at a time, fewer where they are large: what is in memory at once. */
  batches(pages: number): AsyncGenerator<Cell[][]>;
}

/** Rows whose text is made at once: larger pieces of text outlive the youngest garbage collection. */
const PIECE_ROWS = 64;

/** The text of `rows`, piece by piece. */
export function* textOf(rows: readonly Cell[][], line: (row: Cell[]) => string): Generator<string> {
  for (let begin = 0; begin < rows.length; begin += PIECE_ROWS) {
    let text = '';
    for (const row of rows.slice(begin, begin + PIECE_ROWS)) text += line(row);
    yield text;
  }
}
