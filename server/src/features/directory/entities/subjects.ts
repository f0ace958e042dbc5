import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { isNumericId, parseExternalId } from '../../../kernel/ids.ts';
import { pairsOf } from '../external-ids/find.ts';
import { visibleTo } from '../tags/scope.ts';
import { notServiceAccount } from '../weekly10/api-ids.ts';

/** A person or vehicle that rules can be about. */
export interface SubjectEntity {
  type: 'driver' | 'user' | 'vehicle';
  id: string;
}

/**
 * Finds the people and vehicles that a parameter names: an id, `driver-281474`, `user-4392`, `vehicle-281474` or an
 * external id `key:value`. Answers each once, in the order given. The user that a token acts as is none.
 *
 * @throws 400 for text that is no id; 404 naming the first one that is not in the organization or out of the token's
 *   tags. People who were deleted are found only with `deleted`.
 */
export async function findSubjects(
  database: Queryable,
  sight: Sight,
  field: string,
  texts: readonly string[],
  { deleted = false }: { deleted?: boolean } = {},
): Promise<SubjectEntity[]> {
  const names = texts.map((text) => ({ text, ...parse(field, text) }));
  const ids = names.flatMap(({ id }) => id ?? []);
  const external = names.flatMap(({ key, value }) => (key && value ? [{ key, value }] : []));
  const { orgId } = sight;
  const rows = await database.rows(sql`
    with entity as not materialized (
      select id, type from person where org_id = ${orgId} and (deleted_at is null or ${deleted})
        ${notServiceAccount}
      union all select id, 'vehicle' from vehicle where org_id = ${orgId})
    select entity.id, entity.type, null from entity
    where entity.id = any(${ids}::bigint[]) ${visibleTo(sight, sql`entity.id`)}
    union all
    select entity.id, entity.type, named.key || ':' || named.value
    from external_id named join entity on entity.id::text = named.entity_id and entity.type = named.entity_type
    where named.org_id = ${orgId} and (named.key, named.value) in (${pairsOf(external)})
      ${visibleTo(sight, sql`entity.id`)}`);
  const found = new Map<string, SubjectEntity>();
  for (const [id, type, name] of rows) {
    found.set(name ?? id, { type, id });
    found.set(`${type}-${id}`, { type, id });
  }
  const subjects = names.map(({ text }) => {
    const subject = found.get(text);
    if (!subject) throw notFound(`${field}: no person or vehicle ${text.slice(0, 100)}.`);
    return subject;
  });
  return [...new Map(subjects.map((subject) => [subject.id, subject])).values()];
}

function parse(field: string, text: string): { id?: string; key?: string; value?: string } {
  const id = /^(?:(?:driver|user|vehicle)-)?(\d+)$/.exec(text)?.[1];
  if (id && isNumericId(id)) return { id };
  const external = parseExternalId(text);
  if (external) return external;
  throw invalid(field, `"${text.slice(0, 60)}" is an invalid ID. Use 281474, driver-281474 or key:value.`);
}

/** What people, deleted ones too, and vehicles are and are called, by id; of those whom whoever asks may see. */
export async function subjectNames(
  database: Queryable,
  sight: Sight,
  ids: readonly string[],
): Promise<Map<string, { type: SubjectEntity['type']; name: string }>> {
  const rows = await database.rows(sql`
    select id, type, name from person where org_id = ${sight.orgId} and id = any(${ids}::bigint[])
      ${visibleTo(sight, sql`person.id`)}
    union all select id, 'vehicle', name from vehicle where org_id = ${sight.orgId} and id = any(${ids}::bigint[])
      ${visibleTo(sight, sql`vehicle.id`)}`);
  return new Map(rows.map(([id, type, name]) => [id, { type, name }]));
}
