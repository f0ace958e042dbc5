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
  sort: string;
  texts: ReadonlyMap<string, string>;
}

/** What a feature says of a row, in terms of the file: it names fields in fixed words. */
export function tell(kind: Kind, row: Told, message: string, lineOf: (index: number) => number): RowProblem {
  const { line, sort, texts } = row;
  const missing = /^(\w+) is missing$/.exec(message)?.[1];
  if (missing)
    return {
      line,
      column: columnOf(kind, missing),
      problem: `it is missing, and the row matches no ${sort} that exists, so it would add one.`,
    };
  const same = /^It is the same (\w+) as row (\d+)\.$/.exec(message);
  if (same) return { line, problem: sameAs(same[1] as string, lineOf(Number(same[2]) - 1)) };
  const [, field, rest] =
    /^Invalid value for parameter (\S+): (.*)$/s.exec(message) ??
    /^Object not found\. ([\w.[\]]+): (.*)$/s.exec(message) ??
    [];
  if (!field || !rest) return { line, problem: message };
  const column = field === 'externalIds' ? externalColumn(texts, rest) : columnOf(kind, field);
  return { line, column, value: texts.get(column), problem: rest };
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
