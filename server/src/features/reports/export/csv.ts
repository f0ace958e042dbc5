import { Readable } from 'node:stream';
import { csvLine } from '../../../kernel/spreadsheet.ts';
import { type Result, textOf } from './source.ts';

/** RFC 4180 in UTF-8 with a line of column names. */
export function csvOf(result: Result): Readable {
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(result.heads.map(({ name }) => name));
    for await (const rows of result.batches(1)) yield* textOf(rows, csvLine);
  }
  return Readable.from(lines(), { objectMode: false });
}
