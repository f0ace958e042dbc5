import { type Row, type Sql, sql } from '../../../kernel/database.ts';

/** A time as wire text inside a document; `wireText` takes its zero milliseconds away. */
const time = (column: Sql): Sql => sql`to_char(${column}, '\\"YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\\"')`;

/**
 * An assignment as the JSON that is served and kept in the ledger, built by the statement itself: pages of 512
 * leave the process as text without ever being objects. Every value is an id, a number, a time or a word of ours,
 * so nothing needs escaping. Overdue is told against `now`.
 */
export const documentAt = (now: string): Sql => sql`
  '{"id":"' || assignment.id || '","course":{"id":"' || assignment.course_id || '","revisionId":"' || assignment.revision_id
  || '"},"learner":{"id":"' || assignment.learner_id || '","type":"' || assignment.learner_type
  || '"},"status":"' || assignment.status || '","durationMinutes":' || assignment.duration_minutes
  || ',"createdAtTime":' || ${time(sql`assignment.created_at`)} || ',"createdById":"' || assignment.created_by
  || '","updatedAtTime":' || ${time(sql`assignment.updated_at`)} || ',"updatedById":"' || assignment.updated_by || '"'
  || coalesce(',"dueAtTime":' || ${time(sql`assignment.due_at`)} || case
       when assignment.status <> 'completed' then ',"isOverdue":' || (assignment.due_at < ${now}::timestamptz)
       else coalesce(',"isCompletedLate":' || assignment.completed_late, '') end, '')
  || coalesce(',"startedAtTime":' || ${time(sql`assignment.started_at`)}, '')
  || coalesce(',"completedAtTime":' || ${time(sql`assignment.completed_at`)}, '')
  || coalesce(',"scorePercent":' || assignment.score_percent, '')
  || coalesce(',"deletedAtTime":' || ${time(sql`assignment.deleted_at`)}, '') || '}'`;

/** Finished wire text of one document or a page of them: milliseconds only where they are not zero. */
export const wireText = (text: string): string => text.replaceAll('.000Z"', 'Z"');

/** What statements on single assignments return. */
export const rowAt = (now: string): Sql => sql`${documentAt(now)}, assignment.id, assignment.learner_id,
  assignment.status, assignment.duration_minutes, assignment.started_at, assignment.deleted_at`;

/** An assignment with the facts that rules depend on. Times are PostgreSQL's text. */
export interface AssignmentRow {
  document: string;
  id: string;
  learnerId: string;
  status: 'notStarted' | 'inProgress' | 'completed';
  durationMinutes: number;
  startedAt: string | null;
  deleted: boolean;
}

export const toAssignment = ([
  document,
  id,
  learnerId,
  status,
  duration,
  startedAt,
  deletedAt,
]: Row): AssignmentRow => ({
  document: wireText(document),
  id,
  learnerId,
  status,
  durationMinutes: Number(duration),
  startedAt,
  deleted: deletedAt !== null,
});

/** The shorter shape in which assigning answers. */
export function newAssignmentJson(document: string, existing: boolean): string {
  const { id, course, learner, createdAtTime, createdById, dueAtTime } = JSON.parse(document);
  return JSON.stringify({
    id,
    course,
    learner,
    createdAtTime,
    createdById,
    dueAtTime,
    isExistingAssignment: existing,
  });
}

/** `{"data":[…]}` of finished items. */
export const dataText = (items: string[]): string => `{"data":[${items.join(',')}]}`;
