import { loadConfig } from '../config.ts';
import type { Database } from '../kernel/database/database.ts';

/** Runs a command on the configured database, whether or not a server is running on it. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const { openBeside } = await import('../main.ts');
  const opened = await openBeside(loadConfig());
  try {
    return await work(opened.database);
  } finally {
    await opened.close();
  }
}
