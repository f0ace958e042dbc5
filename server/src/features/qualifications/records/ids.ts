import { type Sql, sql } from '../../../kernel/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import { isUuid, parseExternalId } from '../../../kernel/ids.ts';

/** A record as a parameter names one: by id or by external id. */
export interface RecordRef {
  text: string;
  id?: string;
  external?: { key: string; value: string };
}

/** Reads an id or an external id `key:value`. @throws 400 naming `field` for text that is neither. */
export function recordRef(field: string, text: string): RecordRef {
  if (isUuid(text)) return { text: text.toLowerCase(), id: text.toLowerCase() };
  const external = parseExternalId(text);
  if (!external)
    throw invalid(field, `"${text.slice(0, 60)}" is an invalid ID. Use the UUID of the record or key:value.`);
  return { text, external };
}

/** The condition that a record, a row of the table `record`, is one of `refs`; found by its key either way. */
export function oneOf(orgId: string, refs: readonly RecordRef[]): Sql {
  const ids = refs.flatMap(({ id }) => id ?? []);
  const external = refs.flatMap((ref) => ref.external ?? []);
  if (external.length === 0) return sql`record.id = any(${ids}::uuid[])`;
  return sql`record.id = any(${ids}::uuid[] || array(
    select named.entity_id::uuid from external_id named
    where named.org_id = ${orgId} and named.entity_type = 'qualificationRecord' and (named.key, named.value) in (
      select * from unnest(${external.map(({ key }) => key)}::text[], ${external.map(({ value }) => value)}::text[]))))`;
}

/** The external ids of a record as a list of `key:value`, or null: which of `refs` it is. */
export const namesFor = (refs: readonly RecordRef[]): Sql =>
  refs.every(({ external }) => !external)
    ? sql`null::text[]`
    : sql`(select array_agg(named.key || ':' || named.value) from external_id named
        where named.org_id = record.org_id and named.entity_type = 'qualificationRecord'
          and named.entity_id = record.id::text)`;
