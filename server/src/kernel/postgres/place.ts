import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, mkdtemp, readlink, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Binaries, findBinaries, type Owner } from './binaries.ts';
import { EmbeddedPostgresError } from './error.ts';
import { unprivilegedUser } from './user.ts';

/** Where one data folder's database lives and who runs it. */
export interface Place {
  dataFolder: string;
  binaries: Binaries;
  /** Holds the cluster, its log and its socket. */
  home: string;
  cluster: string;
  sockets: string;
  logFile: string;
  /** The user that PostgreSQL runs as when we are root, which it refuses; undefined when it runs as we do. */
  owner: Owner | undefined;
}

/** Where binaries and data go when the unprivileged user cannot reach them. */
const SHARED = '/var/lib/crewready';
/** A Unix socket's path holds at most 107 bytes. */
const LONGEST_FOLDER = 107 - '/.s.PGSQL.5432'.length;

/** Decides folders and user, and makes the folders. */
export async function placeFor(options: { dataFolder: string; postgresBin?: string }): Promise<Place> {
  const { dataFolder, postgresBin } = options;
  try {
    await mkdir(dataFolder, { recursive: true });
  } catch (error) {
    throw new EmbeddedPostgresError(
      `CREWREADY_DATA="${dataFolder}": cannot make this folder (${(error as { code?: string }).code}).`,
    );
  }
  const link = join(dataFolder, 'postgres');
  const root = process.getuid?.() === 0;
  const owner = root ? await unprivilegedUser(link, dataFolder) : undefined;
  const home = await homeOf(link, owner);
  const binaries = await findBinaries(postgresBin, { owner, copies: root ? await shared() : dataFolder });
  const sockets = await socketFolder(home, owner);
  const logFile = join(home, 'postgres.log');
  return { dataFolder, binaries, home, cluster: join(home, 'cluster'), sockets, logFile, owner };
}

async function shared(): Promise<string> {
  await mkdir(SHARED, { recursive: true });
  await chmod(SHARED, 0o755);
  return SHARED;
}

/**
 * The database's own folder: `postgres` in the data folder, or where the link of that name leads. The link is
 * made when PostgreSQL's user cannot pass the folders above, so that the data folder always tells where it is.
 */
async function homeOf(link: string, owner: Owner | undefined): Promise<string> {
  const found = await lstat(link).catch(() => undefined);
  if (!found && owner && !(await reachable(link, owner))) {
    const made = await mkdtemp(join(await shared(), 'data-'));
    await chown(made, owner.uid, owner.gid);
    await symlink(made, link).catch((error: { code?: string }) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } else if (!found) {
    await mkdir(link, { mode: 0o700 }).catch((error: { code?: string }) => {
      if (error.code !== 'EEXIST')
        throw new EmbeddedPostgresError(
          `CREWREADY_DATA="${dirname(link)}": cannot write here (${error.code}).`,
        );
    });
  }
  const home = await readlink(link).catch(() => link);
  const folder = await stat(home).catch(() => undefined);
  if (!folder)
    throw new EmbeddedPostgresError(
      `The database of ${dirname(link)} was in ${home}, which cannot be read or is gone. ` +
        `Restore it, or remove the link ${link} to begin with an empty one.`,
    );
  if (owner) {
    if (folder.uid === 0) await chown(home, owner.uid, owner.gid);
    if (!(await reachable(home, owner)))
      throw new EmbeddedPostgresError(
        `PostgreSQL runs as user id ${owner.uid}, which cannot pass the folders above ${home}. Give them mode o+x.`,
      );
  } else if (process.getuid && folder.uid !== process.getuid()) {
    throw new EmbeddedPostgresError(
      `${home} belongs to user id ${folder.uid}. Start as that user or as root.`,
    );
  }
  return home;
}

/** True when `owner` may pass every folder above `path`. */
async function reachable(path: string, owner: Owner): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The home itself, or a short path of our own when the socket's would not fit. */
async function socketFolder(home: string, owner: Owner | undefined): Promise<string> {
  if (Buffer.byteLength(home) <= LONGEST_FOLDER) return home;
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12);
  const folder = owner ? join(await shared(), `socket-${name}`) : join(tmpdir(), `crewready-${name}`);
  await mkdir(folder, { mode: 0o700 }).catch((error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if (owner) await chown(folder, owner.uid, owner.gid);
  const made = await lstat(folder);
  // In a folder for everybody, somebody else may have been there first.
  if (!made.isDirectory() || made.uid !== (owner?.uid ?? process.getuid?.()))
    throw new EmbeddedPostgresError(`${folder} belongs to another user. Choose a shorter CREWREADY_DATA.`);
  return folder;
}
