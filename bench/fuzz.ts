/**
 * Random requests over all operations of the contract, to a server on a database of its own: no 5xx but 503 with
 * Retry-After, no reply that misses its schema, no request over 2 s of CPU, memory back within a fifth of its start.
 * A fault is told with its seed and a line for curl.
 *
 *   npm run fuzz --workspace bench [-- --requests 200000 --seed 1]
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '200000' }, seed: { type: 'string', default: '1' } },
});
const server = fileURLToPath(new URL('../server/', import.meta.url));
const run = spawn('npx', ['vitest', 'run', '--root', server, 'test/fuzz.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_REQUESTS: values.requests, FUZZ_SEED: values.seed },
});
run.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
