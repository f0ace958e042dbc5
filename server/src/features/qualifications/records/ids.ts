import { type Queryable, type Sql, sql } from '../../../kernel/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
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
    where named.org_id = ${orgId} and named.entity_type = 'qualificationRecord' and (named.key, named.value) in (${unnested(external)})))`;
}

/** What each record was called, by its id, in the order of `refs`. @throws 404 naming an external id that none has. */
export async function idsOf(
  database: Queryable,
  orgId: string,
  field: string,
  refs: readonly RecordRef[],
): Promise<Map<string, string>> {
  const external = refs.flatMap((ref) => ref.external ?? []);
  const rows =
    external.length === 0
      ? []
      : await database.rows(sql`
          select key || ':' || value, entity_id from external_id
          where org_id = ${orgId} and entity_type = 'qualificationRecord' and (key, value) in (${unnested(external)})`);
  const known = new Map(rows as [string, string][]);
  return new Map(refs.map(({ id, text }) => [id ?? known.get(text) ?? unknownRecord(field, text), text]));
}

const unnested = (external: readonly { key: string; value: string }[]): Sql =>
  sql`select * from unnest(${external.map(({ key }) => key)}::text[], ${external.map(({ value }) => value)}::text[])`;

/** @throws 404 naming the record. */
export function unknownRecord(field: string, text: string): never {
  throw notFound(`${field}: no qualification record ${text.slice(0, 100)}.`);
}
