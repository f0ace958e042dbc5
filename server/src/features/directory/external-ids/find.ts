import { type Queryable, type Sql, sql, table } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isNumericId, parseExternalId } from '../../../kernel/ids.ts';

/** An external id: `payroll` and `48`. */
export interface ExternalId {
  key: string;
  value: string;
}

/** The pairs of external ids as a query, for `(key, value) in (…)`. */
export const pairsOf = (names: readonly ExternalId[]): Sql =>
  sql`select key, value from ${table('pair', names, {
    key: ['text', ({ key }) => key],
    value: ['text', ({ value }) => value],
  })}`;

/**
 * The external ids of an object as a JSON object, or null. `org` is the organization's value, `resource` the name
 * of a resource that has them, or the column that holds it.
 */
export const externalIdsOf = (org: string | Sql, resource: string | Sql, entity: Sql): Sql => sql`(
  select json_object_agg(named.key, named.value order by named.key) from external_id named
  where named.org_id = ${org} and named.entity_type = ${resource} and named.entity_id = ${entity}::text)`;

/** What holds each external id, by `key:value`. */
export async function findHolders(
  database: Queryable,
  orgId: string,
  names: readonly ExternalId[],
): Promise<Map<string, { type: string; id: string }>> {
  if (names.length === 0) return new Map();
  const rows = await database.rows(sql`
    select key, value, entity_type, entity_id from external_id
    where org_id = ${orgId} and (key, value) in (${pairsOf(names)})`);
  return new Map(rows.map(([key, value, type, id]) => [`${key}:${value}`, { type, id }]));
}

/** The ids of the objects of one resource that hold external ids, by `key:value`. */
export async function idsByExternalId(
  database: Queryable,
  orgId: string,
  resource: string,
  names: readonly ExternalId[],
): Promise<Map<string, string>> {
  const holders = await findHolders(database, orgId, names);
  return new Map([...holders].flatMap(([name, { type, id }]) => (type === resource ? [[name, id]] : [])));
}

/**
 * The id that a path parameter means, as an expression: a number, or what holds the external id `key:value`.
 * @throws 404 for text that can be neither.
 */
export function idFromPath(orgId: string, resource: string, text: string): Sql {
  if (isNumericId(text)) return sql`${text}::bigint`;
  const external = parseExternalId(text);
  if (!external) throw notFound(`No ${resource} ${text.slice(0, 100)}.`);
  return sql`(select named.entity_id::bigint from external_id named where named.org_id = ${orgId}
    and named.entity_type = ${resource} and named.key = ${external.key} and named.value = ${external.value})`;
}
