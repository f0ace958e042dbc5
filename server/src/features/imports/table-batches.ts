import { unguarded } from '../../kernel/spreadsheet.ts';
import { decode } from './decode.ts';
import type { Source } from './source.ts';

/** One record of the file, its cells trimmed; `line` is the line of the file that it begins in. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** A file with a header row. */
export interface Table {
  path: string;
  delimiter: string;
  header: string[];
  /** How many lines it has. */
  lines: number;
  /** Reads what is below the header, from its start every time. Rows without any text are left out. */
  rows(): AsyncGenerator<TableRow>;
  /** The same rows, many at a time, several times as fast until a quote comes. */
  batches(): AsyncGenerator<TableRow[]>;
}

const BATCH = 1000;
/** A line that is longer has a reader that can tell what is wrong with it. */
const LONGEST = 1024 * 1024;

/**
 * The rows below `header`, the line of the header row. A file without quotes is cut at its line breaks and
 * delimiters, which is all that CSV then is; from the first quote on `rows` reads, and so it does where lines end
 * with CR alone.
 */
export async function* batches(
  source: Source,
  delimiter: string,
  header: number,
  rows: () => AsyncIterable<TableRow>,
): AsyncGenerator<TableRow[]> {
  let held = '';
  let line = 1;
  for await (const bytes of decode(source)) {
    const text = held + bytes.toString();
    const end = text.lastIndexOf('\n') + 1;
    const whole = text.slice(0, end);
    held = text.slice(end);
    if (whole.includes('"') || /\r(?!\n)/.test(whole) || held.length > LONGEST) {
      yield* batched(rows(), line);
      return;
    }
    yield cut(whole.slice(0, -1), delimiter, line, header);
    line += count(whole);
  }
  if (/["\r]/.test(held)) yield* batched(rows(), line);
  else yield cut(held, delimiter, line, header);
}

function cut(text: string, delimiter: string, first: number, header: number): TableRow[] {
  const found: TableRow[] = [];
  for (const [n, each] of text.split('\n').entries()) {
    const line = first + n;
    if (line <= header) continue;
    const cells = each.split(delimiter).map((cell) => unguarded(cell.trim()));
    if (cells.some((cell) => cell !== '')) found.push({ line, cells });
  }
  return found;
}

function count(text: string): number {
  let found = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found += 1;
  return found;
}

/** The rows from the line `from` on. */
async function* batched(rows: AsyncIterable<TableRow>, from: number): AsyncGenerator<TableRow[]> {
  const batch: TableRow[] = [];
  for await (const row of rows) {
    if (row.line < from) continue;
    batch.push(row);
    if (batch.length === BATCH) yield batch.splice(0);
  }
  yield batch;
}
