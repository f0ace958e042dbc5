import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isNumericId, type PersonType, parsePerson } from '../../../kernel/ids.ts';
import { pairsOf } from '../external-ids/find.ts';
import { visibleTo } from '../tags/scope.ts';

/** A person of the directory. */
export interface Person {
  type: PersonType;
  id: string;
}

/**
 * Finds the people that a parameter names: `driver-281474`, `user-4392`, a bare driver id, or an external id
 * `key:value`. Answers each once, in the order given.
 *
 * @throws 400 for text that is no id; 404 naming the first one that is not in the organization or out of the
 *   token's tags. People who were deleted are found only with `deleted`; with `anyType` a bare id may be a user's too.
 */
export async function findPeople(
  database: Queryable,
  sight: Sight,
  field: string,
  texts: readonly string[],
  options: LookUpOptions = {},
): Promise<Person[]> {
  const byText = await lookUpPeople(
    database,
    sight,
    texts.map((text) => [field, text]),
    options,
  );
  return [...new Map([...byText.values()].map((person) => [person.id, person])).values()];
}

interface LookUpOptions {
  deleted?: boolean;
  anyType?: boolean;
}

/** The same where each text stands in a field of its own: the people by their texts. */
export async function lookUpPeople(
  database: Queryable,
  sight: Sight,
  named: readonly (readonly [field: string, text: string])[],
  options: LookUpOptions = {},
): Promise<Map<string, Person>> {
  const refs = named.map(([field, text]) => ({ field, text, ref: parsePerson(field, text) }));
  const external = refs.flatMap(({ ref }) => (ref.kind === 'external' ? [ref] : []));
  const ids = refs.flatMap(({ ref }) => (ref.kind === 'id' ? [ref.id] : []));
  const rows = await database.rows(sql`
    select person.id, person.type, named.key || ':' || named.value
    from person left join external_id named
      on named.org_id = ${sight.orgId} and named.entity_id = person.id::text and named.entity_type = person.type
      and (named.key, named.value) in (${pairsOf(external)})
    where person.org_id = ${sight.orgId} and (person.deleted_at is null or ${options.deleted ?? false})
      and (person.id = any(${ids}::bigint[]) or named.key is not null) ${visibleTo(sight, sql`person.id`)}`);
  const byText = new Map<string, Person>();
  for (const [id, type, name] of rows) {
    byText.set(`${type}-${id}`, { type, id });
    if (options.anyType) byText.set(id, { type, id });
    if (name) byText.set(name, { type, id });
  }
  return new Map(
    refs.map(({ field, text, ref }) => {
      const asGiven = ref.kind === 'external' || (options.anyType && isNumericId(text));
      const person = byText.get(asGiven ? text : `${ref.type}-${ref.id}`);
      if (!person) throw notFound(`${field}: no person ${text.slice(0, 100)}.`);
      return [text, person];
    }),
  );
}
