import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inject } from 'vitest';

const server = fileURLToPath(new URL('../../', import.meta.url));

/** A build of the run's own, answered by its command: as fast to start as what operators run, and never another version's. */
export async function build(): Promise<string> {
  const folder = await mkdtemp(join(inject('builds'), 'build-'));
  await chmod(folder, 0o755);
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const tsc = join(typescript, 'bin/tsc');
  const options = ['-p', join(server, 'tsconfig.build.json'), '--outDir', folder, '--noCheck'];
  await Promise.all([
    promisify(execFile)(process.execPath, [tsc, ...options]),
    writeFile(join(folder, 'package.json'), '{"type":"module"}'),
    cp(join(server, 'src'), folder, {
      recursive: true,
      filter: (path) => !/\.[a-z]+$/.test(path) || path.endsWith('.sql'),
    }),
  ]);
  return join(folder, 'cli/crewready.js');
}
