import { createReadStream } from 'node:fs';
import { FileProblem } from './file-problem.ts';

/** A file that can be read from its start any number of times, and what messages call it. */
export interface Source {
  name: string;
  read(): AsyncIterable<Buffer>;
}

/** A file of this machine. */
export const fileAt = (path: string): Source => ({ name: path, read: () => readFile(path) });

/** A file that is held in memory. */
export const heldFile = (name: string, bytes: Buffer): Source => ({
  name,
  async *read() {
    yield bytes;
  },
});

/** Reads a file in pieces, with errors that name it. */
async function* readFile(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new FileProblem(`There is no file ${path}.`);
    if (code === 'EISDIR') throw new FileProblem(`${path} is a folder, not a file.`);
    if (code === 'EACCES') throw new FileProblem(`${path} may not be read by this user.`);
    throw new FileProblem(`${path} cannot be read: ${message}`);
  }
}
