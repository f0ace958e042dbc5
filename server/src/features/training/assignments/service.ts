import type { Caller } from '../../../kernel/auth.ts';
import { type Database, sql } from '../../../kernel/database.ts';
import { badRequest, notFound } from '../../../kernel/errors.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { type Writer, write } from '../../../kernel/ledger/write.ts';
import { findPeople } from '../../directory/index.ts';
import { findCourse } from '../courses/store.ts';
import { assignmentChanges } from './changes.ts';
import { insertAssignments, oneOf, readAssignments, updateAssignments } from './store.ts';
import { type AssignmentRow, dataText, newAssignmentJson } from './wire.ts';

type Scoped = Writer & Pick<Caller, 'tagIds'>;

/**
 * Assigns a published course. A learner with an unfinished assignment of it keeps that one untouched; a
 * completed one is not in the way, training again is a new assignment.
 *
 * @returns the reply's text, one entry a learner in the order given.
 */
export async function assign(
  database: Database,
  writer: Scoped,
  request: { courseId: string; learnerIds: string[]; dueAt: string },
): Promise<string> {
  const unknown = notFound(`courseId: no training course ${request.courseId.slice(0, 60)}.`);
  if (!isUuid(request.courseId)) throw unknown;
  const learners = await findPeople(database, writer, 'learnerIds', request.learnerIds);
  return write(database, writer, async (tx, stamp) => {
    const course = await findCourse(tx, writer.orgId, request.courseId);
    if (!course || course.status === 'draft') throw unknown;
    if (course.status !== 'published') {
      throw badRequest(
        `Invalid value for parameter courseId: course ${course.id} is ${course.status}; only published courses can be assigned.`,
      );
    }
    const rows = learners.map((learner) => ({ id: newId(), learner }));
    const by = { at: stamp.at, actor: writer.actor };
    const written = await insertAssignments(tx, writer.orgId, course, rows, request.dueAt, by);
    const made = written.filter((row) => !row.existing);
    stamp.record(...assignmentChanges('create', made));
    const byLearner = new Map(
      written.map((row) => [row.learnerId, newAssignmentJson(row.document, row.existing)]),
    );
    return dataText(learners.map(({ id }) => byLearner.get(id) as string));
  });
}

/**
 * Moves the due time of assignments, all or none. Whether a completed one was late stays as it was decided.
 *
 * @throws 404 naming the first id that is unknown or deleted.
 */
export async function reschedule(
  database: Database,
  writer: Scoped,
  ids: string[],
  dueAt: string,
): Promise<string> {
  return write(database, writer, async (tx, stamp) => {
    const by = { at: stamp.at, actor: writer.actor };
    const rows = await updateAssignments(
      tx,
      writer,
      oneOf(ids),
      sql`due_at = ${dueAt}, overdue_noted_at = null`,
      by,
    );
    const ordered = inOrder(rows, ids);
    stamp.record(...assignmentChanges('update', ordered));
    return dataText(ordered.map((row) => row.document));
  });
}

/**
 * Deletes assignments as tombstones and passes over unknown ids.
 *
 * @returns the reply's text with an outcome an id; undefined when `quiet`.
 */
export async function remove(
  database: Database,
  writer: Scoped,
  ids: string[],
  quiet: boolean,
): Promise<string | undefined> {
  return write(database, writer, async (tx, stamp) => {
    const by = { at: stamp.at, actor: writer.actor };
    const rows = await updateAssignments(tx, writer, oneOf(ids), sql`deleted_at = ${stamp.at}`, by);
    stamp.record(...assignmentChanges('delete', rows));
    if (quiet) return undefined;
    const deleted = new Set(rows.map((row) => row.id));
    return dataText(
      ids.map((id) => JSON.stringify({ id, outcome: deleted.has(id) ? 'deleted' : 'notFound' })),
    );
  });
}

/** Reads assignments by id, tombstones included. @throws 404 naming the first unknown id. */
export async function read(database: Database, caller: Caller, ids: string[], now: Date): Promise<string> {
  const rows = inOrder(await readAssignments(database, caller, ids, now.toISOString()), ids);
  return dataText(rows.map((row) => row.document));
}

function inOrder(rows: AssignmentRow[], ids: string[]): AssignmentRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw notFound(`ids: no training assignment ${id}.`);
    return row;
  });
}
