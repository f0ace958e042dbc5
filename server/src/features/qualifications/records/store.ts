import type { Caller } from '../../../kernel/auth.ts';
import { empty, type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { STREAM_PAGE, type StreamPosition } from '../../../kernel/stream.ts';
import { externalIdsOf, visibleTo } from '../../directory/index.ts';
import type { EntityType } from '../types/store.ts';
import { documentText, type RecordRow } from './document.ts';
import { oneOf, type RecordRef } from './ids.ts';

type Scope = Pick<Caller, 'orgId' | 'tagIds'>;

const OWN_IDS = externalIdsOf(sql`record.org_id`, 'qualificationRecord', sql`record.id`);
const OWNER_IDS = externalIdsOf(sql`record.org_id`, sql`record.owner_type`, sql`record.owner_id`);

/** The document as served; with external ids, those of the owner and of the record go before its last braces. */
const served = (externalIds: boolean | undefined): Sql =>
  externalIds
    ? sql`left(record.document, -2) || coalesce(',"externalIds":' || ${OWNER_IDS}, '') || '}'
        || coalesce(',"externalIds":' || ${OWN_IDS}, '') || '}'`
    : sql`record.document`;

/** What a stream is narrowed to. */
export interface StreamFilter {
  entityType: EntityType;
  typeIds?: string[];
  ownerIds?: string[];
  includeDeleted?: boolean;
  includeExternalIds?: boolean;
}

/** One page of the stream in the order of last change, its items as one text. */
export async function streamRecords(
  database: Queryable,
  scope: Scope,
  position: StreamPosition,
  filter: StreamFilter,
): Promise<{ items: string; count: number; last: readonly [at: string, id: string] | undefined }> {
  const conditions: (Sql | false | undefined)[] = [
    position.endTime !== undefined && sql`and record.updated_at < ${position.endTime}::timestamptz`,
    filter.typeIds && sql`and record.type_id = any(${filter.typeIds}::uuid[])`,
    filter.ownerIds && sql`and record.owner_id = any(${filter.ownerIds}::bigint[])`,
    !filter.includeDeleted && sql`and record.status <> 'deleted'`,
    visibleTo(scope, sql`record.owner_id`),
  ];
  const [page] = await database.rows(sql`
    select string_agg(document, ','), count(*)::int, (array_agg(updated_at))[count(*)], (array_agg(id))[count(*)]
    from (
      select ${served(filter.includeExternalIds)} as document, record.updated_at, record.id
      from qualification_record record
      where record.org_id = ${scope.orgId} and record.entity_type = ${filter.entityType}
        and (record.updated_at, record.id) > (${position.at}::timestamptz, ${position.id}::uuid)
      ${conditions.reduce<Sql>((all, next) => (next ? sql`${all} ${next}` : all), empty)}
      order by record.updated_at, record.id limit ${STREAM_PAGE}) as page`);
  const [items, count, at, id] = page as Row;
  return { items: items ?? '', count, last: count ? [at, id] : undefined };
}

/** Records by id in the order of `ids`, deleted ones included, as one text; and which of them there are. */
export async function readRecords(
  database: Queryable,
  scope: Scope,
  ids: readonly string[],
  externalIds: boolean | undefined,
): Promise<{ items: string; found: string[] }> {
  const [row] = await database.rows(sql`
    select string_agg(${served(externalIds)}, ',' order by given.place), array_agg(record.id)
    from unnest(${ids}::uuid[]) with ordinality as given (id, place)
    join qualification_record record on record.org_id = ${scope.orgId} and record.id = given.id
    where true ${visibleTo(scope, sql`record.owner_id`)}`);
  const [items, found] = row as Row;
  return { items: items ?? '', found: found ?? [] };
}

/** A record to change, with its external ids and what its type's revision asks for. */
export interface FoundRecord extends RecordRow {
  externalIds: Record<string, string>;
  fields: string;
  expirationRequired: boolean;
}

/** One record that is not deleted, or undefined. */
export async function findRecord(
  database: Queryable,
  scope: Scope,
  ref: RecordRef,
): Promise<FoundRecord | undefined> {
  const [row] = await database.rows(sql`
    select record.document, record.owner_type, ${OWN_IDS}, revision.fields::text, revision.expiration_required
    from qualification_record record join qualification_type_revision revision on revision.org_id = record.org_id
      and revision.type_id = record.type_id and revision.revision_id = record.revision_id
    where record.org_id = ${scope.orgId} and ${oneOf(scope.orgId, [ref])} and record.status <> 'deleted'
      ${visibleTo(scope, sql`record.owner_id`)}`);
  return (
    row && {
      document: JSON.parse(row[0]),
      ownerType: row[1],
      externalIds: JSON.parse(row[2] ?? '{}'),
      fields: row[3],
      expirationRequired: row[4],
    }
  );
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

/** Adds records, or brings the rows of existing ones to what their documents say. */
export async function saveRecords(
  tx: Queryable,
  orgId: string,
  rows: readonly RecordRow[],
  by: { at: string; actor: string },
): Promise<void> {
  const of = <T>(value: (row: RecordRow) => T): T[] => rows.map(value);
  await tx.rows(sql`
    insert into qualification_record (org_id, id, type_id, revision_id, entity_type, owner_type, owner_id, issued_at,
      expires_at, status, supersedes_id, created_at, created_by, updated_at, updated_by, document)
    select ${orgId}, id, type_id, revision_id, entity_type, owner_type, owner_id, issued_at, expires_at, status,
      supersedes_id, ${by.at}, ${by.actor}, ${by.at}, ${by.actor}, document
    from unnest(${of(({ document }) => document.id)}::uuid[],
      ${of(({ document }) => document.qualificationType.id)}::uuid[],
      ${of(({ document }) => document.qualificationType.revisionId)}::uuid[],
      ${of(({ document }) => document.owner.entityType)}::text[], ${of(({ ownerType }) => ownerType)}::text[],
      ${of(({ document }) => document.owner.id)}::bigint[], ${of(({ document }) => document.issueDate)}::timestamptz[],
      ${of(({ document }) => document.expirationDate ?? null)}::timestamptz[],
      ${of(({ document }) => document.recordStatus)}::text[],
      ${of(({ document }) => document.supersedesId ?? null)}::uuid[],
      ${of(({ document }) => documentText(document))}::text[])
      as given (id, type_id, revision_id, entity_type, owner_type, owner_id, issued_at, expires_at, status,
                supersedes_id, document)
    on conflict (org_id, id) do update set owner_type = excluded.owner_type, owner_id = excluded.owner_id,
      issued_at = excluded.issued_at, expires_at = excluded.expires_at, status = excluded.status,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by, document = excluded.document`);
}

/** Takes the external ids of deleted records off that a new owner of them is about to be given. */
export async function releaseDeleted(
  tx: Queryable,
  orgId: string,
  given: Record<string, string>,
): Promise<void> {
  await tx.rows(sql`
    delete from external_id using qualification_record record
    where external_id.org_id = ${orgId} and external_id.entity_type = 'qualificationRecord'
      and (external_id.key, external_id.value) in (
        select * from unnest(${Object.keys(given)}::text[], ${Object.values(given)}::text[]))
      and record.org_id = external_id.org_id and record.id = external_id.entity_id::uuid and record.status = 'deleted'`);
}
