import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Head } from '../definition/definition.ts';
import { type Cell, type Result, textOf } from './source.ts';

/** Rows a sheet may have, the line of column names included. */
const SHEET_ROWS = 1_048_576;
/** Characters a cell may have; what is longer is cut, and says so. */
const CELL_TEXT = 32_767;
/** A zip entry of more bytes needs another format, which some readers do not know. */
const ZIP_ENTRY_BYTES = 4_000_000_000;
/** The most that a compressed result grows as XML. */
const XML_GROWTH = 32;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Characters that XML cannot hold, and text that looks like what stands for one: written as `_x0001_`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/gi;
const MARKUP: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const hexadecimal = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
const escaped = (text: string): string =>
  text.replace(UNFIT, hexadecimal).replace(/[&<>"\r]/g, (character) => MARKUP[character] as string);

/** `A`, `B`, … `AA`: what the columns of a sheet are called. */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const DAY_MS = 86_400_000;
/** Days between the first day of spreadsheets and that of Unix. */
const UNIX_DAY = 25_569;
/** The first day that all spreadsheets agree on. */
const FIRST_DAY = 61;

function fitting(text: string): string {
  if (text.length <= CELL_TEXT) return text;
  const told = `… (cut here, of ${text.length} characters)`;
  return text.slice(0, CELL_TEXT - told.length).replace(/[\ud800-\udbff]$/, '') + told;
}

const textCell = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(fitting(text))}</t></is></c>`;

function cellXml(at: string, cell: Cell, dataType: Head['dataType']): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  const days = dataType === 'timestamp' ? Date.parse(cell) / DAY_MS + UNIX_DAY : Number.NaN;
  return days >= FIRST_DAY ? `<c r="${at}" s="1"><v>${days}</v></c>` : textCell(at, cell);
}

/** The files that say what the sheets are. */
function frame(sheets: number): [path: string, xml: string][] {
  const all = Array.from({ length: sheets }, (_, index) => index + 1);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  const type = (part: string, what: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${CONTENT}.${what}+xml"/>`;
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook', 'sheet.main')}${type('styles', 'styles')}${all.map((n) => type(`worksheets/sheet${n}`, 'worksheet')).join('')}</Types>`,
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${all.map((n) => `<sheet name="Report${n === 1 ? '' : ` ${n}`}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        all.map((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)).join('') +
          relation(`rId${sheets + 1}`, 'styles', 'styles.xml'),
      ),
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  ];
}

/**
 * An Excel workbook, its rows on as many sheets as they need. Text is always text, never a formula; times are
 * Excel's, in UTC.
 */
export function xlsxOf({ heads, rows, bytes, batches }: Result): Readable {
  const sheets = Math.max(1, Math.ceil(rows / (SHEET_ROWS - 1)));
  const columns = heads.map((_head, index) => letters(index));
  const rowXml = (row: Cell[], number: number): string =>
    `<row r="${number}">${row.map((cell, index) => cellXml(`${columns[index]}${number}`, cell, (heads[index] as Head).dataType)).join('')}</row>`;
  // Sheets are written one after another from one reading of the rows.
  const pages = batches(1);
  let waiting: Cell[][] = [];

  async function* sheet(): AsyncGenerator<string> {
    const title = heads.map(({ name }, index) => textCell(`${columns[index]}1`, name)).join('');
    yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1">${title}</row>`;
    for (let number = 2; number <= SHEET_ROWS; ) {
      if (waiting.length === 0) {
        const next = await pages.next();
        if (next.done) break;
        waiting = next.value;
      }
      const fitting = waiting.splice(0, SHEET_ROWS + 1 - number);
      yield* textOf(fitting, (row) => rowXml(row, number++));
    }
    yield '</sheetData></worksheet>';
  }

  const zip = new ZipFile();
  for (const [path, xml] of frame(sheets)) zip.addBuffer(Buffer.from(HEAD + xml), path);
  for (let number = 1; number <= sheets; number += 1) {
    const options = {
      compressionLevel: 1,
      forceZip64Format: (bytes * XML_GROWTH) / sheets > ZIP_ENTRY_BYTES,
    };
    zip.addReadStreamLazy(`xl/worksheets/sheet${number}.xml`, options, (opened) => {
      const stream = Readable.from(sheet(), { objectMode: false });
      stream.on('error', (error) => out.destroy(error));
      opened(null, stream);
    });
  }
  zip.end();
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  return out;
}
