import type { Caller } from '../../../kernel/auth.ts';
import { empty, type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { STREAM_PAGE, type StreamPosition } from '../../../kernel/stream.ts';
import { type Person, visibleTo } from '../../directory/index.ts';
import { type AssignmentRow, documentAt, rowAt, toAssignment, wireText } from './wire.ts';

type Scope = Pick<Caller, 'orgId' | 'tagIds'>;

/** What a stream is narrowed to. */
export interface StreamFilter {
  learnerTypes: string[];
  learnerIds?: string[];
  courseIds?: string[];
  categoryIds?: string[];
  status?: string[];
  isOverdue?: boolean;
}

/** One page of the stream in the order of last change, its items as one text: rows cost more than what they carry. */
export async function streamAssignments(
  database: Queryable,
  scope: Scope,
  position: StreamPosition,
  filter: StreamFilter,
  now: Date,
): Promise<{ items: string; count: number; last: readonly [at: string, id: string] | undefined }> {
  const overdue = sql`(assignment.status <> 'completed' and assignment.due_at is not null and assignment.due_at < ${now.toISOString()}::timestamptz)`;
  const conditions: (Sql | false | undefined)[] = [
    position.endTime !== undefined && sql`and assignment.updated_at < ${position.endTime}::timestamptz`,
    filter.learnerTypes.length < 2 && sql`and assignment.learner_type = ${filter.learnerTypes[0]}`,
    filter.learnerIds && sql`and assignment.learner_id = any(${filter.learnerIds}::bigint[])`,
    filter.courseIds && sql`and assignment.course_id = any(${filter.courseIds}::uuid[])`,
    filter.categoryIds &&
      sql`and assignment.course_id in (select id from course
        where course.org_id = ${scope.orgId} and category_id = any(${filter.categoryIds}::uuid[]))`,
    filter.status && sql`and assignment.status = any(${filter.status}::text[])`,
    filter.isOverdue !== undefined && (filter.isOverdue ? sql`and ${overdue}` : sql`and not ${overdue}`),
    visibleTo(scope, sql`assignment.learner_id`),
  ];
  const [page] = await database.rows(sql`
    select string_agg(document, ','), count(*)::int, (array_agg(updated_at))[count(*)], (array_agg(id))[count(*)]
    from (
      select ${documentAt(now.toISOString())} as document, assignment.updated_at, assignment.id from assignment
      where assignment.org_id = ${scope.orgId}
        and (assignment.updated_at, assignment.id) > (${position.at}::timestamptz, ${position.id}::uuid)
      ${conditions.reduce<Sql>((all, next) => (next ? sql`${all} ${next}` : all), empty)}
      order by assignment.updated_at, assignment.id limit ${STREAM_PAGE}) as page`);
  const [items, count, at, id] = page as Row;
  return { items: wireText(items ?? ''), count, last: count ? [at, id] : undefined };
}

/** Assignments by id, deleted ones included, in no order. */
export async function readAssignments(
  database: Queryable,
  scope: Scope,
  ids: readonly string[],
  now: string,
): Promise<AssignmentRow[]> {
  const rows = await database.rows(sql`
    select ${rowAt(now)} from assignment
    where assignment.org_id = ${scope.orgId} and assignment.id = any(${ids}::uuid[])
    ${visibleTo(scope, sql`assignment.learner_id`)}`);
  return rows.map(toAssignment);
}

/** An assignment to make. */
export interface NewRow {
  id: string;
  learner: Person;
}

/**
 * Assigns a course to learners in one statement: inserts for those without an unfinished assignment of it,
 * answers the existing one for the others.
 */
export async function insertAssignments(
  tx: Queryable,
  orgId: string,
  course: { id: string; revisionId: string },
  rows: readonly NewRow[],
  dueAt: string | null,
  stamp: { at: string; actor: string },
): Promise<(AssignmentRow & { existing: boolean })[]> {
  const written = await tx.rows(sql`
    with learner as (
      select * from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.learner.type)}::text[],
                           ${rows.map((row) => row.learner.id)}::bigint[]) as learner (new_id, type, id)
    ), existing as (
      select ${rowAt(stamp.at)} from assignment join learner on learner.id = assignment.learner_id
      where assignment.org_id = ${orgId} and assignment.course_id = ${course.id}
        and assignment.status <> 'completed' and assignment.deleted_at is null
    ), inserted as (
      insert into assignment (org_id, id, course_id, revision_id, learner_type, learner_id, status, due_at,
                              created_at, created_by, updated_at, updated_by)
      select ${orgId}, new_id, ${course.id}, ${course.revisionId}, type, learner.id, 'notStarted', ${dueAt},
             ${stamp.at}, ${stamp.actor}, ${stamp.at}, ${stamp.actor}
      from learner where not exists (select 1 from existing where existing.learner_id = learner.id)
      returning ${rowAt(stamp.at)}
    )
    select inserted.*, false from inserted union all select existing.*, true from existing`);
  return written.map((row) => ({ ...toAssignment(row), existing: row[7] }));
}

/** Sets columns of the live assignments that `which` selects; answers them as they are now. */
export async function updateAssignments(
  tx: Queryable,
  scope: Scope,
  which: Sql,
  changes: Sql,
  stamp: { at: string; actor: string },
): Promise<AssignmentRow[]> {
  const rows = await tx.rows(sql`
    update assignment set ${changes}, updated_at = ${stamp.at}, updated_by = ${stamp.actor}
    where assignment.org_id = ${scope.orgId} and ${which}
      and assignment.deleted_at is null ${visibleTo(scope, sql`assignment.learner_id`)}
    returning ${rowAt(stamp.at)}`);
  return rows.map(toAssignment);
}

/** The condition that an assignment is one of `ids`. */
export const oneOf = (ids: readonly string[]): Sql => sql`assignment.id = any(${ids}::uuid[])`;
