import { type Sql, sql } from '../../kernel/database/database.ts';
import { column, type Dataset } from '../../kernel/dataset.ts';
import { notServiceAccount } from '../directory/index.ts';

const { text, time, count, percents } = column;

const yesNo = (value: Sql): Sql => sql`case when ${value} then 'yes' else 'no' end`;

/** One row a requirement and whoever needs it: what is kept of the status, the requirement as it is in force. */
const statuses: Dataset = {
  id: 'RequirementStatuses',
  label: 'Requirement statuses',
  scopes: ['Read Requirements'],
  columns: [
    text('statusId', 'Status: ID', sql`status.id::text`),
    text('requirementId', 'Requirement: ID', sql`status.requirement_id::text`),
    text('requirementRevisionId', 'Requirement: revision', sql`requirement.revision_id::text`),
    text('requirementName', 'Requirement: name', sql`revision.content ->> 'name'`),
    text('citation', 'Requirement: citation', sql`revision.content ->> 'citation'`),
    text('severity', 'Requirement: severity', sql`revision.content ->> 'severity'`),
    text('subjectId', 'Subject: ID', sql`status.subject_id::text`),
    text('subjectType', 'Subject: type', sql`status.subject_type`),
    text('subjectName', 'Subject: name', sql`coalesce(person.name, vehicle.name)`),
    text('status', 'Status', sql`status.status`),
    text('isOverdue', 'Overdue', yesNo(sql`status.is_overdue`)),
    text('isInHand', 'In hand', yesNo(sql`status.is_in_hand`)),
    time('since', 'Since', sql`status.since`),
    time('until', 'Until', sql`status.until`),
    time('dueAt', 'Due at', sql`status.due_at`),
    time('graceUntil', 'Grace until', sql`status.grace_until`),
    time('nextChangeAt', 'Next change at', sql`status.next_change_at`),
    time('updatedAtTime', 'Last change at', sql`status.updated_at`),
  ],
  source: ({ orgId }) => sql`
    from requirement_status status
    join requirement on requirement.org_id = ${orgId} and requirement.id = status.requirement_id
    join requirement_revision revision on revision.org_id = ${orgId}
      and revision.requirement_id = requirement.id and revision.revision_id = requirement.revision_id
    left join person on person.org_id = ${orgId} and person.id = status.subject_id
    left join vehicle on vehicle.org_id = ${orgId} and vehicle.id = status.subject_id
    where status.org_id = ${orgId} and status.status <> 'notNeeded'`,
  entity: sql`status.subject_id`,
  order: sql`status.subject_id, status.requirement_id`,
};

/** The worst first; what is overdue comes before all that is not. */
const RANKED = ['expired', 'missing', 'expiring', 'current', 'waived'];
const RANK = sql`
  array_position(${RANKED}::text[], status.status) - case when status.is_overdue then ${RANKED.length}::int else 0 end`;

const ofStatus = (name: string): Sql => sql`count(*) filter (where status.status = ${name}::text)`;

/** One row a person or vehicle with how many requirements say what of them; whoever needs nothing has zeros. */
const matrix: Dataset = {
  id: 'RequirementMatrix',
  label: 'Requirement matrix',
  scopes: ['Read Requirements'],
  columns: [
    text('subjectId', 'Subject: ID', sql`subject.id::text`),
    text('subjectType', 'Subject: type', sql`subject.type`),
    text('subjectName', 'Subject: name', sql`subject.name`),
    text('worstStatus', 'Worst status', sql`coalesce(told.worst, 'notNeeded')`),
    count('needed', 'Needed', sql`coalesce(told.needed, 0)`),
    count('current', 'Current', sql`coalesce(told.current, 0)`),
    count('expiring', 'Expiring', sql`coalesce(told.expiring, 0)`),
    count('expired', 'Expired', sql`coalesce(told.expired, 0)`),
    count('missing', 'Missing', sql`coalesce(told.missing, 0)`),
    count('waived', 'Waived', sql`coalesce(told.waived, 0)`),
    count('overdue', 'Overdue', sql`coalesce(told.overdue, 0)`),
    count('inHand', 'In hand', sql`coalesce(told.in_hand, 0)`),
    percents(
      'metPercent',
      'Share met',
      sql`round(100.0 * (told.current + told.expiring) / nullif(told.needed, 0), 1)::double precision`,
    ),
    time('nextDueAt', 'Next due at', sql`told.next_due`),
    time('overdueSince', 'Overdue since', sql`told.overdue_since`),
  ],
  source: ({ orgId }) => sql`
    from (
      select person.type, person.id, person.name from person
      where person.org_id = ${orgId} and person.deleted_at is null ${notServiceAccount}
      union all select 'vehicle', vehicle.id, vehicle.name from vehicle where vehicle.org_id = ${orgId}) subject
    left join (
      select status.subject_id, (array_agg(status.status order by ${RANK}))[1] as worst,
        count(*) filter (where status.status <> 'waived') as needed, ${ofStatus('current')} as current,
        ${ofStatus('expiring')} as expiring, ${ofStatus('expired')} as expired, ${ofStatus('missing')} as missing,
        ${ofStatus('waived')} as waived, count(*) filter (where status.is_overdue) as overdue,
        count(*) filter (where status.is_in_hand) as in_hand,
        min(status.due_at) filter (where not status.is_overdue) as next_due,
        min(coalesce(status.grace_until, status.due_at)) filter (where status.is_overdue) as overdue_since
      from requirement_status status where status.org_id = ${orgId} and status.status <> 'notNeeded'
      group by status.subject_id) told on told.subject_id = subject.id
    where true`,
  entity: sql`subject.id`,
  order: sql`subject.name, subject.id`,
};

/** One row a waiver, whether or not it has begun or ended; its requirement as it is written now. */
const waivers: Dataset = {
  id: 'Waivers',
  label: 'Waivers',
  scopes: ['Read Requirements'],
  columns: [
    text('waiverId', 'Waiver: ID', sql`waiver.id::text`),
    text('requirementId', 'Requirement: ID', sql`waiver.requirement_id::text`),
    text('requirementName', 'Requirement: name', sql`requirement.content ->> 'name'`),
    text('citation', 'Requirement: citation', sql`requirement.content ->> 'citation'`),
    text('subjectId', 'Subject: ID', sql`waiver.subject_id::text`),
    text('subjectType', 'Subject: type', sql`waiver.subject_type`),
    text('subjectName', 'Subject: name', sql`coalesce(person.name, vehicle.name)`),
    text('holds', 'Holds', ({ at }) =>
      yesNo(sql`waiver.from_at <= ${at} and coalesce(waiver.until_at >= ${at}, true)`),
    ),
    time('from', 'From', sql`waiver.from_at`),
    time('until', 'Until', sql`waiver.until_at`),
    text('reason', 'Reason', sql`waiver.reason`),
    time('createdAtTime', 'Made at', sql`waiver.created_at`),
  ],
  source: ({ orgId }) => sql`
    from waiver
    join requirement on requirement.org_id = ${orgId} and requirement.id = waiver.requirement_id
    left join person on person.org_id = ${orgId} and person.id = waiver.subject_id
    left join vehicle on vehicle.org_id = ${orgId} and vehicle.id = waiver.subject_id
    where waiver.org_id = ${orgId}`,
  entity: sql`waiver.subject_id`,
  order: sql`waiver.from_at, waiver.id`,
};

/** One row an occurrence. */
const occurrences: Dataset = {
  id: 'Occurrences',
  label: 'Occurrences',
  scopes: ['Read Requirements'],
  columns: [
    text('occurrenceId', 'Occurrence: ID', sql`occurrence.id::text`),
    text('externalId', 'Occurrence: external ID', sql`occurrence.external_id`),
    text('type', 'Type', sql`occurrence.type`),
    time('at', 'Happened at', sql`occurrence.at`),
    text('subjectId', 'Subject: ID', sql`occurrence.subject_id::text`),
    text('subjectType', 'Subject: type', sql`occurrence.subject_type`),
    text('subjectName', 'Subject: name', sql`coalesce(person.name, vehicle.name)`),
    text('details', 'Details', sql`nullif(occurrence.details::text, '{}')`),
    time('createdAtTime', 'Told at', sql`occurrence.created_at`),
  ],
  source: ({ orgId }) => sql`
    from occurrence
    left join person on person.org_id = ${orgId} and person.id = occurrence.subject_id
    left join vehicle on vehicle.org_id = ${orgId} and vehicle.id = occurrence.subject_id
    where occurrence.org_id = ${orgId}`,
  time: { value: sql`occurrence.at`, limitDays: 3660 },
  entity: sql`occurrence.subject_id`,
  order: sql`occurrence.at, occurrence.id`,
};

export const requirementDatasets: Dataset[] = [statuses, matrix, waivers, occurrences];
