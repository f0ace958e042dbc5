import type { Database } from '../../../kernel/database.ts';
import type { Head } from '../definition.ts';
import { PAGE_ROWS } from '../runs/rows.ts';
import { readPages } from '../runs/store.ts';

/** A cell: what JSON can hold, times as text. */
export type Cell = string | number | null;

/** A finished result, read a few pages at a time. */
export interface ResultSource {
  heads: Head[];
  rows: number;
  /** Rows of up to `pages` pages at a time: what is in memory at once. */
  batches(pages: number): AsyncGenerator<Cell[][]>;
}

export const resultSource = (
  database: Database,
  run: { orgId: string; id: string; rows: number },
  heads: Head[],
): ResultSource => ({
  heads: unique(heads),
  rows: run.rows,
  async *batches(atOnce) {
    const pages = Math.ceil(run.rows / PAGE_ROWS);
    for (let first = 0; first < pages; first += atOnce) {
      const texts = await readPages(database, run.orgId, run.id, first, Math.min(first + atOnce, pages) - 1);
      if (texts.length === 0) throw new Error(`report run ${run.id} has no page ${first}`);
      yield JSON.parse(`[${texts.join(',')}]`);
    }
  },
});

/** Names told apart: some formats take each name once. */
function unique(heads: Head[]): Head[] {
  const seen = new Map<string, number>();
  return heads.map((head) => {
    const count = (seen.get(head.name) ?? 0) + 1;
    seen.set(head.name, count);
    return count === 1 ? head : { ...head, name: `${head.name} (${count})` };
  });
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
