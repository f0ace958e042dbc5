import { type Queryable, sql } from '../kernel/database.ts';

// The signatures that the directory is to export, over its tables until it does.

export async function findTags(
  database: Queryable,
  orgId: string,
): Promise<Map<string, { id: string; name: string }>> {
  const rows = await database.rows(sql`select id, name from tag where org_id = ${orgId} order by id`);
  return new Map(rows.map(([id, name]) => [id, { id, name }]));
}

export async function unknownTags(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<string[]> {
  const known = await findTags(database, orgId);
  return ids.filter((id) => !known.has(id));
}

export async function findRoles(database: Queryable, orgId: string): Promise<{ id: string; name: string }[]> {
  const rows = await database.rows(sql`select id, name from user_role where org_id = ${orgId} order by id`);
  return rows.map(([id, name]) => ({ id, name }));
}
