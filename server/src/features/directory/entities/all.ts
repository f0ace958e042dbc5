import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { visibleTo } from '../tags/scope.ts';

/** Up to `limit` ids of people and vehicles after one, smallest first; those alone that whoever asks may see. */
export async function entityIdsAfter(
  database: Queryable,
  sight: Sight,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const rows = await database.rows(sql`
    (select id from person where org_id = ${sight.orgId} and id > ${afterId}::bigint and deleted_at is null
      ${visibleTo(sight, sql`person.id`)} order by id limit ${limit})
    union all
    (select id from vehicle where org_id = ${sight.orgId} and id > ${afterId}::bigint
      ${visibleTo(sight, sql`vehicle.id`)} order by id limit ${limit})
    order by id limit ${limit}`);
  return rows.map(([id]) => id);
}
