import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { inTags } from '../tags/scope.ts';

/** Those of the ids of people and vehicles that whoever asks may see, whether or not they are still there. */
export async function visibleEntities(
  database: Queryable,
  { orgId, tagIds }: Sight,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!tagIds || ids.length === 0) return new Set(ids);
  const rows = await database.rows(sql`
    select given.id from unnest(${ids}::bigint[]) given (id)
    where ${inTags(orgId, tagIds, sql`given.id`, true)}`);
  return new Set(rows.map(([id]) => id));
}
