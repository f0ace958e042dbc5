/** Where a spreadsheet may begin a cell anew, if it splits at another mark than the file is written with. */
const BREAKS = /([;\t|\r\n])/;
/** What a spreadsheet takes for a formula, and runs; and what an apostrophe was put before already. */
const FORMULA = /^'*[=+\-@]/;
/** A number in any notation, a phone number in groups, or a share: computed with, never run. */
const NUMBER = /^[+-](?:\d[\d ., \u00a0\u202f]*|[\d.,]+e[+-]?\d+)\s*%?$/i;

const eachPiece = (text: string, change: (piece: string) => string): string =>
  BREAKS.test(text) ? text.split(BREAKS).map(change).join('') : change(text);

/**
 * Text of a cell of a CSV file behind an apostrophe wherever a spreadsheet would take it for a formula. Behind one it
 * is text in every spreadsheet; `unguarded` takes it off again, whatever the text was.
 */
export const guarded = (text: string): string =>
  eachPiece(text, (piece) => (FORMULA.test(piece) && !NUMBER.test(piece) ? `'${piece}` : piece));

const quoted = (text: string): string =>
  /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A line of a CSV file, RFC 4180; an empty cell is nothing at all. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(guarded(cell)))).join(',')}\r\n`;

/** Text of a cell of a CSV file as it is meant: `'=x` is `=x`, and `="004711"` is 004711. */
export function unguarded(text: string): string {
  const [, kept] = /^="([^"]*)"$/.exec(text) ?? [];
  return kept ?? eachPiece(text, (piece) => (/^'+[=+\-@]/.test(piece) ? piece.slice(1) : piece));
}

/** What spreadsheets and data frames leave in place of a code, and what that looks like. */
const MARKS: readonly [pattern: RegExp, what: string][] = [
  [
    /^[+-]?(\d+[.,]\d*E[+-]?\d+|\d+E[+-]\d+)$/i,
    'a spreadsheet has turned this into a rounded number, and digits are lost. Format the column as text, enter the value again and save.',
  ],
  [
    /^\d+[.,]0+$/,
    'it looks like a number that some tool has made of the code. Write its digits alone, as text.',
  ],
  [
    /^\d{1,3}([,.]\d{3})+$/,
    'it looks like a number with marks between its thousands. Write its digits alone, as text.',
  ],
  [
    /^#(N\/A|NV|REF!|BEZUG!|VALUE!|WERT!|VALEUR!|NAME\?|DIV\/0!|NUM!|ZAHL!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)$/i,
    'it is the error of a formula, not a value. Correct the formula, or empty the cell.',
  ],
  [/^#+$/, 'the column was too narrow to show the value. Widen it and save again.'],
  [
    // In these spellings alone: `nat` and `Nan` are names.
    /^(NaN|nan|-nan|NaT|None|NULL|null|N\/A|n\/a|nil|undefined|<NA>|inf|-inf|Infinity)$/,
    'it is how a program writes an empty cell. Empty the cell.',
  ],
  [
    /^(true|false)$/i,
    'a spreadsheet has made true or false of it. Format the column as text and enter the value again.',
  ],
];

/** What a code looks like when it is none, and what to do; undefined for any other. */
export const markIn = (code: string): string | undefined =>
  MARKS.find(([pattern]) => pattern.test(code))?.[1];
