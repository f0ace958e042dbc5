// Writes a report's file to standard output, in a thread of its own (kernel/threads.ts).
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

async function* batches(pages: number): AsyncGenerator<Cell[][]> {
  for (let more = true; more; ) {
    const texts: string[] = [];
    while (more && texts.length < pages) {
      const page = await nextPage();
      if (page) texts.push(await pageText(page));
      else more = false;
    }
    if (texts.length > 0) yield JSON.parse(`[${texts.join(',')}]`);
  }
}

const { format, ...result } = workerData as Order;
await pipeline(FORMATS[format]({ ...result, batches }), process.stdout);
