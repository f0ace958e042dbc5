import type { Sight } from '../../../kernel/auth.ts';
import { empty, type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import { inTags, visibleTo } from '../tags/scope.ts';
import { notServiceAccount } from '../weekly10/api-ids.ts';

/**
 * Up to `limit` ids of people and vehicles after one, smallest first: of those whom whoever asks may see, and that are
 * in one of the tags or below it, where some are named.
 */
export async function entityIdsAfter(
  database: Queryable,
  sight: Sight,
  afterId: string,
  limit: number,
  tagIds?: readonly string[],
): Promise<string[]> {
  const within = (id: Sql): Sql =>
    sql`${tagIds ? sql`and ${inTags(sight.orgId, tagIds, id, true)}` : empty} ${visibleTo(sight, id)}`;
  const rows = await database.rows(sql`
    (select id from person where org_id = ${sight.orgId} and id > ${afterId}::bigint and deleted_at is null
      ${notServiceAccount} ${within(sql`person.id`)} order by id limit ${limit})
    union all
    (select id from vehicle where org_id = ${sight.orgId} and id > ${afterId}::bigint
      ${within(sql`vehicle.id`)} order by id limit ${limit})
    order by id limit ${limit}`);
  return rows.map(([id]) => id);
}
