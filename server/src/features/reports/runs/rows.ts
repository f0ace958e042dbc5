import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Head } from '../definition/definition.ts';
import { cellKind, mostBytes, writeRow } from './copy-rows.ts';

/** Rows a page. Source: the public spec's limit of GET /reports/runs/data. */
export const PAGE_ROWS = 1024;

/** Between two rows of a page: a line feed never stands inside JSON text. */
export const BETWEEN = ',\n';

/** Pages that are compressed at once, beside the one that is filled. */
const COMPRESSING = 3;
const LINE_FEED = 0x0a;

/** A finished page: rows as JSON arrays, compressed. */
export interface ResultPage {
  body: Buffer;
  rows: number;
}

const compress = promisify(deflateRaw) as (text: Buffer, options: { level: number }) => Promise<Buffer>;
const expand = promisify(inflateRaw) as (body: Uint8Array) => Promise<Buffer>;

/** The text of a page. */
export const pageText = async (body: Uint8Array): Promise<string> => (await expand(body)).toString();

/**
 * Turns the chunks of a COPY into pages of 1,024 rows, the last one shorter, in the order of the rows. A few
 * buffers go round, so that memory does not grow with the rows; the fastest compression costs less than the
 * database's work on what it saves.
 */
export async function* pagesOf(
  chunks: AsyncIterable<Buffer>,
  heads: readonly Head[],
): AsyncGenerator<ResultPage> {
  const kinds = heads.map(cellKind);
  const free: Buffer[] = [];
  const compressing: Promise<ResultPage>[] = [];
  let page: Buffer = Buffer.allocUnsafeSlow(1 << 19);
  let length = 0;
  let rows = 0;
  const finish = (): void => {
    const [full, count] = [page, rows];
    const body = compress(full.subarray(0, length), { level: 1 }).then((body) => {
      free.push(full);
      return { body, rows: count };
    });
    // One that fails is told when its turn comes.
    body.catch(() => {});
    compressing.push(body);
    page = free.pop() ?? Buffer.allocUnsafeSlow(full.length);
    [length, rows] = [0, 0];
  };
  const add = (from: Buffer, begin: number, end: number): void => {
    const needed = length + mostBytes(end - begin, kinds.length) + BETWEEN.length;
    if (needed > page.length) {
      const larger: Buffer = Buffer.allocUnsafeSlow(Math.max(needed, 2 * page.length));
      page.copy(larger, 0, 0, length);
      page = larger;
    }
    if (rows > 0) length += page.write(BETWEEN, length, 'latin1');
    length = writeRow(from, begin, end, kinds, page, length);
    rows += 1;
    if (rows === PAGE_ROWS) finish();
  };
  let rest: Buffer | undefined;
  for await (const chunk of chunks) {
    const bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
    let begin = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, begin)) {
      add(bytes, begin, end);
      begin = end + 1;
      while (compressing.length > COMPRESSING) yield (await compressing.shift()) as ResultPage;
    }
    rest = begin < bytes.length ? bytes.subarray(begin) : undefined;
  }
  if (rows > 0) finish();
  for (const body of compressing) yield await body;
}
