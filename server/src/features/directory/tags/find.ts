import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { isNumericId } from '../../../kernel/ids.ts';
import type { TagReference } from './reference.ts';

/** The tags among `ids`, by id; all of the organization's without `ids`. */
export async function findTags(
  database: Queryable,
  orgId: string,
  ids?: readonly string[],
): Promise<Map<string, TagReference>> {
  const wanted = ids?.filter(isNumericId) ?? null;
  const rows = await database.rows(sql`
    select id, name, parent_id from tag
    where org_id = ${orgId} and (${wanted}::bigint[] is null or id = any(${wanted}::bigint[])) order by id`);
  return new Map(
    rows.map(([id, name, parentTagId]) => [id, { id, name, ...(parentTagId ? { parentTagId } : {}) }]),
  );
}

/** Those of `ids` that are no tags of the organization. */
export async function unknownTags(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<string[]> {
  const known = await findTags(database, orgId, ids);
  return ids.filter((id) => !known.has(id));
}
