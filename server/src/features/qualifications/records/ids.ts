import type { Queryable } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid, parseExternalId } from '../../../kernel/ids.ts';
import { type ExternalId, recordsNamed } from './external-ids.ts';

/** A record as a parameter names one: by id or by external id. */
export interface RecordRef {
  text: string;
  id?: string;
  external?: ExternalId;
}

/** Reads an id or an external id `key:value`. @throws 400 naming `field` for text that is neither. */
export function recordRef(field: string, text: string): RecordRef {
  if (isUuid(text)) return { text: text.toLowerCase(), id: text.toLowerCase() };
  const external = parseExternalId(text);
  if (!external)
    throw invalid(field, `"${text.slice(0, 60)}" is an invalid ID. Use the UUID of the record or key:value.`);
  return { text, external };
}

/** What each record was called, by its id, in the order of `refs`. @throws 404 naming an external id that none has. */
export async function idsOf(
  database: Queryable,
  orgId: string,
  field: string,
  refs: readonly RecordRef[],
): Promise<Map<string, string>> {
  const named = await recordsNamed(
    database,
    orgId,
    refs.flatMap(({ external }) => external ?? []),
  );
  return new Map(refs.map(({ id, text }) => [id ?? named.get(text) ?? unknownRecord(field, text), text]));
}

/** @throws 404 naming the record. */
export function unknownRecord(field: string, text: string): never {
  throw notFound(`${field}: no qualification record ${text.slice(0, 100)}.`);
}
