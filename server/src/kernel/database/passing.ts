import pg from 'pg';

/**
 * SQLSTATEs of a database that is away, full, starting or only to be read for now: 08 connection, 25006 read-only,
 * 40 rolled back, 53 resources, 57 operator, 58 system.
 */
const PASSING = /^(08|25006|40|53|57|58)/;

/** Whether the same may go well in a while. What no database has said is a failure of the way to it. */
export const isPassing = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || PASSING.test(error.code ?? '');
