import type { Sight } from '../../../kernel/auth.ts';
import { empty, type Queryable, sql } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import { isNumericId } from '../../../kernel/ids.ts';
import { visibleTo } from '../tags/scope.ts';

/** Reports every driver or vehicle that is not there, or out of sight, as 404 naming it. */
export async function requireEntities(
  database: Queryable,
  sight: Sight,
  type: 'driver' | 'vehicle',
  named: readonly { index: number; field: string; ids: readonly string[] }[],
  problems: Problems,
): Promise<void> {
  const wanted = [...new Set(named.flatMap(({ ids }) => ids))].filter(isNumericId);
  const table = type === 'driver' ? sql`person` : sql`vehicle`;
  const living = type === 'driver' ? sql`and type = 'driver' and deleted_at is null` : empty;
  const rows =
    wanted.length === 0
      ? []
      : await database.rows(sql`
          select id from ${table} where org_id = ${sight.orgId} and id = any(${wanted}::bigint[]) ${living}
          ${visibleTo(sight, sql`${table}.id`)}`);
  const known = new Set(rows.map(([id]) => id as string));
  for (const { index, field, ids } of named) {
    const missing = ids.filter((id) => !known.has(id));
    if (missing.length > 0)
      problems.add(index, notFound(`${field}: no ${type} ${missing.slice(0, 5).join(', ').slice(0, 200)}.`));
  }
}
