import { empty, type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { wireTime } from '../../../kernel/time.ts';
import { personOf } from '../person.ts';
import type { QualificationType } from './schema.ts';

/** Types a page. */
export const TYPE_PAGE = 512;

export type EntityType = 'worker' | 'asset';

const COLUMNS = sql`type.id, type.revision_id, type.name, type.entity_type, type.fields::text, type.expiration_required,
  type.months_after_issue, type.status, type.created_at, type.created_by, type.updated_at, type.updated_by`;

function toType(row: Row): QualificationType {
  const [id, revisionId, name, entityType, fields, required, months, status, ...changes] = row;
  const [createdAt, createdBy, updatedAt, updatedBy] = changes;
  return {
    id,
    revisionId,
    name,
    entityType,
    fields: JSON.parse(fields),
    expiration: { required, ...(months === null ? {} : { monthsAfterIssue: months }) },
    status,
    createdAtTime: wireTime(createdAt),
    createdBy: personOf(createdBy),
    updatedAtTime: wireTime(updatedAt),
    updatedBy: personOf(updatedBy),
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
  filter: TypeFilter,
  afterId: string | undefined,
): Promise<QualificationType[]> {
  const conditions: Sql[] = [];
  if (filter.ids) conditions.push(sql`and type.id = any(${filter.ids}::uuid[])`);
  else if (!filter.archived) conditions.push(sql`and type.status = 'active'`);
  if (afterId) conditions.push(sql`and type.id > ${afterId}::uuid`);
  const rows = await database.rows(sql`
    select ${COLUMNS} from qualification_type type
    where type.org_id = ${orgId} and type.entity_type = ${filter.entityType}
    ${conditions.reduce((all, next) => sql`${all} ${next}`, empty)}
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

/** One type, or undefined. */
export async function findType(
  database: Queryable,
  orgId: string,
  id: string,
): Promise<QualificationType | undefined> {
  const [row] = await database.rows(sql`
    select ${COLUMNS} from qualification_type type where type.org_id = ${orgId} and type.id = ${id}`);
  return row && toType(row);
}

/** Adds a type, or brings the row of an existing one to `type`; keeps what its present revision asks for. */
export async function saveType(
  tx: Queryable,
  orgId: string,
  type: QualificationType,
  by: { at: string; actor: string },
): Promise<void> {
  const fields = JSON.stringify(type.fields);
  const { required, monthsAfterIssue } = type.expiration;
  await tx.rows(sql`
    with saved as (
      insert into qualification_type (org_id, id, revision_id, name, entity_type, fields, expiration_required,
        months_after_issue, status, created_at, created_by, updated_at, updated_by)
      values (${orgId}, ${type.id}, ${type.revisionId}, ${type.name}, ${type.entityType}, ${fields}, ${required},
              ${monthsAfterIssue ?? null}, ${type.status}, ${by.at}, ${by.actor}, ${by.at}, ${by.actor})
      on conflict (org_id, id) do update set revision_id = excluded.revision_id, name = excluded.name,
        fields = excluded.fields, expiration_required = excluded.expiration_required,
        months_after_issue = excluded.months_after_issue, status = excluded.status,
        updated_at = excluded.updated_at, updated_by = excluded.updated_by
    )
    insert into qualification_type_revision (org_id, type_id, revision_id, name, fields, expiration_required, created_at)
    values (${orgId}, ${type.id}, ${type.revisionId}, ${type.name}, ${fields}, ${required}, ${by.at})
    on conflict do nothing`);
}
