import { wireTime } from '../../../kernel/time.ts';
import type { Head } from '../definition.ts';

/** Rows a page. Source: the public spec's limit of GET /reports/runs/data. */
export const PAGE_ROWS = 1024;

/** Between two rows of a page: a line feed never stands inside JSON text. */
export const BETWEEN = ',\n';

/** A finished page: rows as JSON arrays. */
export interface ResultPage {
  body: Buffer;
  rows: number;
}

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const plain = (text: string): string =>
  text.replace(/\\(.)/g, (_all, letter: string) => ESCAPES[letter] ?? letter);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON must escape
const SPECIAL = /["\\\u0000-\u001f]/;

/** Cells of COPY's text format as JSON, by what the column holds. */
const CELL: Record<Head['dataType'], (text: string) => string> = {
  string: (text) => (SPECIAL.test(text) ? JSON.stringify(plain(text)) : `"${text}"`),
  timestamp: (text) => `"${wireTime(text)}"`,
  // JSON has no NaN and no infinity.
  integer: (text) => (/^[NI-]*[NI]/.test(text) ? 'null' : text),
  float: (text) => (/^[NI-]*[NI]/.test(text) ? 'null' : text),
};

/** One line of COPY's text format as a JSON array. */
function rowText(line: string, cells: ((text: string) => string)[]): string {
  let row = '[';
  let begin = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const tab = line.indexOf('\t', begin);
    const text = tab < 0 ? line.slice(begin) : line.slice(begin, tab);
    begin = tab + 1;
    if (index > 0) row += ',';
    row += text === '\\N' ? 'null' : (cells[index] as (text: string) => string)(text);
  }
  return `${row}]`;
}

/** Turns the chunks of a COPY into pages of 1,024 rows, the last one shorter, in the order of the rows. */
export async function* pagesOf(
  chunks: AsyncIterable<Buffer>,
  heads: readonly Head[],
): AsyncGenerator<ResultPage> {
  const cells = heads.map(({ dataType }) => CELL[dataType]);
  const decoder = new TextDecoder();
  let rest = '';
  let rows: string[] = [];
  const page = (): ResultPage => {
    const made = { body: Buffer.from(rows.join(BETWEEN)), rows: rows.length };
    rows = [];
    return made;
  };
  for await (const chunk of chunks) {
    const text = rest + decoder.decode(chunk, { stream: true });
    let begin = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
      rows.push(rowText(text.slice(begin, end), cells));
      begin = end + 1;
      if (rows.length === PAGE_ROWS) yield page();
    }
    rest = text.slice(begin);
  }
  if (rows.length > 0) yield page();
}
