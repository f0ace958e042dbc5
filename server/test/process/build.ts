import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const server = fileURLToPath(new URL('../../', import.meta.url));

/** A build of its own for a test file: as fast to start as what operators run, and never another version's. */
export async function build(): Promise<{ command: string; remove(): Promise<void> }> {
  // Below node_modules dependencies are found, and nothing looks for sources.
  await mkdir(join(server, 'node_modules'), { recursive: true });
  const folder = await mkdtemp(join(server, 'node_modules', '.crewready-test-'));
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
  return { command: join(folder, 'cli/crewready.js'), remove: () => rm(folder, { recursive: true }) };
}
