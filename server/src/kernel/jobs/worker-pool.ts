import pg from 'pg';
import type { Database } from '../database/database.ts';

/**
 * SQLSTATEs of a database that is away, full, starting or only to be read for now: 08 connection, 25006 read-only,
 * 40 rolled back, 53 resources, 57 operator, 58 system.
 */
const PASSING = /^(08|25006|40|53|57|58)/;
/** The code for which graphile-worker tries a statement again, up to a hundred times. */
const TRY_AGAIN = 'ETIMEDOUT';

/** Whether the same may go well in a while. */
export const isPassing = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || PASSING.test(error.code ?? '');

/**
 * graphile-worker lets go of the promise with which it reports a job as done or failed. An error there would end the
 * process, so whatever may pass is given the code for which it tries again.
 */
export function retryable(error: unknown): Error {
  const known = error instanceof Error ? error : new Error(String(error));
  return isPassing(error) ? Object.assign(known, { code: TRY_AGAIN }) : known;
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
