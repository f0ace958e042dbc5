import { writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { type Fuzzed, fuzz } from './fuzz/run.ts';
import { startApp } from './start-app.ts';

// Random requests over all operations of the contract. `npm run fuzz --workspace bench` sends many more.

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 1000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);
const isLong = process.env.FUZZ_REQUESTS !== undefined;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Memory in use once what can go is gone. */
function memory(): number {
  collect();
  return process.memoryUsage().rss;
}

const told = (text: string): void => {
  if (isLong) writeSync(2, text);
};

test(`no reply breaks the contract (seed ${SEED})`, { timeout: 3_600_000 }, async () => {
  const server = await startApp();
  let found: Fuzzed;
  try {
    if (isLong) await fuzz(server, { requests: Math.min(REQUESTS, 4000), seed: SEED + 1 });
    const before = memory();
    const progress = (done: number): void => {
      if (done % 5000 === 0) told(`${done} of ${REQUESTS}\n`);
    };
    found = await fuzz(server, { requests: REQUESTS, seed: SEED, progress });
    const after = memory();
    told(
      `memory ${Math.round(before / 2 ** 20)} MB before, ${Math.round(after / 2 ** 20)} MB after: ${(after / before).toFixed(2)}\n`,
    );
    if (isLong) expect(after / before).toBeLessThan(1.2);
  } finally {
    await server.stop();
  }
  const never = [...found.replies].filter(([, counts]) => !counts['2xx']).map(([name]) => name);
  const good = [...found.replies.values()].reduce((sum, counts) => sum + (counts['2xx'] ?? 0), 0);
  told(
    `${REQUESTS} requests, ${Math.round((100 * good) / REQUESTS)} % answered 2xx, at most ${Math.round(found.slowestCpuMs)} ms of CPU and ${Math.round(found.slowestMs)} ms in all; never 2xx: ${never.join(', ') || 'none'}\n`,
  );
  expect(found.faults.join('\n\n')).toBe('');
});
