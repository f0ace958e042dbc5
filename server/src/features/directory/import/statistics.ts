import { type Queryable, sql } from '../../../kernel/database/database.ts';

/**
 * Tells PostgreSQL how big the directory has become. It plans by what it last counted, and until autovacuum comes
 * by, which is longer than an import lasts, a table that was small is read whole for every batch.
 */
export async function refreshStatistics(database: Queryable): Promise<void> {
  await database.rows(sql`analyze person, vehicle, external_id, tag_member`);
}
