import { buffer } from 'node:stream/consumers';
import { FileProblem } from './file-problem.ts';
import type { Source } from './source.ts';
import type { Table, TableRow } from './table-batches.ts';

/** How a ZIP file begins, which a workbook is. */
const ZIP = 'PK\x03\x04';
const BATCH = 1000;
/** A number of more digits is not what was entered: a spreadsheet keeps fifteen. */
const MOST_DIGITS = 15;

/** Reads a workbook's first sheet, and those after it that go on with the same header; undefined for another file. */
export async function openWorkbook(source: Source): Promise<Table | undefined> {
  if (!(await beginsWith(source, ZIP))) return undefined;
  const { default: readWorkbook } = await import('read-excel-file/node');
  const sheets = await readWorkbook(await buffer(source.read()), {
    trim: false,
    parseNumber: (digits: string) => numberText(digits),
  }).catch((error: Error) => {
    throw new FileProblem(`${source.name} is no XLSX workbook that can be read: ${error.message}`);
  });
  const [first, ...others] = sheets.map(({ data }) => data.map((cells) => cells.map(textOf)));
  const header = first?.[0];
  if (!first || !header)
    throw new FileProblem(`${source.name} is empty. Its first line must name the columns.`);
  const goOn = others.filter((rows) => JSON.stringify(rows[0]) === JSON.stringify(header));
  // A line says which row it is among all sheets, so that no two have the same.
  const all = [first, ...goOn]
    .flatMap((rows) => rows.slice(1))
    .map((cells, index): TableRow => ({ line: index + 2, cells }));
  const filled = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return {
    path: source.name,
    delimiter: '',
    header,
    lines: all.length + 1,
    async *rows() {
      yield* filled;
    },
    async *batches() {
      for (let at = 0; at < filled.length; at += BATCH) yield filled.slice(at, at + BATCH);
    },
  };
}

async function beginsWith(source: Source, mark: string): Promise<boolean> {
  for await (const bytes of source.read()) return bytes.subarray(0, mark.length).toString('latin1') === mark;
  return false;
}

/** A number as a cell has it; one whose digits are lost looks like it. */
const numberText = (digits: string): string =>
  digits.replace(/\D/g, '').length > MOST_DIGITS ? Number(digits).toExponential() : digits;

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell).trim();
}
