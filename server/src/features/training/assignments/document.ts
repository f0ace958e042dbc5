import { columns, type Row, raw, type Sql, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import type { AssignmentStatus } from './schema.ts';

/** `,"name":"…"` for a time that there is. */
const optionalTime = (name: string, column: Sql): Sql =>
  sql`coalesce(${raw(`',"${name}":"'`)} || ${utcText(column)} || '"', '')`;

// An assignment as JSON, built by the statement itself: pages of 512 leave the process as text without ever being
// objects, and what the ledger keeps is never parsed. Every value but the api_id is an id, a number, a time or a
// word of ours, so nothing else needs escaping.

/** What assigning answers of it, and where every text of an assignment begins. */
const HEAD = sql`
  '{"id":"' || assignment.id || '","course":{"id":"' || assignment.course_id || '","revisionId":"' || assignment.revision_id
  || '"},"learner":{"id":"' || assignment.learner_id || '","type":"' || assignment.learner_type
  || '"},"createdAtTime":"' || ${utcText(sql`assignment.created_at`)} || '","createdById":"' || assignment.created_by || '"'
  || ${optionalTime('dueAtTime', sql`assignment.due_at`)}`;

/** The other facts that are served. */
const REST = sql`
  ',"status":"' || assignment.status || '","durationMinutes":' || assignment.duration_minutes
  || ',"updatedAtTime":"' || ${utcText(sql`assignment.updated_at`)} || '","updatedById":"' || assignment.updated_by || '"'
  || coalesce(',"isCompletedLate":' || assignment.completed_late, '')
  || ${optionalTime('startedAtTime', sql`assignment.started_at`)}
  || ${optionalTime('completedAtTime', sql`assignment.completed_at`)}
  || coalesce(',"scorePercent":' || assignment.score_percent, '')
  || ${optionalTime('deletedAtTime', sql`assignment.deleted_at`)}`;

/** What only the document has. */
const API_ID = sql`coalesce(',"apiId":' || to_json(assignment.chosen_api_id), '')
  || coalesce(',"requirementId":"' || assignment.requirement_id || '"', '')`;

/** What is only served, because it depends on the moment; nobody has to do any more what was deleted. */
const overdueAt = (now: string): Sql => sql`
  case when assignment.status = 'completed' or assignment.due_at is null then ''
    else ',"isOverdue":' || (assignment.deleted_at is null and assignment.due_at < ${now}::timestamptz) end`;

/** An assignment as it is served at `now`; `wireText` finishes it. */
export const servedAt = (now: string): Sql => sql`${HEAD} || ${REST} || ${overdueAt(now)} || '}'`;

/** Finished wire text of one assignment or a page of them: milliseconds only where they are not zero. */
export const wireText = (text: string): string => text.replaceAll('.000Z"', 'Z"');

/** An assignment's texts, and the facts that rules depend on. Times are PostgreSQL's text. */
export interface AssignmentRow {
  id: string;
  courseId: string;
  learnerId: string;
  status: AssignmentStatus;
  durationMinutes: number;
  startedAt: string | null;
  isDeleted: boolean;
  /** As the ledger keeps it. */
  document: string;
  served: string;
  /** As assigning answers it. */
  answer(isExisting: boolean): string;
}

interface Columns {
  id: string;
  courseId: string;
  learnerId: string;
  status: AssignmentStatus;
  durationMinutes: string;
  startedAt: string | null;
  isDeleted: boolean;
  head: string;
  rest: string;
  apiId: string;
  overdue: string;
}

/** What statements on single assignments select; overdue is told against `now`. */
export const assignmentAt = (now: string): { list: Sql; read(row: Row): AssignmentRow } => {
  const { list, read } = columns<Columns>({
    id: sql`assignment.id`,
    courseId: sql`assignment.course_id`,
    learnerId: sql`assignment.learner_id`,
    status: sql`assignment.status`,
    durationMinutes: sql`assignment.duration_minutes`,
    startedAt: sql`assignment.started_at`,
    isDeleted: sql`assignment.deleted_at is not null`,
    head: HEAD,
    rest: REST,
    apiId: API_ID,
    overdue: overdueAt(now),
  });
  return { list, read: (row) => toAssignment(read(row)) };
};

function toAssignment({ head, rest, apiId, overdue, durationMinutes, ...facts }: Columns): AssignmentRow {
  const begin = wireText(head);
  const common = begin + wireText(rest);
  return {
    ...facts,
    durationMinutes: Number(durationMinutes),
    document: `${common}${apiId}}`,
    served: `${common}${overdue}}`,
    answer: (isExisting) => `${begin},"isExistingAssignment":${isExisting}}`,
  };
}

/** What the documents alone select. */
export const DOCUMENT = columns<{ id: string; facts: string; apiId: string }>({
  id: sql`assignment.id`,
  facts: sql`${HEAD} || ${REST}`,
  apiId: API_ID,
});

/** `{"data":[…]}` of finished items. */
export const dataText = (items: readonly string[]): string => `{"data":[${items.join(',')}]}`;
