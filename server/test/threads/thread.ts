// A thread for the tests of kernel/jobs/threads.ts: writes `size` bytes for each that it is supplied with.
import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';

const { mode, size } = workerData as { mode: 'all' | 'throws' | 'exits' | 'hoards' | 'waits'; size: number };
const parent = parentPort as MessagePort;

const hoard: number[][] = [];
while (mode === 'hoards') hoard.push(new Array(4_000_000).fill(hoard.length + 0.5));

if (mode === 'waits') await once(parent, 'never');

for (let count = 0; ; count += 1) {
  if (mode === 'throws' && count === 3) throw new Error('on purpose');
  if (mode === 'exits' && count === 3) process.exit(3);
  parent.postMessage('next');
  const [supplied] = await once(parent, 'message');
  if (!supplied) break;
  if (!process.stdout.write(Buffer.alloc(size))) await once(process.stdout, 'drain');
}
