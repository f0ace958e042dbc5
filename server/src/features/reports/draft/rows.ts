import pg from 'pg';
import type { Sight } from '../../../kernel/auth.ts';
import { type Database, type Row, sql } from '../../../kernel/database/database.ts';
import type { Dataset } from '../../../kernel/dataset.ts';
import { badRequest } from '../../../kernel/errors.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { Definition, Head } from '../definition/definition.ts';
import { reportQuery } from '../definition/statement.ts';

/** How long the database may look for the rows of a draft. */
const MOST_SECONDS = 5;
const CANCELED = '57014';

/**
 * The first rows of a report, and one more to tell whether there are others.
 *
 * @throws 400 when they are not found in time.
 */
export async function draftRows(
  database: Database,
  { dataset, definition, sight, at }: { dataset: Dataset; definition: Definition; sight: Sight; at: string },
  limit: number,
  seconds = MOST_SECONDS,
): Promise<Row[]> {
  try {
    return await database.transaction(async (tx) => {
      await tx.rows(sql`select set_config('statement_timeout', ${`${seconds}s`}, true)`);
      return tx.rows(sql`${reportQuery(dataset, definition, sight, at)} limit ${limit + 1}`);
    });
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === CANCELED)
      throw badRequest(
        `These rows take longer than ${seconds} seconds. Narrow the time range or the filters, or run the report.`,
      );
    throw error;
  }
}

/** A cell as the rows of a run have it: a number, text, a time in UTC, or null. */
export function cellOf(value: string | number | null, { dataType }: Head): string | number | null {
  if (value === null) return null;
  if (dataType === 'string') return String(value);
  if (dataType === 'timestamp') return /^\d{4}-/.test(String(value)) ? wireTime(String(value)) : null;
  return Number.isFinite(Number(value)) ? Number(value) : null;
}
