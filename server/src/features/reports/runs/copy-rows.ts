import type { Head } from '../definition/definition.ts';

// Rows of COPY's text format as JSON arrays, from bytes to bytes: as strings they would cost more than the query.

const [TAB, DOT, BACKSLASH, QUOTE, COMMA] = [0x09, 0x2e, 0x5c, 0x22, 0x2c];
const [ZERO, BIG_I, BIG_N, SMALL_V] = [0x30, 0x49, 0x4e, 0x76];
const HEX = Buffer.from('0123456789abcdef');

/** What a column's cells become. */
export type CellKind = 'text' | 'number' | 'time';

export const cellKind = ({ dataType }: Pick<Head, 'dataType'>): CellKind =>
  dataType === 'string' ? 'text' : dataType === 'timestamp' ? 'time' : 'number';

/** The most bytes that a row of `length` bytes and `cells` cells can become. */
export const mostBytes = (length: number, cells: number): number => 6 * length + 6 * cells + 8;

/** Writes the row in `from` between `begin` and `end` to `to` at `at`; answers where it ends there. */
export function writeRow(
  from: Buffer,
  begin: number,
  end: number,
  kinds: readonly CellKind[],
  to: Buffer,
  at: number,
): number {
  let read = begin;
  let write = at;
  to[write++] = 0x5b;
  for (let index = 0; index < kinds.length; index += 1) {
    if (index > 0) to[write++] = COMMA;
    let stop = read;
    while (stop < end && from[stop] !== TAB) stop += 1;
    const isNull = stop - read === 2 && from[read] === BACKSLASH && from[read + 1] === BIG_N;
    if (isNull) write += to.write('null', write, 'latin1');
    else if (kinds[index] === 'text') write = writeText(from, read, stop, to, write);
    else if (kinds[index] === 'number') write = writeNumber(from, read, stop, to, write);
    else write = writeTime(from, read, stop, to, write);
    read = stop + 1;
  }
  to[write++] = 0x5d;
  return write;
}

/** COPY writes a backslash before the same letters as JSON, but for the vertical tab, and leaves quotes alone. */
function writeText(from: Buffer, begin: number, end: number, to: Buffer, at: number): number {
  let write = at;
  to[write++] = QUOTE;
  for (let read = begin; read < end; read += 1) {
    const byte = from[read] as number;
    if (byte === BACKSLASH) {
      read += 1;
      const letter = from[read] as number;
      if (letter === SMALL_V) write = writeControl(0x0b, to, write);
      else {
        to[write++] = BACKSLASH;
        to[write++] = letter;
      }
    } else if (byte === QUOTE) {
      to[write++] = BACKSLASH;
      to[write++] = QUOTE;
    } else if (byte < 0x20) write = writeControl(byte, to, write);
    else to[write++] = byte;
  }
  to[write++] = QUOTE;
  return write;
}

function writeControl(byte: number, to: Buffer, at: number): number {
  to.write('\\u00', at, 'latin1');
  to[at + 4] = HEX[byte >> 4] as number;
  to[at + 5] = HEX[byte & 15] as number;
  return at + 6;
}

/** JSON has no NaN and no infinity: they become empty cells. */
function writeNumber(from: Buffer, begin: number, end: number, to: Buffer, at: number): number {
  const first = from[begin];
  if (first === BIG_N || first === BIG_I || from[begin + 1] === BIG_I)
    return at + to.write('null', at, 'latin1');
  let write = at;
  for (let read = begin; read < end; read += 1) to[write++] = from[read] as number;
  return write;
}

/** `2026-11-21 09:00:00.123456+00` as `"2026-11-21T09:00:00.123Z"`, milliseconds only where they are not zero. */
function writeTime(from: Buffer, begin: number, end: number, to: Buffer, at: number): number {
  // Infinity, and years that four digits cannot say.
  if (from[begin + 10] !== 0x20) return at + to.write('null', at, 'latin1');
  let write = at;
  to[write++] = QUOTE;
  for (let read = begin; read < begin + 19; read += 1) to[write++] = from[read] as number;
  to[at + 11] = 0x54;
  if (from[begin + 19] === DOT) {
    // The fraction is as long as it needs to be, up to the offset of three characters.
    const digit = (place: number): number => (place < end - 3 ? (from[place] as number) : ZERO);
    const [a, b, c] = [digit(begin + 20), digit(begin + 21), digit(begin + 22)];
    if (a !== ZERO || b !== ZERO || c !== ZERO) {
      to[write] = DOT;
      to[write + 1] = a;
      to[write + 2] = b;
      to[write + 3] = c;
      write += 4;
    }
  }
  to[write++] = 0x5a;
  to[write++] = QUOTE;
  return write;
}
