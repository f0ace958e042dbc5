import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { visibleTo } from '../../directory/index.ts';
import { standing } from '../validity.ts';

/** The active records of a person or vehicle as their stored text, those that speak for them first. */
export async function recordsOfOwner(
  database: Queryable,
  sight: Sight,
  ownerId: string,
  limit: number,
): Promise<string> {
  const at = sql`clock_timestamp()`;
  const rows = await database.rows(sql`
    select record.document from qualification_record record
    where record.org_id = ${sight.orgId} and record.owner_id = ${ownerId} and record.status = 'active'
      ${visibleTo(sight, sql`record.owner_id`)}
    order by ${standing(sql`record.issued_at`, sql`record.expires_at`, at)}, record.id limit ${limit}`);
  return `[${rows.map(([text]) => text).join(',')}]`;
}
