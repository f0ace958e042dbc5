// Draws a submission to standard output, in a thread of its own (kernel/jobs/threads.ts).
import { pipeline } from 'node:stream/promises';
import { workerData } from 'node:worker_threads';
import { render, type Story } from './render.ts';

await pipeline(await render(workerData as Story), process.stdout);
