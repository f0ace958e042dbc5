import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { visibleTo } from '../tags/scope.ts';

/**
 * The names of people, under `driver-1` or `user-1`, and of vehicles, under their ids; deleted people too; of those
 * whom whoever asks may see.
 */
export async function namesOf(
  database: Queryable,
  sight: Sight,
  ids: { people: readonly string[]; vehicles: readonly string[] },
): Promise<Map<string, string>> {
  const { orgId } = sight;
  const rows = await database.rows(sql`
    select type || '-' || id, name from person where org_id = ${orgId} and id = any(${ids.people}::bigint[])
      ${visibleTo(sight, sql`person.id`)}
    union all
    select id::text, name from vehicle where org_id = ${orgId} and id = any(${ids.vehicles}::bigint[])
      ${visibleTo(sight, sql`vehicle.id`)}`);
  return new Map(rows as [string, string][]);
}
