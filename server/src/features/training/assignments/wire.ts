import { type Row, sql } from '../../../kernel/database.ts';
import { wireTime } from '../../../kernel/time.ts';

/** What every statement on assignments returns, in this order; `assignment` is the row's alias. */
export const COLUMNS = sql`assignment.id, assignment.course_id, assignment.revision_id, assignment.learner_type,
  assignment.learner_id, assignment.status, assignment.duration_minutes, assignment.score_percent, assignment.due_at,
  assignment.started_at, assignment.completed_at, assignment.completed_late, assignment.created_at,
  assignment.created_by, assignment.updated_at, assignment.updated_by, assignment.deleted_at`;

const UPDATED_AT = 14;

/** The sort key of a row in the stream. */
export const streamKey = (row: Row): [at: string, id: string] => [row[UPDATED_AT], row[0]];

/**
 * An assignment as JSON text, built without a schema serializer because pages of 512 go through here. Every
 * value is an id, a number, a time or a word of ours, so nothing needs escaping.
 *
 * @param now the present as PostgreSQL's text, against which overdue is told.
 */
export function assignmentJson(row: Row, now: string): string {
  const [
    id,
    courseId,
    revisionId,
    learnerType,
    learnerId,
    status,
    duration,
    score,
    due,
    started,
    completed,
    late,
  ] = row;
  const [createdAt, createdBy, updatedAt, updatedBy, deletedAt] = row.slice(12) as [
    string,
    string,
    string,
    string,
    string | null,
  ];
  let text = `{"id":"${id}","course":{"id":"${courseId}","revisionId":"${revisionId}"},"learner":{"id":"${learnerId}","type":"${learnerType}"},"status":"${status}","durationMinutes":${duration},"createdAtTime":"${wireTime(createdAt)}","createdById":"${createdBy}","updatedAtTime":"${wireTime(updatedAt)}","updatedById":"${updatedBy}"`;
  if (due !== null) {
    text += `,"dueAtTime":"${wireTime(due)}"`;
    if (status !== 'completed') text += `,"isOverdue":${due < now}`;
    else if (late !== null) text += `,"isCompletedLate":${late}`;
  }
  if (started !== null) text += `,"startedAtTime":"${wireTime(started)}"`;
  if (completed !== null) text += `,"completedAtTime":"${wireTime(completed)}"`;
  if (score !== null) text += `,"scorePercent":${score}`;
  if (deletedAt !== null) text += `,"deletedAtTime":"${wireTime(deletedAt)}"`;
  return `${text}}`;
}

/** The shorter shape in which assigning answers. */
export function newAssignmentJson(row: Row, existing: boolean): string {
  const [id, courseId, revisionId, learnerType, learnerId] = row;
  const due = row[8] === null ? '' : `,"dueAtTime":"${wireTime(row[8])}"`;
  return `{"id":"${id}","course":{"id":"${courseId}","revisionId":"${revisionId}"},"learner":{"id":"${learnerId}","type":"${learnerType}"},"createdAtTime":"${wireTime(row[12])}","createdById":"${row[13]}"${due},"isExistingAssignment":${existing}}`;
}

/** `{"data":[…]}` of finished items. */
export const dataText = (items: string[]): string => `{"data":[${items.join(',')}]}`;
