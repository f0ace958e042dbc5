import { type Sql, sql } from '../../kernel/database/database.ts';
import { column, type Dataset } from '../../kernel/dataset.ts';
import { notServiceAccount } from '../directory/index.ts';
import { daysLeft, standing, validity } from './validity.ts';

const { text, time, days } = column;

/** How many days before it lapses a qualification counts as expiring. */
const EXPIRING_DAYS = 30;

const state = (issued: Sql, expires: Sql, at: Sql): Sql => validity(issued, expires, at, EXPIRING_DAYS);

const OWNER = sql`coalesce(person.name, vehicle.name)`;

/** One row a record that is not deleted, archived ones included; its type as it was made with, and today's name. */
const records: Dataset = {
  id: 'QualificationRecords',
  label: 'Qualification records',
  scopes: ['Read Qualification Records'],
  columns: [
    text('recordId', 'Record: ID', sql`record.id::text`),
    text('typeId', 'Qualification: ID', sql`record.type_id::text`),
    text('typeRevisionId', 'Qualification: revision', sql`record.revision_id::text`),
    text('typeName', 'Qualification: name', sql`revision.name`),
    text('currentTypeName', 'Qualification: name today', sql`type.name`),
    text('entityType', 'Owner: worker or asset', sql`record.entity_type`),
    text('ownerId', 'Owner: ID', sql`record.owner_id::text`),
    text('ownerType', 'Owner: type', sql`record.owner_type`),
    text('ownerName', 'Owner: name', OWNER),
    text('recordStatus', 'Record: status', sql`record.status`),
    text('validity', 'Validity', ({ at }) => state(sql`record.issued_at`, sql`record.expires_at`, at)),
    time('issueDate', 'Issued', sql`record.issued_at`),
    time('expirationDate', 'Expires', sql`record.expires_at`),
    days('daysUntilExpiration', 'Days until it expires', ({ at }) => daysLeft(sql`record.expires_at`, at)),
    text('supersedesId', 'Superseded record: ID', sql`record.supersedes_id::text`),
    time('createdAtTime', 'Made at', sql`record.created_at`),
    time('updatedAtTime', 'Last change at', sql`record.updated_at`),
  ],
  source: ({ orgId }) => sql`
    from qualification_record record
    join qualification_type type on type.org_id = ${orgId} and type.id = record.type_id
    join qualification_type_revision revision on revision.org_id = ${orgId} and revision.type_id = record.type_id
      and revision.revision_id = record.revision_id
    left join person on person.org_id = ${orgId} and person.id = record.owner_id
    left join vehicle on vehicle.org_id = ${orgId} and vehicle.id = record.owner_id
    where record.org_id = ${orgId} and record.status <> 'deleted'`,
  time: { value: sql`record.issued_at`, limitDays: 7320, aheadDays: 3660 },
  entity: sql`record.owner_id`,
  order: sql`record.issued_at, record.id`,
};

/**
 * One row for each person or vehicle and each type they may have, with what they have of it: the gaps show. A renewed
 * record stands until its renewal begins.
 */
const matrix: Dataset = {
  id: 'QualificationMatrix',
  label: 'Qualification matrix',
  scopes: ['Read Qualification Records'],
  columns: [
    text('ownerId', 'Owner: ID', sql`owner.id::text`),
    text('ownerType', 'Owner: type', sql`owner.type`),
    text('ownerName', 'Owner: name', sql`owner.name`),
    text('typeId', 'Qualification: ID', sql`type.id::text`),
    text('typeName', 'Qualification: name', sql`type.name`),
    text(
      'state',
      'State',
      ({ at }) =>
        sql`case when held.id is null then 'missing' else ${state(sql`held.issued_at`, sql`held.expires_at`, at)} end`,
    ),
    text('recordId', 'Record: ID', sql`held.id::text`),
    time('issueDate', 'Issued', sql`held.issued_at`),
    time('expirationDate', 'Expires', sql`held.expires_at`),
    days('daysUntilExpiration', 'Days until it expires', ({ at }) => daysLeft(sql`held.expires_at`, at)),
  ],
  source: ({ orgId, at }) => sql`
    from (
      select 'worker' as entity_type, person.type, person.id, person.name from person
      where person.org_id = ${orgId} and person.deleted_at is null ${notServiceAccount}
      union all select 'asset', 'vehicle', vehicle.id, vehicle.name from vehicle where vehicle.org_id = ${orgId}) owner
    join qualification_type type on type.org_id = ${orgId} and type.entity_type = owner.entity_type
    left join lateral (
      select record.id, record.issued_at, record.expires_at from qualification_record record
      where record.org_id = ${orgId} and record.owner_id = owner.id and record.type_id = type.id
        and (record.status = 'active' or record.status = 'archived' and exists (
          select 1 from qualification_record renewal where renewal.org_id = ${orgId} and renewal.supersedes_id = record.id
            and renewal.status = 'active' and renewal.issued_at > ${at}))
      order by ${standing(sql`record.issued_at`, sql`record.expires_at`, at)}, record.id desc limit 1) held on true
    where type.status = 'active'`,
  entity: sql`owner.id`,
  order: sql`owner.name, owner.id, type.name, type.id`,
};

export const qualificationDatasets: Dataset[] = [records, matrix];
