import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { isNumericId, parseExternalId } from '../../../kernel/ids.ts';
import { pairsOf } from '../external-ids/find.ts';
import { visibleTo } from '../tags/scope.ts';

/**
 * Finds the vehicles that a parameter names, by id or by an external id `key:value`. Answers the id of each once,
 * in the order given.
 *
 * @throws 400 for text that is no id; 404 naming the first one that is not in the organization or out of the
 *   token's tags.
 */
export async function findVehicles(
  database: Queryable,
  sight: Sight,
  field: string,
  texts: readonly string[],
): Promise<string[]> {
  const byText = await lookUpVehicles(
    database,
    sight,
    texts.map((text) => [field, text]),
  );
  return [...new Set(byText.values())];
}

/** The same where each text stands in a field of its own: the ids by their texts. */
export async function lookUpVehicles(
  database: Queryable,
  sight: Sight,
  named: readonly (readonly [field: string, text: string])[],
): Promise<Map<string, string>> {
  const external = named.flatMap(([field, text]) => (isNumericId(text) ? [] : [externalId(field, text)]));
  const ids = named.map(([, text]) => text).filter(isNumericId);
  const rows = await database.rows(sql`
    select vehicle.id, named.key || ':' || named.value
    from vehicle left join external_id named
      on named.org_id = ${sight.orgId} and named.entity_id = vehicle.id::text and named.entity_type = 'vehicle'
      and (named.key, named.value) in (${pairsOf(external)})
    where vehicle.org_id = ${sight.orgId}
      and (vehicle.id = any(${ids}::bigint[]) or named.key is not null)
      ${visibleTo(sight, sql`vehicle.id`)}`);
  const byText = new Map<string, string>();
  for (const [id, name] of rows) byText.set(id, id).set(name, id);
  return new Map(
    named.map(([field, text]) => {
      const id = byText.get(text);
      if (!id) throw notFound(`${field}: no vehicle ${text.slice(0, 100)}.`);
      return [text, id];
    }),
  );
}

function externalId(field: string, text: string): { key: string; value: string } {
  const external = parseExternalId(text);
  if (!external)
    throw invalid(field, `"${text.slice(0, 60)}" is an invalid ID. Use 281474976710656 or key:value.`);
  return external;
}
