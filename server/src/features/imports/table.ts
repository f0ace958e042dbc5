import { pipeline, Readable } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { unguarded } from '../../kernel/spreadsheet.ts';
import { breaks, decode } from './decode.ts';
import { FileProblem } from './file-problem.ts';
import type { Source } from './source.ts';
import { batches, type Table, type TableRow } from './table-batches.ts';
import { openWorkbook } from './workbook.ts';

export type { Table, TableRow } from './table-batches.ts';

/** Longer records are a quote that nobody closed. */
const LONGEST = 1024 * 1024;
const BREAK = /\r\n|\n|\r/g;

/** Reads the header of a workbook or a CSV file. The delimiter, unless named, is the one its first line holds most of. */
export async function openTable(source: Source, named?: string): Promise<Table> {
  const workbook = await openWorkbook(source);
  if (workbook) return workbook;
  const { delimiter, prefix } = await sniff(source, named);
  let lines = 1;
  for await (const bytes of decode(source)) lines += breaks(bytes);
  for await (const { line, cells } of records(source, delimiter, prefix)) {
    const rows = () => records(source, delimiter, prefix, true);
    return {
      path: source.name,
      delimiter,
      header: cells,
      lines,
      rows,
      batches: () => batches(source, delimiter, line, rows),
    };
  }
  throw new FileProblem(`${source.name} is empty. Its first line must name the columns.`);
}

/** The delimiter, and how many lines say nothing but which one it is: Excel's `sep=;`. */
async function sniff(source: Source, named?: string): Promise<{ delimiter: string; prefix: number }> {
  let text = '';
  for await (const bytes of decode(source)) {
    text += bytes.toString();
    if (text.length > 10_000 || text.includes('\n')) break;
  }
  const told = /^sep=(.)(?=\r|\n)/i.exec(text)?.[1];
  if (told) return { delimiter: named ?? told, prefix: 1 };
  const first =
    text
      .trimStart()
      .replaceAll(/"[^"]*"/g, '')
      .split(/\r|\n/, 1)[0] ?? '';
  const often = (mark: string): number => first.split(mark).length;
  const [best = ','] = [',', ';', '\t', '|'].sort((a, b) => often(b) - often(a));
  return { delimiter: named ?? best, prefix: 0 };
}

async function* records(
  source: Source,
  delimiter: string,
  prefix: number,
  belowHeader = false,
): AsyncGenerator<TableRow> {
  let next = 1;
  // The parser's own count takes CRLF inside of quotes for two lines, so lines are counted here.
  const place = (cells: string[]): TableRow => {
    const line = next;
    next += 1 + cells.reduce((sum, cell) => sum + (cell.match(BREAK)?.length ?? 0), 0);
    return { line, cells: cells.map((cell) => unguarded(cell.trim())) };
  };
  const options = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST,
    on_record: place,
  };
  const parser = parse(options as unknown as Options);
  pipeline(Readable.from(decode(source)), parser, () => {});
  let header = belowHeader;
  try {
    for await (const row of parser as AsyncIterable<TableRow>) {
      if (row.line <= prefix || row.cells.every((cell) => cell === '')) continue;
      if (header) header = false;
      else yield row;
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new FileProblem(`${source.name}, line ${next}: ${reason(error.code)}`);
    throw error;
  } finally {
    parser.destroy();
  }
}

function reason(code: string): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote that is opened here is never closed.';
    case 'CSV_MAX_RECORD_SIZE':
      return 'the row that begins here is longer than 1 MiB; probably a quote is not closed.';
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'there is text behind a closing quote. Write a quote inside of a quoted cell twice: "".';
    case 'INVALID_OPENING_QUOTE':
      return 'there is a quote inside of a cell. Put the whole cell in quotes and write the inner quote twice: "".';
    default:
      return `the file is not valid CSV (${code}).`;
  }
}
