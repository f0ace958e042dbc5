import { isUtf8 } from 'node:buffer';
import { FileProblem } from './file-problem.ts';
import type { Source } from './source.ts';

const LF = 0x0a;
const CR = 0x0d;

/** A file's text as UTF-8 without its byte order mark, whether it is UTF-8 or UTF-16 with a mark. */
export async function* decode(source: Source): AsyncGenerator<Buffer> {
  let rest: AsyncGenerator<Buffer> | undefined;
  for await (const first of source.read()) {
    rest = decodeFrom(source, first);
    break;
  }
  if (rest) yield* rest;
}

async function* decodeFrom(source: Source, first: Buffer): AsyncGenerator<Buffer> {
  if (first[0] === 0xff && first[1] === 0xfe) yield* fromUtf16(source, 'utf-16le');
  else if (first[0] === 0xfe && first[1] === 0xff) yield* fromUtf16(source, 'utf-16be');
  else if (first.length > 1 && first.subarray(0, 2).includes(0))
    throw new FileProblem(
      `${source.name} looks like UTF-16 without a byte order mark. Save it as CSV UTF-8.`,
    );
  else yield* fromUtf8(source);
}

async function* fromUtf16(source: Source, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  const text = (chunk?: Buffer): Buffer => {
    try {
      return Buffer.from(decoder.decode(chunk, { stream: chunk !== undefined }));
    } catch {
      throw new FileProblem(
        `${source.name} is not valid UTF-16 in line ${line} or soon after. Save it as CSV UTF-8.`,
      );
    }
  };
  for await (const chunk of source.read()) {
    const decoded = text(chunk);
    line += breaks(decoded);
    yield decoded;
  }
  yield text();
}

/** Passes UTF-8 on, in pieces that do not cut a character, and refuses anything else. */
async function* fromUtf8(source: Source): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  let line = 1;
  let atStart = true;
  const check = (bytes: Buffer): void => {
    if (!isUtf8(bytes)) throw notUtf8(source, bytes, line);
    line += breaks(bytes);
  };
  for await (const chunk of source.read()) {
    const all = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    const end = lastBoundary(all);
    const bytes = all.subarray(0, end);
    held = all.subarray(end);
    check(bytes);
    const marked = atStart && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    atStart &&= bytes.length === 0;
    yield marked ? bytes.subarray(3) : bytes;
  }
  check(held);
  yield held;
}

/** Where the last character begins, if it may go on in the next piece; else the end. */
function lastBoundary(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

function notUtf8(source: Source, bytes: Buffer, firstLine: number): Error {
  let from = 0;
  let line = firstLine;
  for (
    let at = bytes.indexOf(LF);
    at >= 0 && isUtf8(bytes.subarray(from, at));
    at = bytes.indexOf(LF, from)
  ) {
    from = at + 1;
    line += 1;
  }
  return new FileProblem(
    `${source.name} is not UTF-8 in line ${line}. In Excel choose "CSV UTF-8 (Comma delimited)" when saving; nothing was imported.`,
  );
}

/** How many line breaks there are: LF, or CR in files that know no LF. */
export function breaks(bytes: Buffer): number {
  return count(bytes, LF) || count(bytes, CR);
}

function count(bytes: Buffer, byte: number): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) found += 1;
  return found;
}
