import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import type { FieldValue } from '../../fields/index.ts';

/** What a record says of its owner. Times are RFC 3339 in UTC with milliseconds. */
export interface RecordFacts {
  id: string;
  ownerId: string;
  typeId: string;
  issuedAt: string;
  expiresAt?: string;
  /** From when on it is no evidence: it was archived, or the record that renews it began. */
  endedAt?: string;
  fields: readonly FieldValue[];
}

/**
 * The records of some people and vehicles, of the types named, that are not deleted. One that is renewed is good until
 * its renewal begins; when that is deleted, it is good again.
 */
export async function recordFacts(
  database: Queryable,
  orgId: string,
  ownerIds: readonly string[],
  typeIds: readonly string[],
): Promise<RecordFacts[]> {
  const rows = await database.rows(sql`
    select record.id, record.owner_id, record.type_id, ${utcText(sql`record.issued_at`)},
      ${utcText(sql`record.expires_at`)},
      ${utcText(sql`coalesce(record.archived_at,
        case when record.status = 'archived' and renewal.id is not null then greatest(renewal.issued_at, record.issued_at) end)`)},
      (record.document::json -> 'fields')::text
    from qualification_record record
    left join qualification_record renewal on renewal.org_id = ${orgId} and renewal.supersedes_id = record.id
      and renewal.status <> 'deleted'
    where record.org_id = ${orgId} and record.owner_id = any(${ownerIds}::bigint[])
      and record.type_id = any(${typeIds}::uuid[]) and record.status <> 'deleted'`);
  return rows.map(([id, ownerId, typeId, issuedAt, expiresAt, endedAt, fields]) => ({
    id,
    ownerId,
    typeId,
    issuedAt,
    ...(expiresAt ? { expiresAt } : {}),
    ...(endedAt ? { endedAt } : {}),
    fields: JSON.parse(fields ?? '[]'),
  }));
}
