import type { Sight } from '../../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../../kernel/database/database.ts';
import { visibleTo } from '../../../directory/index.ts';
import { validity } from '../../validity.ts';

/** How many active records there are of a type, of owners whom whoever asks may see. */
export interface TypeCount {
  typeId: string;
  active: number;
  expiring: number;
  lapsed: number;
}

/** The types that anybody has an active record of; `now` is RFC 3339. */
export async function countByType(
  database: Queryable,
  sight: Sight,
  expiringDays: number,
  now: string,
): Promise<TypeCount[]> {
  const at = sql`${now}::timestamptz`;
  const rows = await database.rows(sql`
    with record as (
      select record.type_id, ${validity(sql`record.issued_at`, sql`record.expires_at`, at, expiringDays)} as standing
      from qualification_record record where record.org_id = ${sight.orgId} and record.status = 'active'
        ${visibleTo(sight, sql`record.owner_id`)})
    select type_id, count(*)::int, (count(*) filter (where standing = 'expiring'))::int,
      (count(*) filter (where standing = 'lapsed'))::int
    from record group by type_id order by type_id`);
  return rows.map(([typeId, active, expiring, lapsed]) => ({ typeId, active, expiring, lapsed }));
}
