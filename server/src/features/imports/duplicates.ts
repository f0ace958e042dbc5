import type { Kind } from './kinds.ts';
import { type RowProblem, sameAs } from './problems.ts';
import type { ReadRow } from './rows.ts';

/** Remembers, for a whole file, what no two of its rows may share: the texts of a few columns, and line numbers. */
export class Duplicates {
  readonly #kind: Kind;
  readonly #lines = new Map<string, Map<string, number>>();

  constructor(kind: Kind) {
    this.#kind = kind;
  }

  /** Notes that a row says what an earlier one said; true if it does. */
  refuse(row: ReadRow, bad: RowProblem[]): boolean {
    const { line, texts, fields } = row;
    const external = [...texts].filter(([column]) => column.startsWith('external:'));
    let repeated = false;
    for (const [column, text] of [...this.#kind.unique(fields), ...external]) {
      const earlier = this.#remember(column, text, line);
      if (earlier === undefined) continue;
      repeated = true;
      const problem = `line ${earlier} has the same. Leave one of the two, or correct one.`;
      bad.push({ line, column, value: texts.get(column), problem });
    }
    return repeated;
  }

  /** Notes that a row means the object that an earlier one means, each by another column; true if it does. */
  refuseTarget(id: string, { line, rowKind }: ReadRow, bad: RowProblem[]): boolean {
    const earlier = this.#remember('', id, line);
    if (earlier !== undefined) bad.push({ line, problem: sameAs(rowKind, earlier) });
    return earlier !== undefined;
  }

  /** Answers the earlier line with this text, or keeps this one. */
  #remember(column: string, text: string, line: number): number | undefined {
    let lines = this.#lines.get(column);
    if (!lines) {
      lines = new Map();
      this.#lines.set(column, lines);
    }
    const earlier = lines.get(text);
    if (earlier === undefined) lines.set(text, line);
    return earlier;
  }
}
