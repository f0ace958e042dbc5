import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Seen, supplyOf } from '../../../test/threads/supply.ts';
import { TooMuch, threadOutput } from './threads.ts';

const MODULE = '../../../test/threads/thread';
const output = (mode: string, seen?: Seen) =>
  threadOutput(MODULE, import.meta.url, { mode, size: 100_000 }, seen && supplyOf(seen));

async function lengthOf(pieces: AsyncIterable<Buffer>): Promise<number> {
  let length = 0;
  for await (const piece of pieces) length += piece.length;
  return length;
}

describe('threadOutput', () => {
  test('gives all that the thread writes of all it is supplied with', async () => {
    const seen: Seen = { given: 0, most: 50, over: false };
    expect(await lengthOf(output('all', seen))).toBe(50 * 100_000);
    expect(seen).toEqual({ given: 50, most: 50, over: true });
  });

  test('a thread waits for its reader, and ends with it', async () => {
    const seen: Seen = { given: 0, most: 10_000, over: false };
    const pieces = output('all', seen);
    await pieces.next();
    await sleep(500);
    expect(seen.given).toBeGreaterThan(0);
    expect(seen.given).toBeLessThan(50);
    await pieces.return(undefined);
    expect(seen.over).toBe(true);
    const { given } = seen;
    await sleep(100);
    expect(seen.given).toBe(given);
  });

  test('output that a failure cuts short never ends as if it were whole', async () => {
    await expect(lengthOf(output('throws', { given: 0, most: 5, over: false }))).rejects.toThrow(
      'on purpose',
    );
    await expect(lengthOf(output('exits', { given: 0, most: 5, over: false }))).rejects.toThrow(
      'ended with 3',
    );
  });

  test('a supply that fails is the failure', async () => {
    const seen: Seen = { given: 0, most: 10, over: false, failsAt: 4 };
    await expect(lengthOf(output('all', seen))).rejects.toThrow('no more supply');
    expect(seen.over).toBe(true);
  });

  test('a thread that takes too much memory, or too long, ends alone and says so', async () => {
    await expect(lengthOf(output('hoards'))).rejects.toThrow(TooMuch);
    const endless = threadOutput(MODULE, import.meta.url, { mode: 'waits' }, undefined, 100);
    await expect(lengthOf(endless)).rejects.toThrow(TooMuch);
  });
});
