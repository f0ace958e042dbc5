import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Blobs, requireBlobKey } from './blobs.ts';

const PART = '.part';

/** Blobs as files: `<folder>/<organization>/<last two digits of the id>/<id>`. */
export function folderBlobs(folder: string): Blobs {
  const pathOf = (key: string): string => {
    const { orgId, id } = requireBlobKey(key);
    // The first digits of an id are its time: only the last ones spread evenly.
    return join(folder, orgId, id.slice(-2), id);
  };
  return {
    async put(key, source) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await pipeline(source, createWriteStream(path + PART, { flags: 'wx', mode: 0o600, flush: true }));
        await rename(path + PART, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(path + PART, { force: true });
        throw error;
      }
    },
    async size(key) {
      return stat(pathOf(key)).then(({ size }) => size, absent);
    },
    read: (key, range) => opened(createReadStream(pathOf(key), range)),
    async remove(key) {
      const path = pathOf(key);
      await Promise.all([rm(path, { force: true }), rm(path + PART, { force: true })]);
    },
  };
}

/** Makes the folder if need be. @throws one line naming the setting when nothing can be written there. */
export async function requireWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(
      `CREWREADY_BLOBS="${folder}": cannot write here (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}

/** A file's name is safe from a power cut once its folder is on disk too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync().finally(() => folder.close());
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** Waits until the file is open, so that one that is not there is told before anything is sent. */
const opened = (stream: Readable): Promise<Readable> =>
  new Promise((resolve, reject) => {
    stream.once('error', reject).once('ready', () => {
      stream.off('error', reject);
      resolve(stream);
    });
  });
