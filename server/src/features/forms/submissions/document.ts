import { type Sql, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import type { FieldValue } from '../../fields/index.ts';
import { externalIdsJson } from './external-ids.ts';

/** A time in wire form, between quotes. Zero milliseconds are taken away here: answers may look like times. */
const time = (column: Sql): Sql => sql`'"' || replace(${utcText(column)}, '.000Z', 'Z') || '"'`;

const person = (type: Sql, id: Sql): Sql => sql`'{"id":"' || ${id} || '","type":"' || ${type} || '"}'`;

const CREATOR = person(
  sql`split_part(submission.created_by, '-', 1)`,
  sql`split_part(submission.created_by, '-', 2)`,
);
const SUBMITTER = person(sql`submission.submitted_type`, sql`submission.submitted_id`);

const HEAD = sql`
  '{"id":"' || submission.id || '","formTemplate":{"id":"' || submission.template_id || '","revisionId":"'
  || submission.revision_id || '"},"status":"' || submission.status || '","isRequired":' || submission.is_required
  || ',"createdAtTime":' || ${time(sql`submission.created_at`)}
  || ',"updatedAtTime":' || ${time(sql`submission.updated_at`)}`;

/** What need not be there. Free text goes through to_json. */
const OPTIONAL = sql`
  coalesce(',"title":' || to_json(submission.title)::text, '')
  || coalesce(',"assignedTo":' || ${person(sql`submission.assigned_type`, sql`submission.assigned_id`)}
       || ',"assignedAtTime":' || ${time(sql`submission.assigned_at`)}, '')
  || coalesce(',"dueAtTime":' || ${time(sql`submission.due_at`)}, '')
  || coalesce(',"routeStopId":' || to_json(submission.route_stop_id)::text, '')
  || coalesce(',"location":{"latitude":' || submission.latitude || ',"longitude":' || submission.longitude || '}', '')
  || coalesce(',"score":{"scorePoints":' || submission.score_points || ',"maxPoints":' || submission.score_max
       || ',"scorePercent":' || submission.score_points / submission.score_max * 100 || '}', '')
  || coalesce(',"approvalDetails":{"comment":' || to_json(submission.approval_comment)::text || '}', '')`;

const ids = (orgId: string): Sql => sql`coalesce(',"externalIds":' || ${externalIdsJson(orgId)}::text, '')`;

/**
 * A submission as the JSON that is served, but for the state of its media (see `servedText`), built by the statement
 * itself: stream pages leave the process as text. The answers are JSON already.
 */
export const servedJson = (orgId: string, externalIds: boolean): Sql => sql`
  ${HEAD} || ',"submittedAtTime":' || ${time(sql`coalesce(submission.submitted_at, submission.created_at)`)}
  || ',"submittedBy":' || coalesce(${SUBMITTER}, ${CREATOR})
  || ${OPTIONAL} || ${externalIds ? ids(orgId) : sql`''`} || ',"fields":' || submission.fields::text || '}'`;

/** A submission's document: its own facts, with files by what was uploaded. */
export const documentJson = (orgId: string): Sql => sql`
  ${HEAD} || ',"createdBy":' || ${CREATOR}
  || coalesce(',"submittedAtTime":' || ${time(sql`submission.submitted_at`)}, '')
  || coalesce(',"submittedBy":' || ${SUBMITTER}, '')
  || ${OPTIONAL} || ${ids(orgId)}
  || ',"fields":' || submission.fields::text || '}'`;

/** The ids of the people and vehicles that answers name, wherever they do. */
export function mentioned(answers: readonly FieldValue[]): { people: string[]; vehicles: string[] } {
  const cells = answers.flatMap(({ tableValue }) => tableValue?.rows.flatMap((row) => row.cells) ?? []);
  const all = [...answers, ...cells];
  return {
    people: all.flatMap(({ personValue }) => personValue?.person.polymorphicUserId?.id ?? []),
    vehicles: all.flatMap(({ assetValue }) => assetValue?.asset.id ?? []),
  };
}
