import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Owner } from './binaries.ts';
import { EmbeddedPostgresError } from './error.ts';

/**
 * The owner of the database or of the data folder, or a service user of this machine that nothing else shares, made
 * when there is none.
 */
export async function unprivilegedUser(...folders: string[]): Promise<Owner> {
  for (const folder of folders) {
    const existing = await stat(folder).catch(() => undefined);
    if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  }
  const user = (await serviceUser()) ?? ((await addUser()) ? await serviceUser() : undefined);
  if (user) return user;
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root and this machine has no user named crewready or postgres. Create one.',
  );
}

async function serviceUser(): Promise<Owner | undefined> {
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const [, , uid, gid] =
    ['crewready', 'postgres'].flatMap((name) => users.filter(([own]) => own === name))[0] ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Makes the user "crewready", who owns nothing but the database and cannot sign in; false where that fails. */
async function addUser(): Promise<boolean> {
  for (const [program, ...options] of [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'crewready'],
    ['adduser', '-S', '-D', '-H', '-s', '/bin/false', 'crewready'],
  ] as const)
    if (
      await promisify(execFile)(program, options).then(
        () => true,
        () => false,
      )
    )
      return true;
  return false;
}
