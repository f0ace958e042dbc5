import pg from 'pg';
import type { Database } from '../database/database.ts';
import { isPassing } from '../database/passing.ts';

/** The code for which graphile-worker tries a statement again, up to a hundred times. */
const TRY_AGAIN = 'ETIMEDOUT';

/**
 * graphile-worker lets go of the promise with which it reports a job as done or failed. An error there would end the
 * process, so whatever may pass is given the code for which it tries again.
 */
export function retryable(error: unknown): Error {
  const known = error instanceof Error ? error : new Error(String(error));
  // The error itself keeps its code, which says to everybody else that it passes.
  return isPassing(error)
    ? Object.assign(new Error(known.message, { cause: known }), { code: TRY_AGAIN })
    : known;
}

type Asked = (...args: unknown[]) => unknown;

/** Makes what `ask` promises fail with errors that are tried again; one with a callback stays as it is. */
const tryingAgain =
  (ask: Asked): Asked =>
  (...args) => {
    const asked = ask(...args);
    return asked instanceof Promise
      ? asked.catch((error: unknown) => {
          throw retryable(error);
        })
      : asked;
  };

/** Connections for the worker alone. `onLost` is told of each that breaks. */
export function workerPool(database: Pick<Database, 'connection'>, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...database.connection, max: 4, application_name: 'crewready-jobs' });
  pool.connect = tryingAgain(pool.connect.bind(pool) as Asked) as typeof pool.connect;
  pool.on('error', onLost);
  pool.on('connect', (client) => {
    client.on('error', onLost);
    client.query = tryingAgain(client.query.bind(client) as Asked) as typeof client.query;
  });
  return pool;
}
