import { and, columns, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import { parseActor } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { QualificationType } from './schema.ts';

/** Types a page. */
export const TYPE_PAGE = 512;

export type EntityType = 'worker' | 'asset';

const TYPE = columns<{
  id: string;
  revisionId: string;
  name: string;
  entityType: EntityType;
  fields: string;
  required: boolean;
  months: number | null;
  status: QualificationType['status'];
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
}>({
  id: sql`type.id`,
  revisionId: sql`type.revision_id`,
  name: sql`type.name`,
  entityType: sql`type.entity_type`,
  fields: sql`type.fields::text`,
  required: sql`type.expiration_required`,
  months: sql`type.months_after_issue`,
  status: sql`type.status`,
  createdAt: sql`type.created_at`,
  createdBy: sql`type.created_by`,
  updatedAt: sql`type.updated_at`,
  updatedBy: sql`type.updated_by`,
});

function toType(row: Row): QualificationType {
  const { fields, required, months, createdAt, createdBy, updatedAt, updatedBy, ...type } = TYPE.read(row);
  return {
    ...type,
    fields: JSON.parse(fields),
    expiration: { required, ...(months === null ? {} : { monthsAfterIssue: months }) },
    createdAtTime: wireTime(createdAt),
    createdBy: parseActor(createdBy),
    updatedAtTime: wireTime(updatedAt),
    updatedBy: parseActor(updatedBy),
  };
}

/** What a list of types is narrowed to. */
export interface TypeFilter {
  entityType: EntityType;
  ids?: string[];
  archived?: boolean;
}

/** One page of types after `afterId`, oldest first, and one more to tell whether another page follows. */
export async function listTypes(
  database: Queryable,
  orgId: string,
  { entityType, ids, archived }: TypeFilter,
  afterId: string | undefined,
): Promise<QualificationType[]> {
  const rows = await database.rows(sql`
    select ${TYPE.list} from qualification_type type
    where type.org_id = ${orgId} and type.entity_type = ${entityType} ${and(
      ids && sql`type.id = any(${ids}::uuid[])`,
      !ids && !archived && sql`type.status = 'active'`,
      afterId !== undefined && sql`type.id > ${afterId}::uuid`,
    )}
    order by type.id limit ${TYPE_PAGE + 1}`);
  return rows.map(toType);
}

/** Which of `ids` are types of the organization, for one kind of owner. */
export async function knownTypes(
  database: Queryable,
  orgId: string,
  entityType: EntityType,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await database.rows(sql`
    select id from qualification_type
    where org_id = ${orgId} and entity_type = ${entityType} and id = any(${ids}::uuid[])`);
  return new Set(rows.map(([id]) => id));
}

/** Those of `ids` that are types of the organization. */
export async function readTypes(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<QualificationType[]> {
  const rows = await database.rows(sql`
    select ${TYPE.list} from qualification_type type where type.org_id = ${orgId} and type.id = any(${ids}::uuid[])`);
  return rows.map(toType);
}

/** Adds a type, or brings the row of an existing one to `type`; keeps what its present revision asks for. */
export async function saveType(tx: Tx, type: QualificationType): Promise<void> {
  const { orgId, at, actor } = tx;
  const fields = JSON.stringify(type.fields);
  const { required, monthsAfterIssue } = type.expiration;
  await tx.rows(sql`
    with saved as (
      insert into qualification_type (org_id, id, revision_id, name, entity_type, fields, expiration_required,
        months_after_issue, status, created_at, created_by, updated_at, updated_by)
      values (${orgId}, ${type.id}, ${type.revisionId}, ${type.name}, ${type.entityType}, ${fields}, ${required},
              ${monthsAfterIssue ?? null}, ${type.status}, ${at}, ${actor}, ${at}, ${actor})
      on conflict (org_id, id) do update set revision_id = excluded.revision_id, name = excluded.name,
        fields = excluded.fields, expiration_required = excluded.expiration_required,
        months_after_issue = excluded.months_after_issue, status = excluded.status,
        updated_at = excluded.updated_at, updated_by = excluded.updated_by
    )
    insert into qualification_type_revision (org_id, type_id, revision_id, name, fields, expiration_required, created_at)
    values (${orgId}, ${type.id}, ${type.revisionId}, ${type.name}, ${fields}, ${required}, ${at})
    on conflict do nothing`);
}
