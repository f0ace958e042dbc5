import type { Sight } from '../../../kernel/auth.ts';
import { and, type Queryable, type Row, type Sql, sql, table } from '../../../kernel/database/database.ts';
import type { Changed, Tx } from '../../../kernel/ledger/resource.ts';
import { type StreamPosition, type StreamRows, streamPage } from '../../../kernel/pages/stream.ts';
import { utcText } from '../../../kernel/time.ts';
import { visibleTo } from '../../directory/index.ts';
import type { EntityType } from '../types/store.ts';
import { documentText, type RecordDocument, type RecordRow } from './document.ts';
import { ownerExternalIds, recordExternalIds } from './external-ids.ts';

/** The document as served; with external ids, those of the owner and of the record go before its last braces. */
const served = (orgId: string, externalIds: boolean | undefined): Sql =>
  externalIds
    ? sql`left(record.document, -2) || ',"externalIds":' || coalesce(${ownerExternalIds(orgId)}, '{}')
        || '},"externalIds":' || coalesce(${recordExternalIds(orgId)}, '{}') || '}'`
    : sql`record.document`;

/** What a stream is narrowed to. */
export interface StreamFilter {
  entityType: EntityType;
  typeIds?: string[];
  ownerIds?: string[];
  includeDeleted?: boolean;
  includeExternalIds?: boolean;
}

/** One page of the stream in the order of last change. */
export const streamRecords = (
  database: Queryable,
  sight: Sight,
  position: StreamPosition,
  { entityType, typeIds, ownerIds, includeDeleted, includeExternalIds }: StreamFilter,
): Promise<StreamRows> =>
  streamPage(database, position, {
    table: 'qualification_record record',
    document: served(sight.orgId, includeExternalIds),
    where: sql`record.org_id = ${sight.orgId} and record.entity_type = ${entityType} ${and(
      typeIds && sql`record.type_id = any(${typeIds}::uuid[])`,
      ownerIds && sql`record.owner_id = any(${ownerIds}::bigint[])`,
      !includeDeleted && sql`record.status <> 'deleted'`,
    )} ${visibleTo(sight, sql`record.owner_id`)}`,
  });

/** Records by id in the order of `ids`, deleted ones included, as one text; and which of them there are. */
export async function readRecords(
  database: Queryable,
  sight: Sight,
  ids: readonly string[],
  externalIds: boolean | undefined,
): Promise<{ items: string; found: string[] }> {
  const [row] = await database.rows(sql`
    select string_agg(${served(sight.orgId, externalIds)}, ',' order by given.place), array_agg(record.id)
    from unnest(${ids}::uuid[]) with ordinality as given (id, place)
    join qualification_record record on record.org_id = ${sight.orgId} and record.id = given.id
    where true ${visibleTo(sight, sql`record.owner_id`)}`);
  const [items, found] = row as Row;
  return { items: items ?? '', found: found ?? [] };
}

/** Records as the ledger has them, deleted ones included. */
export async function readDocuments(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Changed<RecordDocument>[]> {
  const rows = await database.rows(sql`
    select record.id,
      left(record.document, -1) || coalesce(',"externalIds":' || ${recordExternalIds(orgId)}, '')
        || coalesce(',"archivedAtTime":"' || replace(${utcText(sql`record.archived_at`)}, '.000Z', 'Z') || '"', '')
        || '}'
    from qualification_record record where record.org_id = ${orgId} and record.id = any(${ids}::uuid[])`);
  return rows.map(([id, document]) => ({ id, document }));
}

/** The external ids of the owner of a record. */
export async function ownerExternalIdsOf(tx: Tx, id: string): Promise<Record<string, string>> {
  const [row] = await tx.rows(sql`
    select ${ownerExternalIds(tx.orgId)} from qualification_record record
    where record.org_id = ${tx.orgId} and record.id = ${id}`);
  return JSON.parse(row?.[0] ?? '{}');
}

/** A record to change, with its external ids and what its type's revision asks for. */
export interface FoundRecord extends RecordRow {
  externalIds: Record<string, string>;
  fields: string;
  expirationRequired: boolean;
}

/** One record, or undefined. */
export async function findRecord(
  database: Queryable,
  sight: Sight,
  id: string,
): Promise<FoundRecord | undefined> {
  const { orgId } = sight;
  const [row] = await database.rows(sql`
    select record.document, record.owner_type, ${recordExternalIds(orgId)}, revision.fields::text,
      revision.expiration_required, record.archived_at
    from qualification_record record join qualification_type_revision revision on revision.org_id = ${orgId}
      and revision.type_id = record.type_id and revision.revision_id = record.revision_id
    where record.org_id = ${orgId} and record.id = ${id} ${visibleTo(sight, sql`record.owner_id`)}`);
  if (!row) return undefined;
  const [document, ownerType, externalIds, fields, expirationRequired, archivedAt] = row;
  return {
    document: JSON.parse(document),
    ownerType,
    externalIds: JSON.parse(externalIds ?? '{}'),
    fields,
    expirationRequired,
    archivedAt,
  };
}

/** The live record that renews this one, or undefined. */
export async function findRenewal(
  database: Queryable,
  orgId: string,
  id: string,
): Promise<string | undefined> {
  const [row] = await database.rows(sql`
    select id from qualification_record
    where org_id = ${orgId} and supersedes_id = ${id} and status <> 'deleted'`);
  return row?.[0];
}

/** Which of `ids` are deleted records. */
export async function deletedAmong(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.rows(sql`
    select id from qualification_record
    where org_id = ${tx.orgId} and id = any(${ids}::uuid[]) and status = 'deleted'`);
  return rows.map(([id]) => id);
}

/** Adds records, or brings the rows of existing ones to what their documents say. */
export async function saveRecords(tx: Tx, rows: readonly RecordRow[]): Promise<void> {
  const { orgId, at, actor } = tx;
  await tx.rows(sql`
    insert into qualification_record (org_id, id, type_id, revision_id, entity_type, owner_type, owner_id, issued_at,
      expires_at, status, supersedes_id, document, archived_at, created_at, created_by, updated_at, updated_by)
    select ${orgId}::bigint, given.*, ${at}::timestamptz, ${actor}::text, ${at}::timestamptz, ${actor}::text
    from ${table('given', rows, {
      id: ['uuid', ({ document }) => document.id],
      type_id: ['uuid', ({ document }) => document.qualificationType.id],
      revision_id: ['uuid', ({ document }) => document.qualificationType.revisionId],
      entity_type: ['text', ({ document }) => document.owner.entityType],
      owner_type: ['text', ({ ownerType }) => ownerType],
      owner_id: ['bigint', ({ document }) => document.owner.id],
      issued_at: ['timestamptz', ({ document }) => document.issueDate],
      expires_at: ['timestamptz', ({ document }) => document.expirationDate],
      status: ['text', ({ document }) => document.recordStatus],
      supersedes_id: ['uuid', ({ document }) => document.supersedesId],
      document: ['text', ({ document }) => documentText(document)],
      archived_at: ['timestamptz', ({ archivedAt }) => archivedAt],
    })}
    on conflict (org_id, id) do update set owner_type = excluded.owner_type, owner_id = excluded.owner_id,
      issued_at = excluded.issued_at, expires_at = excluded.expires_at, status = excluded.status,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by, document = excluded.document,
      archived_at = excluded.archived_at`);
}
