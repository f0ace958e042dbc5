import type { Problem } from '../../kernel/errors.ts';
import type { Kind } from './kinds.ts';

/** What is wrong with a row of the file. */
export interface RowProblem {
  line: number;
  column?: string;
  value?: string;
  problem: string;
}

interface Told {
  line: number;
  rowKind: string;
  texts: ReadonlyMap<string, string>;
}

/** What a feature says of a row, in terms of the file. */
export function tell(kind: Kind, row: Told, fact: Problem, lineOf: (index: number) => number): RowProblem {
  const { line, rowKind, texts } = row;
  const { field, problem, about, sameAsRow } = fact;
  if (sameAsRow !== undefined) return { line, problem: sameAs(rowKind, lineOf(sameAsRow)) };
  if (field === undefined) return { line, problem };
  if (about === 'missing')
    return {
      line,
      column: columnOf(kind, field),
      problem: `it is missing, and the row matches no ${rowKind} that exists, so it would add one.`,
    };
  const column = field === 'externalIds' ? externalColumn(texts, problem) : columnOf(kind, field);
  return { line, column, value: texts.get(column), problem };
}

/** For two rows that mean one object. */
export const sameAs = (sort: string, line: number): string =>
  `it is the same ${sort} as line ${line}. Leave one of the two.`;

const columnOf = (kind: Kind, field: string): string => {
  const [head] = field.split(/[.[]/);
  return kind.columns.find((column) => column.field === head)?.name ?? field;
};

/** The column of the external id that a sentence is about. */
function externalColumn(texts: ReadonlyMap<string, string>, sentence: string): string {
  const columns = [...texts].filter(([name]) => name.startsWith('external:'));
  const about = columns.find(([name, text]) => {
    const key = name.slice('external:'.length);
    return (
      sentence.includes(`${key}:${text}`) ||
      sentence.includes(`"${key.slice(0, 60)}"`) ||
      sentence.includes(` ${key.slice(0, 60)} `)
    );
  });
  return (about ?? columns[0])?.[0] ?? 'external';
}
