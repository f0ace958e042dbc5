import { Readable } from 'node:stream';
import { guarded } from '../../../kernel/spreadsheet.ts';
import { type Cell, type Result, textOf } from './source.ts';

const quoted = (text: string): string =>
  /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const cellText = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(guarded(cell));

/** RFC 4180 in UTF-8 with a line of column names; an empty cell is nothing at all. */
export function csvOf(result: Result): Readable {
  async function* lines(): AsyncGenerator<string> {
    yield `${result.heads.map(({ name }) => cellText(name)).join(',')}\r\n`;
    for await (const rows of result.batches(1))
      yield* textOf(rows, (row) => `${row.map(cellText).join(',')}\r\n`);
  }
  return Readable.from(lines(), { objectMode: false });
}
