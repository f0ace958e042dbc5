import { type Queryable, sql } from '../../../kernel/database/database.ts';

/** The names of people, under `driver-1` or `user-1`, and of vehicles, under their ids; deleted people too. */
export async function namesOf(
  database: Queryable,
  orgId: string,
  ids: { people: readonly string[]; vehicles: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await database.rows(sql`
    select type || '-' || id, name from person where org_id = ${orgId} and id = any(${ids.people}::bigint[])
    union all
    select id::text, name from vehicle where org_id = ${orgId} and id = any(${ids.vehicles}::bigint[])`);
  return new Map(rows as [string, string][]);
}
