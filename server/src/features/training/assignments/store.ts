import type { Sight } from '../../../kernel/auth.ts';
import { and, join, type Queryable, type Sql, sql, table } from '../../../kernel/database/database.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Changed, Tx } from '../../../kernel/ledger/resource.ts';
import { type StreamPosition, type StreamRows, streamPage } from '../../../kernel/pages/stream.ts';
import { type Person, visibleTo } from '../../directory/index.ts';
import { type AssignmentRow, assignmentAt, DOCUMENT, servedAt, wireText } from './document.ts';
import type { AssignmentDocument, AssignmentStatus } from './schema.ts';

/** What a stream is narrowed to. */
export interface StreamFilter {
  learnerTypes: string[];
  learnerIds?: string[];
  courseIds?: string[];
  categoryIds?: string[];
  status?: string[];
  isOverdue?: boolean;
}

/** One page of the stream in the order of last change; `wireText` finishes its items. */
export function streamAssignments(
  database: Queryable,
  sight: Sight,
  position: StreamPosition,
  filter: StreamFilter,
  now: Date,
): Promise<StreamRows> {
  const overdue = sql`(assignment.status <> 'completed' and assignment.deleted_at is null
    and assignment.due_at is not null and assignment.due_at < ${now.toISOString()}::timestamptz)`;
  const conditions = and(
    filter.learnerTypes.length < 2 && sql`assignment.learner_type = ${filter.learnerTypes[0]}`,
    filter.learnerIds && sql`assignment.learner_id = any(${filter.learnerIds}::bigint[])`,
    filter.courseIds && sql`assignment.course_id = any(${filter.courseIds}::uuid[])`,
    filter.categoryIds &&
      sql`assignment.course_id in (select id from course
        where course.org_id = ${sight.orgId} and category_id = any(${filter.categoryIds}::uuid[]))`,
    filter.status && sql`assignment.status = any(${filter.status}::text[])`,
    filter.isOverdue !== undefined && (filter.isOverdue ? overdue : sql`not ${overdue}`),
  );
  return streamPage(database, position, {
    table: 'assignment',
    document: servedAt(now.toISOString()),
    where: sql`assignment.org_id = ${sight.orgId} ${conditions} ${visibleTo(sight, sql`assignment.learner_id`)}`,
  });
}

/** Assignments by id, deleted ones included, in no order. */
export async function readAssignments(
  database: Queryable,
  sight: Sight,
  ids: readonly string[],
  now: string,
): Promise<AssignmentRow[]> {
  const assignment = assignmentAt(now);
  const rows = await database.rows(sql`
    select ${assignment.list} from assignment
    where assignment.org_id = ${sight.orgId} and assignment.id = any(${ids}::uuid[])
    ${visibleTo(sight, sql`assignment.learner_id`)}`);
  return rows.map(assignment.read);
}

/** Documents of assignments, deleted ones included. */
export async function readDocuments(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Changed<AssignmentDocument>[]> {
  const rows = await database.rows(sql`
    select ${DOCUMENT.list} from assignment where assignment.org_id = ${orgId} and assignment.id = any(${ids}::uuid[])`);
  return rows.map(DOCUMENT.read).map(({ id, facts, apiId }) => ({
    id,
    document: `${wireText(facts)}${apiId}}`,
  }));
}

/** The `api_id` of the unfinished assignment of a course and a person, other than `id`. */
export async function findUnfinished(
  tx: Tx,
  courseId: string,
  learnerId: string,
  id: string,
): Promise<string | undefined> {
  const [row] = await tx.rows(sql`
    select api_id from assignment where org_id = ${tx.orgId} and course_id = ${courseId} and learner_id = ${learnerId}
      and status <> 'completed' and deleted_at is null and id <> ${id}`);
  return row?.[0];
}

/** Whether a course or a person has any assignment that is not deleted, whoever may see it. */
export async function hasAssignments(
  database: Queryable,
  orgId: string,
  of: { courseId: string } | { learnerId: string },
): Promise<boolean> {
  const rows = await database.rows(sql`
    select 1 from assignment where org_id = ${orgId} and deleted_at is null
      and ${'courseId' in of ? sql`course_id = ${of.courseId}` : sql`learner_id = ${of.learnerId}`} limit 1`);
  return rows.length > 0;
}

/**
 * Assigns a course to learners in one statement: inserts for those without an unfinished assignment of it,
 * answers the existing one for the others.
 */
export async function insertAssignments(
  tx: Tx,
  course: { id: string; revisionId: string },
  learners: readonly Person[],
  dueAt: string,
  requirementId?: string,
): Promise<(AssignmentRow & { isExisting: boolean })[]> {
  const assignment = assignmentAt(tx.at);
  const rows = await tx.rows(sql`
    with learner as (
      select * from ${table('learner', learners, {
        new_id: ['uuid', newId],
        type: ['text', ({ type }) => type],
        id: ['bigint', ({ id }) => id],
      })}
    ), existing as (
      select assignment.* from assignment join learner on learner.id = assignment.learner_id
      where assignment.org_id = ${tx.orgId} and assignment.course_id = ${course.id}
        and assignment.status <> 'completed' and assignment.deleted_at is null
    ), inserted as (
      insert into assignment (org_id, id, course_id, revision_id, learner_type, learner_id, status, due_at,
                              created_at, created_by, updated_at, updated_by, requirement_id)
      select ${tx.orgId}, new_id, ${course.id}, ${course.revisionId}, type, learner.id, 'notStarted', ${dueAt},
             ${tx.at}, ${tx.actor}, ${tx.at}, ${tx.actor}, ${requirementId ?? null}::uuid
      from learner where not exists (select 1 from existing where existing.learner_id = learner.id)
      returning assignment.*
    )
    select false, ${assignment.list} from inserted assignment
    union all select true, ${assignment.list} from existing assignment`);
  return rows.map(([isExisting, ...row]) => ({ ...assignment.read(row), isExisting }));
}

/** An assignment with the past that another system kept. Times are RFC 3339. */
export interface PastAssignment {
  /** A new one unless given. */
  id?: string;
  /** What a client calls it; its id unless given. */
  apiId?: string | null;
  course: { id: string; revisionId: string };
  learner: Person;
  status: AssignmentStatus;
  createdAt: string;
  dueAt?: string;
  startedAt?: string;
  completedAt?: string;
  durationMinutes?: number;
  scorePercent?: number;
  /** A tombstone from the start. */
  deleted?: boolean;
}

/** Adds assignments with their past in one statement; the time of their last change is this write's. */
export async function insertPast(tx: Tx, items: readonly PastAssignment[]): Promise<AssignmentRow[]> {
  const assignment = assignmentAt(tx.at);
  const rows = await tx.rows(sql`
    with inserted as (
      insert into assignment (org_id, id, chosen_api_id, course_id, revision_id, learner_type, learner_id, status, created_at,
        due_at, started_at, completed_at, completed_late, duration_minutes, score_percent, created_by, updated_at, updated_by,
        deleted_at)
      select ${tx.orgId}, id, api_id, course_id, revision_id, learner_type, learner_id, status, created_at,
        due_at, started_at, completed_at, completed_at > due_at, duration, score, ${tx.actor}, ${tx.at}, ${tx.actor},
        case when deleted then ${tx.at}::timestamptz end
      from ${table('past', items, {
        id: ['uuid', ({ id }) => id ?? newId()],
        api_id: ['text', ({ apiId }) => apiId],
        course_id: ['uuid', ({ course }) => course.id],
        revision_id: ['uuid', ({ course }) => course.revisionId],
        learner_type: ['text', ({ learner }) => learner.type],
        learner_id: ['bigint', ({ learner }) => learner.id],
        status: ['text', ({ status }) => status],
        created_at: ['timestamptz', ({ createdAt }) => createdAt],
        due_at: ['timestamptz', ({ dueAt }) => dueAt],
        started_at: ['timestamptz', ({ startedAt }) => startedAt],
        completed_at: ['timestamptz', ({ completedAt }) => completedAt],
        duration: ['bigint', ({ durationMinutes = 0 }) => durationMinutes],
        score: ['float8', ({ scorePercent }) => scorePercent],
        deleted: ['bool', ({ deleted }) => deleted],
      })}
      returning assignment.*
    ) select ${assignment.list} from inserted assignment`);
  return rows.map(assignment.read);
}

/** Which living assignments a write changes: those of `ids` that it sees, or a course's in a status, whoever learns. */
export type Which = { ids: readonly string[] } | { courseId: string; statuses: readonly AssignmentStatus[] };

/** What becomes of them; what is left out stays. Times are RFC 3339 or PostgreSQL's text. */
export interface AssignmentChange {
  /** That it passes will be told anew. */
  dueAt?: string;
  status?: AssignmentStatus;
  startedAt?: string | null;
  /** Whether it was late is decided with each completion and goes with it. */
  completedAt?: string | null;
  scorePercent?: number | null;
  durationMinutes?: number;
  learner?: Person;
  course?: { id: string; revisionId: string };
  /** What a client of the weekly10 surface calls it; null for its own id. */
  apiId?: string | null;
  deleted?: true;
}

/** Changes assignments in one statement; answers them as they are now. */
export async function updateAssignments(
  tx: Tx,
  which: Which,
  change: AssignmentChange,
): Promise<AssignmentRow[]> {
  const assignment = assignmentAt(tx.at);
  const rows = await tx.rows(sql`
    with changed as (
      update assignment set ${columnsOf(change, tx.at)}, updated_at = ${tx.at}, updated_by = ${tx.actor}
      where assignment.org_id = ${tx.orgId} and assignment.deleted_at is null and ${selected(tx, which)}
      returning assignment.*
    ) select ${assignment.list} from changed assignment`);
  return rows.map(assignment.read);
}

const selected = (sight: Sight, which: Which): Sql =>
  'ids' in which
    ? sql`assignment.id = any(${which.ids}::uuid[]) ${visibleTo(sight, sql`assignment.learner_id`)}`
    : sql`assignment.course_id = ${which.courseId} and assignment.status = any(${which.statuses}::text[])`;

function columnsOf(change: AssignmentChange, at: string): Sql {
  const { dueAt, status, startedAt, completedAt, scorePercent, durationMinutes, learner, course } = change;
  const set = [
    dueAt !== undefined && sql`due_at = ${dueAt}, overdue_noted_at = null`,
    status !== undefined && sql`status = ${status}`,
    startedAt !== undefined && sql`started_at = ${startedAt}`,
    completedAt !== undefined &&
      sql`completed_at = ${completedAt}::timestamptz, completed_late = ${completedAt}::timestamptz > due_at`,
    scorePercent !== undefined && sql`score_percent = ${scorePercent}`,
    durationMinutes !== undefined && sql`duration_minutes = ${durationMinutes}`,
    learner && sql`learner_type = ${learner.type}, learner_id = ${learner.id}`,
    course && sql`course_id = ${course.id}, revision_id = ${course.revisionId}`,
    change.apiId !== undefined && sql`chosen_api_id = ${change.apiId}`,
    change.deleted && sql`deleted_at = ${at}`,
  ];
  return join(set.filter((part): part is Sql => Boolean(part)));
}

/** Whether the organization has assignments whose due time has passed and is not noted yet. */
export async function anyPastDue(database: Queryable, orgId: string): Promise<boolean> {
  const rows = await database.rows(sql`
    select 1 from assignment where org_id = ${orgId} and status <> 'completed' and deleted_at is null
      and overdue_noted_at is null and due_at < clock_timestamp() limit 1`);
  return rows.length > 0;
}

/** Notes up to `limit` of them, those that were due first; nobody changed them, so updated_at stays. */
export async function noteOverdue(tx: Tx, limit: number): Promise<AssignmentRow[]> {
  const assignment = assignmentAt(tx.at);
  const rows = await tx.rows(sql`
    with noted as (
      update assignment set overdue_noted_at = ${tx.at}
      where assignment.org_id = ${tx.orgId} and assignment.id in (
        select id from assignment where org_id = ${tx.orgId} and status <> 'completed' and deleted_at is null
          and overdue_noted_at is null and due_at < ${tx.at}::timestamptz
        order by due_at limit ${limit})
      returning assignment.*
    ) select ${assignment.list} from noted assignment`);
  return rows.map(assignment.read);
}
