import { Readable } from 'node:stream';
import { type Cell, type Result, textOf } from './source.ts';

/** Spreadsheets take text that begins like this for a formula, and run it. */
const FORMULA = /^[=+\-@\t\r]/;

/** Text behind an apostrophe is text in every spreadsheet; numbers and times are never touched. */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const cellText = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(harmless(cell));

/** RFC 4180 in UTF-8 with a line of column names; an empty cell is nothing at all. */
export function csvOf(result: Result): Readable {
  async function* lines(): AsyncGenerator<string> {
    yield `${result.heads.map(({ name }) => cellText(name)).join(',')}\r\n`;
    for await (const rows of result.batches(1))
      yield* textOf(rows, (row) => `${row.map(cellText).join(',')}\r\n`);
  }
  return Readable.from(lines(), { objectMode: false });
}
