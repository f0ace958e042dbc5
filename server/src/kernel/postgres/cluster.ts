import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { run } from './binaries.ts';
import { EmbeddedPostgresError } from './error.ts';
import type { Place } from './place.ts';

/** The superuser of the cluster; its socket folder keeps everybody else out. */
export const USER = 'crewready';

/**
 * Makes the cluster if there is none: beside its place, moved in whole, so that a start cut off at any moment
 * leaves nothing half made and two starts at once make one cluster.
 */
export async function initialize(place: Place): Promise<void> {
  const { cluster, binaries, owner } = place;
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version) return requireMajor(place, version.trim());
  const fresh = `${cluster}.new-${process.pid}`;
  await removeLeftovers(cluster);
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8'];
  const access = ['--username', USER, '--auth-local=trust', '--auth-host=reject'];
  const format = ['--encoding=UTF8', '--data-checksums', '--no-instructions', ...locale];
  await run(binaries.initdb, ['--pgdata', fresh, ...access, ...format], owner);
  await rename(fresh, cluster).catch(async (error) => {
    await rm(fresh, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  const parent = await open(dirname(cluster));
  await parent.sync().finally(() => parent.close());
}

function requireMajor({ cluster, binaries }: Place, written: string): void {
  if (Number(written) === binaries.major) return;
  throw new EmbeddedPostgresError(
    `The data in ${cluster} was written by PostgreSQL ${written}, but ${binaries.postgres} is ${binaries.major}. ` +
      `Set CREWREADY_POSTGRES_BIN to a PostgreSQL ${written}, or dump and restore (docs/operations.md).`,
  );
}

/** Clears what starts that were cut off have left, but not what a start under way is making. */
async function removeLeftovers(cluster: string): Promise<void> {
  for (const name of await readdir(dirname(cluster))) {
    const pid = Number(name.split(`${basename(cluster)}.new-`)[1]);
    if (!pid || (pid !== process.pid && isAlive(pid))) continue;
    // An initdb that outlived its start may still be writing; what it leaves is cleared next time.
    await rm(join(dirname(cluster), name), { recursive: true, force: true }).catch(() => {});
  }
}

/** True when there is a process with this id. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

const lockFiles = ({ cluster, sockets }: Place): string[] => [
  join(cluster, 'postmaster.pid'),
  join(sockets, '.s.PGSQL.5432.lock'),
];

/** The process id that the cluster's lock names. */
export async function lockedBy(place: Place): Promise<number | undefined> {
  const [postmaster] = lockFiles(place);
  const text = await readFile(postmaster as string, 'utf8').catch(() => '');
  return Math.abs(Number(text.split('\n')[0])) || undefined;
}

/** True when the process is PostgreSQL on this cluster, and not another that was given the same id later. */
export async function isServerOf(place: Place, pid: number): Promise<boolean> {
  const command =
    platform() === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => '');
  return command.includes(place.cluster);
}

/**
 * Makes stale locks ours. PostgreSQL takes a lock for live when any process of its user has that id, unless it
 * is PostgreSQL's own parent; so we name ourselves in it. The check of its shared memory still guards the data.
 */
export async function takeStaleLocks(place: Place): Promise<void> {
  for (const file of lockFiles(place)) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text) await writeFile(file, text.replace(/^-?\d+/, String(process.pid)));
  }
}

/** Sets a log aside that has grown past 20 MB. */
export async function rotateLog({ logFile }: Place): Promise<void> {
  const log = await stat(logFile).catch(() => undefined);
  if (log && log.size > 20_000_000) await rename(logFile, `${logFile}.1`);
}
