import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, raw, sql } from '../../../kernel/database/database.ts';
import { isNumericId, parseExternalId } from '../../../kernel/ids.ts';
import { pairsOf } from '../external-ids/find.ts';
import { visibleTo } from '../tags/scope.ts';

const ENTITIES = {
  driver: raw(`(select org_id, id from person where type = 'driver' and deleted_at is null)`),
  vehicle: raw('vehicle'),
};

/**
 * The ids of the drivers or vehicles that texts name, by text: an id, `driver-281474` or an external id
 * `key:value`. What is no id, is not there or is out of the token's sight is not in the map.
 */
export async function findEntityIds(
  database: Queryable,
  sight: Sight,
  type: 'driver' | 'vehicle',
  texts: Iterable<string>,
): Promise<Map<string, string>> {
  const textsOf = new Map<string, string[]>();
  const names: { key: string; value: string }[] = [];
  for (const text of new Set(texts)) {
    const id = type === 'driver' ? text.replace(/^driver-(?=\d)/, '') : text;
    const name = parseExternalId(text);
    if (isNumericId(id)) textsOf.set(id, [...(textsOf.get(id) ?? []), text]);
    else if (name) names.push(name);
  }
  const rows = await database.rows(sql`
    with named as materialized (
      select key || ':' || value as text, entity_id::bigint as id from external_id
      where org_id = ${sight.orgId} and entity_type = ${type} and (key, value) in (${pairsOf(names)}))
    select entity.id, named.text from named join ${ENTITIES[type]} entity on entity.id = named.id
    where entity.org_id = ${sight.orgId} ${visibleTo(sight, sql`entity.id`)}
    union all
    select entity.id, null from ${ENTITIES[type]} entity
    where entity.org_id = ${sight.orgId} and entity.id = any(${[...textsOf.keys()]}::bigint[])
      ${visibleTo(sight, sql`entity.id`)}`);
  return new Map(
    rows.flatMap(([id, text]): [string, string][] =>
      (text ? [text] : (textsOf.get(id) ?? [])).map((each) => [each, id]),
    ),
  );
}

/** Every id and external id of an organization's drivers or vehicles, each with the id that it means. */
export async function allEntityIds(
  database: Queryable,
  orgId: string,
  type: 'driver' | 'vehicle',
): Promise<Map<string, string>> {
  const rows = await database.rows(sql`
    select id::text, id from ${ENTITIES[type]} entity where org_id = ${orgId}
    union all select key || ':' || value, entity_id::bigint from external_id
    where org_id = ${orgId} and entity_type = ${type}`);
  return new Map(rows as [string, string][]);
}
