import { loadConfig } from '../config.ts';
import type { Blobs } from '../kernel/blobs/blobs.ts';
import type { Database } from '../kernel/database/database.ts';

/** Runs a command on the configured database and files, whether or not a server is running on them. */
export async function withDatabase<T>(work: (database: Database, blobs: Blobs) => Promise<T>): Promise<T> {
  const { openBeside } = await import('../main.ts');
  const opened = await openBeside(loadConfig());
  try {
    return await work(opened.database, opened.blobs);
  } finally {
    await opened.close();
  }
}
