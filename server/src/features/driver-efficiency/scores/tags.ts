import { type Queryable, sql } from '../../../kernel/database.ts';

/** Those of the given tag ids that the organization does not have. */
export async function unknownTags(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await database.rows(sql`
    select id from tag where org_id = ${orgId} and id = any(${ids}::bigint[])`);
  const known = new Set(rows.map(([id]) => id));
  return ids.filter((id) => !known.has(id));
}
