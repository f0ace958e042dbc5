import { type Row, type Sql, sql } from '../../../kernel/database.ts';
import type { Change } from '../../../kernel/ledger/write.ts';
import { externalIdsOf } from '../../directory/index.ts';
import type { FieldValue } from '../../fields/index.ts';
import type { Status } from './moves.ts';

/** A time in wire form, between quotes. Zero milliseconds are taken away here: answers may look like times. */
const time = (column: Sql): Sql =>
  sql`'"' || replace(to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z') || '"'`;

/**
 * A submission as the JSON that is served, but for the state of its media (see `servedText`), built by the statement
 * itself: stream pages leave the process as text. Free text goes through to_json; the answers are JSON already.
 */
export const documentOf = (externalIds: boolean): Sql => sql`
  '{"id":"' || submission.id || '","formTemplate":{"id":"' || submission.template_id || '","revisionId":"'
  || submission.revision_id || '"},"status":"' || submission.status || '","isRequired":' || submission.is_required
  || ',"createdAtTime":' || ${time(sql`submission.created_at`)}
  || ',"updatedAtTime":' || ${time(sql`submission.updated_at`)}
  || ',"submittedAtTime":' || ${time(sql`coalesce(submission.submitted_at, submission.created_at)`)}
  || ',"submittedBy":{"id":"' || coalesce(submission.submitted_id::text, split_part(submission.created_by, '-', 2))
  || '","type":"' || coalesce(submission.submitted_type, split_part(submission.created_by, '-', 1)) || '"}'
  || coalesce(',"title":' || to_json(submission.title)::text, '')
  || coalesce(',"assignedTo":{"id":"' || submission.assigned_id || '","type":"' || submission.assigned_type
       || '"},"assignedAtTime":' || ${time(sql`submission.assigned_at`)}, '')
  || coalesce(',"dueAtTime":' || ${time(sql`submission.due_at`)}, '')
  || coalesce(',"routeStopId":' || to_json(submission.route_stop_id)::text, '')
  || coalesce(',"location":{"latitude":' || submission.latitude || ',"longitude":' || submission.longitude || '}', '')
  || coalesce(',"score":{"scorePoints":' || submission.score_points || ',"maxPoints":' || submission.score_max
       || ',"scorePercent":' || submission.score_points / submission.score_max * 100 || '}', '')
  || coalesce(',"approvalDetails":{"comment":' || to_json(submission.approval_comment)::text || '}', '')
  || ${externalIds ? sql`coalesce(',"externalIds":' || ${externalIdsOf(sql`submission.org_id`, 'formSubmission', sql`submission.id`)}::text, '')` : sql`''`}
  || ',"fields":' || submission.fields::text || '}'`;

/** What statements on single submissions return. */
export const rowOf = (
  externalIds = false,
): Sql => sql`${documentOf(externalIds)}, submission.id, submission.status,
  submission.template_id, submission.revision_id, submission.fields::text, submission.updated_at`;

/** A submission with the facts that rules depend on. */
export interface SubmissionRow {
  document: string;
  id: string;
  status: Status;
  templateId: string;
  revisionId: string;
  fields: FieldValue[];
  /** PostgreSQL's text. */
  updatedAt: string;
}

export const toSubmission = ([
  document,
  id,
  status,
  templateId,
  revisionId,
  fields,
  updatedAt,
]: Row): SubmissionRow => ({
  document,
  id,
  status,
  templateId,
  revisionId,
  fields: JSON.parse(fields),
  updatedAt,
});

/** The ledger change of a written submission. */
export const submissionChange = (operation: 'create' | 'update', row: SubmissionRow): Change => ({
  resource: 'formSubmission',
  id: row.id,
  operation,
  document: row.document,
});

/** The condition that a submission concerns someone whom a token limited to tags may see. */
export const CONCERNED: Sql = sql`coalesce(submission.assigned_id, submission.submitted_id)`;
