import { type Queryable, sql } from '../../../kernel/database/database.ts';

/** Takes `count` ids for new people, vehicles or tags. */
export async function takeIds(tx: Queryable, count: number): Promise<string[]> {
  if (count === 0) return [];
  const rows = await tx.rows(sql`select nextval('numeric_id') from generate_series(1, ${count}::int)`);
  return rows.map(([id]) => id);
}
