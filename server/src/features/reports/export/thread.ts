// Writes a report's file to standard output, in a thread of its own (kernel/jobs/threads.ts).
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { pageText } from '../runs/rows.ts';
import { csvOf } from './csv.ts';
import { parquetOf } from './parquet.ts';
import type { Cell, Result } from './source.ts';
import { xlsxOf } from './xlsx.ts';

/** What a thread is asked for: each of its pages is asked of the parent. */
export type Order = Omit<Result, 'batches'> & { format: keyof typeof FORMATS };

const FORMATS = { csv: csvOf, xlsx: xlsxOf, parquet: parquetOf };

const parent = parentPort as MessagePort;

async function nextPage(): Promise<Uint8Array | null> {
  parent.postMessage('next');
  const [page] = await once(parent, 'message');
  return page;
}

/** Characters after which a batch is large enough, however few pages it has. */
const BATCH_TEXT = 4_000_000;

async function* batches(pages: number): AsyncGenerator<Cell[][]> {
  for (let page = await nextPage(); page; ) {
    const rows: Cell[][] = [];
    for (let count = 0, length = 0; page && count < pages && length < BATCH_TEXT; count += 1) {
      const text = await pageText(page);
      length += text.length;
      for (const row of JSON.parse(`[${text}]`)) rows.push(row);
      page = await nextPage();
    }
    yield rows;
  }
}

const { format, ...result } = workerData as Order;
await pipeline(FORMATS[format]({ ...result, batches }), process.stdout);
