import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** What a thread's heap may hold, in MB: garbage of heavy work is collected early, and a runaway ends alone. */
const HEAP = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 4 };

/** The work needs more time or memory than a thread has: it would again. */
export class TooMuch extends Error {}

/**
 * What `module` writes to its standard output in a thread of its own, so that heavy work neither holds up requests
 * nor leaves its garbage among theirs. The module finds `data` as `workerData`; each message it sends its parent is
 * answered with the next of `supply`, or null at its end.
 *
 * @param module path without its extension, relative to `from`, the `import.meta.url` of the caller
 * @param longestMs how long it may take in all
 * @throws while read, what `supply` or the thread threw. Who stops reading ends the thread.
 */
export async function* threadOutput(
  module: string,
  from: string,
  data: unknown,
  supply: AsyncIterator<Uint8Array> = none(),
  longestMs?: number,
): AsyncGenerator<Buffer> {
  const worker = start(new URL(module + extname(from), from), {
    workerData: data,
    stdout: true,
    resourceLimits: HEAP,
  });
  let failure: unknown;
  const fail = (error: unknown): void => {
    const isOutOfMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
    failure ??= isOutOfMemory ? new TooMuch('a thread ran out of memory') : error;
    void worker.terminate();
  };
  const limit =
    longestMs && setTimeout(() => fail(new TooMuch(`a thread took longer than ${longestMs} ms`)), longestMs);
  const ended = new Promise<number>((resolve) => worker.once('exit', resolve));
  worker.on('error', fail);
  worker.on('message', () => {
    supply.next().then(({ value, done }) => worker.postMessage(done ? null : value), fail);
  });
  try {
    yield* worker.stdout;
    // The end of the output is the end of the thread, however it came.
    const code = await ended;
    if (failure || code !== 0) throw failure ?? new Error(`a thread ended with ${code}`);
  } finally {
    if (limit) clearTimeout(limit);
    await worker.terminate();
    await supply.return?.();
  }
}

/** Sources, which only a development machine runs, need a loader in each thread. */
const start = (module: URL, options: WorkerOptions): Worker =>
  module.pathname.endsWith('.ts')
    ? new Worker(
        `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(module.href)})))`,
        { ...options, eval: true },
      )
    : new Worker(module, options);

async function* none(): AsyncGenerator<never> {}
